//! The program as it is built, run over real files.

mod apply;
mod lists;
mod refusals;
mod support;
