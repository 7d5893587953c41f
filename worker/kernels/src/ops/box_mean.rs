//! Plain means over rectangles.
//!
//! Sums slide along: each step adds what comes in and takes away what goes out, in whole numbers, so that nothing
//! is lost on the way and the cost does not grow with the radius.

use crate::pixel::premultiplied::premultiply;
use crate::simd::i16x8::{Lanes, Sums, Wide};
use crate::{Region, Window};

/// Means over rectangles, row by row.
pub struct Boxes<'a> {
    source: &'a Window<'a>,
    across: Side,
    down: Side,
    /// The next row.
    y: i64,
    /// The first column.
    x: i64,
    /// Sums of the pixels that count fully, by twos.
    sums: Vec<[Sums; 2]>,
    /// The lowest row of those, and the rows above and below them.
    entering: Vec<[Wide; 2]>,
    above: Vec<[Wide; 2]>,
    below: Vec<[Wide; 2]>,
    bytes: Vec<[u8; 4]>,
    /// Means down the columns, and of those along the row.
    columns: Vec<[Wide; 2]>,
    row: Vec<Wide>,
    width: usize,
}

impl<'a> Boxes<'a> {
    /// Of rectangles that reach so far to the sides, and up and down. A pixel that they cover in part counts in part.
    pub fn new(radii_px: (f64, f64), source: &'a Window<'a>, region: Region) -> Self {
        let (across, down) = (Side::new(radii_px.0), Side::new(radii_px.1));
        let (width, whole) = (region.width as usize, down.whole as i64);
        // With one pixel more than they reach on each side.
        let twos = width.div_ceil(2) + across.whole + 1;
        let nothing = [[0; 4]; 2];
        let mut boxes = Self {
            source,
            across,
            down,
            y: i64::from(region.y),
            x: i64::from(region.x) - across.whole as i64 - 1,
            sums: vec![[Sums::ZERO; 2]; twos],
            entering: vec![nothing; twos],
            above: vec![nothing; twos],
            below: vec![nothing; twos],
            bytes: vec![[0; 4]; twos * 2],
            columns: vec![nothing; twos],
            row: vec![[0; 4]; width.next_multiple_of(2)],
            width,
        };
        // Those of the row before the first one.
        for y in boxes.y - 1 - whole..boxes.y + whole {
            boxes.read_below(y);
            for (sums, below) in boxes.sums.iter_mut().zip(&boxes.below) {
                let below = Lanes::load(below).split();
                *sums = [sums[0].add(below[0]), sums[1].add(below[1])];
            }
        }
        boxes.read_below(boxes.y + whole);
        boxes
    }

    /// How far away the pixels are that are read: one more, because what goes out is read when it has just gone.
    pub fn reach_px(radius_px: f64) -> u32 {
        radius_px as u32 + 1
    }

    /// The next row.
    pub fn next(&mut self) -> &[Wide] {
        let whole = self.down.whole as i64;
        // What was below comes in, and the upper row of what was summed up goes out.
        std::mem::swap(&mut self.entering, &mut self.below);
        self.source.copy_row(self.x, self.y - whole - 1, &mut self.bytes);
        premultiply(&self.bytes, self.source.opaque, self.above.as_flattened_mut());
        self.read_below(self.y + whole + 1);
        let rows = self.entering.iter().zip(&self.above).zip(&self.below);
        for ((mean, sums), ((entering, above), below)) in
            self.columns.iter_mut().zip(&mut self.sums).zip(rows)
        {
            let [entering, above, below] = [entering, above, below].map(|row| Lanes::load(row).split());
            let [first, second] = [0, 1].map(|x| {
                sums[x] = sums[x].add(entering[x]).sub(above[x]);
                sums[x].weighted(above[x].add(below[x]), self.down.weights)
            });
            first.narrow(second).store(mean);
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

/// Means along a row that begins one pixel before the first square.
fn across(row: &[Wide], side: Side, into: &mut [Wide]) {
    let mut sum = row[..=2 * side.whole].iter().fold(Sums::ZERO, |sum, pixel| sum.add(Sums::of(*pixel)));
    let right = &row[2 * side.whole + 1..];
    let mut mean = |left: Wide, right: Wide, beyond: Wide| {
        let left = Sums::of(left);
        sum = sum.add(Sums::of(right)).sub(left);
        sum.weighted(left.add(Sums::of(beyond)), side.weights)
    };
    let rights = right.array_windows::<3>().step_by(2);
    for ((left, right), into) in row.as_chunks().0.iter().zip(rights).zip(into.as_chunks_mut().0) {
        let [first, second]: &[Wide; 2] = left;
        mean(*first, right[0], right[1]).narrow(mean(*second, right[1], right[2])).store(into);
    }
}

/// Half a side.
#[derive(Clone, Copy)]
struct Side {
    /// Pixels to each side that count fully.
    whole: usize,
    /// What the sum of those makes of the mean, and the two pixels beyond them.
    weights: [f32; 2],
}

impl Side {
    fn new(radius_px: f64) -> Self {
        let whole = radius_px.floor();
        let one = 1.0 / (2.0 * radius_px + 1.0);
        Self { whole: whole as usize, weights: [one as f32, ((radius_px - whole) * one) as f32] }
    }
}
