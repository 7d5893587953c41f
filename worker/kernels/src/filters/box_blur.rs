//! Box blur: each pixel becomes the plain mean of the square around it.
//!
//! The square reaches `radius` pixels in each direction, so that its sides are 2 · radius + 1. Where a smaller view
//! makes that no whole number, its outermost pixels count for as much of them as it covers. Works on gamma-coded
//! sRGB, colour times alpha; edges are replicated; rounded to the nearest level. The radius counts pixels at full
//! size.

use crate::filter::{Filter, param};
use crate::ops::box_mean::BoxMean;
use crate::pixel::premultiplied::unpremultiply;
use crate::{Group, Kernel, Neighbourhood, Text};

pub(super) const FILTER: Filter = Filter {
    id: "box-blur",
    name: Text { en: "Box blur", de: "Kasten-Unschärfe" },
    summary: Text {
        en: "Softens the picture by plain means of squares.",
        de: "Macht das Bild durch schlichte Mittelwerte von Quadraten weich.",
    },
    synonyms: Text { en: "mean, average, soft, smooth", de: "mittelwert, weichzeichner, weich, unscharf" },
    group: Group::Blur,
    params: &[param("radius_px", Text { en: "Radius", de: "Radius" })
        .range(0.0, 250.0)
        .unit("px")
        .example(5.0)],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px: |values, scale| BoxMean::read_radius_px(values[0] * scale),
        run: |values, source, region, out| {
            let radius_px = values[0] * source.scale;
            if radius_px == 0.0 || out.is_empty() {
                return source.copy(region, out);
            }
            let mut means = BoxMean::new((radius_px, radius_px), source, region);
            for row in out.chunks_exact_mut(region.width as usize * 4) {
                unpremultiply(means.next(), source.opaque, row);
            }
        },
    }),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Window;

    /// In a view of half the size, a radius of one pixel covers half of each neighbour.
    #[test]
    fn pixels_at_the_rim_count_for_what_is_covered() {
        let mut rgba = [0, 0, 0, 255].repeat(5);
        rgba[8..12].fill(255);
        let source = Window { scale: 0.5, ..Window::whole((5, 1), true, &rgba) };
        let mut out = vec![0; rgba.len()];
        let Kernel::Neighbourhood(area) = FILTER.kernel else { panic!("an area filter") };
        (area.run)(&[1.0], &source, source.region, &mut out);
        let levels: Vec<_> = out.chunks(4).map(|pixel| pixel[0]).collect();
        assert_eq!(levels, [0, 64, 128, 64, 0]);
    }
}
