//! What filters, their groups and parameters, and looks are called, as the registry and the list of looks have it.

use safelight_kernels::{Group, Spec, Text, filter_text};
use safelight_recipe::Preset;

use crate::i18n::language::{Language, now};

/// A filter's name.
pub fn filter_name(filter: &'static Spec) -> &'static str {
    translated(filter_text(filter).name)
}

/// One sentence on what a filter does.
pub fn summary(filter: &'static Spec) -> &'static str {
    translated(filter_text(filter).summary)
}

/// The name of one of a filter's parameters, by its index. A filter has no text for one that it does not have.
pub fn param_name(filter: &'static Spec, index: usize) -> &'static str {
    filter_text(filter).params.get(index).map_or("", |name| translated(*name))
}

/// The name of a layer's strength, which every filter has beside its own parameters.
pub fn strength_name() -> &'static str {
    translated(Text { en: "Strength", de: "Stärke" })
}

/// A group's name.
pub fn group_name(group: Group) -> &'static str {
    translated(group.name())
}

/// A look's name.
pub fn look_name(look: &'static Preset) -> &'static str {
    translated(look.name)
}

/// One sentence on what a look looks like.
pub fn look_summary(look: &'static Preset) -> &'static str {
    translated(look.summary)
}

fn translated(text: Text) -> &'static str {
    match now() {
        Language::English => text.en,
        Language::German => text.de,
    }
}
