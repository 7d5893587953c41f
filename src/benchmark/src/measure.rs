//! The measuring worker: it gets one task, and posts what it measures.

mod baselines;
mod boundary;
mod buffer;
mod case;
mod clock;
mod compare;
mod context;
mod fetch;
mod filter_times;
mod standalone_wasm;
mod start;

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::messages::{MeasureEvent, Request, Task};
use clock::{Clock, Visibility};
use context::{Context, post};

pub use boundary::{ECHO, echo};

/// Waits for the task.
pub fn listen(scope: &DedicatedWorkerGlobalScope) {
    // A panic thrown as a JavaScript error reaches the view as an error of this worker.
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
    let visibility = Rc::<Visibility>::default();
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            match serde_json::from_str(&text) {
                Ok(Request::Hidden(hidden)) => visibility.set_hidden(hidden),
                Ok(Request::Measure(task, files)) => {
                    let clock = Clock::start(&scope);
                    let visibility = visibility.clone();
                    spawn_local(measure(Context { scope: scope.clone(), clock, visibility, files }, task));
                }
                Err(error) => wasm_bindgen::throw_str(&error.to_string()),
            }
        })
    };
    scope.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
    post(scope, &MeasureEvent::Ready);
}

async fn measure(context: Context, task: Task) {
    context.post(&MeasureEvent::TimerUs(context.clock.step_ms * 1e3));
    let result = match task {
        Task::Case(case, size) => case::measure(&context, case, size).await.map(MeasureEvent::Case),
        Task::Boundary => boundary::measure(&context).await.map(MeasureEvent::Boundary),
        Task::Start => start::measure(&context).await.map(MeasureEvent::Start),
        Task::Stacks => filter_times::stacks(&context).await.map(|()| MeasureEvent::Done),
        Task::Filters => filter_times::filters(&context).await.map(|()| MeasureEvent::Done),
    };
    match result {
        Ok(MeasureEvent::Done) => {}
        Ok(event) => context.post(&event),
        // The error arrives later than anything posted now, and ends the task.
        Err(error) => return throw(error),
    }
    context.post(&MeasureEvent::Done);
}

/// Throws an error from a task of its own, so that it reaches the view. Inside a future it would only reject a promise
/// that nobody awaits.
fn throw(error: JsValue) {
    let rethrow = Closure::once_into_js(move || -> Result<(), JsValue> { Err(error) });
    let global = js_sys::global();
    if let Ok(timer) = Reflect::get(&global, &"setTimeout".into()) {
        // Every worker has timers.
        let _ = timer.unchecked_into::<Function>().call1(&global, &rethrow);
    }
}
