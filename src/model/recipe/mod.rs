//! Recipes as they leave the page: JSON files, links and command lines.

pub mod command_line;
pub mod json;
