//! Sepia: the classic matrix in exact integers, each row ⌊min(255000, …) / 1000⌋.

use super::Kernel;
use crate::{Group, Kind, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "sepia",
    name: "Sepia",
    summary: "Tones the picture brown, like an old print.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|_, rgba| {
    for pixel in rgba.as_chunks_mut::<4>().0 {
        let [r, g, b, _] = pixel.map(u32::from);
        let row = |kr: u32, kg: u32, kb: u32| -> u8 { ((kr * r + kg * g + kb * b) / 1000).min(255) as u8 };
        (pixel[0], pixel[1], pixel[2]) = (row(393, 769, 189), row(349, 686, 168), row(272, 534, 131));
    }
});
