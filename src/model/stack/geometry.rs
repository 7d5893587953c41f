//! The rows that frame the photo together: turned, mirrored, straightened, cropped, resized, in this order. They are
//! rows like any others; the crop tool only sets them together.

use safelight_kernels::{Kind, Spec, spec};

use crate::model::stack::{FilterLayer, Stack, reorient};

/// One of them, in the order in which they frame a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GeometryStep {
    /// Quarter turns.
    Rotate,
    /// Mirrors.
    Flip,
    /// A small angle.
    Straighten,
    /// What is cut off.
    Crop,
    /// Another size.
    Resize,
}

impl GeometryStep {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Rotate, Self::Flip, Self::Straighten, Self::Crop, Self::Resize];

    /// The filter's id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rotate => "rotate",
            Self::Flip => "flip",
            Self::Straighten => "straighten",
            Self::Crop => "crop",
            Self::Resize => "resize",
        }
    }

    /// The filter.
    pub fn filter(self) -> Option<&'static Spec> {
        spec(self.id())
    }

    pub fn of(layer: &FilterLayer) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == layer.filter.id)
    }
}

impl Stack {
    /// The stack without its crop and its new size: the picture that a frame is set on.
    pub fn without_crop(&self) -> Self {
        let mut stack = self.with_merged_turns();
        // Both first: without the one, an older other would be the last.
        let places = [GeometryStep::Crop, GeometryStep::Resize].map(|part| stack.index_of_step(part));
        for place in places.into_iter().flatten() {
            stack.layers[place].on = false;
        }
        stack
    }

    /// The settings of a part; its defaults, which do nothing, where it has no row.
    pub fn part(&self, part: GeometryStep) -> Vec<f64> {
        let stack = self.with_merged_turns();
        match stack.index_of_step(part) {
            Some(place) => stack.layers[place].values.clone(),
            None => part.filter().map(defaults).unwrap_or_default(),
        }
    }

    /// Sets a part. What does nothing has no row. Its key, if it has one.
    pub fn set_part(&mut self, part: GeometryStep, values: Vec<f64>) -> Option<u32> {
        *self = self.with_merged_turns();
        let filter = part.filter()?;
        let place = self.index_of_step(part);
        if values == defaults(filter) {
            if let Some(place) = place {
                self.layers.remove(place);
            }
            return None;
        }
        let place = place.unwrap_or_else(|| {
            self.last_key += 1;
            // Before the one that it comes before, or at the end.
            let mut next = GeometryStep::ALL.into_iter().filter(|other| *other > part);
            let place = next.find_map(|part| self.index_of_step(part)).unwrap_or(self.layers.len());
            self.layers.insert(place, FilterLayer::new(self.last_key, filter));
            place
        });
        let layer = &mut self.layers[place];
        layer.values = values;
        Some(layer.key)
    }

    /// Turns what is seen by quarters, clockwise: what frames it turns with it.
    pub fn turn(&mut self, quarters: u32) -> Option<u32> {
        self.lay(reorient::Reorientation::Turned(quarters));
        let flip = self.part(GeometryStep::Flip);
        let before = self.part(GeometryStep::Rotate)[0];
        self.set_part(GeometryStep::Rotate, vec![reorient::is_rotated_after(before, quarters, &flip)])
    }

    /// Mirrors what is seen, left to right or upside down.
    pub fn mirror(&mut self, upside_down: bool) -> Option<u32> {
        self.lay(reorient::Reorientation::Mirrored(!upside_down, upside_down));
        let mut flip = self.part(GeometryStep::Flip);
        let way = &mut flip[usize::from(upside_down)];
        *way = if *way >= 0.5 { 0.0 } else { 1.0 };
        self.set_part(GeometryStep::Flip, flip)
    }

    /// Takes every part away.
    pub fn reset_geometry(&mut self) {
        for part in GeometryStep::ALL {
            if let Some(filter) = part.filter() {
                self.set_part(part, defaults(filter));
            }
        }
    }

    /// Has the parts behind turns and mirrors do to what is laid anew what they did to the picture before.
    fn lay(&mut self, laying: reorient::Reorientation) {
        *self = self.with_merged_turns();
        for part in [GeometryStep::Straighten, GeometryStep::Crop, GeometryStep::Resize] {
            if let Some(place) = self.index_of_step(part) {
                reorient::pass(&mut self.layers[place], part, laying);
            }
        }
    }

