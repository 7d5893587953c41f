//! What a picture holds, counted as it is made: how often each value comes, and how much is clipped.

/// Which clipped pixels are marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clip {
    /// Those without any light: red, green and blue at 0.
    pub shadows: bool,
    /// Those with a channel at 255.
    pub highlights: bool,
}

/// Counts of a picture's pixels. What is wholly transparent is not seen, and does not count.
#[derive(Debug, Clone)]
pub struct Tally {
    /// Pixels of each value: of red, green, blue, and luma.
    pub values: [[u32; 256]; 4],
    /// Pixels whose shadows are clipped.
    pub shadows: u32,
    /// Pixels whose highlights are clipped.
    pub highlights: u32,
}

/// Over a photo there is no other colour.
const SHADOW: [u8; 4] = [48, 98, 238, 255];
const HIGHLIGHT: [u8; 4] = [255, 54, 48, 255];

impl Default for Tally {
    fn default() -> Self {
        Self { values: [[0; 256]; 4], shadows: 0, highlights: 0 }
    }
}

impl Tally {
    /// Counts these pixels, RGBA8.
    pub fn count(&mut self, rgba: &[u8]) {
        let [red, green, blue, luma] = &mut self.values;
        for &[r, g, b, a] in rgba.as_chunks::<4>().0 {
            let seen = u32::from(a != 0);
            red[usize::from(r)] += seen;
            green[usize::from(g)] += seen;
            blue[usize::from(b)] += seen;
            luma[usize::from(luma_of(r, g, b))] += seen;
            self.shadows += seen & u32::from(is_shadow(r, g, b));
            self.highlights += seen & u32::from(is_highlight(r, g, b));
        }
    }

    /// All numbers in a row: red, green, blue, luma, clipped shadows, clipped highlights.
    pub fn numbers(&self) -> Vec<u32> {
        let values = self.values.iter().flatten().copied();
        values.chain([self.shadows, self.highlights]).collect()
    }
}

impl Clip {
    /// Whether any is marked.
    pub fn any(self) -> bool {
        self.shadows || self.highlights
    }

    /// Marks the clipped ones of these pixels in a picture of the same size, which is transparent elsewhere.
    pub fn mark(self, rgba: &[u8], marks: &mut [u8]) {
        for (&[r, g, b, a], mark) in rgba.as_chunks::<4>().0.iter().zip(marks.as_chunks_mut::<4>().0) {
            *mark = if a == 0 {
                [0; 4]
            } else if self.shadows && is_shadow(r, g, b) {
                SHADOW
            } else if self.highlights && is_highlight(r, g, b) {
                HIGHLIGHT
            } else {
                [0; 4]
            };
        }
    }
}

/// The lightness that the filter Grayscale goes by.
fn luma_of(r: u8, g: u8, b: u8) -> u8 {
    ((299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) + 500) / 1000) as u8
}

fn is_shadow(r: u8, g: u8, b: u8) -> bool {
    r | g | b == 0
}

fn is_highlight(r: u8, g: u8, b: u8) -> bool {
    r.max(g).max(b) == 255
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIXELS: [u8; 20] = [0, 0, 0, 255, 255, 0, 0, 9, 0, 0, 0, 0, 10, 20, 30, 255, 255, 255, 255, 255];

    #[test]
    fn what_can_be_seen_is_counted() {
        let mut tally = Tally::default();
        tally.count(&PIXELS);
        assert_eq!([tally.values[0][0], tally.values[0][255], tally.values[2][30]], [1, 2, 1]);
        assert_eq!(tally.values.map(|values| values.iter().sum::<u32>()), [4; 4]);
        assert_eq!((tally.shadows, tally.highlights), (1, 2));
        assert_eq!([tally.values[3][0], tally.values[3][76], tally.values[3][255]], [1, 1, 1]);
        let numbers = tally.numbers();
        assert_eq!((numbers.len(), numbers[4 * 256], numbers[4 * 256 + 1]), (1026, 1, 2));
    }

    #[test]
    fn what_is_clipped_is_marked() {
        let mark = |shadows, highlights| {
            let mut marks = [7; 20];
            Clip { shadows, highlights }.mark(&PIXELS, &mut marks);
            marks.as_chunks::<4>().0.to_vec()
        };
        let none = [0; 4];
        assert_eq!(mark(true, false), [SHADOW, none, none, none, none]);
        assert_eq!(mark(false, true), [none, HIGHLIGHT, none, none, HIGHLIGHT]);
        assert_eq!(mark(true, true), [SHADOW, HIGHLIGHT, none, none, HIGHLIGHT]);
    }
}
