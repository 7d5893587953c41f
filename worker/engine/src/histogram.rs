//! The histogram of a render, counted band by band, and the mask of its clipped pixels.

/// Which clipped pixels a mask shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clipping {
    /// Shadows: pixels whose red, green and blue are all 0.
    pub shadows: bool,
    /// Highlights: pixels with a channel at 255.
    pub highlights: bool,
}

/// Pixel counts by level. Wholly transparent pixels do not count.
#[derive(Debug, Clone)]
pub struct Histogram {
    /// The number of pixels at each level from 0 to 255, for red, green, blue and luma.
    pub channels: [[u32; 256]; 4],
    /// The number of pixels with clipped shadows.
    pub clipped_shadows: u32,
    /// The number of pixels with clipped highlights.
    pub clipped_highlights: u32,
}

/// Mask colours, RGBA: blue for shadows, red for highlights.
const SHADOW: [u8; 4] = [48, 98, 238, 255];
const HIGHLIGHT: [u8; 4] = [255, 54, 48, 255];

impl Default for Histogram {
    fn default() -> Self {
        Self { channels: [[0; 256]; 4], clipped_shadows: 0, clipped_highlights: 0 }
    }
}

impl Histogram {
    /// Counts these RGBA8 pixels.
    pub fn add(&mut self, rgba: &[u8]) {
        let [red, green, blue, luma] = &mut self.channels;
        for &[r, g, b, a] in rgba.as_chunks::<4>().0 {
            let count = u32::from(a != 0);
            red[usize::from(r)] += count;
            green[usize::from(g)] += count;
            blue[usize::from(b)] += count;
            luma[usize::from(luma_level(r, g, b))] += count;
            self.clipped_shadows += count & u32::from(is_clipped_shadow(r, g, b));
            self.clipped_highlights += count & u32::from(is_clipped_highlight(r, g, b));
        }
    }

    /// All 1026 counts in a row: red, green, blue, luma, clipped shadows, clipped highlights.
    pub fn to_vec(&self) -> Vec<u32> {
        let levels = self.channels.iter().flatten().copied();
        levels.chain([self.clipped_shadows, self.clipped_highlights]).collect()
    }
}

impl Clipping {
    /// Whether the mask shows anything at all.
    pub fn any(self) -> bool {
        self.shadows || self.highlights
    }

    /// Writes the mask of these RGBA8 pixels: a colour where they are clipped, transparent black elsewhere.
    pub fn write_mask(self, rgba: &[u8], mask: &mut [u8]) {
        for (&[r, g, b, a], mask) in rgba.as_chunks::<4>().0.iter().zip(mask.as_chunks_mut::<4>().0) {
            *mask = if a == 0 {
                [0; 4]
            } else if self.shadows && is_clipped_shadow(r, g, b) {
                SHADOW
            } else if self.highlights && is_clipped_highlight(r, g, b) {
                HIGHLIGHT
            } else {
                [0; 4]
            };
        }
    }
}

/// Luma by BT.601, as the filter Grayscale weighs it, rounded.
fn luma_level(r: u8, g: u8, b: u8) -> u8 {
    ((299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) + 500) / 1000) as u8
}

fn is_clipped_shadow(r: u8, g: u8, b: u8) -> bool {
    r | g | b == 0
}

fn is_clipped_highlight(r: u8, g: u8, b: u8) -> bool {
    r.max(g).max(b) == 255
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIXELS: [u8; 20] = [0, 0, 0, 255, 255, 0, 0, 9, 0, 0, 0, 0, 10, 20, 30, 255, 255, 255, 255, 255];

    #[test]
    fn visible_pixels_are_counted() {
        let mut histogram = Histogram::default();
        histogram.add(&PIXELS);
        assert_eq!(
            [histogram.channels[0][0], histogram.channels[0][255], histogram.channels[2][30]],
            [1, 2, 1]
        );
        assert_eq!(histogram.channels.map(|levels| levels.iter().sum::<u32>()), [4; 4]);
        assert_eq!((histogram.clipped_shadows, histogram.clipped_highlights), (1, 2));
        assert_eq!(
            [histogram.channels[3][0], histogram.channels[3][76], histogram.channels[3][255]],
            [1, 1, 1]
        );
        let counts = histogram.to_vec();
        assert_eq!((counts.len(), counts[4 * 256], counts[4 * 256 + 1]), (1026, 1, 2));
    }

    #[test]
    fn the_mask_shows_what_is_clipped() {
        let mask = |shadows, highlights| {
            let mut mask = [7; 20];
            Clipping { shadows, highlights }.write_mask(&PIXELS, &mut mask);
            mask.as_chunks::<4>().0.to_vec()
        };
        let none = [0; 4];
        assert_eq!(mask(true, false), [SHADOW, none, none, none, none]);
        assert_eq!(mask(false, true), [none, HIGHLIGHT, none, none, HIGHLIGHT]);
        assert_eq!(mask(true, true), [SHADOW, HIGHLIGHT, none, none, HIGHLIGHT]);
    }
}
