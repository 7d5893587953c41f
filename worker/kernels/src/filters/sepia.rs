//! Sepia: the classic matrix in exact integers, each row ⌊min(255000, …) / 1000⌋.

use crate::filter::Filter;
use crate::ops::weighted_sum::thousandths;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "sepia",
    name: Text { en: "Sepia", de: "Sepia" },
    summary: Text {
        en: "Tones the picture brown, like an old print.",
        de: "Tönt das Bild braun wie einen alten Abzug.",
    },
    synonyms: Text {
        en: "brown, vintage, old, old photo, antique, toning",
        de: "braun, alt, altes foto, nostalgie",
    },
    group: Group::Colour,
    params: &[],
    kernel: Kernel::Colour(|_, rgba| {
        thousandths(&[[393, 769, 189], [349, 686, 168], [272, 534, 131]], rgba);
    }),
};
