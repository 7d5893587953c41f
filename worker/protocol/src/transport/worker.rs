//! The worker's end of the link.

use gloo_worker::{Registrable, Worker};
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

use super::codec::Objects;
use crate::{Reply, Request, transfer};

/// Starts the actor `W`; from here on its buffers are moved.
pub fn register<W: Worker<Input = Request, Output = Reply> + 'static>() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    move_buffers(&scope);
    W::registrar().encoding::<Objects>().register();
}

/// Shadows `postMessage` on this one object with one that moves the buffers of the outbox.
fn move_buffers(scope: &DedicatedWorkerGlobalScope) {
    let post = shadow_post_message(scope);
    // The worker posts until it ends.
    post.forget();
}

/// Replaces `postMessage` on `target` by one that hands the outbox over as its transfer list.
/// web-sys looks the method up at each call, so that gloo finds this one.
pub(crate) fn shadow_post_message(target: &JsValue) -> Closure<dyn Fn(JsValue) -> Result<JsValue, JsValue>> {
    let original: Function =
        Reflect::get(target, &"postMessage".into()).expect_throw("postMessage is there").unchecked_into();
    let this = target.clone();
    let post = Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(move |message: JsValue| {
        let buffers = transfer::take_outbox();
        #[cfg(feature = "hooks")]
        let sent = crate::test_hooks::lengths(&buffers);
        let posted = original.call2(&this, &message, &buffers);
        #[cfg(feature = "hooks")]
        if buffers.length() > 0 {
            crate::test_hooks::report_moved(&sent, &buffers);
        }
        posted
    });
    Reflect::set(target, &"postMessage".into(), post.as_ref()).expect_throw("a property can be added");
    post
}
