//! The frame of the editor: top bar, panel, status bar.

pub mod editor;
pub mod history_menu;
pub mod open_button;
pub mod overflow_menu;
pub mod panel;
pub mod progress_bar;
pub mod shortcuts_dialog;
pub mod status_bar;
pub mod tabs;
pub mod theme_button;
pub mod top_bar;
