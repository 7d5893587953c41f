//! What a person changed, as data: the status line and the history put it in words.

use safelight_kernels::{MAX_POINTS, Param, Spec};
use safelight_recipe::Preset;
use serde::{Deserialize, Serialize};

use crate::{
    i18n::editor::editor,
    i18n::filters::{filter_name, look_name, param_name},
    i18n::{format, number},
    model::saved::serde_by_id,
};

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

    /// The change in one line.
    pub fn words(&self) -> String {
        let detail = self.detail();
        match self {
            Self::Set { .. } | Self::Strength { .. } | Self::Cropped { .. } => {
                format!("{} {detail}", self.title())
            }
            Self::Moved { .. } | Self::PointRemoved { .. } | Self::CurveReset { .. } => {
                format!("{}, {detail}", self.title())
            }
            Self::Point { at, .. } => {
                let [from, to] = [at.0, at.1].map(|level| number::fixed(level, 0));
                let becomes = editor().change.becomes.fill([&from, &to]);
                format!("{}, {detail}: {becomes}", self.title())
            }
            Self::Table { .. }
            | Self::RecipeLoaded(_)
            | Self::PresetApplied(_)
            | Self::UserPresetApplied(_)
            | Self::PresetCleared => {
                format!("{}: {detail}", self.title())
            }
            _ => self.title(),
        }
    }

    /// What was changed.
    pub fn title(&self) -> String {
        let change = &editor().change;
        match self {
            Self::Added(filter) => change.added.fill([filter_name(filter)]),
            Self::Removed(filter) => change.removed.fill([filter_name(filter)]),
            Self::Switched(filter, true) => change.on.fill([filter_name(filter)]),
            Self::Switched(filter, false) => change.off.fill([filter_name(filter)]),
            Self::Reset(filter) => change.reset.fill([filter_name(filter)]),
            Self::Duplicated(filter) => change.duplicated.fill([filter_name(filter)]),
            Self::SwitchedAll(true) => change.all_on.to_owned(),
            Self::SwitchedAll(false) => change.all_off.to_owned(),
            Self::Cleared(count) => change.removed.fill([&format::filters(*count)]),
            Self::Pasted(count) => change.pasted.fill([&format::filters(*count)]),
            Self::RecipeLoaded(_) => change.recipe.to_owned(),
            Self::PresetApplied(_) | Self::UserPresetApplied(_) | Self::PresetCleared => {
                change.look.to_owned()
            }
            Self::Strength { filter, .. } => change.strength.fill([filter_name(filter)]),
            Self::Set { filter, param, .. } => param_name(filter, *param).to_owned(),
            Self::Moved { filter, .. } | Self::Table { filter, .. } | Self::Cropped { filter, .. } => {
                filter_name(filter).to_owned()
            }
            Self::Point { filter, curve, .. }
            | Self::PointRemoved { filter, curve, .. }
            | Self::CurveReset { filter, curve } => {
                let colour = editor().curve_channels.get(*curve).filter(|_| *curve > 0);
                let colour = colour.map_or(String::new(), |name| format!(", {name}"));
                filter_name(filter).to_owned() + &colour
            }
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
            Self::Point { point, .. } => editor().change.point.fill([&(point + 1).to_string()]),
            Self::PointRemoved { point, .. } => {
                editor().change.point_removed.fill([&(point + 1).to_string()])
            }
            Self::CurveReset { .. } => editor().change.curve_reset.to_owned(),
            Self::Cropped { width, height, .. } => format::pixels((*width, *height)),
            Self::RecipeLoaded(count) => format::filters(*count),
            Self::Table { file, .. } => file.clone(),
            Self::Strength { per_cent, .. } => format::percent(per_cent / 100.0),
            Self::PresetApplied(look) => look_name(look).to_owned(),
            Self::UserPresetApplied(name) => name.clone(),
            Self::PresetCleared => editor().original.to_owned(),
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
    use safelight_recipe::PRESETS;

    use super::*;

    #[test]
    fn changes_read_as_people_say_them() {
        let (table, exposure) = (spec("colour-table").unwrap(), spec("exposure").unwrap());
        let (crop, curves) = (spec("crop").unwrap(), spec("curves").unwrap());
        let point = |curve, point| Change::Point { filter: curves, curve, point, at: (196.0, 207.6) };
        let cases = [
            (Change::Added(exposure), "Added Exposure"),
            (Change::Removed(exposure), "Removed Exposure"),
            (Change::Switched(exposure, false), "Exposure off"),
            (Change::Strength { filter: exposure, per_cent: 60.0 }, "Exposure, strength 60 %"),
            (Change::Reset(exposure), "Exposure reset"),
            (Change::PresetCleared, "Look: Original"),
            (Change::PresetApplied(&PRESETS[0]), "Look: Vivid"),
            (Change::UserPresetApplied("Faded".to_owned()), "Look: Faded"),
            (point(0, 3), "Curves, point 4: 196 becomes 208"),
            (point(3, 0), "Curves, Blue, point 1: 196 becomes 208"),
            (Change::PointRemoved { filter: curves, curve: 1, point: 7 }, "Curves, Red, point 8 removed"),
            (Change::CurveReset { filter: curves, curve: 0 }, "Curves, curve reset"),
            (Change::Cleared(3), "Removed 3 filters"),
            (Change::Cropped { filter: crop, width: 1392, height: 838 }, "Crop 1392 × 838"),
            (Change::Moved { filter: exposure, place: 2, of: 3 }, "Exposure, place 2 of 3"),
            (Change::Table { filter: table, file: "film.cube".to_owned() }, "Colour table: film.cube"),
        ];
        for (change, words) in cases {
            assert_eq!(change.words(), words);
        }
        assert_eq!(
            [point(0, 0), point(2, 7)].map(|point| point.coalesce_key().unwrap()),
            ["master_1_in", "green_8_in"]
        );
        let set = Change::Set { filter: exposure, param: 0, value: 0.5 };
        assert_eq!(set.words(), format!("Exposure {}", number::with_unit(&exposure.params[0], 0.5)));
        assert!(set.words().ends_with(" EV"), "{}", set.words());
    }
}
