//! Oil paint: flat strokes that keep edges, after Kuwahara and others (1976).
//!
//! Four squares of r + 1 by r + 1 pixels have their corner in a pixel: above it to the left and to the right, and
//! below it to the left and to the right. The pixel becomes the mean of the one that varies least; the first of
//! them in this order where several do. How much a square varies is the sum over its channels of n Σv² − (Σv)², with
//! its n values v, in exact integers. Means are rounded to the nearest level, halves up.
//!
//! The radius is rounded to whole pixels at the scale at hand; at 0 nothing changes. Edges are replicated. Works on
//! gamma-coded sRGB, colours multiplied with alpha and rounded to 8 bits; alpha is filtered as the colours are, and
//! they are divided by it again, rounded to the nearest level. Where alpha becomes 0, so does the colour.

use crate::filter::{Filter, param};
use crate::ops::premultiplied_rows::{PremultipliedRows, unpremultiply};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "oil-paint",
    name: Text { en: "Oil paint", de: "Ölgemälde" },
    summary: Text {
        en: "Paints flat strokes that keep edges.",
        de: "Malt flache Striche, die Kanten wahren.",
    },
    synonyms: Text { en: "kuwahara, painting, brush", de: "kuwahara, malerei, pinsel" },
    group: Group::Effect,
    params: &[
        // The variation of 256 pixels of four channels is just below 2³².
        param("radius_px", Text { en: "Radius", de: "Radius" }).range(1.0, 15.0).unit("px").default(4.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood { radius_px, run }),
};

fn radius_px(values: &[f64], scale: f64) -> u32 {
    libm::round(values[0] * scale) as u32
}

fn run(values: &[f64], source: &Window, region: Region, out: &mut [u8]) {
    let radius_px = radius_px(values, source.scale) as usize;
    if radius_px == 0 || out.is_empty() {
        return source.copy(region, out);
    }
    let mut squares = Squares::new(source, region, radius_px);
    let width = region.width as usize;
    let length = width + radius_px;
    // A ring buffer: row `index` of squares is stored at `index % side`.
    let side = radius_px + 1;
    let (mut means, mut variations) = (vec![0; side * length], vec![0; side * length]);
    for index in 0..region.height as usize + radius_px {
        let row = index % side * length..(index % side + 1) * length;
        squares.next(&mut means[row.clone()], &mut variations[row]);
        if index < radius_px {
            continue;
        }
        let at = [index + 1, index].map(|index| index % side * length);
        let at = [at[0], at[0] + radius_px, at[1], at[1] + radius_px];
        let out = &mut out[(index - radius_px) * width * 4..][..width * 4];
        choose(
            at.map(|at| &means[at..][..width]),
            at.map(|at| &variations[at..][..width]),
            out.as_chunks_mut().0,
        );
        unpremultiply(out.as_chunks_mut().0, source.opaque);
    }
}

/// Writes, for each pixel, the mean of its square with the least variation.
fn choose(means: [&[u32]; 4], variations: [&[u32]; 4], out: &mut [[u8; 4]]) {
    let count = out.len();
    let (means, variations) = (means.map(|row| &row[..count]), variations.map(|row| &row[..count]));
    for (x, pixel) in out.iter_mut().enumerate() {
        let (mut mean, mut least) = (means[0][x], variations[0][x]);
        for square in 1..4 {
            let varies_less = variations[square][x] < least;
            mean = if varies_less { means[square][x] } else { mean };
            least = least.min(variations[square][x]);
        }
        *pixel = mean.to_le_bytes();
    }
}

/// Means and variations of squares, produced row by row from running sums.
struct Squares<'a> {
    rows: PremultipliedRows<'a>,
    radius_px: usize,
    /// The top row of the next squares.
    y: i64,
    /// Sums down the columns without the last row: red and blue in one word, green and alpha in another, and all squares.
    columns: [Vec<u32>; 3],
    /// The sums of whole squares.
    sums: [Vec<u32>; 3],
}

