//! The context of a task: what every measurement uses.

use std::rc::Rc;

use web_sys::DedicatedWorkerGlobalScope;

use super::clock::{Clock, Visibility};
use crate::messages::{Files, MeasureEvent};

/// The worker's scope and clock, and the files to measure.
pub struct Context {
    pub scope: DedicatedWorkerGlobalScope,
    pub clock: Clock,
    pub visibility: Rc<Visibility>,
    pub files: Files,
}

impl Context {
    /// Posts an event to the view.
    pub fn post(&self, event: &MeasureEvent) {
        post(&self.scope, event);
    }
}

/// Posts an event to the view.
pub fn post(scope: &DedicatedWorkerGlobalScope, event: &MeasureEvent) {
    if let Ok(text) = serde_json::to_string(event) {
        // Posting a string cannot fail.
        let _ = scope.post_message(&text.into());
    }
}
