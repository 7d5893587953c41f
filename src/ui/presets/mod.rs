//! The list of looks, and the dialog for those of a person's own.

pub mod list;
pub mod user_dialog;
pub mod user_row;
