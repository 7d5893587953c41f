//! Failures of jobs, as the page gets them.

use safelight_engine::{OpenError, RenderError};
use safelight_protocol::{Failure, FailureKind};

/// A file that cannot be opened.
pub fn open_failure(error: &OpenError) -> Failure {
    let kind = if matches!(error, OpenError::Memory(_)) { FailureKind::Memory } else { FailureKind::File };
    Failure { kind, reason: error.to_string() }
}

/// A result that cannot be rendered or encoded.
pub fn render_failure(error: &RenderError) -> Failure {
    let kind =
        if matches!(error, RenderError::Memory(_)) { FailureKind::Memory } else { FailureKind::Request };
    Failure { kind, reason: error.to_string() }
}

/// An `ArrayBuffer` or `Blob` that the browser has no memory for.
pub fn no_buffer() -> Failure {
    let reason = "The browser has no memory left for it; close other tabs, then try again.".to_owned();
    Failure { kind: FailureKind::Memory, reason }
}

/// A request that needs an open photo, when none is open.
pub fn no_photo() -> Failure {
    Failure { kind: FailureKind::Request, reason: "No photo is open in the worker.".to_owned() }
}
