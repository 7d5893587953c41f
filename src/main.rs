//! The page: a Leptos view over a session. It never works on pixels; the worker does.

use leptos::prelude::*;

mod app;
mod batch;
mod change;
mod chunk;
mod commands;
mod components;
mod engine;
mod export;
mod frame;
mod graph;
mod history;
mod intake;
mod keep;
mod kept;
mod keys;
mod leaving;
mod notice;
mod number;
mod offers;
mod own;
mod prints;
mod route;
mod said;
mod screen;
mod session;
mod share;
mod sight;
mod slider;
mod stack;
mod strip;
mod tally;
mod texts;
mod viewport;
mod words;
mod zip;

fn main() {
    console_error_panic_hook::set_once();
    if let Some(boot) = document().get_element_by_id("splash") {
        boot.remove();
    }
    mount_to_body(|| {
        let session = session::Session::start();
        provide_context(session);
        intake::listen(session);
        route::listen();
        app::App
    });
}
