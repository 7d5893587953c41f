//! A `postMessage` that transfers the buffers of a message.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

use crate::transfer::take_transfer_list;

/// `postMessage` with its argument.
pub type PostMessage = Closure<dyn Fn(JsValue) -> Result<JsValue, JsValue>>;

/// Overrides `postMessage` on this one object, a `Worker` or the worker's `self`, by a closure that passes the noted
/// buffers as transfer list. web-sys looks the method up at each call, so gloo calls the override. The closure has to
/// live as long as the object posts.
pub fn override_post_message(target: &JsValue) -> PostMessage {
    let original: Function =
        Reflect::get(target, &"postMessage".into()).expect_throw("postMessage is there").unchecked_into();
    let this = target.clone();
    let post = PostMessage::new(move |message: JsValue| {
        let buffers = take_transfer_list();
        #[cfg(feature = "hooks")]
        let sent = crate::test_hooks::lengths(&buffers);
        let posted = original.call2(&this, &message, &buffers);
        #[cfg(feature = "hooks")]
        if buffers.length() > 0 {
            crate::test_hooks::report_transfer(&sent, &buffers);
        }
        posted
    });
    Reflect::set(target, &"postMessage".into(), post.as_ref()).expect_throw("a property can be added");
    post
}
