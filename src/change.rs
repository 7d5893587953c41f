//! What a person changed, as data: the status line and the history put it in words.

use safelight_kernels::{Param, Spec};

use crate::{
    number,
    texts::{editor, filter_name, param_name},
};

/// One change of the stack.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A filter was added.
    Added(&'static Spec),
    /// A filter was taken out.
    Removed(&'static Spec),
    /// A filter was switched on or off.
    Switched(&'static Spec, bool),
    /// A filter was moved.
    Moved {
        /// Which one.
        filter: &'static Spec,
        /// Its place now, counted from 1.
        place: usize,
        /// Of how many.
        of: usize,
    },
    /// A setting was set.
    Set {
        /// Which one.
        param: &'static Param,
        /// Its value now.
        value: f64,
    },
    /// A filter was given a table of colours.
    Table {
        /// Which one.
        filter: &'static Spec,
        /// The file's name.
        file: String,
    },
}

impl Change {
    /// What of the row a hand moves through many values, if it is such a thing.
    pub fn control(&self) -> Option<&'static str> {
        match self {
            Self::Set { param, .. } => Some(param.id),
            _ => None,
        }
    }

    /// The change in one line.
    pub fn words(&self) -> String {
        let detail = self.detail();
        match self {
            Self::Set { .. } => format!("{} {detail}", self.title()),
            Self::Moved { .. } => format!("{}, {detail}", self.title()),
            Self::Table { .. } => format!("{}: {detail}", self.title()),
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
            Self::Set { param, .. } => param_name(param).to_owned(),
            Self::Moved { filter, .. } | Self::Table { filter, .. } => filter_name(filter).to_owned(),
        }
    }

    /// To what, where the title does not say it.
    pub fn detail(&self) -> String {
        match self {
            Self::Set { param, value } => number::with_unit(param, *value),
            Self::Moved { place, of, .. } => {
                editor().change.place.fill([&place.to_string(), &of.to_string()])
            }
            Self::Table { file, .. } => file.clone(),
            _ => String::new(),
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
        let set = Change::Set { param: &exposure.params[0], value: 0.5 };
        assert_eq!(set.words(), format!("Exposure {}", number::with_unit(&exposure.params[0], 0.5)));
        assert!(set.words().ends_with(" EV"), "{}", set.words());
    }
}
