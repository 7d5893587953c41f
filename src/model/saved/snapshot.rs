//! What a person made of a photo, as data that outlives the page.

use std::sync::Arc;

use safelight_kernels::spec;
use safelight_recipe::FilterStep;
use serde::{Deserialize, Serialize};

use crate::{
    model::change::Change,
    model::documents::document::EditState,
    model::history::History,
    model::stack::{FilterLayer, LutFile, Stack},
    model::viewport::Zoom,
};

/// The form that this code writes and reads.
const VERSION: u32 = 1;

/// The steps of one photo and how it is seen, without its pixels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentSnapshot {
    version: u32,
    /// How it is seen.
    pub view: SavedView,
    /// Tables of colours, each once: every step would have its own copy.
    tables: Vec<(String, Arc<str>)>,
    #[serde(rename = "steps")]
    entries: Vec<SavedEntry>,
    at: usize,
}

/// How a photo is seen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    /// The scale; none is the one that fits.
    pub scale: Option<f64>,
    /// What is in the middle, as shares of width and height.
    pub centre: (f64, f64),
    /// The row that is open.
    #[serde(rename = "open_row")]
    pub open_layer: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SavedEntry {
    change: Option<Change>,
    #[serde(rename = "rows")]
    layers: Vec<SavedLayer>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SavedLayer {
    key: u32,
    on: bool,
    step: FilterStep,
    table: Option<usize>,
}

impl DocumentSnapshot {
    /// The work on a photo as it stands.
    pub fn new(history: &History, view: SavedView) -> Self {
        let mut tables = Vec::new();
        let entries = history.entries().iter().map(|step| SavedEntry {
            change: step.change.clone(),
            layers: step.stack.layers().iter().map(|layer| saved_layer(layer, &mut tables)).collect(),
        });
        Self { version: VERSION, view, entries: entries.collect(), at: history.at(), tables }
    }

    /// The steps and how they were seen; nothing, if another version wrote what this one can't read.
    pub fn edit_state(&self) -> Option<EditState> {
        let SavedView { scale, centre, open_layer } = self.view;
        Some(EditState {
            history: self.history()?,
            open_layer,
            zoom: scale.map_or(Zoom::Fit, Zoom::Scale),
            centre,
        })
    }

    fn history(&self) -> Option<History> {
        if self.version != VERSION {
            return None;
        }
        let step = |step: &SavedEntry| {
            let layers: Option<Vec<_>> =
                step.layers.iter().map(|layer| restored_layer(layer, &self.tables)).collect();
            Some((step.change.clone(), Stack::of(layers?)))
        };
        History::of(self.entries.iter().map(step).collect::<Option<_>>()?, self.at)
    }
}

fn saved_layer(layer: &FilterLayer, tables: &mut Vec<(String, Arc<str>)>) -> SavedLayer {
    let table = layer.table.as_ref().map(|LutFile { name, text }| {
        let known = tables.iter().position(|(other, stored)| other == name && Arc::ptr_eq(stored, text));
        known.unwrap_or_else(|| {
            tables.push((name.clone(), text.clone()));
            tables.len() - 1
        })
    });
    let mut step = FilterStep { cube: None, ..layer.step() };
    // There are many steps, and most settings are never touched.
    let is_set = |id: &str, value: f64| {
        layer.filter.params.iter().all(|param| param.id != id || param.default != value)
    };
    step.values.retain(|id, value| is_set(id, *value));
    SavedLayer { key: layer.key, on: layer.on, step, table }
}

/// The worker checks whatever it is given; here it is enough that the page can draw it.
fn restored_layer(layer: &SavedLayer, tables: &[(String, Arc<str>)]) -> Option<FilterLayer> {
    let table = match layer.table {
        Some(table) => {
            let (name, text) = tables.get(table)?.clone();
            Some(LutFile { name, text })
        }
        None => None,
    };
    Some(FilterLayer {
        key: layer.key,
        on: layer.on,
        table,
        ..FilterLayer::of(&layer.step, spec(&layer.step.filter)?)
    })
}

#[cfg(test)]
mod tests {
    use safelight_kernels::SPECS;

    use super::*;
    use crate::model::history::Coalescing;

    const VIEW: SavedView = SavedView { scale: Some(2.0), centre: (0.25, 0.5), open_layer: Some(2) };

    /// A history with every filter in it, a table of colours, and one step undone.
    fn history() -> History {
        let (mut history, mut stack) = (History::default(), Stack::default());
        for filter in SPECS {
            let key = stack.add(filter);
            history.record(Change::Added(filter), None, stack.clone());
            if let Some(param) = filter.params.first() {
                stack.set(key, 0, param.max);
                let change = Change::Set { filter, param: 0, value: param.max };
                history.record(
                    change,
                    Some(Coalescing { coalesce_key: (key, param.id), at_ms: 0.0 }),
                    stack.clone(),
                );
            }
        }
        let lut =
            stack.layers().iter().find(|layer| layer.filter.id == "colour-table").map(|layer| layer.key);
        let table = LutFile { name: "film.cube".to_owned(), text: "LUT_3D_SIZE 2".into() };
        stack.set_table(lut.unwrap(), Some(table));
        stack.switch(3, false);
        history.record(Change::Switched(SPECS[2], false), None, stack.clone());
        history.record(Change::Removed(SPECS[0]), None, stack);
        history.go(history.at() - 1);
        history
    }

    #[test]
    fn what_was_kept_comes_back_as_it_was() {
        let history = history();
        let saved = DocumentSnapshot::new(&history, VIEW);
        assert_eq!(saved.tables.len(), 1);
        let text = serde_json::to_string(&saved).unwrap();
        let read: DocumentSnapshot = serde_json::from_str(&text).unwrap();
        assert_eq!(read, saved);
        let set = saved.entries.iter().flat_map(|step| &step.layers).map(|layer| layer.step.values.len());
        assert_eq!(set.max(), Some(1), "only what was set is written");
        let back = read.history().unwrap();
        assert_eq!((back.at(), back.entries().len()), (history.at(), history.entries().len()));
        for (back, step) in back.entries().iter().zip(history.entries()) {
            assert_eq!((&back.change, back.stack.layers()), (&step.change, step.stack.layers()));
        }
    }

    #[test]
    fn what_this_version_cant_read_is_left() {
        let saved = DocumentSnapshot::new(&history(), VIEW);
        assert_eq!(DocumentSnapshot { version: 2, ..saved.clone() }.history(), None);
        assert_eq!(DocumentSnapshot { at: 9999, ..saved.clone() }.history(), None);
        assert_eq!(DocumentSnapshot { entries: vec![], at: 0, ..saved.clone() }.history(), None);
        assert_eq!(DocumentSnapshot { tables: vec![], ..saved.clone() }.history(), None);
        let unknown = serde_json::to_string(&saved).unwrap().replace("\"sepia\"", "\"sepja\"");
        assert!(serde_json::from_str::<DocumentSnapshot>(&unknown).is_err());
    }

    #[test]
    fn records_of_earlier_builds_are_read() {
        let text = r#"{"version":1,"view":{"scale":2.0,"centre":[0.25,0.5],"open_row":2},"tables":[["a.cube","LUT"]],
            "steps":[{"change":null,"rows":[]},
            {"change":{"Worn":"noir"},"rows":[{"key":2,"on":true,"step":{"filter":"colour-table"},"table":0}]},
            {"change":{"WornOwn":"mine"},"rows":[]},{"change":"Bared","rows":[]},{"change":{"Followed":3},"rows":[]},
            {"change":{"Framed":{"filter":"crop","width":3,"height":2}},"rows":[]}],"at":1}"#;
        let saved: DocumentSnapshot = serde_json::from_str(text).unwrap();
        let state = saved.edit_state().unwrap();
        assert_eq!((state.open_layer, state.centre), (Some(2), (0.25, 0.5)));
        assert_eq!(state.history.at(), 1);
        assert_eq!(state.history.stack().layers()[0].table.as_ref().unwrap().name, "a.cube");
        let changes: Vec<_> =
            state.history.entries()[1..].iter().map(|entry| entry.change.clone().unwrap()).collect();
        assert!(matches!(&changes[0], Change::PresetApplied(preset) if preset.id == "noir"));
        assert_eq!(changes[1], Change::UserPresetApplied("mine".to_owned()));
        assert_eq!((&changes[2], &changes[3]), (&Change::PresetCleared, &Change::RecipeLoaded(3)));
        assert!(matches!(changes[4], Change::Cropped { width: 3, height: 2, .. }));
    }
}
