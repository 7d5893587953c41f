//! The clock, and the visibility of the page, without which nothing is timed.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, Performance};

/// The clock of the worker. Browsers round it, some to a millisecond.
pub struct Clock {
    performance: Performance,
    /// The resolution of the clock in milliseconds.
    pub step_ms: f64,
}

/// How often the resolution is measured.
const STEP_SAMPLES: u32 = 20;

impl Clock {
    /// The worker's clock. Measures its resolution.
    pub fn start(scope: &DedicatedWorkerGlobalScope) -> Self {
        let performance = scope.performance().expect("every worker has a clock");
        let step = |_| {
            let first = performance.now();
            loop {
                let step = performance.now() - first;
                if step > 0.0 {
                    return step;
                }
            }
        };
        let step_ms = (0..STEP_SAMPLES).map(step).fold(f64::INFINITY, f64::min);
        Self { performance, step_ms }
    }

    /// Milliseconds since the worker started.
    pub fn now_ms(&self) -> f64 {
        self.performance.now()
    }

    /// The shortest duration that is measured: 25 times the resolution, and at least 0.25 ms.
    pub fn least_ms(&self) -> f64 {
        (25.0 * self.step_ms).max(0.25)
    }
}

/// Whether the page is hidden. Browsers slow hidden pages down.
#[derive(Default)]
pub struct Visibility {
    hidden: Cell<bool>,
    /// Counts how often the page was hidden.
    times: Cell<u32>,
    resume: RefCell<Option<Function>>,
}

impl Visibility {
    /// Sets whether the page is hidden.
    pub fn set_hidden(&self, hidden: bool) {
        self.hidden.set(hidden);
        if hidden {
            self.times.set(self.times.get() + 1);
        } else if let Some(resume) = self.resume.take() {
            // A promise's resolve function does not throw.
            let _ = resume.call0(&JsValue::NULL);
        }
    }

    /// Yields to the event loop, and waits while the page is hidden. Returns whether the page was hidden meanwhile:
    /// then the last sample is invalid.
    pub async fn yield_now(&self) -> bool {
        let before = self.times.get();
        yield_to_event_loop().await;
        while self.hidden.get() {
            let shown = Promise::new(&mut |resolve, _| {
                self.resume.replace(Some(resolve));
            });
            // The promise is never rejected.
            let _ = JsFuture::from(shown).await;
        }
        self.times.get() != before
    }
}

/// Waits for one task of the event loop. A promise alone is a microtask, which runs before any message is received.
async fn yield_to_event_loop() {
    let Ok(channel) = MessageChannel::new() else { return };
    let turn = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(resolve.unchecked_ref()));
        // Posting null cannot fail: there is nothing to clone.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    // The promise is never rejected.
    let _ = JsFuture::from(turn).await;
    channel.port1().close();
}
