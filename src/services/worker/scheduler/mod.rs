//! Which job runs and which comes next, as plain state: one job in flight, and one newest wish behind it.

pub mod render_queue;
pub mod thumbnail_queue;

use std::time::Duration;

use safelight_protocol::{Reply, Request};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    model::status::failure::FailureReason,
    services::worker::RenderRequest,
    services::worker::events::{ActiveJob, RenderedFrame, WorkerCrash, WorkerEvent},
    services::worker::scheduler::render_queue::{Layer, RenderQueue},
    services::worker::scheduler::thumbnail_queue::ThumbnailQueue,
};

/// A rendering that is older than this is given up for a newer wish. Younger ones are let finish: a
/// hand on a slider wishes sixty times a second, and would otherwise never see a picture.
const PREEMPT_AFTER_MS: f64 = 400.0;
/// The same for a rendering whose predecessor was given up: a hand that never rests sees pictures too.
const PREEMPT_AGAIN_AFTER_MS: f64 = 1500.0;

/// The jobs of one worker, and what outlives it.
#[derive(Default)]
pub struct Scheduler {
    /// What the screen should show, and shows.
    pub layers: RenderQueue,
    /// The stack to export, until it is sent.
    pub wanted_export: Option<Recipe>,
    /// Small pictures that are wanted.
    pub sheets: ThumbnailQueue,
    last_job: u32,
    /// The photo that is open, from which it is opened again.
    pub photo: Option<File>,
    /// Whether the worker holds it.
    clamp: bool,
    opening: Option<Opening>,
    rendering: Option<Rendering>,
    exporting: Option<u32>,
    /// Whether the worker before this one was lost while rendering.
    lost_rendering: bool,
    /// Whether the last rendering was given up for a newer wish.
    gave_up: bool,
}

struct Opening {
    job: u32,
    file: File,
    /// Whether it is [`Scheduler::photo`], opened again in a new worker.
    again: bool,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Waiting,
    PixelReadout,
    Sent { megapixels: u32 },
}

struct Rendering {
    job: u32,
    layer: Layer,
    request: RenderRequest,
    /// When it may be given up for a newer wish.
    overtake_ms: f64,
    overtaken: bool,
}

impl Scheduler {
    /// Takes a file to open next. True if another is being decoded, which nothing but a new worker stops.
    pub fn open(&mut self, file: File) -> bool {
        let busy = self.is_decoding();
        let job = self.new_job();
        self.opening = Some(Opening { job, file, again: false, stage: Stage::Waiting });
        busy
    }

    /// Forgets the file that is being opened. True if it is being decoded.
    pub fn cancel_open(&mut self) -> bool {
        let busy = self.is_decoding();
        self.opening = None;
        busy
    }

    /// The export to cancel, if it was sent; one that was not is forgotten.
    pub fn cancel_export(&mut self) -> Option<u32> {
        self.wanted_export = None;
        self.exporting
    }

    /// Forgets all but the numbers that were given, and an export whose end is still to be told.
    pub fn close(&mut self) {
        *self = Self { last_job: self.last_job, exporting: self.exporting, ..Self::default() };
    }

    /// Forgets what the pixels on screen show: they are gone.
    pub fn forget_shown(&mut self) {
        self.layers.forget_shown();
    }

    /// The rendering to give up now; what it was to show is not tried again until something changes.
    pub fn cancel_rendering(&mut self) -> Option<Request> {
        let rendering = self.rendering.as_mut()?;
        self.layers.of_mut(rendering.layer).refused = Some(rendering.request.clone());
        (!rendering.overtaken).then(|| cancel_request(rendering))
    }

    /// The file to read now, if one waits and nothing is in its way; the open photo, if this worker has
    /// not got it.
    pub fn next_to_read(&mut self) -> Option<(u32, File)> {
        if self.rendering.is_some() || self.exporting.is_some() {
            return None;
        }
        if self.opening.is_none() && !self.clamp {
            let file = self.photo.clone()?;
            let job = self.new_job();
            self.opening = Some(Opening { job, file, again: true, stage: Stage::Waiting });
        }
        let opening = self.opening.as_mut().filter(|opening| opening.stage == Stage::Waiting)?;
        opening.stage = Stage::PixelReadout;
        Some((opening.job, opening.file.clone()))
    }

    /// Whether this job is still the file to open.
    pub fn is_opening(&self, job: u32) -> bool {
        self.opening
            .as_ref()
            .is_some_and(|opening| opening.job == job && opening.stage == Stage::PixelReadout)
    }

    /// Notes that the file's bytes went to the worker.
    pub fn sent_open(&mut self) {
        if let Some(opening) = &mut self.opening {
            opening.stage = Stage::Sent { megapixels: 0 };
        }
    }

    /// Forgets the file that is being opened; true if it was the open photo, which is forgotten with it.
    pub fn drop_opening(&mut self) -> bool {
        let again = self.opening.take().is_some_and(|opening| opening.again);
        if again {
            self.photo = None;
        }
        again
    }

