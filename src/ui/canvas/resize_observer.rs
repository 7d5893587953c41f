//! How large the room is, and how dense the screen.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AddEventListenerOptions, HtmlElement, ResizeObserver, Window};

use crate::store::Store;

/// When the layout is the narrow one; the stylesheets ask the same.
const NARROW: &str = "(max-width: 45rem), (max-width: 66rem) and (orientation: portrait)";

/// Keeps the session's viewport right for as long as the room is in the page. Call under an owner.
pub fn watch(room: &HtmlElement, store: Store) {
    let measured = room.clone();
    let resized = Closure::<dyn Fn()>::new(move || measure(&measured, store));
    // Every browser that runs this page has it.
    let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
    observer.observe(room);
    let kept = StoredValue::new_local((observer, resized));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
    watch_density(room.clone(), store);
}

/// Hears of another screen or another browser zoom, which need not change the room's size.
fn watch_density(room: HtmlElement, store: Store) {
    // In the browser's own digits: it has to match now, to be heard when it no longer does.
    let Ok(density) = js_sys::Number::from(window().device_pixel_ratio()).to_string_with_radix(10) else {
        return;
    };
    let query = format!("(resolution: {}dppx)", String::from(density));
    let Ok(Some(list)) = window().match_media(&query) else { return };
    let changed = Closure::once_into_js(move || {
        if room.is_connected() {
            measure(&room, store);
            // The next change is one away from another density.
            watch_density(room, store);
        }
    });
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    listen(&list, &changed, &once);
}

fn listen(list: &web_sys::MediaQueryList, changed: &JsValue, once: &AddEventListenerOptions) {
    // Fails only for arguments of a wrong kind.
    let _ = list.add_event_listener_with_callback_and_add_event_listener_options(
        "change",
        changed.unchecked_ref(),
        once,
    );
}

fn measure(room: &HtmlElement, store: Store) {
    let narrow = window().match_media(NARROW).ok().flatten().is_some_and(|list| list.matches());
    let mut next = store.view.viewport.get_untracked();
    let rect = room.get_bounding_client_rect();
    next.room_css = (rect.width(), rect.height());
    next.corner_css = (rect.left() + scrolled(Window::scroll_x), rect.top() + scrolled(Window::scroll_y));
    next.density = window().device_pixel_ratio();
    next.narrow = narrow;
    if store.view.viewport.get_untracked() != next {
        store.view.set_viewport(next);
    }
}

/// How far the page is scrolled: the room's place in it stays the same.
fn scrolled(by: fn(&Window) -> Result<f64, JsValue>) -> f64 {
    by(&window()).unwrap_or_default()
}
