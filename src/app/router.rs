//! The way to the benchmark: a program of its own, loaded when somebody goes to `#benchmark`. The stylesheet shows
//! it, and nothing else, as long as the address says so.

use leptos::{ev, prelude::*};

/// Goes there.
pub fn to_benchmark() {
    // It is a valid fragment.
    let _ = window().location().set_hash("benchmark");
}

/// Loads it when the address asks for it, now or later.
pub fn listen() {
    load();
    let _ = window_event_listener(ev::hashchange, |_| load());
}

/// A module runs once, however often it is asked for.
fn load() {
    let document = document();
    if window().location().hash().as_deref() == Ok("#benchmark")
        && let Ok(Some(meta)) = document.query_selector("meta[name=safelight-benchmark]")
        && let Some(folder) = meta.get_attribute("content")
        && let Ok(script) = document.create_element("script")
        && let Some(head) = document.head()
    {
        // None of this fails: the names are valid ones.
        let _ = script.set_attribute("type", "module");
        let _ = script.set_attribute("src", &format!("./{folder}safelight-benchmark_loader.js"));
        let _ = head.append_child(&script);
    }
}
