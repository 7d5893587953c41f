//! Encoded files on their way out: downloads and zip archives.

pub mod download;
pub mod zip;
