//! The messages. Numbers fit a JavaScript number; enums are externally tagged, which is the form that
//! `serde_wasm_bindgen` reads back without loss.

use js_sys::{ArrayBuffer, Uint32Array};
use safelight_recipe::Recipe;
use serde::{Deserialize, Serialize};
use web_sys::Blob;

use crate::{js_value, transfer};

/// Names the sources of the worker that this code was built with. A page greets only a worker of its own build.
pub const BUILD: &str = env!("SAFELIGHT_BUILD");

/// From the page to the worker. `job` is chosen by the page, grows, and comes back in every reply.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Decode this file; it replaces the open photo once it is decoded.
    Open {
        /// The request's number.
        job: u32,
        /// The file's bytes, moved.
        #[serde(with = "transfer")]
        file: ArrayBuffer,
    },
    /// Develop what the screen shows. A newer one overtakes an older one.
    Render {
        /// The request's number.
        job: u32,
        /// The stack.
        recipe: Recipe,
        /// The part that the screen shows.
        view: View,
        /// What else is made of it.
        extras: Extras,
        /// A buffer that the screen is done with, to be filled again.
        #[serde(with = "transfer::option")]
        spent: Option<ArrayBuffer>,
    },
    /// Develop everything at full size and encode it as PNG.
    Export {
        /// The request's number.
        job: u32,
        /// The stack.
        recipe: Recipe,
    },
    /// Develop small pictures of the photo, for people to choose from.
    Thumbnails {
        /// The request's number.
        job: u32,
        /// One stack for each picture.
        recipes: Vec<Recipe>,
        /// About how many pixels across each place for a picture has.
        width: u32,
        /// The same down.
        height: u32,
    },
    /// Give up this job at the next band.
    Cancel {
        /// The number of the request to give up.
        job: u32,
    },
}

/// From the worker to the page. Times are milliseconds inside the worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The first message: the worker runs and is of this build.
    Hello {
        /// [`BUILD`] of the worker.
        build: String,
    },
    /// The header of a file was read; its pixels are being decoded.
    Sized {
        /// The request's number.
        job: u32,
        /// Pixels in a row, orientation applied.
        width: u32,
        /// Rows, orientation applied.
        height: u32,
    },
    /// The photo is decoded and open.
    Opened {
        /// The request's number.
        job: u32,
        /// Pixels in a row, orientation applied.
        width: u32,
        /// Rows, orientation applied.
        height: u32,
        /// Whether any pixel is not opaque.
        has_alpha: bool,
        /// Time spent decoding.
        worker_ms: f64,
    },
    /// The pixels of a view.
    Rendered {
        /// The request's number.
        job: u32,
        /// The view, clamped to the photo: `pixels` holds `view.width × view.height` RGBA pixels.
        view: View,
        /// Time spent developing.
        worker_ms: f64,
        /// RGBA8, straight alpha, moved. The buffer may be longer than the pixels in it.
        #[serde(with = "transfer")]
        pixels: ArrayBuffer,
        /// Where clipped pixels are, if that was asked for: as many pixels, transparent elsewhere, moved.
        #[serde(with = "transfer::option")]
        marks: Option<ArrayBuffer>,
        /// How often each value comes: red, green, blue, luma, then how many pixels have clipped shadows, and clipped
        /// highlights. Empty where it was not asked for.
        #[serde(with = "js_value")]
        counts: Uint32Array,
    },
    /// The encoded file. A `Blob` is a handle: its bytes never visit the page's memory.
    Exported {
        /// The request's number.
        job: u32,
        /// A PNG file.
        #[serde(with = "js_value")]
        file: Blob,
        /// The CRC-32 of its bytes, as archives want it.
        crc: u32,
        /// Time spent developing and encoding.
        worker_ms: f64,
    },
    /// Small pictures.
    Thumbnails {
        /// The request's number.
        job: u32,
        /// Width and height of each picture, in the order of the recipes; 0 where there is none.
        sizes: Vec<(u32, u32)>,
        /// RGBA8, straight alpha, one picture behind the other, moved.
        #[serde(with = "transfer")]
        pixels: ArrayBuffer,
    },
    /// A long job is alive.
    Progress {
        /// The request's number.
        job: u32,
        /// Share that is done, 0 to 1.
        done: f32,
    },
    /// A job was given up: a newer one overtook it, or it was cancelled.
    Dropped {
        /// The request's number.
        job: u32,
        /// The buffer that came with it.
        #[serde(with = "transfer::option")]
        spent: Option<ArrayBuffer>,
    },
    /// A job could not be done.
    Failed {
        /// The request's number.
        job: u32,
        /// Why.
        failure: Failure,
    },
}

impl Reply {
    /// The job that this reply is about.
    pub fn job(&self) -> Option<u32> {
        match self {
            Self::Hello { .. } => None,
            Self::Sized { job, .. }
            | Self::Opened { job, .. }
            | Self::Rendered { job, .. }
            | Self::Exported { job, .. }
            | Self::Thumbnails { job, .. }
            | Self::Progress { job, .. }
            | Self::Dropped { job, .. }
            | Self::Failed { job, .. } => Some(*job),
        }
    }
}

/// The part of the photo that the screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Pixels of the screen for one pixel of the photo, above 0 and up to 1.
    pub scale: f64,
    /// Left edge, in pixels of the scaled photo, as all that follow.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// What is made of a view besides its pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extras {
    /// Counts for a histogram.
    pub counts: bool,
    /// Marks on clipped shadows.
    pub shadows: bool,
    /// Marks on clipped highlights.
    pub highlights: bool,
}

/// Why a job could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// What sort of failure, for code.
    pub kind: FailureKind,
    /// One whole sentence, for people.
    pub reason: String,
}

/// Sorts of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FailureKind {
    /// The file can't be decoded, whatever the memory.
    File,
    /// The memory for it could not be had.
    Memory,
    /// The request makes no sense to the engine: an unknown filter, an empty view, no photo.
    Request,
}
