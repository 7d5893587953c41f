//! What the worker does, and what it displayed: its status, renderings and exports. This part alone writes it.

pub mod clipboard;

use leptos::prelude::*;
use safelight_recipe::Recipe;
use web_sys::{Blob, File};

use crate::{
    model::batch::Batch,
    services::worker::{RenderRequest, WorkerClient, background_job::BackgroundJob},
    store::jobs::clipboard::ClipboardWrite,
};

/// The jobs. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Jobs {
    /// The status of the worker.
    pub worker_status: ReadSignal<WorkerStatus>,
    /// What made the pixels on screen.
    pub displayed: ReadSignal<Option<DisplayedFrame>>,
    /// Progress of a slow rendering, 0 to 1, once it takes long enough to be told.
    pub rendering: ReadSignal<Option<f32>>,
    /// Progress of the export, 0 to 1, while there is one.
    pub exporting: Memo<Option<f32>>,
    /// Whether the export goes to the clipboard.
    pub is_copying: Memo<bool>,
    /// The batch export, if there is one.
    pub batch: ReadSignal<Option<BatchExport>, LocalStorage>,
    /// The worker.
    pub(in crate::store) worker: StoredValue<WorkerClient, LocalStorage>,
    /// The photo on its way to the clipboard.
    pub(in crate::store) clipboard: ClipboardWrite,
    export: RwSignal<Option<Export>>,
    set_worker_status: WriteSignal<WorkerStatus>,
    set_displayed: WriteSignal<Option<DisplayedFrame>>,
    set_rendering: WriteSignal<Option<f32>>,
    set_batch: WriteSignal<Option<BatchExport>, LocalStorage>,
    /// The job of the batch export, and when it began, in milliseconds.
    batch_job: StoredValue<Option<(BackgroundJob, f64)>, LocalStorage>,
}

/// A batch export of files.
pub type BatchExport = Batch<File, ExportedFile>;

/// The status of the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerStatus {
    /// It is being loaded, or loaded again.
    Starting,
    /// It waits for work.
    Ready,
    /// It works.
    Working,
    /// It could not be loaded.
    Failed,
}

/// What made the pixels on screen.
#[derive(Debug, Clone, PartialEq)]
pub struct DisplayedFrame {
    /// The recipe and the view.
    pub request: RenderRequest,
    /// Time in the worker, in milliseconds.
    pub worker_ms: f64,
}

/// An export of the open photo.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Its document.
    pub document: u32,
    /// The recipe that it is made with.
    pub recipe: Recipe,
    /// Where the file goes.
    pub target: ExportTarget,
    /// Progress, 0 to 1.
    pub progress: f32,
}

/// Where an exported file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportTarget {
    /// To the downloads, under this name.
    Download(String),
    /// To the clipboard.
    Clipboard,
}

/// A file of a batch export.
#[derive(Debug, Clone)]
pub struct ExportedFile {
    /// The file.
    pub file: Blob,
    /// The CRC-32 of its bytes.
    pub crc: u32,
}

impl Default for Jobs {
    fn default() -> Self {
        let (worker_status, set_worker_status) = signal(WorkerStatus::Starting);
        let (displayed, set_displayed) = signal(None);
        let (rendering, set_rendering) = signal(None);
        let (batch, set_batch) = signal_local(None);
        let export = RwSignal::new(None::<Export>);
        Self {
            worker_status,
            displayed,
            rendering,
            exporting: Memo::new(move |_| export.with(|export| Some(export.as_ref()?.progress))),
            is_copying: Memo::new(move |_| {
                export.with(|export| {
                    export.as_ref().is_some_and(|export| export.target == ExportTarget::Clipboard)
                })
            }),
            batch,
            worker: StoredValue::new_local(WorkerClient::default()),
            clipboard: ClipboardWrite::default(),
            export,
            set_worker_status,
            set_displayed,
            set_rendering,
            set_batch,
            batch_job: StoredValue::new_local(None),
        }
    }
}

impl Jobs {
    /// Sets the status of the worker.
    pub fn set_worker_status(&self, status: WorkerStatus) {
        if self.worker_status.get_untracked() != status {
            self.set_worker_status.set(status);
        }
    }

    /// Sets what is on screen.
    pub fn set_displayed(&self, frame: Option<DisplayedFrame>) {
        self.set_displayed.set(frame);
    }

