//! What the browser stores of this page, as far as it is known.

use std::collections::BTreeSet;

/// The state of autosave.
#[derive(Debug, Default)]
pub struct AutosaveState {
    /// The documents whose files are stored, by their keys.
    pub files: BTreeSet<u32>,
    /// Whether the edits were refused when they were written last.
    pub edits_refused: bool,
}
