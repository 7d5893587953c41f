//! What a person changed, as data: the status line and the history put it in words.

use safelight_kernels::{Param, Spec};
use serde::{Deserialize, Serialize};

use crate::{
    keep::by_id,
    number,
    texts::{editor, filter_name, param_name},
};

/// One change of the stack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A filter was added.
    Added(#[serde(with = "by_id::filter")] &'static Spec),
    /// A filter was taken out.
    Removed(#[serde(with = "by_id::filter")] &'static Spec),
    /// A filter was switched on or off.
    Switched(#[serde(with = "by_id::filter")] &'static Spec, bool),
    /// A filter was moved.
    Moved {
        /// Which one.
        #[serde(with = "by_id::filter")]
        filter: &'static Spec,
        /// Its place now, counted from 1.
        place: usize,
        /// Of how many.
        of: usize,
    },
    /// A setting was set.
    Set {
        /// Of which filter.
        #[serde(with = "by_id::filter")]
        filter: &'static Spec,
        /// Which one, by its place in [`Spec::params`].
        param: usize,
        /// Its value now.
        value: f64,
    },
    /// A recipe of so many filters took the stack's place.
    Followed(usize),
    /// A filter was given a table of colours.
    Table {
        /// Which one.
        #[serde(with = "by_id::filter")]
        filter: &'static Spec,
        /// The file's name.
        file: String,
    },
}

impl Change {
    /// What of the row a hand moves through many values, if it is such a thing.
    pub fn control(&self) -> Option<&'static str> {
        match self {
            Self::Set { .. } => Some(self.param()?.id),
            _ => None,
        }
    }

    /// The change in one line.
    pub fn words(&self) -> String {
        let detail = self.detail();
        match self {
            Self::Set { .. } => format!("{} {detail}", self.title()),
            Self::Moved { .. } => format!("{}, {detail}", self.title()),
            Self::Table { .. } | Self::Followed(_) => format!("{}: {detail}", self.title()),
            _ => self.title(),
        }
    }

    /// What was changed.
    pub fn title(&self) -> String {
        let words = &editor().change;
        match self {
            Self::Added(filter) => words.added.fill([filter_name(filter)]),
            Self::Removed(filter) => words.removed.fill([filter_name(filter)]),
            Self::Switched(filter, true) => words.on.fill([filter_name(filter)]),
            Self::Switched(filter, false) => words.off.fill([filter_name(filter)]),
            Self::Followed(_) => words.recipe.to_owned(),
            Self::Set { .. } => self.param().map(param_name).unwrap_or_default().to_owned(),
            Self::Moved { filter, .. } | Self::Table { filter, .. } => filter_name(filter).to_owned(),
        }
    }

    /// To what, where the title does not say it.
    pub fn detail(&self) -> String {
        match self {
            Self::Set { value, .. } => {
                self.param().map(|param| number::with_unit(param, *value)).unwrap_or_default()
            }
            Self::Moved { place, of, .. } => {
                editor().change.place.fill([&place.to_string(), &of.to_string()])
            }
            Self::Followed(count) => crate::words::filters(*count),
            Self::Table { file, .. } => file.clone(),
            _ => String::new(),
        }
    }

    /// The setting that was set. There is one, unless another version kept the change.
    fn param(&self) -> Option<&'static Param> {
        match self {
            Self::Set { filter, param, .. } => filter.params.get(*param),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    #[test]
    fn changes_read_as_people_say_them() {
        let (table, exposure) = (spec("colour-table").unwrap(), spec("exposure").unwrap());
        let cases = [
            (Change::Added(exposure), "Added Exposure"),
            (Change::Removed(exposure), "Removed Exposure"),
            (Change::Switched(exposure, false), "Exposure off"),
            (Change::Moved { filter: exposure, place: 2, of: 3 }, "Exposure, place 2 of 3"),
            (Change::Table { filter: table, file: "film.cube".to_owned() }, "Colour table: film.cube"),
        ];
        for (change, words) in cases {
            assert_eq!(change.words(), words);
        }
        let set = Change::Set { filter: exposure, param: 0, value: 0.5 };
        assert_eq!(set.words(), format!("Exposure {}", number::with_unit(&exposure.params[0], 0.5)));
        assert!(set.words().ends_with(" EV"), "{}", set.words());
    }
}
