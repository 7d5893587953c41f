//! Drives the page in real browsers: a server for the page, browsers, what a person sees and does, test photos, and
//! the native engine to compare pixels with.

pub mod browser;
pub mod harness;
pub mod native;
pub mod page;
pub mod paths;
pub mod photos;
pub mod screenshots;
pub mod server;
