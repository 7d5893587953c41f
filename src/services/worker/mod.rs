//! The page's end of the worker: sends what is wanted, newest first; notices when the worker dies,
//! hangs or can't be had; replaces it and sends everything again.

pub mod background_job;
pub mod events;
pub mod scheduler;
pub mod spawn;
pub mod watchdog;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::set_timeout_with_handle};
use safelight_protocol::{RenderOptions, Reply, Request, View, pixel_at, transport::page::WorkerHandle};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    model::status::failure::FailureReason,
    platform::files::{self, ReadError},
    services::worker::events::WorkerEvent,
    services::worker::scheduler::Scheduler,
    services::worker::scheduler::render_queue::Layer,
    services::worker::scheduler::thumbnail_queue::{ThumbnailKind, ThumbnailRequest},
};

/// What the screen should show.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderRequest {
    /// The stack.
    pub recipe: Recipe,
    /// The part of the photo.
    pub view: View,
    /// What else is made of it.
    pub extras: RenderOptions,
}

/// The worker as the page sees it. A handle: copies are the same worker.
#[derive(Clone, Default)]
pub struct WorkerClient {
    inner: Rc<Inner>,
}

/// Who hears the news.
type EventHandler = Rc<dyn Fn(WorkerEvent)>;

#[derive(Default)]
struct Inner {
    notify: RefCell<Option<EventHandler>>,
    /// The worker that has not said hello yet.
    starting: RefCell<Option<WorkerHandle>>,
    /// The worker.
    link: RefCell<Option<WorkerHandle>>,
    scheduler: RefCell<Scheduler>,
    /// Counts the workers, so that late news of a replaced one is told apart.
    generation: Cell<u32>,
    failed_starts: Cell<u32>,
    working: Cell<bool>,
    /// A timer that lets the newest wish overtake a slow rendering.
    overtake: RefCell<Option<TimeoutHandle>>,
    watch: RefCell<watchdog::Watchdog>,
}

impl WorkerClient {
    /// Starts the worker. `notify` hears all news from here on.
    pub fn start(&self, notify: impl Fn(WorkerEvent) + 'static) {
        self.inner.notify.replace(Some(Rc::new(notify)));
        self.spawn();
    }

    /// Starts the worker again after [`WorkerEvent::Out`].
    pub fn restart(&self) {
        self.inner.failed_starts.set(0);
        self.spawn();
    }

    /// Opens a file; it takes the place of any that is being opened.
    pub fn open(&self, file: File) {
        let busy = self.inner.scheduler.borrow_mut().open(file);
        if busy {
            // A decoder does not yield, so a file that is in the way goes with its worker.
            self.spawn();
        } else {
            self.dispatch_next();
        }
    }

    /// Gives up the file that is being opened, at once.
    pub fn cancel_open(&self) {
        let busy = self.inner.scheduler.borrow_mut().cancel_open();
        if busy {
            self.spawn();
        } else {
            self.dispatch_next();
        }
    }

    /// Closes the photo. A new worker has none of its memory.
    pub fn close(&self) {
        self.inner.scheduler.borrow_mut().close();
        self.spawn();
    }

    /// Says what the screen should show, and the original that it is compared with, if it is; the newest wish wins.
    pub fn want(&self, after: RenderRequest, before: Option<RenderRequest>) {
        self.inner.scheduler.borrow_mut().layers.want(after, before);
        self.dispatch_next();
    }

    /// Gives up the rendering in flight.
    pub fn cancel_rendering(&self) {
        let request = self.inner.scheduler.borrow_mut().cancel_rendering();
        if let Some(request) = request {
            self.send(request);
        }
    }

    /// Develops again what the screen should show, for a canvas that is new.
    pub fn show_again(&self) {
        self.inner.scheduler.borrow_mut().forget_shown();
        self.dispatch_next();
    }

    /// Develops everything at full size into a file.
    pub fn export(&self, recipe: Recipe) {
        self.inner.scheduler.borrow_mut().wanted_export = Some(recipe);
        self.dispatch_next();
    }

    /// Gives up the export.
    pub fn cancel_export(&self) {
        let running = self.inner.scheduler.borrow_mut().cancel_export();
        match running {
            Some(job) => self.send(Request::Cancel { job }),
            None => self.notify(WorkerEvent::ExportCancelled),
        }
    }

