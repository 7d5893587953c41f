//! What the view and the measuring worker say to each other, as JSON.

use safelight_benchmark::{Boundary, Cell, Size, Speed, Start, Work};
use serde::{Deserialize, Serialize};

/// Where the files lie, as whole addresses: a worker has another base than the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Files {
    /// The folder of this program.
    pub benchmark: String,
    /// The folder of the worker that is started for real.
    pub worker: String,
}

/// What is to be measured. Each order goes to a worker of its own, whose memory goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// The same work in every way.
    Cell(Work, Size),
    /// What crossing the boundary costs.
    Boundary,
    /// How long the worker takes to start.
    Start,
    /// The stacks whose speed is wanted.
    Stacks,
    /// Every filter alone.
    Filters,
}

/// To the worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// The first and only order.
    Measure(Order, Files),
    /// Whether the page is hidden: then browsers slow everything down, and nothing is timed.
    Hidden(bool),
}

/// From the worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum News {
    /// It listens.
    Ready,
    /// How far it is, from 0 to 1.
    Progress(f64),
    /// The smallest step of its clock.
    TimerUs(f64),
    /// A result.
    Cell(Cell),
    /// A result.
    Boundary(Boundary),
    /// A result.
    Start(Start),
    /// One of several results.
    Stack(Speed),
    /// One of several results.
    Filter(Speed),
    /// All is measured.
    Done,
}
