//! How messages travel: gloo-worker between the page and the worker.

mod codec;
pub mod page;
pub mod worker;
