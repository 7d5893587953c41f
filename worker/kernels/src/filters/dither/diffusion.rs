//! Error diffusion that any part of a picture can be computed by itself.
//!
//! What a pixel gets wrong is given to those to come: 7/16 to the right, 3/16 below to the left, 5/16 below, the rest
//! below to the right. So each pixel depends on all before it. To end that, the picture is cut into tiles of
//! 64 × 64 pixels from its upper left corner, and each is diffused alone, in rows from left to right. Two things keep
//! the seams from being seen:
//!
//! - It begins 16 pixels above and to the left of the tile and goes on 8 to its right, and what lies there is thrown
//!   away: all those pixels (edges replicated) only bring the errors into the state that they have in the middle of
//!   things. The first row begins with random ones, evenly spread over a step.
//! - Everywhere a random number, evenly spread over 5/16 of a step, is added before a step is chosen, but not to the
//!   error. Diffusion makes stripes and chequers, in which a seam would be seen as a fault; these are broken up, and
//!   with them the worms in light and dark parts.
//!
//! Random numbers are of the picture's rows and columns, modulo 2³²: h = mixed(mixed(row) ^ column), with `hash` of
//! Grain, and for first rows mixed(mixed(row ^ 2³¹) ^ column). From the uppermost bits, a step being 1024,
//! ⌊5 (⌊h / 2²⁰⌋ − 2048) / 64⌋ is added and ⌊h / 2²²⌋ − 512 are first errors. All channels get the same, so that
//! greys stay grey. Shares of errors are rounded down, but for the last one.

use std::array::from_fn;

use super::super::grain::hash;
use crate::{Region, Window};

const TILE: u32 = 64;
/// Pixels above and to the left of a tile from which diffusion starts, so that no pattern shows at its edge.
const BEFORE: u32 = 16;
/// Pixels to the right of a tile, whose errors diffuse back into the rows below.
const AFTER: u32 = 8;
const ACROSS: usize = (BEFORE + TILE + AFTER) as usize;
const STEP: i16 = 1024;

/// The halo in pixels: from the last pixel of a tile to the first that it depends on.
pub const RADIUS_PX: u32 = TILE - 1 + BEFORE;

/// One pixel of each of two neighbouring tiles, which do not depend on each other, in eight lanes.
type Two = [i16; 8];

pub fn diffuse(steps: u32, source: &Window, region: Region, out: &mut [u8]) {
    let corner = |at: u32| at / TILE * TILE;
    for y in (corner(region.y)..region.y + region.height).step_by(TILE as usize) {
        for x in (corner(region.x)..region.x + region.width).step_by(2 * TILE as usize) {
            two_tiles(steps, source, region, (x, y), out);
        }
    }
}

/// Dithers the tile that begins here and the next one, and writes their parts of the region.
fn two_tiles(steps: u32, source: &Window, region: Region, (x, y): (u32, u32), out: &mut [u8]) {
    let [left, top] = [x, y].map(|start| i64::from(start) - i64::from(BEFORE));
    let [mut levels, mut noise, mut errors, mut below] = [[[0; 8]; ACROSS]; 4];
    random(top as u32 ^ 1 << 31, left, |h| (h >> 22) as i16 - STEP / 2, &mut errors);
    for row in top..i64::from((y + TILE).min(region.y + region.height)) {
        read(source, (left, row), &mut levels);
        random(row as u32, left, |h| (((h >> 20) as i16 - 2048) * 5) >> 6, &mut noise);
        diffuse_row(steps as i16, &noise, &errors, &mut levels, &mut below);
        (errors, below) = (below, errors);
        if row >= i64::from(region.y.max(y)) {
            let start = (row as usize - region.y as usize) * region.width as usize;
            let out = &mut out.as_chunks_mut::<4>().0[start..][..region.width as usize];
            let own = &source.row(row)[(region.x - source.region.x) as usize..];
            write(&levels, x, region, own, out);
        }
    }
}

/// Writes one row of both tiles to the region.
fn write(levels: &[Two; ACROSS], x: u32, region: Region, own: &[[u8; 4]], out: &mut [[u8; 4]]) {
    for tile in [0, 1] {
        let start = x + TILE * tile as u32;
        let (from, to) = (start.max(region.x), (start + TILE).min(region.x + region.width));
        if from >= to {
            continue;
        }
        let inside = (from - region.x) as usize..(to - region.x) as usize;
        let levels = &levels[(from - start + BEFORE) as usize..];
        for ((pixel, levels), own) in out[inside.clone()].iter_mut().zip(levels).zip(&own[inside]) {
            let colour = u32::from_le_bytes(from_fn(|channel| levels[4 * tile + channel] as u8));
            *pixel = ((colour & 0x00ff_ffff) | (u32::from_le_bytes(*own) & 0xff00_0000)).to_le_bytes();
        }
    }
}

