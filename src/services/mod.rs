//! Input and output: the worker, the databases of the browser, exported files. They know no signal.

pub mod export;
pub mod storage;
pub mod worker;
