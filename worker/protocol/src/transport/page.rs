//! The page's end of the link.

use gloo_worker::{HandlerId, Spawnable, Worker, WorkerBridge, WorkerScope};
use js_sys::{Array, Function, Object, Proxy, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::ErrorEvent;

use super::{codec::Objects, worker::shadow_post_message};
use crate::{Reply, Request};

/// A running worker. Dropping it ends the worker at once, whatever it is doing.
pub struct Link {
    // Dropped first: gloo says goodbye through `postMessage`, which must still be there.
    bridge: WorkerBridge<Actor>,
    worker: web_sys::Worker,
    _post: Closure<dyn Fn(JsValue) -> Result<JsValue, JsValue>>,
    _error: Closure<dyn Fn(ErrorEvent)>,
}

impl Link {
    /// Starts the worker whose loader script stands at `path`, relative to the document's base.
    ///
    /// `on_error` hears of a worker that could not be loaded, or that panicked; either is its end.
    ///
    /// # Errors
    /// When the browser has no `Worker`, or lets nobody see it made.
    pub fn spawn(
        path: &str,
        on_reply: impl Fn(Reply) + 'static,
        on_error: impl Fn(String) + 'static,
    ) -> Result<Self, JsValue> {
        let (bridge, worker) = catch_worker(|| {
            Actor::spawner().callback(on_reply).with_loader(true).encoding::<Objects>().spawn(path)
        })?;
        let post = shadow_post_message(&worker);
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

    /// Sends a request; its buffers are moved. Only after the worker's hello: what is sent before
    /// waits un-encoded, and its buffers would stay.
    pub fn send(&self, request: Request) {
        self.bridge.send(request);
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onerror(None);
        self.worker.set_onmessage(None);
        self.worker.terminate();
    }
}

/// Runs `spawn` and catches the `Worker` that gloo makes and hides.
fn catch_worker<T>(spawn: impl FnOnce() -> T) -> Result<(T, web_sys::Worker), JsValue> {
    let caught = Rc::new(RefCell::new(None));
    let construct = {
        let caught = Rc::clone(&caught);
        Closure::<dyn Fn(Function, Array) -> Result<JsValue, JsValue>>::new(
            move |class: Function, arguments| {
                let worker = Reflect::construct(&class, &arguments)?;
                caught.replace(Some(worker.clone().unchecked_into()));
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
    let worker = caught.take().ok_or_else(|| JsValue::from_str("no worker was made"))?;
    Ok((spawned, worker))
}

/// The actor as the page knows it: its messages. It runs in the worker, under another type.
struct Actor;

impl Worker for Actor {
    type Message = ();
    type Input = Request;
    type Output = Reply;

    fn create(_: &WorkerScope<Self>) -> Self {
        Self
    }

    fn update(&mut self, _: &WorkerScope<Self>, (): ()) {}

    fn received(&mut self, _: &WorkerScope<Self>, _: Request, _: HandlerId) {}
}