    /// The next request to send, if anything can be sent now.
    pub fn next_request(&mut self, now_ms: f64) -> Option<Request> {
        if (self.has_higher_priority() || self.sheets.is_stale())
            && let Some(job) = self.sheets.preempt()
        {
            return Some(Request::Cancel { job });
        }
        if self.exporting.is_some() {
            return None;
        }
        if self.opening.is_some() || !self.clamp {
            // Nobody will see what is being rendered now.
            return self.rendering.as_mut().filter(|rendering| !rendering.overtaken).map(cancel_request);
        }
        if self.rendering.is_none()
            && let Some(recipe) = self.wanted_export.take()
        {
            let job = self.new_job();
            self.exporting = Some(job);
            return Some(Request::Export { job, recipe });
        }
        let Some((layer, request)) = self.pending_render().map(|(layer, request)| (layer, request.clone()))
        else {
            let job = &mut self.last_job;
            return self.rendering.is_none().then(|| self.sheets.next(|| count(job))).flatten();
        };
        if let Some(rendering) = &mut self.rendering {
            let slow = !rendering.overtaken && now_ms >= rendering.overtake_ms;
            return slow.then(|| cancel_request(rendering));
        }
        let job = self.new_job();
        let RenderRequest { recipe, view, extras } = request.clone();
        let patience_ms = if self.gave_up { PREEMPT_AGAIN_AFTER_MS } else { PREEMPT_AFTER_MS };
        let overtake_ms = now_ms + patience_ms;
        self.rendering = Some(Rendering { job, layer, request, overtake_ms, overtaken: false });
        let spent = self.layers.of_mut(layer).spent.take();
        Some(Request::Render { job, recipe, view, options: extras, recycled_buffer: spent })
    }

    /// How long until the rendering in flight may be overtaken, if a newer wish waits for it.
    pub fn preempt_after_ms(&self, now_ms: f64) -> Option<Duration> {
        let rendering = self.rendering.as_ref().filter(|rendering| !rendering.overtaken)?;
        self.pending_render()?;
        let wait_ms = (rendering.overtake_ms - now_ms).max(1.0);
        Some(Duration::from_micros((wait_ms * 1000.0) as u64))
    }

    /// Whether the worker has anything to do.
    pub fn is_working(&self) -> bool {
        self.is_decoding() || self.rendering.is_some() || self.exporting.is_some()
    }

    /// Seconds of silence that are no reason to worry now; none when nothing runs.
    pub fn timeout_s(&self) -> Option<u32> {
        if let Some(Opening { stage: Stage::Sent { megapixels }, .. }) = &self.opening {
            // The one step of a decoder that takes long and is silent; a slow phone decodes a megapixel a second.
            return Some(10 + megapixels);
        }
        let runs = self.rendering.is_some() || self.exporting.is_some() || self.sheets.is_running();
        runs.then_some(10)
    }

    /// What a reply means; nothing if it is of a job that is no longer wanted.
    pub fn handle_event(&mut self, reply: Reply) -> Option<WorkerEvent> {
        match reply {
            Reply::Hello { .. } => None,
            Reply::HeaderRead { job, width, height } => {
                let opening = self.opening.as_mut().filter(|opening| opening.job == job)?;
                let megapixels = (u64::from(width) * u64::from(height) / 1_000_000) as u32;
                opening.stage = Stage::Sent { megapixels };
                Some(WorkerEvent::Sized(width, height))
            }
            Reply::Opened { job, width, height, has_alpha, worker_ms } => {
                let opening = self.opening.take_if(|opening| opening.job == job)?;
                let (name, bytes) = (opening.file.name(), opening.file.size());
                if !opening.again {
                    // What was wanted is a view of the photo before.
                    self.layers.clear_requests();
                    self.sheets = ThumbnailQueue::default();
                    self.lost_rendering = false;
                }
                self.photo = Some(opening.file);
                self.clamp = true;
                self.layers.forget_shown();
                let (size, again) = ((width, height), opening.again);
                Some(WorkerEvent::Opened { name, bytes, size, has_alpha, worker_ms, again })
            }
            Reply::Rendered { job, view, worker_ms, pixels, clipping_mask: marks, histogram: counts } => {
                // Only what is in flight is answered; a buffer of what is not goes.
                let rendering = self.rendering.take_if(|rendering| rendering.job == job)?;
                self.lost_rendering = false;
                self.gave_up = false;
                let layer = rendering.layer;
                self.layers.of_mut(layer).rendered = Some(rendering.request.clone());
                let request = RenderRequest { view, ..rendering.request };
                Some(WorkerEvent::Rendered(RenderedFrame {
                    layer,
                    request,
                    pixels,
                    marks,
                    counts,
                    worker_ms,
                }))
            }
            Reply::Exported { job, file, crc32: crc, .. } => {
                self.exporting.take_if(|exporting| *exporting == job)?;
                Some(WorkerEvent::Exported { file, crc })
            }
            Reply::Thumbnails { job, sizes, pixels } => {
                let sheet = self.sheets.made(job)?;
                Some(WorkerEvent::Thumbnails { sheet, sizes, pixels })
            }
            Reply::Progress { job, fraction: done } => {
                if self.exporting == Some(job) {
                    Some(WorkerEvent::Exporting(done))
                } else {
                    self.rendering.as_ref().filter(|rendering| rendering.job == job)?;
                    Some(WorkerEvent::Rendering(done))
                }
            }
            Reply::Cancelled { job, recycled_buffer: spent } => {
                let layer = self.rendering.as_ref().filter(|rendering| rendering.job == job);
                let picture = self.layers.of_mut(layer.map_or(Layer::After, |rendering| rendering.layer));
                picture.spent = spent.or(picture.spent.take());
                self.sheets.dropped(job);
                if self.exporting.take_if(|exporting| *exporting == job).is_some() {
                    return Some(WorkerEvent::ExportCancelled);
                }
                self.gave_up |= self.rendering.take_if(|rendering| rendering.job == job).is_some();
                None
            }
            Reply::Failed { job, failure } => {
                self.sheets.failed(Some(job));
                if self.opening.as_ref().is_some_and(|opening| opening.job == job) {
                    let was_open = self.drop_opening();
                    let is_bad = failure.is_file_fault();
                    let reason = FailureReason::Worker(failure);
                    return Some(WorkerEvent::NotOpened { reason, was_open, is_bad });
                }
                if self.exporting.take_if(|exporting| *exporting == job).is_some() {
                    return Some(WorkerEvent::NotExported(FailureReason::Worker(failure)));
                }
                // The same wish would fail again: it counts as met until another comes.
                let failed = self.rendering.take_if(|rendering| rendering.job == job)?;
                self.layers.of_mut(failed.layer).rendered = Some(failed.request);
                Some(WorkerEvent::NotRendered(failure))
            }
        }
    }

