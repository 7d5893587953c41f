//! What the browser tests stand on: a server for the page, a browser of each test's own, the eyes and
//! hands of a visitor, photos made of arithmetic, and the engine run natively to compare with.

pub mod browser;
pub mod native;
pub mod photos;
pub mod server;
pub mod site;
pub mod visit;
