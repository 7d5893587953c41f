//! What the page promises, each promise tried in a real browser.

mod bad_files;
mod barriers;
mod benchmark;
mod colour_table;
mod crash;
mod engines;
mod filters;
mod geometry;
mod history;
mod keep;
mod keys;
mod languages;
mod later;
mod long_tasks;
mod moving;
mod names;
mod opening;
mod outside;
mod overtaking;
mod screenshots;
mod share;
mod sight;
mod stack;
mod strip;
mod zoom;
