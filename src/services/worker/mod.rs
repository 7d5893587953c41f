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
use safelight_protocol::{Extras, Reply, Request, View, bytes_at, transport::page::Link};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    services::worker::events::News,
    services::worker::scheduler::Jobs,
    services::worker::scheduler::render_queue::Layer,
    services::worker::scheduler::thumbnail_queue::{Prints, Sheet},
};

/// What the screen should show.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// The stack.
    pub recipe: Recipe,
    /// The part of the photo.
    pub view: View,
    /// What else is made of it.
    pub extras: Extras,
}

/// The worker as the page sees it. A handle: copies are the same worker.
#[derive(Clone, Default)]
pub struct Engine {
    inner: Rc<Inner>,
}

/// Who hears the news.
type Ear = Rc<dyn Fn(News)>;

#[derive(Default)]
struct Inner {
    tell: RefCell<Option<Ear>>,
    /// The worker that has not said hello yet.
    starting: RefCell<Option<Link>>,
    /// The worker.
    link: RefCell<Option<Link>>,
    jobs: RefCell<Jobs>,
    /// Counts the workers, so that late news of a replaced one is told apart.
    generation: Cell<u32>,
    failed_starts: Cell<u32>,
    working: Cell<bool>,
    /// A timer that lets the newest wish overtake a slow rendering.
    overtake: RefCell<Option<TimeoutHandle>>,
    watch: RefCell<watchdog::Watch>,
}

impl Engine {
    /// Starts the worker. `tell` hears all news from here on.
    pub fn start(&self, tell: impl Fn(News) + 'static) {
        self.inner.tell.replace(Some(Rc::new(tell)));
        self.spawn();
    }

    /// Starts the worker again after [`News::Out`].
    pub fn restart(&self) {
        self.inner.failed_starts.set(0);
        self.spawn();
    }

    /// Opens a file; it takes the place of any that is being opened.
    pub fn open(&self, file: File) {
        let busy = self.inner.jobs.borrow_mut().open(file);
        if busy {
            // A decoder does not yield, so a file that is in the way goes with its worker.
            self.spawn();
        } else {
            self.pump();
        }
    }

    /// Gives up the file that is being opened, at once.
    pub fn cancel_open(&self) {
        let busy = self.inner.jobs.borrow_mut().cancel_open();
        if busy {
            self.spawn();
        } else {
            self.pump();
        }
    }

    /// Closes the photo. A new worker has none of its memory.
    pub fn close(&self) {
        self.inner.jobs.borrow_mut().close();
        self.spawn();
    }

    /// Says what the screen should show, and the original that it is compared with, if it is; the newest wish wins.
    pub fn want(&self, after: Wanted, before: Option<Wanted>) {
        self.inner.jobs.borrow_mut().layers.want(after, before);
        self.pump();
    }

    /// Gives up the rendering in flight.
    pub fn cancel_rendering(&self) {
        let request = self.inner.jobs.borrow_mut().cancel_rendering();
        if let Some(request) = request {
            self.send(request);
        }
    }

    /// Develops again what the screen should show, for a canvas that is new.
    pub fn show_again(&self) {
        self.inner.jobs.borrow_mut().forget_shown();
        self.pump();
    }

    /// Develops everything at full size into a file.
    pub fn export(&self, recipe: Recipe) {
        self.inner.jobs.borrow_mut().wanted_export = Some(recipe);
        self.pump();
    }

    /// Gives up the export.
    pub fn cancel_export(&self) {
        let running = self.inner.jobs.borrow_mut().cancel_export();
        match running {
            Some(job) => self.send(Request::Cancel { job }),
            None => self.tell(News::ExportCancelled),
        }
    }

    /// Says which small pictures a sheet should have, when there is nothing else to do; none, if it needs none any more.
    pub fn want_prints(&self, sheet: Sheet, prints: Option<Prints>) {
        {
            let sheets = &mut self.inner.jobs.borrow_mut().sheets;
            match prints {
                Some(prints) => sheets.want(sheet, prints),
                None => sheets.unwant(sheet),
            }
        }
        self.pump();
    }

    /// Takes back a buffer that the screen is done with.
    pub fn spent(&self, layer: Layer, buffer: js_sys::ArrayBuffer) {
        self.inner.jobs.borrow_mut().layers.of_mut(layer).spent = Some(buffer);
    }

    /// The four bytes of the pixel at this place in what is shown; nothing while its buffer is being filled again.
    pub fn pixel(&self, layer: Layer, place: u32) -> Option<[u8; 4]> {
        let jobs = self.inner.jobs.borrow();
        bytes_at(jobs.layers.of(layer).spent.as_ref()?, place.checked_mul(4)?)
    }

    /// Sends whatever can be sent now.
    fn pump(&self) {
        if self.inner.link.borrow().is_none() {
            return;
        }
        let reading = self.inner.jobs.borrow_mut().next_to_read();
        if let Some((job, file)) = reading {
            self.read(job, file);
        }
        loop {
            let request = self.inner.jobs.borrow_mut().next_request(now_ms());
            let Some(request) = request else { break };
            self.send(request);
        }
        self.arrange_overtaking();
        self.arrange_watch();
        let working = self.inner.jobs.borrow().is_working();
        if self.inner.working.replace(working) != working {
            self.tell(News::Working(working));
        }
    }

    /// Reads a file and sends its bytes, unless it is no longer wanted by then.
    fn read(&self, job: u32, file: File) {
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            let bytes = crate::platform::files::read(&file).await;
            let current = engine.inner.jobs.borrow().is_opening(job);
            if !current {
                return;
            }
            match bytes {
                Ok(bytes) => {
                    engine.inner.jobs.borrow_mut().sent_open();
                    engine.send(Request::Open { job, file: bytes });
                }
                Err(reason) => {
                    let lost = engine.inner.jobs.borrow_mut().drop_opening();
                    // What can't be read now may be there again at the next visit.
                    let is_bad = crate::platform::files::is_too_large(&file);
                    engine.tell(News::NotOpened { reason, was_open: lost, is_bad });
                }
            }
            engine.pump();
        });
    }

    fn send(&self, request: Request) {
        if let Some(link) = &*self.inner.link.borrow() {
            link.send(request);
        }
    }

    /// Hears a reply of the current worker.
    fn hear(&self, reply: Reply) {
        self.inner.watch.borrow_mut().heard();
        let news = self.inner.jobs.borrow_mut().hear(reply);
        if let Some(news) = news {
            self.tell(news);
        }
        self.pump();
    }

    fn tell(&self, news: News) {
        let tell = self.inner.tell.borrow().clone();
        if let Some(tell) = tell {
            tell(news);
        }
    }

    /// Where a rendering is in the way of a newer wish, looks again when it may be overtaken.
    fn arrange_overtaking(&self) {
        let wait = self.inner.jobs.borrow().overtake_in(now_ms());
        let mut timer = self.inner.overtake.borrow_mut();
        if let (Some(wait), None) = (wait, &*timer) {
            let engine = self.clone();
            *timer = set_timeout_with_handle(
                move || {
                    engine.inner.overtake.replace(None);
                    engine.pump();
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
