//! The ratios that a frame can be held to, and the size that it can be given.

/// What the ratio is taken from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AspectPreset {
    /// None: each side by itself.
    #[default]
    Free,
    /// The picture's own.
    Picture,
    /// So much across for so much down.
    Of(u32, u32),
}

/// A shape, lying or upright.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AspectRatio {
    /// Which one.
    pub shape: AspectPreset,
    /// Whether its sides have changed places.
    pub swapped: bool,
}

/// What there is to choose from.
pub const ASPECT_PRESETS: [AspectPreset; 6] = [
    AspectPreset::Free,
    AspectPreset::Picture,
    AspectPreset::Of(1, 1),
    AspectPreset::Of(4, 5),
    AspectPreset::Of(3, 2),
    AspectPreset::Of(16, 9),
];

impl AspectRatio {
    /// Width by height on a picture of this size; nothing where each side is free.
    pub fn on(self, picture: (u32, u32)) -> Option<f64> {
        let (across, down) = match self.shape {
            AspectPreset::Free => return None,
            AspectPreset::Picture => picture,
            AspectPreset::Of(across, down) => (across, down),
        };
        let ratio = f64::from(across.max(1)) / f64::from(down.max(1));
        Some(if self.swapped { 1.0 / ratio } else { ratio })
    }

    /// The same with its sides in each other's places.
    pub fn swapped(self) -> Self {
        Self { swapped: self.shape != AspectPreset::Free && !self.swapped, ..self }
    }

    /// The same on a picture that was turned by a quarter. The picture's own ratio turns with it.
    pub fn turned(self) -> Self {
        match self.shape {
            AspectPreset::Of(..) => self.swapped(),
            _ => self,
        }
    }
}

/// The largest side that a picture can be given.
const MAX_PX: f64 = 16_384.0;

/// The settings of a resize to so many pixels across and down, 0 where that follows from the other. What changes
/// nothing is no resize.
pub fn new_size(px: [f64; 2], before: [f64; 2]) -> Vec<f64> {
    let sides = px.map(|px| if px == 0.0 { 0.0 } else { px.round().clamp(1.0, MAX_PX) });
    let changes = sides.iter().zip(before).any(|(now, before)| *now != 0.0 && *now != before);
    if changes { sides.to_vec() } else { vec![0.0, 0.0] }
}