    /// What the worker was doing when it was lost; the file or export that may be to blame is given up.
    pub fn lost(&mut self, silent: bool) -> WorkerCrash {
        self.sheets.failed(None);
        let at = if self.exporting.take().is_some() {
            ActiveJob::Exporting
        } else if let Some(rendering) = self.rendering.take() {
            let twice = std::mem::replace(&mut self.lost_rendering, true);
            if twice {
                self.layers.of_mut(rendering.layer).refused = Some(rendering.request);
            }
            ActiveJob::Rendering { twice, layer: rendering.layer }
        } else if self.is_decoding() {
            ActiveJob::Opening { again: self.drop_opening() }
        } else {
            ActiveJob::Nothing
        };
        WorkerCrash { silent, at }
    }

    /// Makes ready for a new worker, which holds nothing yet. True if an export went with the old one.
    pub fn resubmit(&mut self) -> bool {
        self.clamp = false;
        self.rendering = None;
        self.layers.forget_shown();
        self.sheets.resubmit();
        if let Some(opening) = &mut self.opening {
            opening.stage = Stage::Waiting;
        }
        self.exporting.take().is_some()
    }

    fn is_decoding(&self) -> bool {
        matches!(self.opening, Some(Opening { stage: Stage::Sent { .. }, .. }))
    }

    /// The newest wish, if neither the screen nor the rendering in flight meets it. The original waits for the
    /// developed picture, and is not in its way.
    fn pending_render(&self) -> Option<(Layer, &RenderRequest)> {
        Layer::ALL.into_iter().find_map(|layer| {
            let picture = self.layers.of(layer);
            let request =
                picture.request.as_ref().filter(|request| picture.refused.as_ref() != Some(request))?;
            let met = match &self.rendering {
                Some(rendering) if rendering.layer == layer => rendering.request == *request,
                Some(_) if layer == Layer::Before => true,
                _ => picture.rendered.as_ref() == Some(request),
            };
            (!met).then_some((layer, request))
        })
    }

    /// Whether anything waits that comes before small pictures.
    fn has_higher_priority(&self) -> bool {
        self.opening.is_some()
            || !self.clamp
            || self.rendering.is_some()
            || self.exporting.is_some()
            || self.wanted_export.is_some()
            || self.pending_render().is_some()
    }

    fn new_job(&mut self) -> u32 {
        count(&mut self.last_job)
    }
}

fn count(last: &mut u32) -> u32 {
    *last += 1;
    *last
}

/// Asks for a rendering to be given up.
fn cancel_request(rendering: &mut Rendering) -> Request {
    rendering.overtaken = true;
    Request::Cancel { job: rendering.job }
}

#[cfg(test)]
mod tests {
    use super::Scheduler;

    #[test]
    fn an_export_is_told_to_have_ended_with_its_photo() {
        let mut scheduler = Scheduler { last_job: 3, exporting: Some(3), ..Scheduler::default() };
        scheduler.close();
        assert!(scheduler.resubmit());
        assert!(!scheduler.resubmit(), "once");
        assert_eq!(scheduler.new_job(), 4);
    }
}
