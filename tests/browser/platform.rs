//! What the browser gives: workers, transferred buffers, network, speed, other browsers.

pub mod benchmark;
pub mod long_tasks;
pub mod other_browsers;
pub mod self_contained;
pub mod transfer;
pub mod worker_crash;
