//! Box blur: each pixel becomes the plain mean of the square around it.
//!
//! The square reaches `radius` pixels in each direction, so that its sides are 2 · radius + 1. Where a smaller view
//! makes that no whole number, its outermost pixels count for as much of them as it covers. Works on gamma-coded
//! sRGB, colour times alpha; edges are replicated; rounded to the nearest level. The radius counts pixels at full
//! size.
//!
//! Sums slide along: each step adds what comes in and takes away what goes out, in whole numbers, so that nothing
//! is lost on the way and the cost does not grow with the radius.

use crate::lanes::{Lanes, Sums, Wide};
use crate::premultiplied::{premultiply, unpremultiply};
use crate::{Area, Group, Kernel, Kind, Param, Region, Spec, Window};

pub(super) const SPEC: Spec = Spec {
    id: "box-blur",
    name: "Box blur",
    summary: "Softens the picture by plain means of squares.",
    group: Group::Blur,
    kind: Kind::Area,
    params: &[Param {
        id: "radius_px",
        name: "Radius",
        unit: "px",
        min: 0.0,
        max: 250.0,
        step: 1.0,
        default: 0.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Area(Area {
    // One more, because what goes out is read when it has just gone.
    reach_px: |values, scale| (values[0] * scale) as u32 + 1,
    run: |values, source, region, out| {
        let radius_px = values[0] * source.scale;
        if radius_px == 0.0 || out.is_empty() {
            return source.copy(region, out);
        }
        let mut means = Means::new(radius_px, source, region);
        let width = region.width as usize;
        let (side, mut row) = (means.side, vec![[0; 4]; width.next_multiple_of(2)]);
        for out in out.chunks_exact_mut(width * 4) {
            across(means.next(), side, &mut row);
            unpremultiply(&row[..width], source.opaque, out);
        }
    },
});

/// Half the side of a square.
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

/// Means down the columns, row by row.
struct Means<'a> {
    source: &'a Window<'a>,
    side: Side,
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
    row: Vec<[Wide; 2]>,
}

impl<'a> Means<'a> {
    /// With one pixel more on each side than squares reach.
    fn new(radius_px: f64, source: &'a Window<'a>, region: Region) -> Self {
        let side = Side::new(radius_px);
        let twos = (region.width as usize).div_ceil(2) + side.whole + 1;
        let nothing = [[0; 4]; 2];
        let mut means = Self {
            source,
            side,
            y: i64::from(region.y),
            x: i64::from(region.x) - side.whole as i64 - 1,
            sums: vec![[Sums::ZERO; 2]; twos],
            entering: vec![nothing; twos],
            above: vec![nothing; twos],
            below: vec![nothing; twos],
            bytes: vec![[0; 4]; twos * 2],
            row: vec![nothing; twos],
        };
        // Those of the row before the first one.
        let first = means.y - 1 - side.whole as i64;
        for y in first..=first + 2 * side.whole as i64 {
            means.read_below(y);
            for (sums, below) in means.sums.iter_mut().zip(&means.below) {
                let below = Lanes::load(below).split();
                *sums = [sums[0].add(below[0]), sums[1].add(below[1])];
            }
        }
        means.read_below(means.y + side.whole as i64);
        means
    }

    fn read_below(&mut self, y: i64) {
        self.source.copy_row(self.x, y, &mut self.bytes);
        premultiply(&self.bytes, self.source.opaque, self.below.as_flattened_mut());
    }

    fn next(&mut self) -> &[Wide] {
        let whole = self.side.whole as i64;
        // What was below comes in, and the upper row of what was summed up goes out.
        std::mem::swap(&mut self.entering, &mut self.below);
        self.source.copy_row(self.x, self.y - whole - 1, &mut self.bytes);
        premultiply(&self.bytes, self.source.opaque, self.above.as_flattened_mut());
        self.read_below(self.y + whole + 1);
        let rows = self.entering.iter().zip(&self.above).zip(&self.below);
        for ((mean, sums), ((entering, above), below)) in self.row.iter_mut().zip(&mut self.sums).zip(rows) {
            let [entering, above, below] = [entering, above, below].map(|row| Lanes::load(row).split());
            let [first, second] = [0, 1].map(|x| {
                sums[x] = sums[x].add(entering[x]).sub(above[x]);
                sums[x].weighted(above[x].add(below[x]), self.side.weights)
            });
            first.narrow(second).store(mean);
        }
        self.y += 1;
        self.row.as_flattened()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// In a view of half the size, a radius of one pixel covers half of each neighbour.
    #[test]
    fn pixels_at_the_rim_count_for_what_is_covered() {
        let mut rgba = [0, 0, 0, 255].repeat(5);
        rgba[8..12].fill(255);
        let source = Window { scale: 0.5, ..Window::whole((5, 1), true, &rgba) };
        let mut out = vec![0; rgba.len()];
        let Kernel::Area(area) = KERNEL else { panic!("an area filter") };
        (area.run)(&[1.0], &source, source.region, &mut out);
        let levels: Vec<_> = out.chunks(4).map(|pixel| pixel[0]).collect();
        assert_eq!(levels, [0, 64, 128, 64, 0]);
    }
}
