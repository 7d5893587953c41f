//! The photo in the room: its canvases, the checkerboard under them, tag and divider over them; hands that move it.

use leptos::{ev::PointerEvent, prelude::*};

use crate::{
    i18n::editor::editor,
    i18n::format,
    i18n::number::fixed,
    model::viewport::Placement,
    store::Store,
    ui::canvas::crop_overlay::CropOverlay,
    ui::canvas::gestures::{CanvasGestures, is_free},
    ui::canvas::layer::{Layer, px},
    ui::canvas::sampler::PixelSampler,
    ui::canvas::split_divider::SplitDivider,
};

/// From the photo's corner to the tag in it, in CSS pixels.
const TAG_CSS: f64 = 12.0;

/// Shows what the worker developed, where it belongs.
#[component]
pub fn CanvasView() -> impl IntoView {
    let store = expect_context::<Store>();
    let (size, inspection) = (store.edit.size, store.view.inspection);
    let photo = Memo::new(move |_| Some(store.view.viewport.read().photo(size.get()?)));
    let visible = Memo::new(move |_| Some(store.view.viewport.read().visible(size.get()?)));
    let view = Memo::new(move |_| store.jobs.displayed.with(|shown| Some(shown.as_ref()?.request.view)));
    let before = Memo::new(move |_| inspection.original.with(|before| Some(before.as_ref()?.view)));
    let marked = Memo::new(move |_| inspection.mask_view.get());
    let can_pan = Memo::new(move |_| store.view.can_pan());
    let has_alpha =
        move || store.documents.photo.with(|photo| photo.as_ref().is_some_and(|photo| photo.has_alpha));
    // Only once its pixels are there, and of this frame.
    let has_original = Memo::new(move |_| {
        inspection.original.with(|before| {
            before.as_ref().is_some_and(|before| before.recipe == store.edit.visible_stack().original())
        })
    });
    let is_original = Memo::new(move |_| store.view.comparing.get() && has_original.get());
    // Where the original ends, from the left edge of the room.
    let split_css = Memo::new(move |_| {
        let place = visible
            .get()
            .filter(|_| has_original.get() && !is_original.get() && !store.edit.crop_tool.is_open.get())?;
        inspection.split.get().map(|share| place.left_css + share * place.width_css)
    });
    let file = move || {
        store.documents.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())).unwrap_or_default()
    };
    let name = move || {
        let count = store.edit.stack.with(|stack| stack.layers().iter().filter(|layer| layer.on).count());
        editor().photo_with.fill([&file(), &format::filters(count)])
    };
    let tag = move |edge: fn(Placement) -> f64| {
        let place = visible.get();
        place.map(|place| format!("{}px", fixed(edge(place) + TAG_CSS, 3))).unwrap_or_default()
    };
    let after_clip = move || {
        split_css.get().map_or_else(|| "none".to_owned(), |css| format!("inset(0 0 0 {}px)", fixed(css, 3)))
    };
    let before_clip = move || {
        let inset = |css: f64| format!("inset(0 calc(100% - {}px) 0 0)", fixed(css, 3));
        split_css.get().map_or_else(|| "none".to_owned(), inset)
    };

    let grasping = RwSignal::new(false);
    listen_for_space(grasping);
    let hands = CanvasGestures::new(store);
    let keys = window_event_listener(leptos::ev::keydown, {
        let hands = hands.clone();
        move |event| hands.key(&event)
    });
    on_cleanup(move || keys.remove());
    let [press, drag, lift, lose, leave] = [
        CanvasGestures::press,
        CanvasGestures::drag,
        CanvasGestures::lift,
        CanvasGestures::cancel,
        CanvasGestures::leave,
    ]
    .map(|then| {
        let hands = hands.clone();
        move |event: PointerEvent| then(&hands, &event)
    });
    view! {
        <div
            class="canvas-view"
            data-pannable=move || can_pan.get()
            data-opening=move || store.documents.opening.read().is_some()
            data-hand-tool=move || grasping.get()
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=lift
            on:pointercancel=lose
            on:pointerleave=leave
            on:wheel=move |event| hands.wheel(&event)
        >
            <Show when=has_alpha>
                <div
                    class="checkerboard"
                    style:left=move || px(photo, |place| place.left_css)
                    style:top=move || px(photo, |place| place.top_css)
                    style:width=move || px(photo, |place| place.width_css)
                    style:height=move || px(photo, |place| place.height_css)
                ></div>
            </Show>
            <div class="canvas-layer" hidden=move || is_original.get() style:clip-path=after_clip>
                <Layer canvas=store.view.canvas view name=name/>
                <Layer canvas=inspection.mask_canvas view=marked/>
            </div>
            <div
                class="canvas-layer"
                hidden=move || !is_original.get() && split_css.get().is_none()
                style:clip-path=before_clip
            >
                <Layer canvas=inspection.original_canvas view=before name=move || editor().photo_original.fill([&file()])/>
            </div>
            <Show when=move || is_original.get()>
                <span class="overlay-label" style:left=move || tag(|place| place.left_css) style:top=move || tag(|place| place.top_css)>
                    {editor().original}
                </span>
            </Show>
            <Show when=move || inspection.split.read().is_some() && !store.view.comparing.get() && !store.edit.crop_tool.is_open.get()>
                <SplitDivider visible/>
            </Show>
            <Show when=move || inspection.eyedropper.read().is_some()>
                <PixelSampler/>
            </Show>
            <Show when=move || store.edit.crop_tool.is_open.get() && !store.view.comparing.get()>
                <CropOverlay photo/>
            </Show>
        </div>
    }
}

/// With Space held, the hand takes the photo through whatever lies over it.
fn listen_for_space(grasping: RwSignal<bool>) {
    let set = move |on: bool| {
        if grasping.get_untracked() != on {
            grasping.set(on);
        }
    };
    let down = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == " " && is_free(&event) {
            event.prevent_default();
            set(true);
        }
    });
    let up = window_event_listener(leptos::ev::keyup, move |event| {
        if event.key() == " " {
            set(false);
        }
    });
    let left = window_event_listener(leptos::ev::blur, move |_| set(false));
    on_cleanup(move || [down, up, left].into_iter().for_each(WindowListenerHandle::remove));
}
