//! The page: a Leptos view over a store. It never works on pixels; the worker does.

use leptos::prelude::*;

mod app;
mod commands;
mod i18n;
mod model;
mod platform;
mod services;
mod store;
mod ui;

use app::{drop_and_paste, router};

fn main() {
    console_error_panic_hook::set_once();
    if let Some(splash) = document().get_element_by_id("splash") {
        splash.remove();
    }
    mount_to_body(|| {
        let store = store::Store::start();
        provide_context(store);
        drop_and_paste::listen(store);
        router::listen();
        app::App
    });
}
