//! The program of the benchmark, in three roles. The page loads it at `#benchmark` as the view; the view starts it as
//! the measuring worker; and that starts it as a worker which answers messages.

use wasm_bindgen::JsCast;

mod measure;
mod messages;
mod view;

fn main() {
    match js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() {
        Ok(scope) if scope.name() == measure::ECHO => measure::echo(&scope),
        Ok(scope) => measure::listen(&scope),
        Err(_) => view::show(),
    }
}
