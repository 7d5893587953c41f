//! Invert: 255 − c for each colour channel.

use crate::filter::Filter;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "invert",
    name: Text { en: "Invert", de: "Umkehren" },
    summary: Text { en: "Turns the picture into its negative.", de: "Macht aus dem Bild sein Negativ." },
    synonyms: Text { en: "negative, reverse, opposite", de: "negativ, invertieren, gegenteil" },
    group: Group::Colour,
    params: &[],
    kernel: Kernel::Tone(|_, tables| {
        for table in tables {
            for (value, entry) in (0u8..=255).zip(table) {
                *entry = 255 - value;
            }
        }
    }),
};
