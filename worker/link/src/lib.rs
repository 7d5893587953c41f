//! What page and worker say to each other, and the only place that names `ArrayBuffer`,
//! `postMessage` or gloo's `Codec`.
//!
//! Messages are typed; pixel buffers inside them are *moved*: after sending, the sender's
//! `byteLength` is 0. gloo-worker 0.6 has no transfer list, so a field marked `with = "moved"` notes
//! its buffer in an outbox while the message is serialised, and a `postMessage` of our own, shadowing
//! the original on the one `Worker` (or on the worker's `self`), passes the outbox as that list.

mod buffer;
mod codec;
#[cfg(feature = "hooks")]
pub mod hooks;
mod message;
mod moved;
mod object;
pub mod page;
pub mod plain;
mod read;
pub mod worker;

pub use buffer::{buffer_for, bytes_at, clamped_view, fresh_buffer, numbers, read_into};
pub use message::{BUILD, Extras, Failure, FailureKind, Reply, Request, View};
