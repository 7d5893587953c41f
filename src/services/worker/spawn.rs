//! Starting, losing and replacing the worker.

use std::time::Duration;

use leptos::{prelude::set_timeout, task::spawn_local};
use safelight_protocol::{BUILD_ID, Reply, transport::page::WorkerHandle};

use crate::{app::lazy_editor, services::worker::WorkerClient, services::worker::events::WorkerEvent};

/// How often a worker that can't be loaded is asked for before people are.
const MAX_STARTS: u32 = 3;

impl WorkerClient {
    /// Replaces the worker, if there is one, by a new one that will be given all that is wanted.
    pub fn spawn(&self) {
        let generation = self.inner.generation.get() + 1;
        self.inner.generation.set(generation);
        self.inner.link.replace(None);
        self.inner.watch.borrow_mut().reset();
        if self.inner.scheduler.borrow_mut().resubmit() {
            self.notify(WorkerEvent::ExportCancelled);
        }
        let link = {
            let (hearing, failing) = (self.clone(), self.clone());
            WorkerHandle::spawn(
                &format!("{}safelight-worker_loader.js", lazy_editor::address("worker")),
                move |reply| hearing.if_current(generation, |worker| worker.on_hello(reply)),
                move |_| {
                    // Not from inside the link's own closure, which the replaced link takes with it.
                    let failing = failing.clone();
                    spawn_local(
                        async move { failing.if_current(generation, |worker| worker.replace(false)) },
                    );
                },
            )
        };
        match link {
            Ok(link) => {
                self.inner.starting.replace(Some(link));
                self.start_watchdog();
            }
            Err(_) => self.not_started(),
        }
    }

    /// Ends the worker, and starts no other.
    pub fn stop(&self) {
        self.inner.generation.set(self.inner.generation.get() + 1);
        self.inner.notify.replace(None);
        self.inner.starting.replace(None);
        self.inner.link.replace(None);
        self.inner.scheduler.take();
        self.start_watchdog();
    }

    /// The worker is no more, or no use any more.
    pub fn replace(&self, silent: bool) {
        if self.inner.link.borrow().is_none() {
            self.not_started();
            return;
        }
        let loss = self.inner.scheduler.borrow_mut().lost(silent);
        // Told first: the session may switch a filter off before anything is asked for again.
        self.notify(WorkerEvent::Lost(loss));
        self.spawn();
    }

    /// Hears the first reply, which must be a hello of the page's own build, and all that follow.
    fn on_hello(&self, reply: Reply) {
        let Reply::Hello { build_id } = &reply else { return self.handle_event(reply) };
        if build_id != BUILD_ID {
            self.inner.starting.replace(None);
            self.notify(WorkerEvent::VersionMismatch);
            return;
        }
        self.inner.failed_starts.set(0);
        let link = self.inner.starting.take();
        self.inner.link.replace(link);
        self.notify(WorkerEvent::Ready);
        self.handle_event(reply);
    }

    /// Tries again a little later, or gives up.
    fn not_started(&self) {
        self.inner.starting.replace(None);
        let failed = self.inner.failed_starts.get() + 1;
        self.inner.failed_starts.set(failed);
        if failed >= MAX_STARTS {
            self.notify(WorkerEvent::Out);
            return;
        }
        let (worker, generation) = (self.clone(), self.inner.generation.get());
        let pause = Duration::from_millis(500 * u64::from(failed));
        set_timeout(move || worker.if_current(generation, WorkerClient::spawn), pause);
    }

    /// Runs `act` unless the worker was replaced since.
    fn if_current(&self, generation: u32, act: impl FnOnce(&WorkerClient) + 'static) {
        if self.inner.generation.get() == generation {
            act(self);
        }
    }
}