    /// Sets the progress of a rendering, 0 to 1. One that is nearly done when it is first told would only flash.
    pub fn set_render_progress(&self, progress: f32) {
        /// The share from which on progress is not told for the first time.
        const NEARLY_DONE: f32 = 0.75;
        if progress < NEARLY_DONE || self.rendering.get_untracked().is_some() {
            self.set_rendering.set(Some(progress));
        }
    }

    /// Notes that no slow rendering runs.
    pub fn end_rendering(&self) {
        self.set_rendering.set(None);
    }

    /// Whether an export of the open photo runs, untracked.
    pub fn is_exporting(&self) -> bool {
        self.export.with_untracked(Option::is_some)
    }

    /// Begins an export, unless one runs. Whether it began.
    pub fn begin_export(&self, document: u32, recipe: Recipe, target: ExportTarget) -> bool {
        let is_free = !self.is_exporting();
        if is_free {
            self.export.set(Some(Export { document, recipe, target, progress: 0.0 }));
        }
        is_free
    }

    /// Sets the progress of the export, 0 to 1.
    pub fn set_export_progress(&self, progress: f32) {
        self.export.update(|export| {
            if let Some(export) = export {
                export.progress = progress;
            }
        });
    }

    /// Ends the export; what it was.
    pub fn end_export(&self) -> Option<Export> {
        self.export.try_update(Option::take).flatten()
    }

    /// Sets the batch export.
    pub fn set_batch(&self, batch: Option<BatchExport>) {
        self.set_batch.set(batch);
    }

    /// Updates the batch export, if there is one.
    pub fn update_batch<T>(&self, update: impl FnOnce(&mut BatchExport) -> T) -> Option<T> {
        self.set_batch.try_update(|batch| batch.as_mut().map(update)).flatten()
    }

    /// Sets the job of the batch export, and when it began, in milliseconds.
    pub fn set_batch_job(&self, job: BackgroundJob, begun_ms: f64) {
        self.batch_job.set_value(Some((job, begun_ms)));
    }

    /// When the job of the batch export began, in milliseconds.
    pub fn batch_job_begun_ms(&self) -> Option<f64> {
        self.batch_job.with_value(|job| job.as_ref().map(|(_, begun_ms)| *begun_ms))
    }

    /// Ends the job of the batch export at once.
    pub fn end_batch_job(&self) {
        if let Some((job, _)) = self.batch_job.try_update_value(Option::take).flatten() {
            job.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(jobs: &Jobs, target: ExportTarget) -> bool {
        jobs.begin_export(7, Recipe::new(Vec::new()), target)
    }

    #[test]
    fn one_export_runs_at_a_time() {
        let jobs = Jobs::default();
        assert!(begin(&jobs, ExportTarget::Download("a.png".to_owned())));
        assert!(!begin(&jobs, ExportTarget::Clipboard));
        jobs.set_export_progress(0.5);
        assert_eq!(jobs.exporting.get_untracked(), Some(0.5));
        let ended = jobs.end_export().unwrap();
        assert_eq!((ended.document, ended.target), (7, ExportTarget::Download("a.png".to_owned())));
        assert_eq!((jobs.exporting.get_untracked(), jobs.end_export()), (None, None));
    }

    #[test]
    fn what_is_copied_is_an_export_to_the_clipboard() {
        let jobs = Jobs::default();
        assert!(!jobs.is_copying.get_untracked());
        begin(&jobs, ExportTarget::Clipboard);
        assert!(jobs.is_copying.get_untracked());
        jobs.end_export();
        assert!(!jobs.is_copying.get_untracked());
        begin(&jobs, ExportTarget::Download("a.png".to_owned()));
        assert!(!jobs.is_copying.get_untracked());
    }

    #[test]
    fn a_rendering_that_is_nearly_done_when_it_is_first_told_is_not_told() {
        let jobs = Jobs::default();
        jobs.set_render_progress(0.8);
        assert_eq!(jobs.rendering.get_untracked(), None);
        jobs.set_render_progress(0.4);
        jobs.set_render_progress(0.9);
        assert_eq!(jobs.rendering.get_untracked(), Some(0.9));
        jobs.end_rendering();
        assert_eq!(jobs.rendering.get_untracked(), None);
    }

    #[test]
    fn progress_of_no_export_is_none() {
        let jobs = Jobs::default();
        jobs.set_export_progress(0.5);
        assert_eq!(jobs.exporting.get_untracked(), None);
    }
}
