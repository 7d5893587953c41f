//! Pixelate: the picture in squares of one colour each, the mean of theirs.
//!
//! Squares are counted from the picture's upper left corner; those that its other edges cut off are the means of
//! what is left. Means are of gamma-coded sRGB, colour times alpha, in whole numbers, rounded to the nearest level,
//! halves up; where alpha rounds to 0 there is no colour. A size of 1 changes nothing. The size counts pixels at
//! full size: in a smaller view square k begins at the pixel nearest to k times the size there.

use crate::filter::{Filter, param};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "pixelate",
    name: Text { en: "Pixelate", de: "Verpixeln" },
    summary: Text {
        en: "Turns the picture into squares of one colour.",
        de: "Macht aus dem Bild Quadrate von je einer Farbe.",
    },
    synonyms: Text { en: "mosaic, blocks, censor", de: "mosaik, klötze, zensieren, unkenntlich" },
    group: Group::Effect,
    params: &[param("size_px", Text { en: "Size", de: "Größe" })
        .range(1.0, 200.0)
        .unit("px")
        .default(1.0)
        .example(8.0)],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px: |values, scale| (values[0] * scale).ceil() as u32,
        run: |values, source, region, out| {
            let side = values[0] * source.scale;
            if side <= 1.0 || out.is_empty() {
                return source.copy(region, out);
            }
            squares(side, source, region, out);
        },
    }),
};

fn squares(side: f64, source: &Window, region: Region, out: &mut [u8]) {
    let (right, bottom) = (region.x + region.width, region.y + region.height);
    let columns = spans(side, (region.x, right), source.picture.0);
    let (Some((first, _)), Some((_, end))) = (columns.first(), columns.last()) else { return };
    let mut sums = vec![[0; 4]; (end - first) as usize];
    let mut row = vec![[0; 4]; region.width as usize];
    let mut rest = out.as_chunks_mut::<4>().0;
    for (above, below) in spans(side, (region.y, bottom), source.picture.1) {
        sums.fill([0; 4]);
        for y in above..below {
            let pixels = &source.row(i64::from(y))[(first - source.region.x) as usize..][..sums.len()];
            add(pixels, source.opaque, &mut sums);
        }
        for &(left, end) in &columns {
            let pixels = &sums[(left - first) as usize..(end - first) as usize];
            let inside = left.max(region.x) - region.x..end.min(right) - region.x;
            row[inside.start as usize..inside.end as usize].fill(mean(pixels, below - above, source.opaque));
        }
        let rows = (below.min(bottom) - above.max(region.y)) as usize;
        let (now, later) = rest.split_at_mut(rows * row.len());
        now.chunks_exact_mut(row.len()).for_each(|out| out.copy_from_slice(&row));
        rest = later;
    }
}

/// The start and end of each square that overlaps the range, along a side of `length` pixels.
fn spans(side: f64, (from, to): (u32, u32), length: u32) -> Vec<(u32, u32)> {
    let edge = |square: u32| ((f64::from(square) * side).round() as u32).min(length);
    // One square earlier, in case the division rounds up past an edge.
    let first = ((f64::from(from) / side) as u32).saturating_sub(1);
    let spans = (first..).map(|square| (edge(square), edge(square + 1)));
    spans.skip_while(|(_, end)| *end <= from).take_while(|(start, _)| *start < to).collect()
}

/// Adds premultiplied colours and alpha to the sums, of opaque pixels only levels. Sums of the largest square are below
/// 2³².
fn add(pixels: &[[u8; 4]], opaque: bool, sums: &mut [[u32; 4]]) {
    if opaque {
        for (level, sum) in pixels.as_flattened().iter().zip(sums.as_flattened_mut()) {
            *sum += u32::from(*level);
        }
        return;
    }
    for (pixel, sum) in pixels.iter().zip(sums) {
        let [r, g, b, a] = pixel.map(u32::from);
        for (sum, part) in sum.iter_mut().zip([r * a, g * a, b * a, a]) {
            *sum += part;
        }
    }
}

/// The mean colour of a square of `rows` rows, from the sums of its columns.
fn mean(columns: &[[u32; 4]], rows: u32, opaque: bool) -> [u8; 4] {
    let [r, g, b, a] = [0, 1, 2, 3].map(|k| columns.iter().map(|sums| u64::from(sums[k])).sum::<u64>());
    let rounded = |sum: u64, count: u64| ((2 * sum + count) / (2 * count)) as u8;
    let count = columns.len() as u64 * u64::from(rows);
    let alpha = rounded(a, count);
    if alpha == 0 {
        return [0; 4];
    }
    let per = if opaque { count } else { a };
    [rounded(r, per), rounded(g, per), rounded(b, per), alpha]
}
