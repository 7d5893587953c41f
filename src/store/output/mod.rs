//! Exports: one photo to a file or the clipboard, or several to a zip archive.

pub mod batch;
pub mod clipboard;
pub mod export;
