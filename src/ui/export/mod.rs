//! Menus and dialogs for what leaves the page.

pub mod batch_dialog;
pub mod batch_row;
pub mod share_menu;
