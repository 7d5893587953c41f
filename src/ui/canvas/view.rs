//! The photo in the room: its canvases, the checkerboard under them, tag and divider over them; hands that move it.

use leptos::{ev::PointerEvent, prelude::*};

use crate::{
    i18n::editor::editor,
    i18n::format,
    i18n::number::fixed,
    model::viewport::Placement,
    store::Session,
    ui::canvas::crop_overlay::Cropper,
    ui::canvas::gestures::{Hands, is_free},
    ui::canvas::layer::{Layer, px},
    ui::canvas::sampler::Probe,
    ui::canvas::split_divider::Divider,
    ui::controls::erased::{flag, on, text, when},
};

/// From the photo's corner to the tag in it, in CSS pixels.
const TAG_CSS: f64 = 12.0;

/// Shows what the worker developed, where it belongs.
#[component]
pub fn Stage() -> impl IntoView {
    let session = expect_context::<Session>();
    let (size, sight) = (session.size, session.sight);
    let photo = Memo::new(move |_| Some(session.viewport.read().photo(size.get()?)));
    let visible = Memo::new(move |_| Some(session.viewport.read().visible(size.get()?)));
    let view = Memo::new(move |_| session.shown.with(|shown| Some(shown.as_ref()?.wanted.view)));
    let before = Memo::new(move |_| sight.before.with(|before| Some(before.as_ref()?.view)));
    let marked = Memo::new(move |_| sight.marked.get());
    let can_pan = Memo::new(move |_| session.can_pan());
    let has_alpha = move || session.photo.with(|photo| photo.as_ref().is_some_and(|photo| photo.has_alpha));
    // Only once its pixels are there, and of this frame.
    let has_original = Memo::new(move |_| {
        sight
            .before
            .with(|before| before.as_ref().is_some_and(|before| before.recipe == session.seen().original()))
    });
    let is_original = Memo::new(move |_| session.comparing.get() && has_original.get());
    // Where the original ends, from the left edge of the room.
    let split_css = Memo::new(move |_| {
        let place = visible
            .get()
            .filter(|_| has_original.get() && !is_original.get() && !session.framing.is_open())?;
        sight.divider.get().map(|share| place.left_css + share * place.width_css)
    });
    let file = move || {
        session.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())).unwrap_or_default()
    };
    let name = move || {
        let count = session.stack.with(|stack| stack.rows().iter().filter(|row| row.on).count());
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
    let hands = Hands::new(session);
    let keys = window_event_listener(leptos::ev::keydown, {
        let hands = hands.clone();
        move |event| hands.key(&event)
    });
    on_cleanup(move || keys.remove());
    let [press, drag, lift, lose, leave] =
        [Hands::press, Hands::drag, Hands::lift, Hands::lose, Hands::leave].map(|then| {
            let hands = hands.clone();
            on(move |event: PointerEvent| then(&hands, &event))
        });
    view! {
        <div
            class="canvas-view"
            data-pannable=flag(move || can_pan.get())
            data-opening=flag(move || session.opening.read().is_some())
            data-hand-tool=flag(move || grasping.get())
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=lift
            on:pointercancel=lose
            on:pointerleave=leave
            on:wheel=on(move |event| hands.wheel(&event))
        >
            <Show when=when(has_alpha)>
                <div
                    class="checkerboard"
                    style:left=text(move || px(photo, |place| place.left_css))
                    style:top=text(move || px(photo, |place| place.top_css))
                    style:width=text(move || px(photo, |place| place.width_css))
                    style:height=text(move || px(photo, |place| place.height_css))
                ></div>
            </Show>
            <div class="canvas-layer" hidden=flag(move || is_original.get()) style:clip-path=text(after_clip)>
                <Layer canvas=session.canvas view name=text(name)/>
                <Layer canvas=sight.marks_canvas view=marked/>
            </div>
            <div
                class="canvas-layer"
                hidden=flag(move || !is_original.get() && split_css.get().is_none())
                style:clip-path=text(before_clip)
            >
                <Layer canvas=sight.before_canvas view=before name=text(move || editor().photo_original.fill([&file()]))/>
            </div>
            <Show when=when(move || is_original.get())>
                <span class="overlay-label" style:left=text(move || tag(|place| place.left_css)) style:top=text(move || tag(|place| place.top_css))>
                    {editor().original}
                </span>
            </Show>
            <Show when=when(move || sight.divider.read().is_some() && !session.comparing.get() && !session.framing.is_open())>
                <Divider visible/>
            </Show>
            <Show when=when(move || sight.probe.read().is_some())>
                <Probe/>
            </Show>
            <Show when=when(move || session.framing.is_open() && !session.comparing.get())>
                <Cropper photo/>
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
