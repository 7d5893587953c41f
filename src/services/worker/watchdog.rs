//! The watchdog: a worker that is silent for too long has hung.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::set_interval_with_handle;

use crate::services::worker::WorkerClient;

/// Silence is counted in ticks, not by the clock: a tab that sleeps does not tick, and so a worker
/// that slept with it is not blamed.
const TICK: Duration = Duration::from_secs(1);
/// Seconds that a worker may take until its hello.
const STARTUP_TIMEOUT_S: u32 = 20;

/// Counts the seconds of silence.
#[derive(Default)]
pub struct Watchdog {
    silent_s: u32,
    ticking: Option<IntervalHandle>,
}

impl Watchdog {
    /// The worker gave a sign of life.
    pub fn reset(&mut self) {
        self.silent_s = 0;
    }
}

impl WorkerClient {
    /// Keeps the watchdog ticking while there is something to wait for, and only then.
    pub fn start_watchdog(&self) {
        let waiting = self.timeout_s().is_some();
        let mut watch = self.inner.watch.borrow_mut();
        if !waiting {
            if let Some(ticking) = watch.ticking.take() {
                ticking.clear();
            }
        } else if watch.ticking.is_none() {
            let worker = self.clone();
            watch.silent_s = 0;
            watch.ticking = set_interval_with_handle(move || worker.tick(), TICK).ok();
        }
    }

    fn tick(&self) {
        let Some(timeout_s) = self.timeout_s() else { return self.start_watchdog() };
        let hung = {
            let mut watch = self.inner.watch.borrow_mut();
            watch.silent_s += 1;
            watch.silent_s > timeout_s
        };
        if hung {
            self.replace(true);
        }
    }

    fn timeout_s(&self) -> Option<u32> {
        if self.inner.starting.borrow().is_some() {
            return Some(STARTUP_TIMEOUT_S);
        }
        self.inner.scheduler.borrow().timeout_s()
    }
}
