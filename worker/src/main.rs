//! The worker: registers the actor, nothing else.

mod actor;
mod blob_writer;
#[cfg(feature = "hooks")]
mod fault_injection;
mod job_loop;
mod request_queue;
mod responder;
mod scheduler;
mod thumbnails;

fn main() {
    // A panic leaves broken state behind. Thrown as a JavaScript error, its text reaches the page's `onerror`, and
    // the page replaces this worker.
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
    #[cfg(feature = "hooks")]
    fault_injection::listen();
    safelight_protocol::transport::worker::register::<actor::Actor>();
}
