//! Labels of changes for the status line and the history.

use crate::{
    i18n::editor::editor,
    i18n::filters::{filter_name, look_name, param_name},
    i18n::{format, number},
    model::change::Change,
};

/// The change in one line, for example “Exposure 0.50 EV”.
pub fn label(change: &Change) -> String {
    let detail_text = detail(change);
    match change {
        Change::Set { .. } | Change::Strength { .. } | Change::Cropped { .. } => {
            format!("{} {detail_text}", title(change))
        }
        Change::Moved { .. } | Change::PointRemoved { .. } | Change::CurveReset { .. } => {
            format!("{}, {detail_text}", title(change))
        }
        Change::Point { at, .. } => {
            let [from, to] = [at.0, at.1].map(|level| number::fixed(level, 0));
            let becomes = editor().change.becomes.fill([&from, &to]);
            format!("{}, {detail_text}: {becomes}", title(change))
        }
        Change::Table { .. }
        | Change::RecipeLoaded(_)
        | Change::PresetApplied(_)
        | Change::UserPresetApplied(_)
        | Change::PresetCleared => {
            format!("{}: {detail_text}", title(change))
        }
        _ => title(change),
    }
}

/// The changed item: a filter, a setting or the whole stack.
pub fn title(change: &Change) -> String {
    let texts = &editor().change;
    match change {
        Change::Added(filter) => texts.added.fill([filter_name(filter)]),
        Change::Removed(filter) => texts.removed.fill([filter_name(filter)]),
        Change::Switched(filter, true) => texts.on.fill([filter_name(filter)]),
        Change::Switched(filter, false) => texts.off.fill([filter_name(filter)]),
        Change::Reset(filter) => texts.reset.fill([filter_name(filter)]),
        Change::Duplicated(filter) => texts.duplicated.fill([filter_name(filter)]),
        Change::SwitchedAll(true) => texts.all_on.to_owned(),
        Change::SwitchedAll(false) => texts.all_off.to_owned(),
        Change::Cleared(count) => texts.removed.fill([&format::filters(*count)]),
        Change::Pasted(count) => texts.pasted.fill([&format::filters(*count)]),
        Change::RecipeLoaded(_) => texts.recipe.to_owned(),
        Change::PresetApplied(_) | Change::UserPresetApplied(_) | Change::PresetCleared => {
            texts.look.to_owned()
        }
        Change::Strength { filter, .. } => texts.strength.fill([filter_name(filter)]),
        Change::Set { filter, param, .. } => param_name(filter, *param).to_owned(),
        Change::Moved { filter, .. } | Change::Table { filter, .. } | Change::Cropped { filter, .. } => {
            filter_name(filter).to_owned()
        }
        Change::Point { filter, curve, .. }
        | Change::PointRemoved { filter, curve, .. }
        | Change::CurveReset { filter, curve } => {
            let colour = editor().curve_channels.get(*curve).filter(|_| *curve > 0);
            let colour = colour.map_or(String::new(), |name| format!(", {name}"));
            filter_name(filter).to_owned() + &colour
        }
    }
}

/// The new value; empty where [`title`] already contains it.
pub fn detail(change: &Change) -> String {
    match change {
        Change::Set { value, .. } => {
            change.param().map(|param| number::with_unit(param, *value)).unwrap_or_default()
        }
        Change::Moved { place, of, .. } => editor().change.place.fill([&place.to_string(), &of.to_string()]),
        Change::Point { point, .. } => editor().change.point.fill([&(point + 1).to_string()]),
        Change::PointRemoved { point, .. } => editor().change.point_removed.fill([&(point + 1).to_string()]),
        Change::CurveReset { .. } => editor().change.curve_reset.to_owned(),
        Change::Cropped { width, height, .. } => format::pixels((*width, *height)),
        Change::RecipeLoaded(count) => format::filters(*count),
        Change::Table { file, .. } => file.clone(),
        Change::Strength { per_cent, .. } => format::percent(per_cent / 100.0),
        Change::PresetApplied(look) => look_name(look).to_owned(),
        Change::UserPresetApplied(name) => name.clone(),
        Change::PresetCleared => editor().original.to_owned(),
        _ => String::new(),
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
            assert_eq!(label(&change), words);
        }
        let set = Change::Set { filter: exposure, param: 0, value: 0.5 };
        assert_eq!(label(&set), format!("Exposure {}", number::with_unit(&exposure.params[0], 0.5)));
        assert!(label(&set).ends_with(" EV"), "{}", label(&set));
    }
}
