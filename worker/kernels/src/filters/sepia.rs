//! Sepia: the classic matrix in exact integers, each row ⌊min(255000, …) / 1000⌋.

use crate::ops::weighted_sum::thousandths;
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
    thousandths(&[[393, 769, 189], [349, 686, 168], [272, 534, 131]], rgba);
});
