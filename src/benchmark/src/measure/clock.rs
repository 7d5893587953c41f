//! The clock, and when not to look at it.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, Performance};

/// Browsers round their clocks, some coarsely.
pub struct Clock {
    performance: Performance,
    /// The smallest step that it makes.
    pub step_ms: f64,
}

/// How often the clock's step is looked for.
const LOOKS: u32 = 20;

impl Clock {
    /// The worker's clock. Finds its step.
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
        let step_ms = (0..LOOKS).map(step).fold(f64::INFINITY, f64::min);
        Self { performance, step_ms }
    }

    /// Milliseconds since some moment.
    pub fn now_ms(&self) -> f64 {
        self.performance.now()
    }

    /// The shortest time that is worth looking at: the clock's step is a twenty-fifth of it.
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
    /// Hears of a change.
    pub fn set_hidden(&self, hidden: bool) {
        self.hidden.set(hidden);
        if hidden {
            self.times.set(self.times.get() + 1);
        } else if let Some(resume) = self.resume.take() {
            // It is a promise's own.
            let _ = resume.call0(&JsValue::NULL);
        }
    }

    /// Lets messages in, and waits while the page is hidden. Whether it was hidden since the last turn: then what
    /// was timed since does not count.
    pub async fn turn(&self) -> bool {
        let before = self.times.get();
        give_turn().await;
        while self.hidden.get() {
            let shown = Promise::new(&mut |resolve, _| {
                self.resume.replace(Some(resolve));
            });
            // It is never rejected.
            let _ = JsFuture::from(shown).await;
        }
        self.times.get() != before
    }
}

/// Waits for one whole task; a promise alone would come back before any message is heard.
async fn give_turn() {
    let Ok(channel) = MessageChannel::new() else { return };
    let turn = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(resolve.unchecked_ref()));
        // Nothing to clone, so nothing to fail.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    // It is never rejected.
    let _ = JsFuture::from(turn).await;
    channel.port1().close();
}
