//! Invert: 255 − c for each colour channel.

use crate::{Group, Kernel, Kind, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "invert",
    name: "Invert",
    summary: "Turns the picture into its negative.",
    group: Group::Colour,
    kind: Kind::Tone,
    params: &[],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|_, tables| {
    for table in tables {
        for (value, entry) in (0u8..=255).zip(table) {
            *entry = 255 - value;
        }
    }
});
