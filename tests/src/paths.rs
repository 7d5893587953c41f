//! Folders that the tests read and write.

use std::path::{Path, PathBuf};

/// Cargo's target folder, absolute and canonical.
///
/// # Panics
/// When it can't be made.
pub fn target() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("the target folder can be made");
    folder.canonicalize().expect("it is there")
}

/// Where screenshots of this run are written: `target/screenshots`.
///
/// # Panics
/// When the folder can't be made.
pub fn screenshots() -> PathBuf {
    let folder = target().join("screenshots");
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    folder
}
