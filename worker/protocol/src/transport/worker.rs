//! The worker's end of the transport.

use gloo_worker::{Registrable, Worker};

use super::{codec::JsObjects, post_message::override_post_message};
use crate::{Reply, Request};

/// Starts the actor `W`. From here on the worker transfers the buffers of its replies.
pub fn register<W: Worker<Input = Request, Output = Reply> + 'static>() {
    // The worker posts until it ends.
    override_post_message(&js_sys::global()).forget();
    W::registrar().encoding::<JsObjects>().register();
}
