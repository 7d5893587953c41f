//! Cooperative scheduling: a job yields to the event loop between bands, so that the worker receives messages.

use js_sys::Promise;
use safelight_protocol::Reply;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel};

use crate::{request_queue::RequestQueue, responder::Responder};

/// The time between two yields. Short enough that a person does not notice the delay, long enough that yielding
/// costs nothing.
const SLICE_MS: f64 = 8.0;
/// The time after which a job first reports its progress. Shorter jobs report nothing.
const FIRST_PROGRESS_MS: f64 = 150.0;
/// The time between two reports.
const PROGRESS_MS: f64 = 100.0;

/// Milliseconds on the worker's clock.
fn now_ms() -> f64 {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    scope.performance().map_or(0.0, |clock| clock.now())
}

/// The time slices of one job: when it yields, and when it reports its progress.
pub struct TimeSlice<'a> {
    queue: &'a RequestQueue,
    responder: &'a Responder,
    job: u32,
    started_ms: f64,
    slice_started_ms: f64,
    next_report_ms: f64,
}

impl<'a> TimeSlice<'a> {
    /// The slices of a job that starts now.
    pub fn start(queue: &'a RequestQueue, responder: &'a Responder, job: u32) -> Self {
        let now_ms = now_ms();
        Self {
            queue,
            responder,
            job,
            started_ms: now_ms,
            slice_started_ms: now_ms,
            next_report_ms: now_ms + FIRST_PROGRESS_MS,
        }
    }

    /// To be called after each band, with the fraction of the job that is done, 0 to 1. Reports and yields when it is
    /// time to. Returns false if the page has cancelled the job.
    pub async fn should_continue(&mut self, fraction: f32) -> bool {
        let now_ms = now_ms();
        if now_ms - self.slice_started_ms < SLICE_MS {
            return true;
        }
        if now_ms >= self.next_report_ms {
            self.next_report_ms = now_ms + PROGRESS_MS;
            self.responder.send(Reply::Progress { job: self.job, fraction });
        }
        yield_to_event_loop().await;
        self.slice_started_ms = self::now_ms();
        !self.queue.is_cancelled(self.job)
    }

    /// Milliseconds since the start of the job.
    pub fn elapsed_ms(&self) -> f64 {
        now_ms() - self.started_ms
    }
}

/// Waits for one task of the event loop. A resolved promise alone would be a microtask, which runs before any message
/// is received; a timer would wait four milliseconds or more.
async fn yield_to_event_loop() {
    let Ok(channel) = MessageChannel::new() else { return };
    let task = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // Posting null cannot fail: there is nothing to clone.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(task).await;
    channel.port1().close();
}