/// The random numbers of one row of both tiles.
fn random(row: u32, left: i64, form: impl Fn(u32) -> i16, numbers: &mut [Two; ACROSS]) {
    let row = hash(row);
    for (column, numbers) in (0..).zip(numbers) {
        let [first, second] =
            [0, TILE].map(|tile| form(hash(row ^ (left as u32).wrapping_add(tile + column))));
        *numbers = from_fn(|lane| if lane < 4 { first } else { second });
    }
}

/// Reads one row of pixels of both tiles.
fn read(source: &Window, (left, row): (i64, i64), levels: &mut [Two; ACROSS]) {
    let mut pixels = [[[0; 4]; ACROSS]; 2];
    for (tile, pixels) in (0..).zip(&mut pixels) {
        source.copy_row(left + tile * i64::from(TILE), row, pixels);
    }
    for ((levels, first), second) in levels.iter_mut().zip(&pixels[0]).zip(&pixels[1]) {
        *levels = from_fn(|lane| i16::from(if lane < 4 { first[lane] } else { second[lane - 4] }));
    }
}

/// Diffuses one row: replaces `levels` by the chosen levels, and fills `below` with the errors for the next row from
/// `errors`, those of the row above.
fn diffuse_row(
    steps: i16,
    noise: &[Two; ACROSS],
    errors: &[Two; ACROSS],
    levels: &mut [Two; ACROSS],
    below: &mut [Two; ACROSS],
) {
    // In 128ths.
    let per_step = 32_640 / steps;
    // Errors for the pixel to the right, for the one below so far, and for the one below to the right.
    let [mut right, mut under, mut ahead]: [Two; 3] = [[0; 8]; 3];
    for column in 0..ACROSS {
        let mut back = [0; 8];
        for lane in 0..8 {
            let fourth = 4 * steps * levels[column][lane];
            let want = fourth + over_255(fourth) + errors[column][lane] + right[lane];
            let step = ((want + noise[column][lane] + STEP / 2) >> 10).clamp(0, steps);
            levels[column][lane] = level(step, per_step);
            let error = want - step * STEP;
            let (under_left, straight_under) = ((3 * error) >> 4, (5 * error) >> 4);
            right[lane] = (7 * error) >> 4;
            back[lane] = under[lane] + under_left;
            under[lane] = ahead[lane] + straight_under;
            ahead[lane] = error - right[lane] - under_left - straight_under;
        }
        below[column.saturating_sub(1)] = back;
    }
    below[ACROSS - 1] = under;
}

/// The level of a step, rounded to the nearest. The constant is a little more than half, because `per_step` (in 128ths of
/// a level) is rounded down.
fn level(step: i16, per_step: i16) -> i16 {
    (step * per_step + 68) >> 7
}

/// number / 255, rounded to the nearest.
fn over_255(number: i16) -> i16 {
    let from_half = number + 127;
    (from_half + 1 + (from_half >> 8)) >> 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_rounded_as_promised() {
        for steps in 1..16 {
            for step in 0..=steps {
                let exact = super::super::level(step as u32, steps as u32);
                assert_eq!(level(step, 32_640 / steps), i16::from(exact), "{step} of {steps}");
            }
        }
        for number in 0..=4 * 15 * 255 {
            assert_eq!(i32::from(over_255(number)), (i32::from(number) * 2 + 255) / 510, "{number}");
        }
    }

    /// Regions over several tiles, beginning and ending anywhere.
    #[test]
    fn parts_of_pictures_fit_together() {
        let size = (150, 140);
        let rgba: Vec<u8> = (0..size.0 * size.1 * 4).map(|n| (n / 173 + n % 4 * 40) as u8).collect();
        let source = Window::whole(size, false, &rgba);
        let mut all = vec![0; rgba.len()];
        diffuse(1, &source, source.region, &mut all);
        for region in [(63, 63, 2, 2), (64, 0, 86, 64), (149, 139, 1, 1), (10, 127, 140, 13)] {
            let region = Region { x: region.0, y: region.1, width: region.2, height: region.3 };
            let input_region = region.grown(RADIUS_PX, size);
            let mut part = vec![0; (input_region.width * input_region.height * 4) as usize];
            source.copy(input_region, &mut part);
            let source = Window { rgba: &part, region: input_region, ..source };
            let mut found = vec![0; (region.width * region.height * 4) as usize];
            diffuse(1, &source, region, &mut found);
            let mut expected = found.clone();
            Window::whole(size, false, &all).copy(region, &mut expected);
            assert!(found == expected, "{region:?}");
        }
    }

    /// Random numbers must not set a dot in areas that are exactly on an output level.
    #[test]
    fn what_is_on_a_level_stays_clean() {
        let size = (200, 200);
        for (steps, level) in [(1, 0), (1, 255), (3, 85), (15, 17)] {
            let rgba = [level, level, level, 255].repeat(200 * 200);
            let source = Window::whole(size, true, &rgba);
            let mut found = vec![0; rgba.len()];
            diffuse(steps, &source, source.region, &mut found);
            assert!(found == rgba, "{level} in {steps} steps");
        }
    }
}