    /// Where a part's row stands. The parts are the last rows that change the geometry, as far as they stand in
    /// their order: what comes before those makes the picture that is framed.
    fn index_of_step(&self, part: GeometryStep) -> Option<usize> {
        let mut next = None;
        for (place, layer) in self.layers.iter().enumerate().rev().filter(|(_, layer)| layer.on) {
            match GeometryStep::of(layer) {
                Some(this) if next.is_none_or(|next| this < next) => {
                    if this == part {
                        return Some(place);
                    }
                    next = Some(this);
                }
                None if !matches!(layer.filter.kind, Kind::Geometry(_)) => {}
                _ => return None,
            }
        }
        None
    }
}

fn defaults(filter: &Spec) -> Vec<f64> {
    filter.params.iter().map(|param| param.default).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stack(ids: &[&str]) -> Stack {
        let mut stack = Stack::default();
        for id in ids {
            stack.add(spec(id).unwrap());
        }
        stack
    }

    fn ids(stack: &Stack) -> Vec<&str> {
        stack.layers().iter().map(|layer| layer.filter.id).collect()
    }

    #[test]
    fn parts_take_their_places_whatever_comes_first() {
        let mut stack = stack(&["sepia"]);
        stack.set_part(GeometryStep::Resize, vec![50.0, 0.0]);
        stack.set_part(GeometryStep::Crop, vec![10.0, 0.0, 0.0, 0.0]);
        stack.add(spec("vignette").unwrap());
        stack.set_part(GeometryStep::Straighten, vec![3.0]);
        stack.turn(1);
        stack.mirror(false);
        assert_eq!(ids(&stack), ["sepia", "rotate", "flip", "straighten", "crop", "resize", "vignette"]);
        stack.reset_geometry();
        assert_eq!(ids(&stack), ["sepia", "vignette"]);
    }

    #[test]
    fn what_does_nothing_has_no_row() {
        let mut stack = stack(&["sepia"]);
        let key = stack.set_part(GeometryStep::Straighten, vec![3.0]);
        assert_eq!(stack.set_part(GeometryStep::Straighten, vec![4.0]), key);
        assert_eq!(stack.part(GeometryStep::Straighten), [4.0]);
        assert_eq!(stack.set_part(GeometryStep::Straighten, vec![0.0]), None);
        assert_eq!(ids(&stack), ["sepia"]);
        for _ in 0..4 {
            stack.turn(3);
        }
        stack.mirror(true);
        stack.mirror(true);
        assert_eq!(ids(&stack), ["sepia"]);
    }

    #[test]
    fn the_uncut_picture_is_turned_and_straightened_but_whole() {
        let mut stack = stack(&["rotate", "crop", "sepia", "resize"]);
        stack.set(1, 0, 90.0);
        stack.set(2, 0, 50.0);
        stack.set(4, 0, 30.0);
        assert_eq!(stack.size_after((300, 200)), (30, 90));
        assert_eq!(stack.without_crop().size_after((300, 200)), (200, 300));
        // Only the last frame is set; those before it make its picture.
        let key = stack.add(spec("crop").unwrap());
        stack.set(key, 0, 50.0);
        assert_eq!(stack.without_crop().size_after((300, 200)), (30, 90));
        // What is off frames nothing.
        stack.switch(key, false);
        assert_eq!(stack.without_crop().size_after((300, 200)), (200, 300));
    }

    #[test]
    fn what_is_seen_turns_whole() {
        let mut stack = stack(&["rotate", "flip", "straighten", "crop", "resize"]);
        for (key, param, value) in
            [(1, 0, 90.0), (2, 0, 1.0), (3, 0, 5.0), (4, 0, 10.0), (4, 1, 20.0), (5, 0, 60.0)]
        {
            stack.set(key, param, value);
        }
        let size = stack.size_after((300, 200));
        stack.turn(1);
        assert_eq!(stack.size_after((300, 200)), (size.1, size.0));
        // Behind a mirror, a turn to the right is one to the left.
        assert_eq!(
            (stack.part(GeometryStep::Rotate), stack.part(GeometryStep::Straighten)),
            (vec![0.0], vec![5.0])
        );
        assert_eq!(stack.part(GeometryStep::Crop), [0.0, 10.0, 20.0, 0.0]);
        assert_eq!(stack.part(GeometryStep::Resize), [0.0, 60.0]);
        stack.mirror(true);
        assert_eq!(
            (stack.part(GeometryStep::Flip), stack.part(GeometryStep::Straighten)),
            (vec![1.0, 1.0], vec![-5.0])
        );
        assert_eq!(stack.part(GeometryStep::Crop), [0.0, 0.0, 20.0, 10.0]);
    }
}
