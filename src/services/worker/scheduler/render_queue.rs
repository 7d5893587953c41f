//! The two pictures on the screen: the developed one, and the original that it is compared with. The original
//! depends on the view and on what changes the frame, so it stays while other settings are changed.

use js_sys::ArrayBuffer;

use crate::services::worker::RenderRequest;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The photo under its stack.
    After,
    /// The original.
    Before,
}

/// Both.
#[derive(Default)]
pub struct RenderQueue {
    after: Picture,
    before: Picture,
}

/// One of them.
#[derive(Default)]
pub struct Picture {
    /// The newest wish.
    pub request: Option<RenderRequest>,
    /// The wish that was given up, or that broke two workers: it is not tried until another was made.
    pub refused: Option<RenderRequest>,
    /// What the pixels on screen show.
    pub rendered: Option<RenderRequest>,
    /// The buffer that they came in, to be filled again.
    pub spent: Option<ArrayBuffer>,
}

impl Layer {
    /// Both, the one that comes first first.
    pub const ALL: [Self; 2] = [Self::After, Self::Before];
}

impl RenderQueue {
    /// The picture of a layer.
    pub fn of(&self, layer: Layer) -> &Picture {
        match layer {
            Layer::After => &self.after,
            Layer::Before => &self.before,
        }
    }

    /// The picture of a layer, to be changed.
    pub fn of_mut(&mut self, layer: Layer) -> &mut Picture {
        match layer {
            Layer::After => &mut self.after,
            Layer::Before => &mut self.before,
        }
    }

    /// Says what both should show.
    pub fn want(&mut self, after: RenderRequest, before: Option<RenderRequest>) {
        self.after.want(Some(after));
        self.before.want(before);
    }

    /// Forgets what was wanted.
    pub fn clear_requests(&mut self) {
        self.after.want(None);
        self.before.want(None);
    }

    /// Forgets what the pixels on screen show.
    pub fn forget_shown(&mut self) {
        self.after.rendered = None;
        self.before.rendered = None;
    }
}

impl Picture {
    fn want(&mut self, request: Option<RenderRequest>) {
        if self.refused != request {
            self.refused = None;
        }
        self.request = request;
    }
}

#[cfg(test)]
mod tests {
    use safelight_protocol::{RenderOptions, View};
    use safelight_recipe::{FilterStep, Recipe};

    use super::*;

    fn request(filter: &str) -> RenderRequest {
        let recipe = Recipe::new(vec![FilterStep::new(filter)]);
        let view = View { scale: 1.0, x: 0, y: 0, width: 8, height: 8 };
        RenderRequest { recipe, view, extras: RenderOptions::default() }
    }

    #[test]
    fn what_was_refused_can_be_wished_again_after_something_else() {
        let mut layers = RenderQueue::default();
        layers.want(request("median"), None);
        layers.after.refused = layers.after.request.clone();
        layers.want(request("median"), None);
        assert_eq!(layers.after.refused, Some(request("median")), "nothing has changed");
        layers.want(request("sepia"), None);
        layers.want(request("median"), None);
        assert_eq!(layers.after.refused, None);
    }
}
