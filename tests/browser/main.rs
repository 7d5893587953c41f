//! Browser tests of the page: each opens it in a real browser and uses it as a person does.

mod canvas;
mod interface;
mod layers;
mod photos;
mod platform;
mod presets;
