//! The view at `#benchmark`. The page's stylesheet hides the rest of the page meanwhile.

mod bars;
mod bench;
mod boundary;
mod choice;
mod controls;
mod filters;
mod growth;
mod icon;
mod user_agent;
mod worker;

use js_sys::Reflect;
use leptos::{ev, mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{HtmlElement, KeyboardEvent};

use bench::BenchState;

/// Mounts the view, and follows the fragment of the URL from then on.
pub fn show() {
    console_error_panic_hook::set_once();
    let Some(home) =
        document().get_element_by_id("benchmark").and_then(|home| home.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let owner = Owner::new();
    owner.set();
    let bench = BenchState::new();
    add_stylesheet(&bench::files().benchmark);
    home.set_inner_html("");
    home.set_class_name("benchmark");
    mount_to(home, move || view! { <Page bench/> }).forget();
    listen(bench);
    bench.enter();
    // The program is never unloaded.
    std::mem::forget(owner);
}

/// The whole view.
#[component]
fn Page(bench: BenchState) -> impl IntoView {
    let back = move |event: ev::MouseEvent| {
        event.prevent_default();
        leave();
    };
    let mark = r#"<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2.7 8.2V2.7h5.5M17.3 11.8v5.5h-5.5"/><circle cx="10" cy="10" r="3.6"/></svg><span>Safelight</span>"#;
    view! {
        <header>
            <a class="logo" href="#" aria-label="Safelight, back to the darkroom" inner_html=mark on:click=back></a>
            <a class="btn link" href="#" on:click=back>{icon::view(icon::BACK)} {move || bench.back_label.get()}</a>
        </header>
        <main>
            <h1 tabindex="-1" node_ref=bench.title>"The same work, five ways"</h1>
            <p class="lead">
                {move || {
                    let (width, height) = bench.size.get().px();
                    format!(
                        "{} on a picture of {width} × {height}, in your browser, just now. Outputs are compared byte \
                         for byte before anything is timed.",
                        bench.case.get().name(),
                    )
                }}
            </p>
            <controls::Controls bench/>
            <bars::Bars bench/>
            <growth::Growth bench/>
            <boundary::Boundaries bench/>
            <filters::Filters bench/>
        </main>
    }
}

fn listen(bench: BenchState) {
    let _ =
        window_event_listener(ev::hashchange, move |_| if is_here() { bench.enter() } else { bench.exit() });
    on_document("visibilitychange", move |_| bench.set_hidden(document().hidden()));
    // Keys must not reach the shortcuts of the page, which is hidden. The view itself needs no listener.
    let keys = move |event: web_sys::Event| {
        if !is_here() {
            return;
        }
        event.stop_propagation();
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escape && event.type_() == "keydown" {
            bench.cancel();
        }
    };
    on_document("keydown", keys);
    on_document("keyup", keys);
    // The page opens a dropped or pasted photo, and should then be seen.
    for (name, transfer) in [("drop", "dataTransfer"), ("paste", "clipboardData")] {
        on_document(name, move |event| {
            if is_here() && has_files(&event, transfer) {
                leave();
            }
        });
    }
}

/// Listens in the capture phase, before the page does.
fn on_document(name: &str, then: impl Fn(web_sys::Event) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(then).into_js_value();
    // Adding a listener cannot fail.
    let _ = document().add_event_listener_with_callback_and_bool(name, listener.unchecked_ref(), true);
}

fn has_files(event: &web_sys::Event, transfer: &str) -> bool {
    let files = Reflect::get(event, &transfer.into()).and_then(|found| Reflect::get(&found, &"files".into()));
    let count = files.and_then(|files| Reflect::get(&files, &"length".into()));
    count.is_ok_and(|count| count.as_f64() > Some(0.0))
}

fn is_here() -> bool {
    window().location().hash().is_ok_and(|hash| hash == "#benchmark")
}

fn leave() {
    // An empty fragment is a valid one.
    let _ = window().location().set_hash("");
}

fn add_stylesheet(folder: &str) {
    let sheet = document().create_element("link").ok().zip(document().head());
    if let Some((link, head)) = sheet {
        // Neither fails: the names are valid ones.
        let _ = link.set_attribute("rel", "stylesheet");
        let _ = link.set_attribute("href", &format!("{folder}benchmark.css"));
        let _ = head.append_child(&link);
    }
}
