//! The worker: registers the actor, nothing else.

mod actor;
mod darkroom;
#[cfg(feature = "hooks")]
mod hooks;
mod inbox;
mod pieces;
mod reply;
mod thumbnails;
mod turn;

fn main() {
    // A panic leaves broken state behind. Thrown, its text reaches the page's `onerror`, and the page
    // replaces this worker.
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
    #[cfg(feature = "hooks")]
    hooks::listen();
    safelight_link::worker::register::<actor::Actor>();
}
