//! The measuring worker, as the view sees it.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::messages::{Files, MeasureEvent, Request, Task};

/// A worker with one task. Dropping it terminates the worker at once.
pub struct MeasuringWorker {
    worker: Worker,
    hidden: Rc<Cell<bool>>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(ErrorEvent)>,
}

impl MeasuringWorker {
    /// Starts the worker. `on_event` gets its events, or the message of an error; not before this has returned.
    pub fn start(
        task: Task,
        files: Files,
        on_event: impl Fn(Result<MeasureEvent, String>) + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let loader = format!("{}safelight-benchmark_loader.js", files.benchmark);
        let worker = Worker::new_with_options(&loader, &options)?;
        let hidden = Rc::new(Cell::new(document().hidden()));
        let on_message = {
            let (worker, on_event, hidden) = (worker.clone(), on_event.clone(), hidden.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match serde_json::from_str(&event.data().as_string().unwrap_or_default()) {
                    // The worker drops messages that come earlier.
                    Ok(MeasureEvent::Ready) => {
                        post(&worker, &Request::Hidden(hidden.get()));
                        post(&worker, &Request::Measure(task, files.clone()));
                    }
                    Ok(event) => on_event(Ok(event)),
                    Err(error) => on_event(Err(error.to_string())),
                }
            })
        };
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            // A script that can't be fetched is a plain `Event`, which has no message.
            let message =
                js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|text| text.as_string());
            let message = message.unwrap_or_else(|| "The measuring worker could not be loaded.".to_owned());
            on_event(Err(message.trim_start_matches("Uncaught ").to_owned()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, hidden, _on_message: on_message, _on_error: on_error })
    }

    /// Tells the worker whether the page is hidden.
    pub fn set_hidden(&self, hidden: bool) {
        self.hidden.set(hidden);
        post(&self.worker, &Request::Hidden(hidden));
    }
}

impl Drop for MeasuringWorker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn post(worker: &Worker, request: &Request) {
    if let Ok(text) = serde_json::to_string(request) {
        // Posting a string cannot fail.
        let _ = worker.post_message(&text.into());
    }
}
