//! A frame as the filter Crop has it: what is cut off on each side, in per cent.

use crate::model::crop::CropRect;

/// More are never needed: a hundred millionth of a side is less than half a pixel of any.
const MAX_DECIMALS: i32 = 8;

impl CropRect {
    /// What is left of a picture of this size after these cuts: left, top, right, bottom.
    pub fn after(cuts: &[f64], picture: (u32, u32)) -> Self {
        let cut = |at: usize| cuts.get(at).copied().unwrap_or_default();
        let (x, width) = left_of(picture.0, cut(0), cut(2));
        let (y, height) = left_of(picture.1, cut(1), cut(3));
        Self { x, y, width, height }
    }

    /// The cuts that leave this of a picture of this size, each with as few decimals as say it.
    pub fn cuts(self, picture: (u32, u32)) -> [f64; 4] {
        let Self { x, y, width, height } = self;
        let (right, bottom) = (picture.0.saturating_sub(x + width), picture.1.saturating_sub(y + height));
        [percent(x, picture.0), percent(y, picture.1), percent(right, picture.0), percent(bottom, picture.1)]
    }
}

/// As the filter rounds.
fn left_of(length: u32, before: f64, after: f64) -> (u32, u32) {
    let start = pixels(before, length).min(length.saturating_sub(1));
    let end = length.saturating_sub(pixels(after, length)).max(start + 1);
    (start, end - start)
}

fn pixels(percent: f64, length: u32) -> u32 {
    (f64::from(length) * percent / 100.0).round() as u32
}

fn percent(px: u32, length: u32) -> f64 {
    let exact = f64::from(px) * 100.0 / f64::from(length.max(1));
    let rounded = |decimals: i32| {
        let unit = 10_f64.powi(decimals);
        (exact * unit).round() / unit
    };
    (0..=MAX_DECIMALS).map(rounded).find(|short| pixels(*short, length) == px).unwrap_or(exact)
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    #[test]
    fn a_frame_and_its_cuts_say_the_same_to_the_pixel() {
        for picture in [(1600, 1067), (6000, 4000), (16_384, 3), (7, 5), (1, 1)] {
            let step = (picture.0 / 13).max(1) as usize;
            for x in (0..picture.0).step_by(step) {
                for width in [1, (picture.0 - x) / 2, picture.0 - x] {
                    let frame = CropRect { x, y: picture.1 / 3, width: width.max(1), height: 1 };
                    let cuts = frame.cuts(picture);
                    assert_eq!(CropRect::after(&cuts, picture), frame, "{picture:?}: {cuts:?}");
                    let size = spec("crop").unwrap().size_after(&cuts, picture);
                    assert_eq!(size, (frame.width, frame.height), "{picture:?}: {cuts:?}");
                }
            }
        }
    }

    #[test]
    fn cuts_are_short_numbers() {
        let frame = CropRect { x: 144, y: 128, width: 1392, height: 838 };
        assert_eq!(frame.cuts((1600, 1067)), [9.0, 12.0, 4.0, 9.5]);
        assert_eq!(CropRect { x: 0, y: 0, width: 300, height: 200 }.cuts((300, 200)), [0.0; 4]);
    }

    #[test]
    fn cuts_that_meet_leave_a_pixel() {
        assert_eq!(
            CropRect::after(&[60.0, 100.0, 60.0, 0.0], (10, 10)),
            CropRect { x: 6, y: 9, width: 1, height: 1 }
        );
    }
}
