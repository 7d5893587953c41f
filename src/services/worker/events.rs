//! What the engine tells the session.

use js_sys::{ArrayBuffer, Uint32Array};
use safelight_protocol::Failure;
use web_sys::Blob;

use crate::{
    model::status::failure::FailureReason, services::worker::RenderRequest,
    services::worker::scheduler::render_queue::Layer,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind,
};

/// News of the worker and its jobs.
pub enum WorkerEvent {
    /// The worker runs.
    Ready,
    /// The worker has work, or has none any more.
    Working(bool),
    /// The header of the file that is being opened was read.
    Sized(u32, u32),
    /// The file is open.
    Opened {
        /// Its name.
        name: String,
        /// Its size in bytes.
        bytes: f64,
        /// Pixels.
        size: (u32, u32),
        /// Whether any pixel is not opaque.
        has_alpha: bool,
        /// Time in the worker.
        worker_ms: f64,
        /// Whether it is the photo from before, opened again in a new worker.
        again: bool,
    },
    /// The file could not be opened.
    NotOpened {
        /// Why.
        reason: FailureReason,
        /// Whether it is the photo from before, which is lost with it.
        was_open: bool,
        /// Whether it is the file itself, whatever the memory.
        is_bad: bool,
    },
    /// New pixels for the screen.
    Rendered(RenderedFrame),
    /// Small pictures.
    Thumbnails {
        /// Where they are shown.
        sheet: ThumbnailKind,
        /// Width and height of each.
        sizes: Vec<(u32, u32)>,
        /// RGBA8, one behind the other.
        pixels: ArrayBuffer,
    },
    /// A slow rendering is at this share.
    Rendering(f32),
    /// The screen could not be brought up to date.
    NotRendered(Failure),
    /// The file for the download.
    Exported {
        /// The file.
        file: Blob,
        /// The CRC-32 of its bytes.
        crc: u32,
    },
    /// The export is at this share.
    Exporting(f32),
    /// The export was given up.
    ExportCancelled,
    /// The export could not be done.
    NotExported(FailureReason),
    /// The worker was lost and is being replaced.
    Lost(WorkerCrash),
    /// The worker can't be had; only [`super::WorkerClient::restart`] tries again.
    Out,
    /// The worker is of another build than the page.
    VersionMismatch,
}

/// Pixels for the screen.
pub struct RenderedFrame {
    /// Which picture they are of.
    pub layer: Layer,
    /// What they show.
    pub request: RenderRequest,
    /// RGBA8.
    pub pixels: ArrayBuffer,
    /// As many pixels, transparent but where something is clipped.
    pub marks: Option<ArrayBuffer>,
    /// How often each value comes; empty where nobody asked.
    pub counts: Uint32Array,
    /// Time in the worker.
    pub worker_ms: f64,
}

/// How a worker was lost, and at what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerCrash {
    /// Whether it fell silent; else it stopped with an error.
    pub silent: bool,
    /// What it was doing.
    pub at: ActiveJob,
}

/// What a worker was doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActiveJob {
    /// Nothing.
    Nothing,
    /// Opening a file; if not `again`, the file is given up.
    Opening {
        /// Whether it is the photo from before, which is lost with it.
        again: bool,
    },
    /// Developing for the screen; `twice` if the worker before it was lost at this too.
    Rendering {
        /// See above.
        twice: bool,
        /// Which picture.
        layer: Layer,
    },
    /// Exporting; the export is given up.
    Exporting,
}
