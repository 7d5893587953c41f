//! Sepia: the classic matrix in exact integers, each row ⌊min(255000, …) / 1000⌋.

use crate::colours::{change_colours, thousandth};
use crate::{Group, Kernel, Kind, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "sepia",
    name: "Sepia",
    summary: "Tones the picture brown, like an old print.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|_, rgba| {
    change_colours(rgba, |_, [r, g, b]| {
        let row = |kr, kg, kb| thousandth(kr * r + kg * g + kb * b).min(255);
        [row(393, 769, 189), row(349, 686, 168), row(272, 534, 131)]
    });
});
