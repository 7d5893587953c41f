//! Halftone: dots of ink on white paper, as in print.
//!
//! Dots stand on a square grid that is turned by the angle; one grid point is the picture's upper left corner. One ink
//! is black and prints the luma of Grayscale. Three are cyan, magenta and yellow, each for what a channel lacks of
//! white, on grids turned by 30° less, by 30° more and by 45° less. A dot for the level l has the radius R of the
//! circle that covers 1 − l / 255 of a square of the grid, as far as it lies in it. A pixel whose middle is d pixels
//! from that of the nearest dot gets R + e − d of ink, cut to 0–1. The edge e is half a pixel, so that edges are
//! smooth; but only R where that is less, so that white stays clean, and as much more as half a pixel is above what
//! R lacks of the largest radius, so that black does.
//!
//! The spacing counts pixels at full size. In a small view, where dots would be less than 4 pixels apart, they fade
//! into the levels they stand for, and are gone at 2. Our own; in `f32`, in one order of operations everywhere, with
//! places on the grid counted in 2³² parts; works on gamma-coded sRGB. Alpha is not touched. There is no neutral
//! setting.

use std::sync::LazyLock;

use super::grayscale::luma;
use crate::filter::{Filter, param};
use crate::{Group, Kernel, PixelPosition, Text};

pub(super) const FILTER: Filter = Filter {
    id: "halftone",
    name: Text { en: "Halftone", de: "Druckraster" },
    summary: Text {
        en: "Prints the picture in dots of ink.",
        de: "Druckt in Punkten, deren Größe die Helligkeit ergibt.",
    },
    synonyms: Text { en: "print, dots, newspaper, cmyk", de: "druck, punkte, zeitung, rasterpunkte" },
    group: Group::Effect,
    params: &[
        param("spacing_px", Text { en: "Spacing", de: "Abstand" }).range(4.0, 100.0).unit("px").default(8.0),
        param("angle_deg", Text { en: "Angle", de: "Winkel" }).range(-90.0, 90.0).unit("°").default(45.0),
        param("inks", Text { en: "Inks", de: "Druckfarben" }).range(1.0, 3.0).step(2.0).default(3.0),
    ],
    kernel: Kernel::Positional(run),
};

/// The radius of a dot for each covered share of its grid square, in 255ths; the side of the square is 1.
static RADII: LazyLock<[f32; 256]> =
    LazyLock::new(|| std::array::from_fn(|share| radius(share as f64 / 255.0) as f32));

/// The largest radius: from the centre of the square to its corner.
const LARGEST: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// Pixels of a block: each stage loops over a whole block, so that compilers vectorise the arithmetic.
const BLOCK: usize = 64;

fn run(values: &[f64], position: PixelPosition, rgba: &mut [u8]) {
    let (spacing, angle) = (values[0] * position.scale, values[1]);
    let screen = Screen::new(spacing);
    if screen.seen == 0.0 {
        return;
    }
    let grids = [-30.0, 30.0, -45.0].map(|turn| Grid::new(spacing, angle + turn));
    let black = Grid::new(spacing, angle);
    for (block, pixels) in (0..).zip(rgba.as_chunks_mut::<4>().0.chunks_mut(BLOCK)) {
        let place = (position.x + block * BLOCK as u32, position.y);
        let mut levels = [0; BLOCK];
        if values[2] < 2.0 {
            for (level, pixel) in levels.iter_mut().zip(&*pixels) {
                let [r, g, b] = [0, 1, 2].map(|channel| i32::from(pixel[channel]));
                *level = luma(r, g, b) as u8;
            }
            let printed = screen.print(&levels, &black.distances(place));
            for (pixel, level) in pixels.iter_mut().zip(printed) {
                pixel[..3].fill(level as u8);
            }
        } else {
            for (channel, grid) in grids.iter().enumerate() {
                for (level, pixel) in levels.iter_mut().zip(&*pixels) {
                    *level = pixel[channel];
                }
                let printed = screen.print(&levels, &grid.distances(place));
                for (pixel, level) in pixels.iter_mut().zip(printed) {
                    pixel[channel] = level as u8;
                }
            }
        }
    }
}

/// The ink that dots of one spacing give.
struct Screen {
    /// For each level, the distance in pixels from the dot's centre at which its ink ends.
    reach: [f32; 256],
    /// The share of the dots in the result, from 0 to 1; the rest is the level itself.
    seen: f32,
}

impl Screen {
    fn new(spacing: f64) -> Self {
        let spacing = spacing as f32;
        let reach = |level: usize| {
            let radius = RADII[255 - level];
            let (radius, lacks) = (radius * spacing, (RADII[255] - radius) * spacing);
            radius + radius.min(0.5) + (0.5 - lacks).max(0.0)
        };
        Self { reach: std::array::from_fn(reach), seen: (spacing / 2.0 - 1.0).clamp(0.0, 1.0) }
    }

