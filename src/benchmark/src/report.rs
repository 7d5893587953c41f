//! What was measured.

use serde::{Deserialize, Serialize};

use crate::{Size, Spread, Way, Work};

/// Everything that was measured on one machine.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Where and when.
    pub machine: Machine,
    /// The same work in every way.
    pub cells: Vec<Cell>,
    /// What it costs to come to the other side.
    pub boundary: Option<Boundary>,
    /// How long the worker takes to start.
    pub start: Option<Start>,
    /// Every filter of the registry alone.
    pub filters: Vec<Speed>,
    /// The stacks of [`WANTED`](crate::WANTED).
    pub stacks: Vec<Speed>,
    /// What could not be measured, and why.
    pub failures: Vec<String>,
}

/// Where and when it was measured.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// Name and version.
    pub browser: String,
    /// The operating system, as far as the browser tells.
    pub system: String,
    /// How many threads run at once.
    pub threads: u32,
    /// The smallest step of the browser's clock.
    pub timer_us: f64,
    /// Which Safelight this is.
    pub build: String,
    /// The day, as 2026-11-22.
    pub date: String,
}

/// One work on one size of picture, in every way, timed in turns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// What was done.
    pub work: Work,
    /// On how large a picture.
    pub size: Size,
    /// A plain copy of the same buffer.
    pub copy: Spread,
    /// Each way, in the order of the page.
    pub rows: Vec<Row>,
}

/// One way to do it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Which.
    pub way: Way,
    /// What came out, against what the engine makes.
    pub output: Output,
    /// From one JavaScript buffer to another.
    pub time: Option<Spread>,
    /// The part of it in which WASM works on its own memory.
    pub kernel: Option<Spread>,
}

/// How the output of a way compares.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Output {
    /// Every byte is the same.
    Same,
    /// No level is more than one away.
    WithinOne,
    /// It is other work: levels are up to so many away.
    Differs(u8),
    /// This browser can't do it.
    Missing,
    /// There was too little memory.
    NoMemory,
}

/// What it costs to come to the other side, for a picture of 1920 × 1080.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Boundary {
    /// Two million calls of one pixel each.
    pub call_per_pixel: Spread,
    /// One call, with the buffer copied in and out.
    pub call_with_buffer: Spread,
    /// One call for pixels that lie in linear memory already.
    pub call_on_view: Spread,
    /// A buffer posted to a worker as a copy.
    pub cloned: Spread,
    /// A buffer moved to a worker, which copies it into its linear memory.
    pub moved_and_copied: Spread,
    /// A buffer moved to a worker.
    pub moved: Spread,
    /// A message with no buffer at all.
    pub empty: Spread,
    /// The length of a view on linear memory.
    pub view_before: f64,
    /// The same after the memory has grown.
    pub view_after: f64,
}

/// How long the worker takes to start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Start {
    /// The worker's WASM as it is stored.
    pub bytes: f64,
    /// As it came over the line, where the browser tells.
    pub sent_bytes: f64,
    /// The JavaScript that starts it.
    pub script_bytes: f64,
    /// Downloaded, and nothing else.
    pub download_ms: f64,
    /// Compiled after the download.
    pub compile_ms: f64,
    /// Both at once (`compileStreaming`).
    pub streaming_ms: f64,
    /// From `new Worker` to its first message.
    pub ready_ms: f64,
}

/// How fast one filter or stack is, with SIMD: pixels in linear memory, out into a transferable buffer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Speed {
    /// Its name.
    pub name: String,
    /// On how large a picture.
    pub size: Size,
    /// With the copy out of linear memory.
    pub time: Spread,
    /// Without.
    pub kernel: Spread,
    /// A plain copy of the same buffer.
    pub copy: Spread,
}

impl Report {
    /// The cell of this work and size, if it was measured.
    pub fn cell(&self, work: Work, size: Size) -> Option<&Cell> {
        self.cells.iter().find(|cell| (cell.work, cell.size) == (work, size))
    }

    /// Puts a cell in the place of an older one.
    pub fn put(&mut self, cell: Cell) {
        self.cells.retain(|old| (old.work, old.size) != (cell.work, cell.size));
        self.cells.push(cell);
        self.cells.sort_by_key(|cell| (cell.work, cell.size));
    }
}

impl Cell {
    /// How many times as fast as plain JavaScript. Nothing for work that is not the same.
    pub fn ratio(&self, row: &Row) -> Option<f64> {
        let yardstick = self.rows.iter().find(|row| row.way == Way::Plain)?;
        let time_of = |row: &Row| row.time.filter(|_| row.output.is_same_work());
        Some(time_of(yardstick)?.median_ms / time_of(row)?.median_ms)
    }

    /// What the browser's own filter does instead, if that is other work.
    pub fn other_work(&self) -> Option<&'static str> {
        let row = self.rows.iter().find(|row| row.way == Way::Browser)?;
        if matches!(row.output, Output::Differs(_)) { self.work.browser_does() } else { None }
    }
}

impl Output {
    /// Whether this is the same work: equal to the byte, or nearly so for the browser's own filters.
    pub fn is_same_work(self) -> bool {
        matches!(self, Self::Same | Self::WithinOne)
    }
}

impl Speed {
    /// How many plain copies of the buffer it takes.
    pub fn in_copies(&self) -> f64 {
        self.time.median_ms / self.copy.median_ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn cell(outputs: &[(Way, Output, f64)]) -> Cell {
        let rows = outputs.iter().map(|&(way, output, ms)| Row {
            way,
            output,
            time: Spread::of(&[ms]),
            kernel: None,
        });
        let copy = Spread::of(&[0.5]).unwrap();
        Cell { work: Work::Sepia, size: Size::Two, copy, rows: rows.collect() }
    }

    #[test]
    fn only_the_same_work_has_a_ratio() {
        let measured = cell(&[
            (Way::Plain, Output::Same, 24.0),
            (Way::Browser, Output::WithinOne, 12.0),
            (Way::Tuned, Output::Differs(2), 6.0),
        ]);
        let ratios: Vec<_> = measured.rows.iter().map(|row| measured.ratio(row)).collect();
        assert_eq!(ratios, [Some(1.0), Some(2.0), None]);
    }

    #[test]
    fn a_wrong_yardstick_measures_nothing() {
        let measured = cell(&[(Way::Plain, Output::Differs(1), 24.0), (Way::Simd, Output::Same, 2.0)]);
        assert_eq!(measured.ratio(&measured.rows[1]), None);
    }

    #[test]
    fn other_work_of_the_browser_is_explained() {
        let blur = |output| Cell { work: Work::Blur, ..cell(&[(Way::Browser, output, 12.0)]) };
        assert!(blur(Output::Differs(180)).other_work().is_some_and(|why| why.contains("Gaussian")));
        assert_eq!(blur(Output::Missing).other_work(), None);
    }

    #[test]
    fn a_cell_takes_the_place_of_the_older_one() {
        let mut report = Report::default();
        report.put(cell(&[(Way::Plain, Output::Same, 24.0)]));
        report.put(cell(&[(Way::Plain, Output::Same, 25.0)]));
        report.put(Cell { work: Work::Invert, ..cell(&[]) });
        let works: Vec<_> = report.cells.iter().map(|cell| cell.work).collect();
        assert_eq!(works, [Work::Invert, Work::Sepia]);
        let time = report.cell(Work::Sepia, Size::Two).unwrap().rows[0].time;
        assert_eq!(time.unwrap().median_ms, 25.0);
    }
}
