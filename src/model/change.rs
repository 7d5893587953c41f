//! One edit of a document's filter stack, as plain data. Status line and history show it through `i18n::change_labels`.

use safelight_kernels::{MAX_POINTS, Param, Spec};
use safelight_recipe::Preset;
use serde::{Deserialize, Serialize};

use crate::model::saved::serde_by_id;

/// One change of the stack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A filter was added.
    Added(#[serde(with = "serde_by_id::filter")] &'static Spec),
    /// A filter was taken out.
    Removed(#[serde(with = "serde_by_id::filter")] &'static Spec),
    /// A filter was switched on or off.
    Switched(#[serde(with = "serde_by_id::filter")] &'static Spec, bool),
    /// A filter was moved.
    Moved {
        /// Which one.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// Its place now, counted from 1.
        place: usize,
        /// Of how many.
        of: usize,
    },
    /// A setting was set.
    Set {
        /// Of which filter.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// Which one, by its place in [`Spec::params`].
        param: usize,
        /// Its value now.
        value: f64,
    },
    /// A point of a graph was put somewhere.
    Point {
        /// Of which filter.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// Of which of its curves: 0 is that of all channels.
        curve: usize,
        /// Which one, counted from 0.
        point: usize,
        /// Its level in, and the level that comes out.
        at: (f64, f64),
    },
    /// A point of a graph was taken out.
    PointRemoved {
        /// Of which filter.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// Of which of its curves.
        curve: usize,
        /// Which one it was.
        point: usize,
    },
    /// One of a filter's curves was put back to what it was at first.
    CurveReset {
        /// Of which filter.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// Which one.
        curve: usize,
    },
    /// A recipe of so many filters took the stack's place.
    #[serde(rename = "Followed")]
    RecipeLoaded(usize),
    /// How much of a filter's result is mixed with what it was given was set.
    Strength {
        /// Which one.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// How much now.
        per_cent: f64,
    },
    /// Every setting of a filter was put back to its default.
    Reset(#[serde(with = "serde_by_id::filter")] &'static Spec),
    /// A filter was put in once more.
    Duplicated(#[serde(with = "serde_by_id::filter")] &'static Spec),
    /// All filters were switched on or off.
    SwitchedAll(bool),
    /// So many filters were taken out: all.
    Cleared(usize),
    /// So many filters took the place of all others.
    Pasted(usize),
    /// The photo was framed anew.
    #[serde(rename = "Framed")]
    Cropped {
        /// By which filter.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// Pixels across, with it.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// A look took the place of the filters.
    #[serde(rename = "Worn")]
    PresetApplied(#[serde(with = "serde_by_id::look")] &'static Preset),
    /// A look of one's own took the place of the filters; its name.
    #[serde(rename = "WornOwn")]
    UserPresetApplied(String),
    /// A look was taken off, and nothing took its place.
    #[serde(rename = "Bared")]
    PresetCleared,
    /// A filter was given a table of colours.
    Table {
        /// Which one.
        #[serde(with = "serde_by_id::filter")]
        filter: &'static Spec,
        /// The file's name.
        file: String,
    },
}

impl Change {
    /// What of the row a hand moves through many values, if it is such a thing.
    pub fn coalesce_key(&self) -> Option<&'static str> {
        match self {
            Self::Set { .. } => Some(self.param()?.id),
            Self::Strength { .. } => Some("strength"),
            // A setting that is no other point's, of all that the filter has.
            Self::Point { filter, curve, point, .. } => {
                Some(filter.params.get(2 * (curve * MAX_POINTS + point))?.id)
            }
            _ => None,
        }
    }

    /// The setting that was set. There is one, unless another version kept the change.
    pub fn param(&self) -> Option<&'static Param> {
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
    fn curve_points_coalesce_by_the_id_of_their_input_parameter() {
        let curves = spec("curves").unwrap();
        let point = |curve, point| Change::Point { filter: curves, curve, point, at: (196.0, 207.6) };
        let keys = [point(0, 0), point(2, 7)].map(|change| change.coalesce_key());
        assert_eq!(keys, [Some("master_1_in"), Some("green_8_in")]);
    }
}
