//! The view: what `#benchmark` shows. The page's stylesheet hides the rest of the page meanwhile.

mod bars;
mod bench;
mod boundary;
mod choice;
mod controls;
mod filters;
mod growth;
mod icon;
mod worker;

use js_sys::Reflect;
use leptos::{ev, mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{HtmlElement, KeyboardEvent};

use bench::Bench;

/// Shows it, and hides and shows it again as the address says.
pub fn show() {
    console_error_panic_hook::set_once();
    let Some(home) =
        document().get_element_by_id("benchmark").and_then(|home| home.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let owner = Owner::new();
    owner.set();
    let bench = Bench::new();
    add_stylesheet(&bench::files().benchmark);
    home.set_inner_html("");
    home.set_class_name("benchmark");
    mount_to(home, move || view! { <Page bench/> }).forget();
    listen(bench);
    bench.enter();
    // The program is never unloaded.
    std::mem::forget(owner);
}

/// All of it.
#[component]
fn Page(bench: Bench) -> impl IntoView {
    let back = move |event: ev::MouseEvent| {
        event.prevent_default();
        leave();
    };
    let mark = r#"<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2.7 8.2V2.7h5.5M17.3 11.8v5.5h-5.5"/><circle cx="10" cy="10" r="3.6"/></svg><span>Safelight</span>"#;
    view! {
        <header>
            <a class="logo" href="#" aria-label="Safelight, back to the darkroom" inner_html=mark on:click=back></a>
            <a class="btn link" href="#" on:click=back>{icon::view(icon::BACK)} {move || bench.way_back.get()}</a>
        </header>
        <main>
            <h1 tabindex="-1" node_ref=bench.title>"The same work, five ways"</h1>
            <p class="lead">
                {move || {
                    let (width, height) = bench.size.get().px();
                    format!(
                        "{} on a picture of {width} × {height}, in your browser, just now. Outputs are compared byte \
                         for byte before anything is timed.",
                        bench.work.get().name(),
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

fn listen(bench: Bench) {
    let _ =
        window_event_listener(ev::hashchange, move |_| if is_here() { bench.enter() } else { bench.exit() });
    on_document("visibilitychange", move |_| bench.set_hidden(document().hidden()));
    // While the rest of the page is hidden its shortcuts must not hear any key; what is shown needs no listener for
    // its own.
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
    // A photo that is dropped or pasted is opened; it should be seen.
    for (name, transfer) in [("drop", "dataTransfer"), ("paste", "clipboardData")] {
        on_document(name, move |event| {
            if is_here() && has_files(&event, transfer) {
                leave();
            }
        });
    }
}

/// Hears of an event before the page does.
fn on_document(name: &str, then: impl Fn(web_sys::Event) + 'static) {
    let hear = Closure::<dyn Fn(web_sys::Event)>::new(then).into_js_value();
    // It fails for no name that is a text.
    let _ = document().add_event_listener_with_callback_and_bool(name, hear.unchecked_ref(), true);
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
