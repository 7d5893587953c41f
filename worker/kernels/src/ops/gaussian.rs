//! Gaussian blur, row by row, at a cost that does not grow with σ.
//!
//! A narrow blur (σ below 2.5 px) is a separable FIR filter: a weighted mean across and then down. A wide blur works on a
//! Gaussian pyramid: it downsamples the image `levels` times by 2 with the binomial weights 1 4 6 4 1, applies an FIR
//! filter there, and upsamples as often with the same weights. The FIR weights are chosen so that all steps together have
//! the frequency response of the Gaussian. The remaining error is aliasing of the downsampling: largest just above
//! σ = 2.5, and there at most 0.7 levels, in black and white noise.
//!
//! Downsampled pixels lie at multiples of 2, 4, 8, … of the image's own coordinates, and the image is extended by its
//! edge pixels before it is downsampled. So each pixel is the same whatever region is asked for. All computation is in
//! premultiplied 16-bit channels (Q8), where white is 65,280.

mod downsample;
mod fir;
mod plan;
mod rows;
mod upsample;

use crate::simd::i16x8::Rgba16;
use crate::{Region, Window};
use downsample::Downsample;
use plan::Axis;
use upsample::Upsample;

pub use plan::Plan;
pub use rows::RowSource;

/// A region of an image, blurred and produced row by row.
pub struct GaussianBlur<'a> {
    rows: Box<dyn RowSource + 'a>,
    row: Vec<Rgba16>,
    width: usize,
}

impl<'a> GaussianBlur<'a> {
    /// Blurs a region of an image of size `picture`. `source` returns the premultiplied rows of the input region that it
    /// is called with.
    pub fn new(
        plan: &Plan,
        region: Region,
        picture: (u32, u32),
        source: impl FnOnce(Region) -> Box<dyn RowSource + 'a>,
    ) -> Self {
        let x = Axis::new(plan, picture.0, region.x, region.width);
        let y = Axis::new(plan, picture.1, region.y, region.height);
        let mut rows = source(Region {
            x: x.held[0].first as u32,
            y: y.held[0].first as u32,
            width: x.held[0].count() as u32,
            height: y.held[0].count() as u32,
        });
        for level in 0..plan.levels {
            let (from, to) = (level, level + 1);
            rows = Box::new(Downsample::new(rows, (x.held[from], y.held[from]), (x.held[to], y.held[to])));
        }
        let level = plan.levels;
        rows = fir::blurred(rows, plan, (x.held[level], y.held[level]), (x.wanted[level], y.wanted[level]));
        for level in (0..plan.levels).rev() {
            let (from, to) = (level + 1, level);
            rows =
                Box::new(Upsample::new(rows, (x.wanted[from], y.wanted[from]), (x.wanted[to], y.wanted[to])));
        }
        let width = region.width as usize;
        Self { rows, row: rows::room(width), width }
    }

    /// Blurs a region of an image that `source` holds, with the halo of [`Plan::radius_px`].
    pub fn of(plan: &Plan, region: Region, source: &Window<'a>) -> Self {
        let window = *source;
        Self::new(plan, region, window.picture, |input_region| {
            Box::new(rows::PremultipliedSource::new(window, input_region))
        })
    }

    /// The next row of the region.
    pub fn next(&mut self) -> &mut [Rgba16] {
        self.rows.next(&mut self.row);
        &mut self.row[..self.width]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Narrow and wide blurs, at both phases of every pyramid level.
    #[test]
    fn a_region_is_blurred_as_in_the_whole_picture() {
        let size = (131, 97);
        let level = |n: u32| (n.wrapping_mul(2_654_435_761) >> 21) as u8;
        let rgba: Vec<u8> = (0..size.0 * size.1 * 4).map(level).collect();
        let picture = Window::whole(size, false, &rgba);
        for sigma_px in [0.3, 1.0, 1.8, 2.4, 2.5, 4.9, 5.0, 17.0] {
            let plan = Plan::new(sigma_px);
            let rows = |region: Region, source: &Window| -> Vec<Vec<Rgba16>> {
                let mut blurred = GaussianBlur::of(&plan, region, source);
                (0..region.height).map(|_| blurred.next().to_vec()).collect()
            };
            let whole = rows(picture.region, &picture);
            for (x, y, width, height) in [(50, 40, 1, 1), (51, 41, 8, 3), (0, 30, 131, 2), (130, 0, 1, 97)] {
                let region = Region { x, y, width, height };
                let input_region = region.grown(plan.radius_px(), size);
                let mut part = vec![0; input_region.width as usize * input_region.height as usize * 4];
                picture.copy(input_region, &mut part);
                let found = rows(region, &Window { rgba: &part, region: input_region, ..picture });
                for (y, row) in (y as usize..).zip(found) {
                    assert_eq!(row, whole[y][x as usize..][..width as usize], "{sigma_px} {region:?}");
                }
            }
        }
    }
}
