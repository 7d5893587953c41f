//! What the page is made of, one component per file. Components only draw the session and call it.

mod button;
mod compare;
mod desk;
mod dialog;
mod drop_veil;
mod each;
mod editor;
mod empty;
pub mod erased;
mod field;
mod file_input;
mod icon;
mod key_sheet;
mod mark;
mod notices;
mod opening;
mod panel;
mod picker;
mod room;
mod row;
mod settled;
mod stack_list;
mod stage;
mod status;
mod task;
mod theme_button;
mod toolbar;
mod tools;
mod top_bar;

pub use desk::Desk;
pub use drop_veil::DropVeil;
pub use editor::Editor;
pub use empty::Empty;
pub use file_input::FileInput;
pub use key_sheet::KeySheet;
pub use picker::Picker;
