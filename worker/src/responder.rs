//! Replies on their way to the page, and the failures that they carry.

use gloo_worker::{HandlerId, WorkerScope};
use safelight_engine::{OpenError, RenderError};
use safelight_protocol::{Failure, FailureKind, Reply};

use crate::actor::Actor;

/// The way back to the page.
pub struct Replies {
    scope: WorkerScope<Actor>,
    page: HandlerId,
}

impl Replies {
    /// To this page.
    pub fn new(scope: &WorkerScope<Actor>, page: HandlerId) -> Self {
        Self { scope: scope.clone(), page }
    }

    /// Sends a reply at once, also from the midst of a job.
    pub fn send(&self, reply: Reply) {
        self.scope.respond(self.page, reply);
    }
}

/// A file that could not be opened.
pub fn not_opened(error: &OpenError) -> Failure {
    let kind = if matches!(error, OpenError::Memory(_)) { FailureKind::Memory } else { FailureKind::File };
    Failure { kind, reason: error.to_string() }
}

/// Pixels that could not be made.
pub fn not_rendered(error: &RenderError) -> Failure {
    let kind =
        if matches!(error, RenderError::Memory(_)) { FailureKind::Memory } else { FailureKind::Request };
    Failure { kind, reason: error.to_string() }
}

/// A buffer of the browser's that could not be had.
pub fn no_buffer() -> Failure {
    let reason = "The browser has no memory left for it; close other tabs, then try again.".to_owned();
    Failure { kind: FailureKind::Memory, reason }
}

/// A request for a photo that is not there.
pub fn no_photo() -> Failure {
    Failure { kind: FailureKind::Request, reason: "No photo is open in the worker.".to_owned() }
}
