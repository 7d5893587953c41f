//! The handle that moves a filter within the stack.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use safelight_kernels::Spec;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use crate::{
    i18n::editor::editor, i18n::filters::filter_name, store::Store, ui::controls::after_render::settled,
    ui::controls::icon::Icon, ui::layers::layer_drag::Drag,
};

/// Moves its row: with the pointer, or with arrow keys.
#[component]
pub fn DragHandle(
    /// The row's key in the stack.
    layer: u32,
    /// Which filter.
    filter: &'static Spec,
    /// The row in the hand, if there is one.
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let place = move || store.edit.stack.with_untracked(|stack| stack.place(layer));
    let is_held = move || drag.with_untracked(Option::is_some);
    let take = move |event: PointerEvent| {
        let Some((handle, from)) = handle(&event).zip(place()).filter(|_| event.button() == 0) else {
            return;
        };
        // The hand is heard wherever it goes, and keys while it holds: not every browser gives a pressed
        // button the focus. Neither fails for a pointer that is down.
        let _ = handle.set_pointer_capture(event.pointer_id());
        let _ = handle.focus();
        let start_css = f64::from(event.client_y());
        drag.set(Some(Drag { key: layer, from, heights_css: heights_css(&handle), start_css, by_css: 0.0 }));
    };
    let pull = move |event: PointerEvent| {
        if is_held() {
            drag.update(|drag| {
                if let Some(drag) = drag {
                    drag.by_css = f64::from(event.client_y()) - drag.start_css;
                }
            });
        }
    };
    let put = move |_| {
        let taken = drag.try_update(Option::take).flatten();
        if let Some(drag) = taken.filter(|drag| drag.to() != drag.from) {
            store.edit.move_to(layer, drag.to());
        }
    };
    let key = move |event: KeyboardEvent| {
        let (Some(at), last) = (place(), store.edit.stack.with_untracked(|stack| stack.layers().len()) - 1)
        else {
            return;
        };
        let to = match event.key().as_str() {
            "ArrowUp" => at.saturating_sub(1),
            "ArrowDown" => (at + 1).min(last),
            "Home" => 0,
            "End" => last,
            "Escape" if is_held() => at,
            _ => return,
        };
        event.prevent_default();
        drag.set(None);
        if let Some(handle) = handle(&event).filter(|_| to != at) {
            store.edit.move_to(layer, to);
            // The row's element is taken out of the list and put back, which takes the focus from it.
            settled(move || drop(handle.focus()));
        }
    };
    view! {
        <button
            class="drag-handle"
            aria-label=editor().move_it.fill([filter_name(filter)])
            title=editor().move_it.fill([filter_name(filter)])
            on:pointerdown=take
            on:pointermove=pull
            on:pointerup=put
            on:pointercancel=move |_| drag.set(None)
            on:keydown=key
        >
            <Icon name="drag-handle"/>
        </button>
    }
}

fn handle(event: &Event) -> Option<HtmlElement> {
    event.current_target()?.dyn_into().ok()
}

/// The heights of all rows of the list that the grip is in.
fn heights_css(handle: &Element) -> Vec<f64> {
    let layers = handle.closest("ol").ok().flatten().map(|list| list.children());
    let height = |index| Some(layers.as_ref()?.item(index)?.get_bounding_client_rect().height());
    (0..).map_while(height).collect()
}
