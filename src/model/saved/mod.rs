//! What autosave stores, as plain data: documents with their edits, and the list of documents.

pub mod manifest;
pub mod serde_by_id;
pub mod snapshot;
pub mod state;
