//! The frame that crops a picture, as data: what hands, keys and numbers make of it. In pixels of the picture that
//! is cropped, at full size.

pub mod aspect_ratio;
pub mod percentages;
#[cfg(test)]
mod tests;

/// The part of the picture that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CropRect {
    /// From the picture's left edge.
    pub x: u32,
    /// From its top edge.
    pub y: u32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// What of a frame is held: the way there from its middle, −1, 0 or 1 across and down. Both 0 is the whole frame.
pub type CropHandle = (i8, i8);

/// The whole frame.
pub const FULL: CropHandle = (0, 0);

/// Corners and edges, clockwise from the top left.
pub const HANDLES: [CropHandle; 8] = [(-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)];

/// One of a frame's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// From the left.
    X,
    /// From the top.
    Y,
    /// Across.
    Width,
    /// Down.
    Height,
}

impl CropRect {
    /// The frame after a hand has pulled what it holds this far, in pixels.
    pub fn dragged(self, hold: CropHandle, by: (f64, f64), ratio: Option<f64>, picture: (u32, u32)) -> Self {
        let Self { x, y, width, height } = self;
        if hold == FULL {
            let along = |from: u32, by: f64, length: u32, whole: u32| {
                (f64::from(from) + by).round().clamp(0.0, f64::from(whole - length.min(whole))) as u32
            };
            return Self {
                x: along(x, by.0, width, picture.0),
                y: along(y, by.1, height, picture.1),
                ..self
            };
        }
        let Some(ratio) = ratio else {
            let (x, width) = drag_edge(hold.0, x, width, by.0, picture.0);
            let (y, height) = drag_edge(hold.1, y, height, by.1, picture.1);
            return Self { x, y, width, height };
        };
        let ways = (f64::from(hold.0), f64::from(hold.1));
        let (across, down) = (f64::from(width), f64::from(height));
        // At a corner, as far as the hand goes along the diagonal.
        let growth = match hold {
            (_, 0) => ways.0 * by.0 / across,
            (0, _) => ways.1 * by.1 / down,
            _ => (ways.0 * by.0 * across + ways.1 * by.1 * down) / (across * across + down * down),
        };
        let most = (room(hold.0, x, width, picture.0), room(hold.1, y, height, picture.1));
        self.sized(across * (1.0 + growth), ratio, most, hold, picture)
    }

    /// The frame after an arrow key has moved what is held, by so many pixels. In a ratio both sides follow, and the
    /// frame always changes by a pixel.
    pub fn nudged(
        self,
        hold: CropHandle,
        (across, down): (f64, f64),
        ratio: Option<f64>,
        picture: (u32, u32),
    ) -> Self {
        let Some(ratio) = ratio.filter(|_| hold != FULL) else {
            return self.dragged(hold, (across, down), None, picture);
        };
        let wider = if across == 0.0 { down * ratio } else { across };
        let wider = wider.signum() * wider.abs().max(1.0);
        let by = match hold {
            (_, 0) => (across, 0.0),
            (0, _) => (0.0, if down == 0.0 { 0.0 } else { wider / ratio }),
            // Along the diagonal, whichever of its two keys it was.
            (x, y) => {
                let same = f64::from(x * y);
                if across == 0.0 { (same * wider, wider / ratio) } else { (wider, same * wider / ratio) }
            }
        };
        self.dragged(hold, by, Some(ratio), picture)
    }

    /// The frame with one of its numbers set; the others give way where the picture ends.
    pub fn with(self, side: Edge, px: f64, ratio: Option<f64>, picture: (u32, u32)) -> Self {
        let all = (f64::from(picture.0), f64::from(picture.1));
        let (x, y) = (f64::from(self.x), f64::from(self.y));
        match (side, ratio) {
            (Edge::X, _) => self.dragged(FULL, (px - x, 0.0), None, picture),
            (Edge::Y, _) => self.dragged(FULL, (0.0, px - y), None, picture),
            (Edge::Width, Some(ratio)) => self.sized(px, ratio, all, (1, 1), picture),
            (Edge::Height, Some(ratio)) => self.sized(px * ratio, ratio, all, (1, 1), picture),
            (Edge::Width, None) => self.resized((px, f64::from(self.height)), (1, 1), picture),
            (Edge::Height, None) => self.resized((f64::from(self.width), px), (1, 1), picture),
        }
    }

    /// A frame of this ratio around the same middle, and of the same area, as far as the picture has it.
    pub fn fit_aspect(self, ratio: f64, picture: (u32, u32)) -> Self {
        let all = (f64::from(picture.0), f64::from(picture.1));
        let width = (f64::from(self.width) * f64::from(self.height) * ratio).sqrt();
        self.sized(width, ratio, all, FULL, picture)
    }

    /// As wide as this or as there is room for, in this ratio; what lies opposite of what is held stays.
    fn sized(self, width: f64, ratio: f64, most: (f64, f64), hold: CropHandle, picture: (u32, u32)) -> Self {
        let width = width.min(most.1 * ratio).round().clamp(1.0, most.0.max(1.0));
        self.resized((width, (width / ratio).min(most.1)), hold, picture)
    }

    /// Of this size; what lies opposite of what is held stays, as far as the picture goes.
    fn resized(self, (width, height): (f64, f64), hold: CropHandle, picture: (u32, u32)) -> Self {
        let along = |way: i8, from: u32, length: u32, px: f64, whole: u32| {
            let (from, before, whole) = (f64::from(from), f64::from(length), f64::from(whole));
            let now = px.round().clamp(1.0, whole);
            // Half of what is lost comes off either side, or all of it from the one.
            let from = from + (before - now) * f64::from(1 - way) / 2.0;
            (from.round().clamp(0.0, whole - now) as u32, now as u32)
        };
        let (x, width) = along(hold.0, self.x, self.width, width, picture.0);
        let (y, height) = along(hold.1, self.y, self.height, height, picture.1);
        Self { x, y, width, height }
    }
}

/// How far an arrow key moves what it moves: a pixel, or a good many in round numbers.
pub fn step_px(picture: (u32, u32), far: bool) -> f64 {
    let about = f64::from(picture.0.max(picture.1)) / 100.0;
    if far { (about / 10.0).ceil().max(1.0) * 10.0 } else { 1.0 }
}

/// Where a side begins and how long it is once the edge on this way was pulled.
fn drag_edge(way: i8, from: u32, length: u32, by: f64, whole: u32) -> (u32, u32) {
    let (start, end) = (f64::from(from), f64::from(from + length));
    let (start, end) = match way {
        -1 => ((start + by).round().clamp(0.0, end - 1.0), end),
        1 => (start, (end + by).round().clamp(start + 1.0, f64::from(whole))),
        _ => (start, end),
    };
    (start as u32, (end - start) as u32)
}

/// How long a side can become when it grows on this way only; both ways, it moves aside.
fn room(way: i8, from: u32, length: u32, whole: u32) -> f64 {
    f64::from(match way {
        -1 => from + length,
        1 => whole - from,
        _ => whole,
    })
}
