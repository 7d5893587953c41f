//! What surrounds the photo: accessibility, keyboard, languages, themes, screenshots.

pub mod accessibility;
pub mod accessible_names;
pub mod focus;
pub mod languages;
pub mod mobile_sheet;
pub mod screenshots;
pub mod shortcuts;
pub mod theme;
