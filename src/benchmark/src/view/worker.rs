//! The measuring worker from outside.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::messages::{Files, News, Order, Request};

/// A worker with one order. Dropping it ends it at once, whatever it is doing.
pub struct Measuring {
    worker: Worker,
    hidden: Rc<Cell<bool>>,
    _hear: Closure<dyn Fn(MessageEvent)>,
    _fail: Closure<dyn Fn(ErrorEvent)>,
}

impl Measuring {
    /// Starts it. `hear` gets what it finds, or why it failed; not before this has returned.
    pub fn start(
        order: Order,
        files: Files,
        hear: impl Fn(Result<News, String>) + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let loader = format!("{}safelight-benchmark_loader.js", files.benchmark);
        let worker = Worker::new_with_options(&loader, &options)?;
        let hidden = Rc::new(Cell::new(document().hidden()));
        let on_message = {
            let (worker, hear, hidden) = (worker.clone(), hear.clone(), hidden.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match serde_json::from_str(&event.data().as_string().unwrap_or_default()) {
                    // What is posted before it listens is lost.
                    Ok(News::Ready) => {
                        post(&worker, &Request::Hidden(hidden.get()));
                        post(&worker, &Request::Measure(order, files.clone()));
                    }
                    Ok(news) => hear(Ok(news)),
                    Err(error) => hear(Err(error.to_string())),
                }
            })
        };
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            // A script that can't be fetched is a plain `Event`, which has no message.
            let message =
                js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|text| text.as_string());
            let message = message.unwrap_or_else(|| "The measuring worker could not be loaded.".to_owned());
            hear(Err(message.trim_start_matches("Uncaught ").to_owned()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, hidden, _hear: on_message, _fail: on_error })
    }

    /// Tells it whether the page is hidden.
    pub fn set_hidden(&self, hidden: bool) {
        self.hidden.set(hidden);
        post(&self.worker, &Request::Hidden(hidden));
    }
}

impl Drop for Measuring {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn post(worker: &Worker, request: &Request) {
    if let Ok(text) = serde_json::to_string(request) {
        // A text can always be posted.
        let _ = worker.post_message(&text.into());
    }
}
