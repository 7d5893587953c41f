//! What a person made of a photo, as data that outlives the page.

use std::sync::Arc;

use safelight_kernels::spec;
use safelight_recipe::FilterStep;
use serde::{Deserialize, Serialize};

use crate::{
    model::change::Change,
    model::documents::Kept,
    model::history::History,
    model::stack::{Row, Stack, Table},
    model::viewport::Zoom,
};

/// The form that this code writes and reads.
const VERSION: u32 = 1;

/// The steps of one photo and how it is seen, without its pixels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Work {
    version: u32,
    /// How it is seen.
    pub view: View,
    /// Tables of colours, each once: every step would have its own copy.
    tables: Vec<(String, Arc<str>)>,
    steps: Vec<KeptStep>,
    at: usize,
}

/// How a photo is seen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The scale; none is the one that fits.
    pub scale: Option<f64>,
    /// What is in the middle, as shares of width and height.
    pub centre: (f64, f64),
    /// The row that is open.
    pub open_row: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct KeptStep {
    change: Option<Change>,
    rows: Vec<KeptRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct KeptRow {
    key: u32,
    on: bool,
    step: FilterStep,
    table: Option<usize>,
}

impl Work {
    /// The work on a photo as it stands.
    pub fn new(history: &History, view: View) -> Self {
        let mut tables = Vec::new();
        let steps = history.steps().iter().map(|step| KeptStep {
            change: step.change.clone(),
            rows: step.stack.rows().iter().map(|row| keep(row, &mut tables)).collect(),
        });
        Self { version: VERSION, view, steps: steps.collect(), at: history.at(), tables }
    }

    /// The steps and how they were seen; nothing, if another version wrote what this one can't read.
    pub fn kept(&self) -> Option<Kept> {
        let View { scale, centre, open_row } = self.view;
        Some(Kept { history: self.history()?, open_row, zoom: scale.map_or(Zoom::Fit, Zoom::Scale), centre })
    }

    fn history(&self) -> Option<History> {
        if self.version != VERSION {
            return None;
        }
        let step = |step: &KeptStep| {
            let rows: Option<Vec<_>> = step.rows.iter().map(|row| bring(row, &self.tables)).collect();
            Some((step.change.clone(), Stack::of(rows?)))
        };
        History::of(self.steps.iter().map(step).collect::<Option<_>>()?, self.at)
    }
}

fn keep(row: &Row, tables: &mut Vec<(String, Arc<str>)>) -> KeptRow {
    let table = row.table.as_ref().map(|Table { name, text }| {
        let known = tables.iter().position(|(other, kept)| other == name && Arc::ptr_eq(kept, text));
        known.unwrap_or_else(|| {
            tables.push((name.clone(), text.clone()));
            tables.len() - 1
        })
    });
    let mut step = FilterStep { cube: None, ..row.step() };
    // There are many steps, and most settings are never touched.
    let is_set =
        |id: &str, value: f64| row.filter.params.iter().all(|param| param.id != id || param.default != value);
    step.values.retain(|id, value| is_set(id, *value));
    KeptRow { key: row.key, on: row.on, step, table }
}

/// The worker checks whatever it is given; here it is enough that the page can draw it.
fn bring(row: &KeptRow, tables: &[(String, Arc<str>)]) -> Option<Row> {
    let table = match row.table {
        Some(table) => {
            let (name, text) = tables.get(table)?.clone();
            Some(Table { name, text })
        }
        None => None,
    };
    Some(Row { key: row.key, on: row.on, table, ..Row::of(&row.step, spec(&row.step.filter)?) })
}

#[cfg(test)]
mod tests {
    use safelight_kernels::SPECS;

    use super::*;
    use crate::model::history::Moving;

    const VIEW: View = View { scale: Some(2.0), centre: (0.25, 0.5), open_row: Some(2) };

    /// A history with every filter in it, a table of colours, and one step undone.
    fn history() -> History {
        let (mut history, mut stack) = (History::default(), Stack::default());
        for filter in SPECS {
            let key = stack.add(filter);
            history.record(Change::Added(filter), None, stack.clone());
            if let Some(param) = filter.params.first() {
                stack.set(key, 0, param.max);
                let change = Change::Set { filter, param: 0, value: param.max };
                history.record(change, Some(Moving { control: (key, param.id), at_ms: 0.0 }), stack.clone());
            }
        }
        let lut = stack.rows().iter().find(|row| row.filter.id == "colour-table").map(|row| row.key);
        let table = Table { name: "film.cube".to_owned(), text: "LUT_3D_SIZE 2".into() };
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
        let work = Work::new(&history, VIEW);
        assert_eq!(work.tables.len(), 1);
        let text = serde_json::to_string(&work).unwrap();
        let read: Work = serde_json::from_str(&text).unwrap();
        assert_eq!(read, work);
        let set = work.steps.iter().flat_map(|step| &step.rows).map(|row| row.step.values.len());
        assert_eq!(set.max(), Some(1), "only what was set is written");
        let back = read.history().unwrap();
        assert_eq!((back.at(), back.steps().len()), (history.at(), history.steps().len()));
        for (back, step) in back.steps().iter().zip(history.steps()) {
            assert_eq!((&back.change, back.stack.rows()), (&step.change, step.stack.rows()));
        }
    }

    #[test]
    fn what_this_version_cant_read_is_left() {
        let work = Work::new(&history(), VIEW);
        assert_eq!(Work { version: 2, ..work.clone() }.history(), None);
        assert_eq!(Work { at: 9999, ..work.clone() }.history(), None);
        assert_eq!(Work { steps: vec![], at: 0, ..work.clone() }.history(), None);
        assert_eq!(Work { tables: vec![], ..work.clone() }.history(), None);
        let unknown = serde_json::to_string(&work).unwrap().replace("\"sepia\"", "\"sepja\"");
        assert!(serde_json::from_str::<Work>(&unknown).is_err());
    }
}