    /// The output levels of pixels, from their input levels and their distances from the nearest dot.
    fn print(&self, levels: &[u8; BLOCK], distances: &[f32; BLOCK]) -> [u32; BLOCK] {
        // Looked up first, so that compilers vectorise the rest.
        let reach = levels.map(|level| self.reach[usize::from(level)]);
        std::array::from_fn(|index| {
            // `clamp` written as two selects, which compile to one instruction each.
            let ink = reach[index] - distances[index];
            let ink = if ink > 0.0 { ink } else { 0.0 };
            let ink = if ink < 1.0 { ink } else { 1.0 };
            let level = f32::from(levels[index]);
            let level = level + (255.0 - 255.0 * ink - level) * self.seen;
            // Adding 2²³ leaves the nearest integer in the lowest bits of the f32.
            (level + 8_388_608.0).to_bits() & 255
        })
    }
}

/// A rotated grid of dots: the grid coordinates of one step of half a pixel, in units of spacing / 2³².
struct Grid {
    spacing: f32,
    cos: i32,
    sin: i32,
}

impl Grid {
    fn new(spacing: f64, angle_deg: f64) -> Self {
        let angle = angle_deg.to_radians();
        let [cos, sin] = [libm::cos(angle), libm::sin(angle)];
        // Steps of half a pixel, because pixel centres lie at odd multiples of them.
        let parts = |share: f64| (share / spacing * f64::from(1_u32 << 31)).round() as i32;
        Self { spacing: spacing as f32, cos: parts(cos), sin: parts(sin) }
    }

    /// The distances of a row of pixel centres to the centres of their nearest dots, in pixels.
    fn distances(&self, (x, y): (u32, u32)) -> [f32; BLOCK] {
        let middle = |at: u32| (2 * at + 1) as i32;
        let (x, y) = (middle(x), middle(y));
        std::array::from_fn(|index| {
            let x = x.wrapping_add(2 * index as i32);
            // Wrapping arithmetic drops whole dots; the rest, as a signed number, is from −1/2 to 1/2 of the spacing.
            let along = x.wrapping_mul(self.cos).wrapping_add(y.wrapping_mul(self.sin));
            let across = y.wrapping_mul(self.cos).wrapping_sub(x.wrapping_mul(self.sin));
            let [along, across] = [along, across].map(|parts| parts as f32 * (1.0 / 4_294_967_296.0));
            (along * along + across * across).sqrt() * self.spacing
        })
    }
}

/// The radius of a centred circle that covers this share of a square of side 1.
fn radius(share: f64) -> f64 {
    let (mut least, mut most) = (0.0, LARGEST);
    // Bisection to the precision of f64.
    for _ in 0..60 {
        let middle = f64::midpoint(least, most);
        if covered(middle) < share { least = middle } else { most = middle }
    }
    most
}

fn covered(radius: f64) -> f64 {
    let square = radius * radius;
    let beyond =
        if radius > 0.5 { square * libm::acos(0.5 / radius) - 0.5 * (square - 0.25).sqrt() } else { 0.0 };
    std::f64::consts::PI * square - 4.0 * beyond
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PixelOrigin, apply_positional};

    fn printed(values: &[f64], scale: f64, level: u8) -> Vec<u8> {
        let mut rgba = [level, level, level, 200].repeat(150 * 150);
        let origin = PixelOrigin { scale, ..PixelOrigin::whole(150, 150) };
        apply_positional(&origin, 0, &mut rgba, |position, pixels| run(values, position, pixels));
        rgba
    }

    #[test]
    fn white_and_black_stay_clean() {
        for values in [[4.0, 45.0, 3.0], [8.0, -90.0, 1.0], [33.0, 7.0, 3.0], [100.0, 20.0, 1.0]] {
            for level in [0, 255] {
                let expected = [level, level, level, 200].repeat(150 * 150);
                assert!(printed(&values, 1.0, level) == expected, "{values:?}");
            }
        }
    }

    #[test]
    fn dots_cover_what_a_level_lacks() {
        for share in [0.0, 0.1, 0.5, 0.8, 1.0] {
            assert!((covered(radius(share)) - share).abs() < 1e-12);
        }
        for inks in [1.0, 3.0] {
            for level in [30, 128, 220] {
                let found = printed(&[10.0, 45.0, inks], 1.0, level);
                let sum: u64 = found.chunks(4).map(|pixel| u64::from(pixel[0])).sum();
                let mean = sum as f64 / (150.0 * 150.0);
                assert!((mean - f64::from(level)).abs() < 3.0, "{level} becomes {mean}");
            }
        }
    }

    #[test]
    fn small_views_show_levels_instead_of_dots() {
        let plain = |level: u8| [level, level, level, 200].repeat(150 * 150);
        assert!(printed(&[8.0, 45.0, 1.0], 0.25, 100) == plain(100));
        assert!(printed(&[4.0, 45.0, 3.0], 0.001, 7) == plain(7));
        assert!(printed(&[8.0, 45.0, 1.0], 0.3, 100) != plain(100));
    }
}