impl<'a> Squares<'a> {
    fn new(source: &'a Window, region: Region, radius_px: usize) -> Self {
        let rows = PremultipliedRows::new(source, region, radius_px, radius_px + 1);
        let y = i64::from(region.y) - radius_px as i64;
        let across = region.width as usize + radius_px;
        let columns = [(); 3].map(|()| vec![0; across + radius_px]);
        let sums = [(); 3].map(|()| vec![0; across]);
        let mut squares = Self { rows, radius_px, y, columns, sums };
        for y in y..y + radius_px as i64 {
            squares.rows.read(y);
            squares.change(y, u32::wrapping_add);
        }
        squares
    }

    /// Writes the means and the variations of the next row of squares.
    fn next(&mut self, means: &mut [u32], variations: &mut [u32]) {
        let last = self.y + self.radius_px as i64;
        self.rows.read(last);
        self.change(last, u32::wrapping_add);
        for (columns, sums) in self.columns.iter().zip(&mut self.sums) {
            slide(columns, self.radius_px, sums);
        }
        self.change(self.y, u32::wrapping_sub);
        self.y += 1;
        let count = (self.radius_px as u32 + 1).pow(2);
        let reciprocal = reciprocal(count);
        let mean = |sum| mean(sum, count, reciprocal);
        let [two, other_two, squared] = &self.sums;
        let sums = two.iter().zip(other_two).zip(squared);
        for ((into, variation), ((two, other_two), squared)) in means.iter_mut().zip(variations).zip(sums) {
            let [r, g, b, a] = [two & 0xffff, other_two & 0xffff, two >> 16, other_two >> 16];
            *into = mean(r) | mean(g) << 8 | mean(b) << 16 | mean(a) << 24;
            // Both terms may overflow 32 bits, their difference does not.
            let of_sums = (r * r).wrapping_add(g * g).wrapping_add(b * b).wrapping_add(a * a);
            *variation = squared.wrapping_mul(count).wrapping_sub(of_sums);
        }
    }

    /// Adds row `y` to the column sums, or subtracts it.
    fn change(&mut self, y: i64, change: impl Fn(u32, u32) -> u32) {
        let [two, other_two, squared] = &mut self.columns;
        let columns = two.iter_mut().zip(other_two).zip(squared);
        for (((two, other_two), squared), pixel) in columns.zip(self.rows.row(y)) {
            let word = u32::from_le_bytes(*pixel);
            *two = change(*two, word & 0x00ff_00ff);
            *other_two = change(*other_two, word >> 8 & 0x00ff_00ff);
            let square = |level: u32| (level & 255) * (level & 255);
            *squared =
                change(*squared, square(word) + square(word >> 8) + square(word >> 16) + square(word >> 24));
        }
    }
}

/// sum / count, rounded to the nearest, by a multiplication, because SIMD has no division.
#[inline]
fn mean(sum: u32, count: u32, reciprocal: u32) -> u32 {
    ((sum + count / 2) * reciprocal) >> 24
}

fn reciprocal(count: u32) -> u32 {
    (1_u32 << 24).div_ceil(count)
}

/// Sums of each column and the `radius_px` columns right of it.
fn slide(columns: &[u32], radius_px: usize, sums: &mut [u32]) {
    let (first, incoming) = columns.split_at(radius_px);
    let mut sum: u32 = first.iter().sum();
    for ((into, incoming), outgoing) in sums.iter_mut().zip(incoming).zip(columns) {
        sum += incoming;
        *into = sum;
        sum -= outgoing;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_of_squares_are_exact() {
        for count in (2..=16_u32).map(|side| side * side) {
            for sum in 0..=255 * count {
                let exact = (2 * sum + count) / (2 * count);
                assert_eq!(mean(sum, count, reciprocal(count)), exact, "{sum} of {count}");
            }
        }
    }
}
