//! The messages. Every number fits a JavaScript number. Enums are externally tagged, the form that
//! `serde_wasm_bindgen` reads back without loss.

use js_sys::{ArrayBuffer, Uint32Array};
use safelight_errors::{OpenError, RenderError};
use safelight_recipe::Recipe;
use serde::{Deserialize, Serialize};
use web_sys::Blob;

use crate::transfer;

/// A hash of the sources of this build's worker. The page accepts only a worker with the same one.
pub const BUILD_ID: &str = env!("SAFELIGHT_BUILD");

/// A message from the page to the worker. The page chooses `job`, which grows by 1 and comes back in every reply.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Decode this file. It replaces the open photo once it is decoded.
    Open {
        /// The request's number.
        job: u32,
        /// The file's bytes, transferred.
        #[serde(with = "transfer")]
        file: ArrayBuffer,
    },
    /// Render the part of the result that the screen shows.
    Render {
        /// The request's number.
        job: u32,
        /// The filters to apply.
        recipe: Recipe,
        /// The part that the screen shows.
        view: View,
        /// What to make besides the pixels.
        options: RenderOptions,
        /// A buffer that the screen no longer needs, to be filled again.
        #[serde(with = "transfer::option")]
        recycled_buffer: Option<ArrayBuffer>,
    },
    /// Render everything at full size and encode it as PNG.
    Export {
        /// The request's number.
        job: u32,
        /// The filters to apply.
        recipe: Recipe,
    },
    /// Render thumbnails of the open photo.
    Thumbnails {
        /// The request's number.
        job: u32,
        /// One recipe for each thumbnail.
        recipes: Vec<Recipe>,
        /// Width in pixels of the cell that a thumbnail is shown in. Thumbnails of another aspect ratio are larger.
        width: u32,
        /// Height in pixels of the cell.
        height: u32,
    },
    /// Stop this job at its next band.
    Cancel {
        /// The number of the request to stop.
        job: u32,
    },
}

/// A message from the worker to the page. `worker_ms` is the time in milliseconds that the worker spent on the job.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The first message: the worker is running.
    Hello {
        /// [`BUILD_ID`] of the worker.
        build_id: String,
    },
    /// The header of the file is read, and its pixels are being decoded.
    HeaderRead {
        /// The request's number.
        job: u32,
        /// Width in pixels, orientation applied.
        width: u32,
        /// Height in pixels, orientation applied.
        height: u32,
    },
    /// The photo is decoded and open.
    Opened {
        /// The request's number.
        job: u32,
        /// Width in pixels, orientation applied.
        width: u32,
        /// Height in pixels, orientation applied.
        height: u32,
        /// Whether any pixel is not opaque.
        has_alpha: bool,
        /// Time of decoding.
        worker_ms: f64,
    },
    /// The pixels of a view.
    Rendered {
        /// The request's number.
        job: u32,
        /// The view, clamped to the result: `pixels` holds `view.width × view.height` RGBA pixels.
        view: View,
        /// Time of rendering.
        worker_ms: f64,
        /// RGBA8, straight alpha, transferred. The buffer may be longer than its pixels.
        #[serde(with = "transfer")]
        pixels: ArrayBuffer,
        /// The mask of clipped pixels, if it was asked for: as many RGBA8 pixels, transparent where nothing is clipped;
        /// transferred.
        #[serde(with = "transfer::option")]
        clipping_mask: Option<ArrayBuffer>,
        /// The histogram, if it was asked for, else empty: 4 × 256 pixel counts by level for red, green, blue and luma,
        /// then the number of pixels with clipped shadows and with clipped highlights.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        histogram: Uint32Array,
    },
    /// The encoded file. A `Blob` is a handle: its bytes never enter the page's memory.
    Exported {
        /// The request's number.
        job: u32,
        /// A PNG file.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        file: Blob,
        /// The CRC-32 of its bytes, which a ZIP archive needs.
        crc32: u32,
        /// Time of rendering and encoding.
        worker_ms: f64,
    },
    /// The thumbnails.
    Thumbnails {
        /// The request's number.
        job: u32,
        /// Width and height in pixels of each thumbnail, in the order of the recipes. `(0, 0)` for a recipe that failed.
        sizes: Vec<(u32, u32)>,
        /// RGBA8, straight alpha, one thumbnail after another, transferred.
        #[serde(with = "transfer")]
        pixels: ArrayBuffer,
    },
    /// The progress of a job that takes longer than 150 ms.
    Progress {
        /// The request's number.
        job: u32,
        /// The fraction that is done, 0 to 1.
        fraction: f32,
    },
    /// The job was cancelled.
    Cancelled {
        /// The request's number.
        job: u32,
        /// The buffer of its request.
        #[serde(with = "transfer::option")]
        recycled_buffer: Option<ArrayBuffer>,
    },
    /// The job failed.
    Failed {
        /// The request's number.
        job: u32,
        /// Why.
        failure: Failure,
    },
}

impl Request {
    /// The request's number; for [`Cancel`](Self::Cancel), that of the request to stop.
    pub fn job(&self) -> u32 {
        match self {
            Self::Open { job, .. }
            | Self::Render { job, .. }
            | Self::Export { job, .. }
            | Self::Thumbnails { job, .. }
            | Self::Cancel { job } => *job,
        }
    }
}

/// The part of the result that the screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Rendered pixels per pixel of the result, above 0 and up to 1.
    pub scale: f64,
    /// Left edge in pixels of the scaled result.
    pub x: u32,
    /// Top edge in pixels of the scaled result.
    pub y: u32,
    /// Width in pixels of the scaled result.
    pub width: u32,
    /// Height in pixels of the scaled result.
    pub height: u32,
}

/// What a render makes besides the pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderOptions {
    /// A histogram.
    pub histogram: bool,
    /// A mask that shows clipped shadows.
    pub clipped_shadows: bool,
    /// A mask that shows clipped highlights.
    pub clipped_highlights: bool,
}

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Failure {
    /// The file cannot be opened.
    Open(OpenError),
    /// The open photo cannot be rendered or exported.
    Render(RenderError),
    /// The browser has no memory for an `ArrayBuffer` or a `Blob`.
    NoBuffer,
    /// The request needs an open photo, and none is open.
    NoPhoto,
}

impl Failure {
    /// Whether the file itself is at fault, so that it fails again however much memory there is.
    pub fn is_file_fault(&self) -> bool {
        matches!(self, Self::Open(error) if !matches!(error, OpenError::Memory(_)))
    }
}
