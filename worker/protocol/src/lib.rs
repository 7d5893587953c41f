//! What page and worker say to each other, and the only place that names `ArrayBuffer`,
//! `postMessage` or gloo's `Codec`.
//!
//! Messages are typed; pixel buffers inside them are *moved*: after sending, the sender's
//! `byteLength` is 0. gloo-worker 0.6 has no transfer list, so a field marked `with = "transfer"` notes
//! its buffer in an outbox while the message is serialised, and a `postMessage` of our own, shadowing
//! the original on the one `Worker` (or on the worker's `self`), passes the outbox as that list.

mod buffer;
mod deserializer;
mod js_value;
pub mod json;
mod message;
#[cfg(feature = "hooks")]
pub mod test_hooks;
mod transfer;
pub mod transport;

pub use buffer::{buffer_for, bytes_at, clamped_view, fresh_buffer, numbers, read_into};
pub use message::{BUILD, Extras, Failure, FailureKind, Reply, Request, View};
