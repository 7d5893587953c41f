//! How messages travel: through gloo-worker, with transferred buffers.

pub(crate) mod codec;
pub mod page;
mod post_message;
pub mod worker;
