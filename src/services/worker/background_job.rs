//! One thing made of a photo that stands aside, in a worker of its own: the photo in hand is not touched, its memory
//! goes with it, and so does whatever goes wrong.

use js_sys::ArrayBuffer;
use leptos::task::spawn_local;
use safelight_recipe::Recipe;
use web_sys::{Blob, File};

use crate::{
    model::status::failure::{FailureReason, LostJob, WorkerLoss},
    services::worker::WorkerClient,
    services::worker::events::{ActiveJob, WorkerCrash, WorkerEvent},
    services::worker::scheduler::thumbnail_queue::{ThumbnailKind, ThumbnailRequest},
};

/// The errand that is run. Copies are the same one.
#[derive(Clone)]
pub struct BackgroundJob {
    worker: WorkerClient,
}

/// How it goes.
pub enum JobEvent {
    /// This share is done.
    Running(f32),
    /// The file, and its CRC-32. Nothing more is heard.
    Exported(Blob, u32),
    /// The small pictures' sizes and pixels. Nothing more is heard.
    Printed(Vec<(u32, u32)>, ArrayBuffer),
    /// Why it failed. Nothing more is heard.
    Failed(FailureReason),
    /// The same, where the file itself is at fault.
    Unreadable(FailureReason),
}

impl BackgroundJob {
    /// Opens a photo and exports it under a recipe.
    pub fn export(file: File, recipe: Recipe, notify: impl Fn(JobEvent) + 'static) -> Self {
        Self::run(file, Box::new(move |worker| worker.export(recipe.clone())), Box::new(notify))
    }

    /// Opens a photo and makes small pictures of it.
    pub fn print(file: File, prints: ThumbnailRequest, notify: impl Fn(JobEvent) + 'static) -> Self {
        let print = move |worker: &WorkerClient| {
            worker.request_thumbnails(ThumbnailKind::Shots, Some(prints.clone()));
        };
        Self::run(file, Box::new(print), Box::new(notify))
    }

    fn run(file: File, ask: Box<dyn Fn(&WorkerClient)>, notify: Box<dyn Fn(JobEvent)>) -> Self {
        let job = Self { worker: WorkerClient::default() };
        let hearing = job.clone();
        job.worker.start(move |event| {
            let told = match event {
                WorkerEvent::Opened { again: false, .. } => return ask(&hearing.worker),
                WorkerEvent::Exporting(done) => return notify(JobEvent::Running(done)),
                WorkerEvent::Exported { file, crc } => JobEvent::Exported(file, crc),
                WorkerEvent::Thumbnails { sizes, pixels, .. } => JobEvent::Printed(sizes, pixels),
                WorkerEvent::NotOpened { reason, is_bad: true, .. } => JobEvent::Unreadable(reason),
                WorkerEvent::NotOpened { reason, .. } | WorkerEvent::NotExported(reason) => {
                    JobEvent::Failed(reason)
                }
                WorkerEvent::Lost(loss) => JobEvent::Failed(FailureReason::WorkerLost(worker_loss(&loss))),
                WorkerEvent::Out => JobEvent::Failed(FailureReason::WorkerUnavailable),
                WorkerEvent::VersionMismatch => JobEvent::Failed(FailureReason::VersionMismatch),
                _ => return,
            };
            // Not from inside the worker's own news, which go with the worker.
            let ended = hearing.clone();
            spawn_local(async move { ended.end() });
            notify(told);
        });
        job.worker.open(file);
        job
    }

    /// Ends it at once, whatever it is at.
    pub fn end(&self) {
        self.worker.stop();
    }
}

/// A background job is decoding until it exports.
fn worker_loss(crash: &WorkerCrash) -> WorkerLoss {
    let job = if crash.at == ActiveJob::Exporting { LostJob::Encoding } else { LostJob::Decoding };
    WorkerLoss { silent: crash.silent, job }
}
