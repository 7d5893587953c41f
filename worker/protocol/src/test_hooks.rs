//! A channel between the worker and a test, only in builds for tests. The worker reports
//! `{sent: [bytes …], left: [bytes …]}`, the lengths of a message's buffers before and after it was posted, and for
//! each rendered frame `{filled: "spent" | "fresh"}`, a recycled or a new buffer.

use js_sys::{Array, ArrayBuffer, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

thread_local! {
    static CHANNEL: BroadcastChannel =
        BroadcastChannel::new("safelight-hooks").expect_throw("a channel can be opened");
}

/// Calls `act` with every message of a test.
pub fn on_message(act: impl Fn(JsValue) + 'static) {
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| act(event.data()));
    CHANNEL.with(|channel| channel.set_onmessage(Some(listener.as_ref().unchecked_ref())));
    listener.forget();
}

/// Posts a message to the test.
pub fn report(message: &JsValue) {
    CHANNEL.with(|channel| channel.post_message(message)).expect_throw("a report can be posted");
}

/// Posts an object with one property.
pub(crate) fn report_property(name: &str, value: &JsValue) {
    let report_object = Object::new();
    Reflect::set(&report_object, &name.into(), value).expect_throw("a property can be set");
    report(&report_object);
}

/// Reports the lengths of buffers before (`sent`) and after they were posted.
pub(crate) fn report_transfer(sent: &Array, buffers: &Array) {
    let report_object = Object::new();
    Reflect::set(&report_object, &"sent".into(), sent).expect_throw("a property can be set");
    Reflect::set(&report_object, &"left".into(), &lengths(buffers)).expect_throw("a property can be set");
    report(&report_object);
}

/// The lengths of these buffers now.
pub(crate) fn lengths(buffers: &Array) -> Array {
    buffers.iter().map(|buffer| JsValue::from(buffer.unchecked_into::<ArrayBuffer>().byte_length())).collect()
}
