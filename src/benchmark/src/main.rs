//! The benchmark as a program. The page loads it when somebody goes to `#benchmark`; then it is the view. It starts
//! itself again as a worker to measure, and that once more as a worker that messages are posted to.

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
