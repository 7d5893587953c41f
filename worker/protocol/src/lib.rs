//! The messages between the page and the worker, and how they travel. Only this crate names `ArrayBuffer` transfers,
//! `postMessage` or gloo's `Codec`.
//!
//! Pixel buffers in messages are *transferred*: after sending, the sender's `byteLength` is 0. gloo-worker 0.6 posts
//! without a transfer list. A field marked `with = "transfer"` therefore notes its buffer in a thread-local list while
//! the message is serialised, and a `postMessage` that [`transport`] overrides passes that list on.

mod buffer;
pub mod json;
mod message;
#[cfg(feature = "hooks")]
pub mod test_hooks;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod transfer;
pub mod transport;

pub use buffer::{
    clamped_view, copy_to_buffer, copy_to_vec, fill_recycled_buffer, pixel_at, to_uint32_array,
};
pub use message::{BUILD_ID, Failure, RenderOptions, Reply, Request, View};
