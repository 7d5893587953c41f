//! Box blur: means over rectangles.
//!
//! Running sums: each step adds the pixels that enter the rectangle and subtracts those that leave it, in integers, so
//! that no rounding errors add up and the cost does not grow with the radius.

use crate::pixel::premultiplied::premultiply;
use crate::simd::i16x8::{I16x8, I32x4, Rgba16};
use crate::{Region, Window};

/// A region of an image, blurred by a rectangle and produced row by row.
pub struct BoxMean<'a> {
    source: &'a Window<'a>,
    across: HalfWidth,
    down: HalfWidth,
    /// The next row.
    y: i64,
    /// The first column.
    x: i64,
    /// Sums down the columns of the rows that count fully, two pixels each.
    sums: Vec<[I32x4; 2]>,
    /// The lowest of those rows, and the rows above and below them, which count in part.
    entering: Vec<[Rgba16; 2]>,
    above: Vec<[Rgba16; 2]>,
    below: Vec<[Rgba16; 2]>,
    bytes: Vec<[u8; 4]>,
    /// Means down the columns, and means of those along the row.
    columns: Vec<[Rgba16; 2]>,
    row: Vec<Rgba16>,
    width: usize,
}

impl<'a> BoxMean<'a> {
    /// Blurs by a rectangle of these radii in pixels, across and down. Fractions count: with a radius of 1.5 the pixels
    /// 2 away weigh half as much as the others.
    pub fn new(radii_px: (f64, f64), source: &'a Window<'a>, region: Region) -> Self {
        let (across, down) = (HalfWidth::new(radii_px.0), HalfWidth::new(radii_px.1));
        let (width, whole) = (region.width as usize, down.whole as i64);
        // One pixel more than the radius on each side.
        let twos = width.div_ceil(2) + across.whole + 1;
        let nothing = [[0; 4]; 2];
        let mut means = Self {
            source,
            across,
            down,
            y: i64::from(region.y),
            x: i64::from(region.x) - across.whole as i64 - 1,
            sums: vec![[I32x4::ZERO; 2]; twos],
            entering: vec![nothing; twos],
            above: vec![nothing; twos],
            below: vec![nothing; twos],
            bytes: vec![[0; 4]; twos * 2],
            columns: vec![nothing; twos],
            row: vec![[0; 4]; width.next_multiple_of(2)],
            width,
        };
        // The sums of the row before the first one.
        for y in means.y - 1 - whole..means.y + whole {
            means.read_below(y);
            for (sums, below) in means.sums.iter_mut().zip(&means.below) {
                let below = I16x8::load(below).widen();
                *sums = [sums[0].add(below[0]), sums[1].add(below[1])];
            }
        }
        means.read_below(means.y + whole);
        means
    }

    /// The halo in pixels of a blur of this radius: one more than it, because a leaving row is read when it has left.
    pub fn read_radius_px(radius_px: f64) -> u32 {
        radius_px as u32 + 1
    }

    /// The next row.
    pub fn next(&mut self) -> &[Rgba16] {
        let whole = self.down.whole as i64;
        // The row below enters the sums, and their uppermost row leaves them.
        std::mem::swap(&mut self.entering, &mut self.below);
        self.source.copy_row(self.x, self.y - whole - 1, &mut self.bytes);
        premultiply(&self.bytes, self.source.opaque, self.above.as_flattened_mut());
        self.read_below(self.y + whole + 1);
        let rows = self.entering.iter().zip(&self.above).zip(&self.below);
        for ((mean, sums), ((entering, above), below)) in
            self.columns.iter_mut().zip(&mut self.sums).zip(rows)
        {
            let [entering, above, below] = [entering, above, below].map(|row| I16x8::load(row).widen());
            let [first, second] = [0, 1].map(|x| {
                sums[x] = sums[x].add(entering[x]).sub(above[x]);
                sums[x].weighted_sum(above[x].add(below[x]), self.down.weights)
            });
            first.narrow_u16(second).store(mean);
        }
        self.y += 1;
        across(self.columns.as_flattened(), self.across, &mut self.row);
        &self.row[..self.width]
    }

    fn read_below(&mut self, y: i64) {
        self.source.copy_row(self.x, y, &mut self.bytes);
        premultiply(&self.bytes, self.source.opaque, self.below.as_flattened_mut());
    }
}

/// Means along a row that begins one pixel before the first rectangle.
fn across(row: &[Rgba16], side: HalfWidth, into: &mut [Rgba16]) {
    let mut sum =
        row[..=2 * side.whole].iter().fold(I32x4::ZERO, |sum, pixel| sum.add(I32x4::from_pixel(*pixel)));
    let right = &row[2 * side.whole + 1..];
    let mut mean = |left: Rgba16, right: Rgba16, beyond: Rgba16| {
        let left = I32x4::from_pixel(left);
        sum = sum.add(I32x4::from_pixel(right)).sub(left);
        sum.weighted_sum(left.add(I32x4::from_pixel(beyond)), side.weights)
    };
    let rights = right.array_windows::<3>().step_by(2);
    for ((left, right), into) in row.as_chunks().0.iter().zip(rights).zip(into.as_chunks_mut().0) {
        let [first, second]: &[Rgba16; 2] = left;
        mean(*first, right[0], right[1]).narrow_u16(mean(*second, right[1], right[2])).store(into);
    }
}

/// The radius of one side of the rectangle.
#[derive(Clone, Copy)]
struct HalfWidth {
    /// Pixels to each side that count fully: the whole part of the radius.
    whole: usize,
    /// Weights in the mean: of each pixel that counts fully, and of each of the two beyond them.
    weights: [f32; 2],
}

impl HalfWidth {
    fn new(radius_px: f64) -> Self {
        let whole = radius_px.floor();
        let one = 1.0 / (2.0 * radius_px + 1.0);
        Self { whole: whole as usize, weights: [one as f32, ((radius_px - whole) * one) as f32] }
    }
}
