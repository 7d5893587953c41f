//! A channel between the worker and a test, only in builds for tests. The worker reports
//! `{sent: [bytes …], left: [bytes …]}` of the buffers of each message before and after it was posted,
//! and `{filled: "spent" | "fresh"}` for each frame.

use js_sys::{Array, ArrayBuffer, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

thread_local! {
    static CHANNEL: BroadcastChannel =
        BroadcastChannel::new("safelight-hooks").expect_throw("a channel can be opened");
}

/// Calls `act` with whatever a test says.
pub fn hear(act: impl Fn(JsValue) + 'static) {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| act(event.data()));
    CHANNEL.with(|channel| channel.set_onmessage(Some(heard.as_ref().unchecked_ref())));
    heard.forget();
}

/// Tells the test something.
pub fn report(message: &JsValue) {
    CHANNEL.with(|channel| channel.post_message(message)).expect_throw("a report can be posted");
}

/// Reports one property.
pub(crate) fn report_property(name: &str, value: &JsValue) {
    let report_object = Object::new();
    Reflect::set(&report_object, &name.into(), value).expect_throw("a property can be set");
    report(&report_object);
}

/// Reports the lengths of buffers before and after they were posted.
pub(crate) fn report_moved(sent: &Array, buffers: &Array) {
    let moved = Object::new();
    Reflect::set(&moved, &"sent".into(), sent).expect_throw("a property can be set");
    Reflect::set(&moved, &"left".into(), &lengths(buffers)).expect_throw("a property can be set");
    report(&moved);
}

/// The lengths of these buffers now.
pub(crate) fn lengths(buffers: &Array) -> Array {
    buffers.iter().map(|buffer| JsValue::from(buffer.unchecked_into::<ArrayBuffer>().byte_length())).collect()
}
