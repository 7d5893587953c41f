//! What filters, their groups and settings, and looks are called. English stands in the registry itself; other
//! languages have tables by id here, which are the editor's, as the registry is.

use std::cell::Cell;

use safelight_kernels::{Group, Param, Spec};
use safelight_recipe::Preset;

use crate::{
    i18n::de::filters,
    i18n::language::{Language, now},
};

type Name = fn(&'static Spec) -> &'static str;

thread_local! {
    /// Lets a first visit's code name a filter without loading every filter's name.
    static NAME: Cell<Name> = const { Cell::new(|filter| filter.name) };
}

/// Brings filters' names into the language of now, from here on. The editor does so when it is loaded.
pub fn load_filter_names() {
    NAME.set(|filter| entry(filter.id, filters::FILTERS).map_or(filter.name, |(name, _)| name));
}

/// A filter's name.
pub fn filter_name(filter: &'static Spec) -> &'static str {
    NAME.get()(filter)
}

/// One sentence on what a filter does.
pub fn summary(filter: &'static Spec) -> &'static str {
    entry(filter.id, filters::FILTERS).map_or(filter.summary, |(_, summary)| summary)
}

/// A setting's name.
pub fn param_name(param: &'static Param) -> &'static str {
    if now() == Language::English {
        return param.name;
    }
    filters::PARAMS.iter().find(|(english, _)| *english == param.name).map_or(param.name, |(_, name)| name)
}

/// A group's name.
pub fn group_name(group: Group) -> &'static str {
    if now() == Language::English { group.name() } else { filters::group(group) }
}

/// A look's name.
pub fn look_name(look: &'static Preset) -> &'static str {
    entry(look.id, filters::LOOKS).map_or(look.name, |(name, _)| name)
}

/// One sentence on what a look looks like.
pub fn look_summary(look: &'static Preset) -> &'static str {
    entry(look.id, filters::LOOKS).map_or(look.summary, |(_, summary)| summary)
}

type LutFile = [(&'static str, &'static str, &'static str)];

fn entry(id: &str, german: &'static LutFile) -> Option<(&'static str, &'static str)> {
    if now() == Language::English {
        return None;
    }
    german.iter().find(|(each, ..)| *each == id).map(|(_, name, summary)| (*name, *summary))
}

#[cfg(test)]
mod tests {
    use safelight_kernels::SPECS;
    use safelight_recipe::PRESETS;

    use super::*;

    #[test]
    fn every_filter_has_german_words() {
        for filter in SPECS {
            assert!(filters::FILTERS.iter().any(|(id, ..)| *id == filter.id), "{}", filter.id);
            for param in filter.params {
                // The places of a grid are called the same everywhere, and points of curves by their numbers.
                let is_place = filter.id == "curves"
                    || param.name.len() == 2 && param.name.ends_with(|last: char| last.is_ascii_digit());
                let is_there = filters::PARAMS.iter().any(|(english, _)| *english == param.name);
                assert!(is_there != is_place, "{} of {}", param.name, filter.id);
            }
        }
    }

    #[test]
    fn every_look_has_german_words() {
        for look in PRESETS {
            assert!(filters::LOOKS.iter().any(|(id, ..)| *id == look.id), "{}", look.id);
        }
    }

    #[test]
    fn no_two_filters_have_one_name() {
        for (index, (id, name, _)) in filters::FILTERS.iter().enumerate() {
            let others = &filters::FILTERS[index + 1..];
            assert!(others.iter().all(|(other, other_name, _)| other != id && other_name != name), "{id}");
        }
    }
}
