//! Opening, keeping and exporting photos.

pub mod autosave;
pub mod autosave_refused;
pub mod batch_export;
pub mod clipboard;
pub mod filmstrip;
pub mod opening;
pub mod saved_session;
pub mod unreadable_files;
