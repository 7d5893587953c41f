//! Small wrappers of browser APIs: canvas, files, keyboard, local storage. They know nothing of Safelight.

pub mod canvas;
pub mod files;
pub mod keyboard;
pub mod local_storage;
