//! The page's end of the transport.

use gloo_worker::{HandlerId, Spawnable, Worker, WorkerBridge, WorkerScope};
use js_sys::{Array, Function, Object, Proxy, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::ErrorEvent;

use super::{
    codec::JsObjects,
    post_message::{PostMessage, override_post_message},
};
use crate::{Reply, Request};

/// A running worker. Dropping it terminates the worker at once, whatever it is doing.
pub struct WorkerHandle {
    // Dropped first: gloo posts a last message, for which `postMessage` must still be there.
    bridge: WorkerBridge<ActorInterface>,
    worker: web_sys::Worker,
    _post: PostMessage,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl WorkerHandle {
    /// Starts the worker whose loader script is at `path`, relative to the document's base.
    ///
    /// `on_error` gets the message of an error, empty if there is none: the worker could not be loaded, or it panicked.
    /// Either is its end.
    ///
    /// # Errors
    /// A JavaScript exception when the browser has no `Worker`, or its constructor cannot be replaced.
    pub fn spawn(
        path: &str,
        on_reply: impl Fn(Reply) + 'static,
        on_error: impl Fn(String) + 'static,
    ) -> Result<Self, JsValue> {
        let (bridge, worker) = capture_worker(|| {
            ActorInterface::spawner().callback(on_reply).with_loader(true).encoding::<JsObjects>().spawn(path)
        })?;
        let post = override_post_message(&worker);
        let error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            // A script that can't be fetched is a plain `Event`, which has no message.
            let message = Reflect::get(&event, &"message".into()).ok().and_then(|text| text.as_string());
            on_error(message.unwrap_or_default());
        });
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(error.as_ref().unchecked_ref()));
        Ok(Self { bridge, worker, _post: post, _error: error })
    }

    /// Sends a request and transfers its buffers. Only allowed after [`Reply::Hello`]: gloo holds earlier requests back
    /// and encodes them later, without a transfer.
    pub fn send(&self, request: Request) {
        self.bridge.send(request);
    }
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.set_onerror(None);
        self.worker.set_onmessage(None);
        self.worker.terminate();
    }
}

/// Runs `spawn` and captures the `Worker` that gloo creates and does not expose. Meanwhile `globalThis.Worker` is a
/// `Proxy`.
fn capture_worker<T>(spawn: impl FnOnce() -> T) -> Result<(T, web_sys::Worker), JsValue> {
    let captured = Rc::new(RefCell::new(None));
    let construct = {
        let captured = Rc::clone(&captured);
        Closure::<dyn Fn(Function, Array) -> Result<JsValue, JsValue>>::new(
            move |class: Function, arguments| {
                let worker = Reflect::construct(&class, &arguments)?;
                captured.replace(Some(worker.clone().unchecked_into()));
                Ok(worker)
            },
        )
    };
    let global = js_sys::global();
    let class = Reflect::get(&global, &"Worker".into())?;
    let handler = Object::new();
    Reflect::set(&handler, &"construct".into(), construct.as_ref())?;
    Reflect::set(&global, &"Worker".into(), &Proxy::new(&class, &handler))?;
    let spawned = spawn();
    Reflect::set(&global, &"Worker".into(), &class)?;
    let worker = captured.take().ok_or_else(|| JsValue::from_str("no worker was made"))?;
    Ok((spawned, worker))
}

/// The messages of the actor, which is all that the page knows of it. The actor itself is a type of the worker.
struct ActorInterface;

impl Worker for ActorInterface {
    type Message = ();
    type Input = Request;
    type Output = Reply;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, _: &WorkerScope<Self>, _: Request, _: HandlerId) {}
}
