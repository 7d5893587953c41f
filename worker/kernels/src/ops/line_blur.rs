//! Motion blur: means along a line segment, row by row.
//!
//! A pixel and its neighbour across the line are interleaved in one vector, so that one dot-product instruction
//! interpolates between them and applies the sample's weight. In premultiplied 16-bit channels (Q8).

mod pairs;
mod plan;

use crate::pixel::premultiplied::premultiply;
use crate::simd::i16x8::Rgba16;
use crate::{Region, Window};
use pairs::{AT_ONCE, Pairs, sum};
use plan::Span;

pub use plan::Plan;

/// A region of an image, blurred along a line and produced row by row.
pub struct LineBlur<'a> {
    plan: &'a Plan,
    pixels: Pixels<'a>,
    /// Sums of runs of samples, and one row of them before it is interleaved.
    runs: Pairs,
    run: Vec<Rgba16>,
    /// The region's first column, next row and width.
    x: i64,
    y: i64,
    width: usize,
    row: Vec<Rgba16>,
}

/// The image's own pixels, interleaved with their neighbours.
struct Pixels<'a> {
    source: &'a Window<'a>,
    pairs: Pairs,
    bytes: Vec<[u8; 4]>,
    row: Vec<Rgba16>,
}

impl<'a> LineBlur<'a> {
    pub fn new(plan: &'a Plan, source: &'a Window<'a>, region: Region) -> Self {
        let (x, y, is_below) = (i64::from(region.x), i64::from(region.y), plan.is_flat);
        let width = (region.width as usize).next_multiple_of(AT_ONCE);
        let [run, singles, runs] = [&plan.run, &plan.singles, &plan.runs].map(|taps| Span::of(taps));
        let run_width = (width + runs.x.count()).next_multiple_of(AT_ONCE);

        // All runs that a row needs are computed before it, so that their rows are ahead of it.
        let ahead = runs.y.last + i64::from(is_below);
        let newest = singles.y.last.max(ahead + run.y.last);
        let oldest = singles.y.first.min(ahead + run.y.first);
        let first_x = singles.x.first.min(runs.x.first + run.x.first);
        let end_x =
            (width as i64 + singles.x.last).max(runs.x.first + (run_width + AT_ONCE) as i64 + run.x.last);
        let columns = ((end_x - first_x) as usize).next_multiple_of(2);
        let first_y = singles.y.first.min(runs.y.first + run.y.first);
        let pairs = Pairs::new(is_below, x + first_x, columns, y + first_y, newest - oldest + 1);
        let runs = Pairs::new(is_below, x + runs.x.first, run_width, y + runs.y.first, runs.y.count() as i64);
        let run = vec![[0; 4]; run_width + AT_ONCE];
        let (bytes, row) = (vec![[0; 4]; pairs.row_px()], vec![[0; 4]; pairs.row_px()]);
        let pixels = Pixels { source, pairs, bytes, row };
        Self { plan, pixels, runs, run, x, y, width: region.width as usize, row: vec![[0; 4]; width] }
    }

    /// The next row.
    pub fn next(&mut self) -> &[Rgba16] {
        for tap in &self.plan.runs {
            while self.runs.lacks(self.y + tap.y) {
                let y = self.runs.y;
                self.plan.run.iter().for_each(|tap| self.pixels.read(y + tap.y));
                let indices = self.pixels.pairs.tap_indices(&self.plan.run, self.runs.x, y);
                sum(&mut self.run, [(&self.pixels.pairs, &indices), (&self.runs, &[])]);
                self.runs.push(&self.run);
            }
        }
        self.plan.singles.iter().for_each(|tap| self.pixels.read(self.y + tap.y));
        let singles = self.pixels.pairs.tap_indices(&self.plan.singles, self.x, self.y);
        let runs = self.runs.tap_indices(&self.plan.runs, self.x, self.y);
        sum(&mut self.row, [(&self.pixels.pairs, &singles), (&self.runs, &runs)]);
        self.y += 1;
        &self.row[..self.width]
    }
}

impl Pixels<'_> {
    /// Reads rows until the pairs of row `y` are there.
    fn read(&mut self, y: i64) {
        while self.pairs.lacks(y) {
            self.source.copy_row(self.pairs.x, self.pairs.y, &mut self.bytes);
            premultiply(&self.bytes, self.source.opaque, &mut self.row);
            self.pairs.push(&self.row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines nearer to the horizontal and to the vertical, rising and falling, with runs and without.
    #[test]
    fn a_region_is_blurred_as_in_the_whole_picture() {
        let size = (61, 57);
        let level = |n: u32| (n.wrapping_mul(2_654_435_761) >> 21) as u8;
        let rgba: Vec<u8> = (0..size.0 * size.1 * 4).map(level).collect();
        let picture = Window::whole(size, false, &rgba);
        for (length_px, angle_deg) in [(0.7, 30.0), (9.0, -20.0), (30.5, 35.0), (31.0, -80.0), (44.0, 60.0)] {
            let plan = Plan::new(length_px, angle_deg);
            let rows = |region: Region, source: &Window| -> Vec<Vec<Rgba16>> {
                let mut streaks = LineBlur::new(&plan, source, region);
                (0..region.height).map(|_| streaks.next().to_vec()).collect()
            };
            let whole = rows(picture.region, &picture);
            for (x, y, width, height) in [(20, 20, 1, 1), (21, 19, 9, 3), (0, 30, 61, 2), (60, 0, 1, 57)] {
                let region = Region { x, y, width, height };
                let input_region = region.grown(plan.radius_px(), size);
                let mut part = vec![0; input_region.width as usize * input_region.height as usize * 4];
                picture.copy(input_region, &mut part);
                let found = rows(region, &Window { rgba: &part, region: input_region, ..picture });
                for (y, row) in (y as usize..).zip(found) {
                    assert_eq!(row, whole[y][x as usize..][..width as usize], "{length_px} {angle_deg}");
                }
            }
        }
    }
}
