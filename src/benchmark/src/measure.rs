//! The measuring worker: takes one order, and posts what it finds.

mod baselines;
mod boundary;
mod case;
mod clock;
mod compare;
mod filter_times;
mod start;

use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DedicatedWorkerGlobalScope, MessageEvent, Request as Fetch, RequestCache, RequestInit, Response,
};

use crate::messages::{Files, News, Order, Request};
use clock::{Clock, Visibility};

pub use boundary::{ECHO, echo};

/// What every measurement has at hand.
struct Bench {
    scope: DedicatedWorkerGlobalScope,
    clock: Clock,
    visibility: Rc<Visibility>,
    files: Files,
}

/// Waits for the order.
pub fn listen(scope: &DedicatedWorkerGlobalScope) {
    // Thrown, a panic reaches the view as an error of this worker.
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
    let visibility = Rc::<Visibility>::default();
    let hear = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            match serde_json::from_str(&text) {
                Ok(Request::Hidden(hidden)) => visibility.set_hidden(hidden),
                Ok(Request::Measure(order, files)) => {
                    let clock = Clock::start(&scope);
                    let bench = Bench { scope: scope.clone(), clock, visibility: visibility.clone(), files };
                    spawn_local(bench.obey(order));
                }
                Err(error) => wasm_bindgen::throw_str(&error.to_string()),
            }
        })
    };
    scope.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    tell(scope, &News::Ready);
}

impl Bench {
    async fn obey(self, order: Order) {
        self.tell(&News::TimerUs(self.clock.step_ms * 1e3));
        let found = match order {
            Order::Cell(work, size) => case::measure(&self, work, size).await.map(News::Cell),
            Order::Boundary => boundary::measure(&self).await.map(News::Boundary),
            Order::Start => start::measure(&self).await.map(News::Start),
            Order::Stacks => filter_times::stacks(&self).await.map(|()| News::Done),
            Order::Filters => filter_times::filters(&self).await.map(|()| News::Done),
        };
        match found {
            Ok(News::Done) => {}
            Ok(news) => self.tell(&news),
            // It arrives later than what is told now, and ends the order by itself.
            Err(error) => return throw(error),
        }
        self.tell(&News::Done);
    }

    fn tell(&self, news: &News) {
        tell(&self.scope, news);
    }
}

fn tell(scope: &DedicatedWorkerGlobalScope, news: &News) {
    if let Ok(text) = serde_json::to_string(news) {
        // A text can always be posted.
        let _ = scope.post_message(&text.into());
    }
}

/// Inside a future an error would end in a rejected promise that nobody hears of; thrown from a task of its own,
/// it reaches the view.
fn throw(error: JsValue) {
    let rethrow = Closure::once_into_js(move || -> Result<(), JsValue> { Err(error) });
    let global = js_sys::global();
    if let Ok(timer) = Reflect::get(&global, &"setTimeout".into()) {
        // Every worker has timers.
        let _ = timer.unchecked_into::<Function>().call1(&global, &rethrow);
    }
}

/// Asks for a file: as the cache has it, or over the line.
fn fetch(address: &str, over_the_line: bool) -> Result<Promise, JsValue> {
    let options = RequestInit::new();
    if over_the_line {
        options.set_cache(RequestCache::NoStore);
    }
    let request = Fetch::new_with_str_and_init(address, &options)?;
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    Ok(scope.fetch_with_request(&request))
}

/// A file that is there.
pub async fn fetched(address: &str, over_the_line: bool) -> Result<Response, JsValue> {
    let response: Response = JsFuture::from(fetch(address, over_the_line)?).await?.unchecked_into();
    if response.ok() { Ok(response) } else { Err(format!("{address} is not there.").into()) }
}

/// A buffer of so many bytes, if there is memory.
fn buffer(bytes: u32) -> Result<ArrayBuffer, JsValue> {
    let class = Reflect::get(&js_sys::global(), &"ArrayBuffer".into())?.unchecked_into::<Function>();
    let made = Reflect::construct(&class, &Array::of1(&bytes.into()))?;
    // What is written for the first time is dear, and no filter's fault.
    Uint8Array::new(&made).fill(1, 0, bytes);
    Ok(made.unchecked_into())
}