    /// Says which small pictures a sheet should have, when there is nothing else to do; none, if it needs none any more.
    pub fn request_thumbnails(&self, sheet: ThumbnailKind, prints: Option<ThumbnailRequest>) {
        {
            let sheets = &mut self.inner.scheduler.borrow_mut().sheets;
            match prints {
                Some(prints) => sheets.want(sheet, prints),
                None => sheets.unwant(sheet),
            }
        }
        self.dispatch_next();
    }

    /// Takes back a buffer that the screen is done with.
    pub fn recycle_buffer(&self, layer: Layer, buffer: js_sys::ArrayBuffer) {
        self.inner.scheduler.borrow_mut().layers.of_mut(layer).spent = Some(buffer);
    }

    /// The four bytes of the pixel at this place in what is shown; nothing while its buffer is being filled again.
    pub fn pixel(&self, layer: Layer, place: u32) -> Option<[u8; 4]> {
        let scheduler = self.inner.scheduler.borrow();
        pixel_at(scheduler.layers.of(layer).spent.as_ref()?, place.checked_mul(4)?)
    }

    /// Sends whatever can be sent now.
    fn dispatch_next(&self) {
        if self.inner.link.borrow().is_none() {
            return;
        }
        let reading = self.inner.scheduler.borrow_mut().next_to_read();
        if let Some((job, file)) = reading {
            self.read(job, file);
        }
        loop {
            let request = self.inner.scheduler.borrow_mut().next_request(now_ms());
            let Some(request) = request else { break };
            self.send(request);
        }
        self.schedule_preemption();
        self.start_watchdog();
        let working = self.inner.scheduler.borrow().is_working();
        if self.inner.working.replace(working) != working {
            self.notify(WorkerEvent::Working(working));
        }
    }

    /// Reads a file and sends its bytes, unless it is no longer wanted by then.
    fn read(&self, job: u32, file: File) {
        let worker = self.clone();
        leptos::task::spawn_local(async move {
            let bytes = files::read(&file).await;
            let current = worker.inner.scheduler.borrow().is_opening(job);
            if !current {
                return;
            }
            match bytes {
                Ok(bytes) => {
                    worker.inner.scheduler.borrow_mut().sent_open();
                    worker.send(Request::Open { job, file: bytes });
                }
                Err(error) => {
                    let reason = match error {
                        ReadError::Gone => FailureReason::FileGone,
                        ReadError::TooLarge(bytes) => FailureReason::FileTooLarge(bytes),
                    };
                    let lost = worker.inner.scheduler.borrow_mut().drop_opening();
                    // What can't be read now may be there again at the next visit.
                    let is_bad = matches!(error, ReadError::TooLarge(_));
                    worker.notify(WorkerEvent::NotOpened { reason, was_open: lost, is_bad });
                }
            }
            worker.dispatch_next();
        });
    }

    fn send(&self, request: Request) {
        if let Some(link) = &*self.inner.link.borrow() {
            link.send(request);
        }
    }

    /// Hears a reply of the current worker.
    fn handle_event(&self, reply: Reply) {
        self.inner.watch.borrow_mut().reset();
        let event = self.inner.scheduler.borrow_mut().handle_event(reply);
        if let Some(event) = event {
            self.notify(event);
        }
        self.dispatch_next();
    }

    fn notify(&self, event: WorkerEvent) {
        let notify = self.inner.notify.borrow().clone();
        if let Some(notify) = notify {
            notify(event);
        }
    }

    /// Where a rendering is in the way of a newer wish, looks again when it may be overtaken.
    fn schedule_preemption(&self) {
        let wait = self.inner.scheduler.borrow().preempt_after_ms(now_ms());
        let mut timer = self.inner.overtake.borrow_mut();
        if let (Some(wait), None) = (wait, &*timer) {
            let worker = self.clone();
            *timer = set_timeout_with_handle(
                move || {
                    worker.inner.overtake.replace(None);
                    worker.dispatch_next();
                },
                wait,
            )
            .ok();
        }
    }
}

/// The clock that jobs and hands are timed by, in milliseconds.
pub fn now_ms() -> f64 {
    leptos::prelude::window().performance().map_or(0.0, |clock| clock.now())
}
