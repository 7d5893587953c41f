//! The photo in the room: its canvas, the checkerboard under it, the tag over it; hands that move it.

use leptos::{ev::PointerEvent, prelude::*};

use super::erased::{flag, on, text, when};
use crate::{number::fixed, session::Session, texts::editor, viewport::Placement, words};

mod hands;

use hands::{Hands, is_free};

/// From the photo's corner to the tag in it, in CSS pixels.
const TAG_CSS: f64 = 12.0;

/// Shows what the worker developed, where it belongs.
#[component]
pub fn Stage() -> impl IntoView {
    let session = expect_context::<Session>();
    let size = session.size;
    let photo = Memo::new(move |_| Some(session.viewport.read().photo(size.get()?)));
    let pixels = Memo::new(move |_| {
        let view = session.shown.with(|shown| shown.as_ref().map(|shown| shown.wanted.view))?;
        Some(session.viewport.read().place(size.get()?, view))
    });
    let can_pan = Memo::new(move |_| session.can_pan());
    let has_alpha = move || session.photo.with(|photo| photo.as_ref().is_some_and(|photo| photo.has_alpha));
    // Named by the pixels on screen: the key may be down before they are there.
    let is_original = Memo::new(move |_| {
        let plain = session.shown.with(|shown| {
            shown.as_ref().is_some_and(|shown| shown.wanted.recipe == session.stack.read().original())
        });
        session.comparing.get() && plain
    });
    let name = move || {
        let name =
            session.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())).unwrap_or_default();
        if is_original.get() {
            return editor().photo_original.fill([&name]);
        }
        let count = session.stack.with(|stack| stack.rows().iter().filter(|row| row.on).count());
        editor().photo_with.fill([&name, &words::filters(count)])
    };
    let tag = move |edge: fn(Placement) -> f64| {
        let place = size.get().map(|size| session.viewport.read().visible(size));
        place.map(|place| format!("{}px", fixed(edge(place) + TAG_CSS, 3))).unwrap_or_default()
    };

    // Pixels of the photo are squares once they are larger than the screen's; what is only stretched until its own
    // pixels come is not.
    let squares = Memo::new(move |_| {
        let is_full =
            session.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.wanted.view.scale == 1.0));
        is_full && size.get().is_some_and(|size| session.viewport.read().scale(size) > 1.0)
    });
    let grasping = RwSignal::new(false);
    listen_for_space(grasping);
    let hands = Hands::new(session);
    let keys = window_event_listener(leptos::ev::keydown, {
        let hands = hands.clone();
        move |event| hands.key(&event)
    });
    on_cleanup(move || keys.remove());
    let [press, drag, lift, lose] = [Hands::press, Hands::drag, Hands::lift, Hands::lose].map(|then| {
        let hands = hands.clone();
        on(move |event: PointerEvent| then(&hands, &event))
    });
    view! {
        <div
            class="stage"
            data-pan=flag(move || can_pan.get())
            data-opening=flag(move || session.opening.read().is_some())
            data-grasp=flag(move || grasping.get())
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=lift
            on:pointercancel=lose
            on:wheel=on(move |event| hands.wheel(&event))
        >
            <Show when=when(has_alpha)>
                <div
                    class="check"
                    style:left=text(move || px(photo, |place| place.left_css))
                    style:top=text(move || px(photo, |place| place.top_css))
                    style:width=text(move || px(photo, |place| place.width_css))
                    style:height=text(move || px(photo, |place| place.height_css))
                ></div>
            </Show>
            <canvas
                role="img"
                aria-label=text(name)
                tabindex=text(move || if can_pan.get() { "0" } else { "-1" })
                hidden=flag(move || pixels.get().is_none())
                style:left=text(move || px(pixels, |place| place.left_css))
                style:top=text(move || px(pixels, |place| place.top_css))
                style:width=text(move || px(pixels, |place| place.width_css))
                style:height=text(move || px(pixels, |place| place.height_css))
                class:squares=flag(move || squares.get())
                node_ref=session.canvas
            ></canvas>
            <Show when=when(move || is_original.get())>
                <span class="tag" style:left=text(move || tag(|place| place.left_css)) style:top=text(move || tag(|place| place.top_css))>
                    {editor().original}
                </span>
            </Show>
        </div>
    }
}

fn px(place: Memo<Option<Placement>>, edge: fn(Placement) -> f64) -> String {
    place.get().map(|place| format!("{}px", fixed(edge(place), 3))).unwrap_or_default()
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
