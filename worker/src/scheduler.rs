//! Giving the browser its turn between bands, so that newer messages are heard.

use js_sys::Promise;
use safelight_protocol::Reply;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel};

use crate::{request_queue::Inbox, responder::Replies};

/// How long to work before others get a turn. Short enough to be heard at once, long enough that
/// turns cost nothing.
const TURN_MS: f64 = 8.0;
/// Jobs shorter than this don't report; a person would not see it.
const FIRST_PROGRESS_MS: f64 = 150.0;
/// Time between reports.
const PROGRESS_MS: f64 = 100.0;

/// Milliseconds on the worker's clock.
pub fn now_ms() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}

/// The pace of one job: when it yields, and when it says how far it is.
pub struct Pace<'a> {
    inbox: &'a Inbox,
    replies: &'a Replies,
    job: u32,
    started_ms: f64,
    turn_ms: f64,
    report_ms: f64,
}

impl<'a> Pace<'a> {
    /// A job that starts now.
    pub fn start(inbox: &'a Inbox, replies: &'a Replies, job: u32) -> Self {
        let now_ms = now_ms();
        Self {
            inbox,
            replies,
            job,
            started_ms: now_ms,
            turn_ms: now_ms,
            report_ms: now_ms + FIRST_PROGRESS_MS,
        }
    }

    /// After each band: lets others in when it is time, and says whether the job is still wanted.
    pub async fn go_on(&mut self, done: f32) -> bool {
        let now = now_ms();
        if now - self.turn_ms < TURN_MS {
            return true;
        }
        if now >= self.report_ms {
            self.report_ms = now + PROGRESS_MS;
            self.replies.send(Reply::Progress { job: self.job, done });
        }
        give_turn().await;
        self.turn_ms = now_ms();
        !self.inbox.is_cancelled(self.job)
    }

    /// Milliseconds since the start.
    pub fn elapsed_ms(&self) -> f64 {
        now_ms() - self.started_ms
    }
}

/// Waits for one whole task: a promise alone would come back before any message is heard, and a
/// timer waits four milliseconds or more.
async fn give_turn() {
    let Ok(channel) = MessageChannel::new() else { return };
    let turn = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // Nothing to clone, so nothing to fail.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(turn).await;
    channel.port1().close();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
