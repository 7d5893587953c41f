//! Grayscale: ⌊(299 R + 587 G + 114 B) / 1000⌋ in exact integers.

use super::Kernel;
use crate::{Group, Kind, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "grayscale",
    name: "Grayscale",
    summary: "Turns colours into greys of the same lightness.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|_, rgba| {
    for pixel in rgba.as_chunks_mut::<4>().0 {
        let [r, g, b, _] = pixel.map(u32::from);
        let luma = ((299 * r + 587 * g + 114 * b) / 1000) as u8;
        pixel[..3].fill(luma);
    }
});
