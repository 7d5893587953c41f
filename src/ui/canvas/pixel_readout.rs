//! The pixel under the pointer, or under the cross that keys move: where it is, and its colour before and after.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::format,
    services::worker::scheduler::render_queue::Layer,
    store::Store,
    store::view::inspection::{PixelReadout, Rgba},
};

/// A line of numbers, with the colours themselves. Four bytes are read of each frame, where they came.
#[component]
pub fn PixelReadoutView() -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = store.view.inspection.readout;
    Effect::new(move || {
        let next = read(store);
        // While a frame is being filled again, what it showed last stands.
        let kept =
            reading.get_untracked().zip(next).filter(|(old, next)| old.at == next.at).map(|(old, _)| old);
        let next = next.map(|next| PixelReadout {
            original: next.original.or_else(|| kept.and_then(|old| old.original)),
            edited: next.edited.or_else(|| kept.and_then(|old| old.edited)),
            ..next
        });
        if reading.get_untracked() != next {
            store.view.inspection.set_readout(next);
        }
    });
    let number = move |get: fn(PixelReadout) -> u32| {
        move || reading.get().map(|reading| get(reading).to_string()).unwrap_or_default()
    };
    let colour = move |get: fn(PixelReadout) -> Option<Rgba>| {
        let has_alpha =
            move || store.documents.photo.with(|photo| photo.as_ref().is_some_and(|photo| photo.has_alpha));
        view! {
            <i
                class="color-swatch"
                style=("--swatch-color", move || reading.get().and_then(get).map(css).unwrap_or_default())
            ></i>
            <b>{move || reading.get().and_then(get).map(|rgba| numbers(rgba, has_alpha())).unwrap_or_default()}</b>
        }
        .into_any()
    };
    let scale = move || store.edit.size.get().map_or(1.0, |size| store.view.viewport.read().scale(size));
    let meaning = move || match scale() {
        ..1.0 => editor().reading_mean.fill([&format::percent(scale())]),
        _ => editor().reading_exact.to_owned(),
    };
    view! {
        <Show when=move || reading.read().is_some()>
            <span class="pixel-readout" role="group" aria-label=editor().reading title=meaning>
                "x " <b>{number(|reading| reading.at.0)}</b> " y " <b>{number(|reading| reading.at.1)}</b>
                {colour(|reading| reading.original)}
                " → "
                {colour(|reading| reading.edited)}
            </span>
        </Show>
    }
}

fn read(store: Store) -> Option<PixelReadout> {
    let size = store.edit.size.get()?;
    let pointed = || {
        store.view.inspection.pointer_css.get().map(|at_css| store.view.viewport.read().point(size, at_css))
    };
    let point = store.view.inspection.eyedropper.get().or_else(pointed)?;
    if !(0.0..1.0).contains(&point.0) || !(0.0..1.0).contains(&point.1) {
        return None;
    }
    let shown = store.jobs.displayed.read();
    let view = shown.as_ref()?.request.view;
    let before = store.view.inspection.original.read();
    let before = before
        .as_ref()
        .filter(|before| before.view == view && before.recipe == store.edit.stack.read().original());
    Some(PixelReadout {
        at: ((point.0 * f64::from(size.0)) as u32, (point.1 * f64::from(size.1)) as u32),
        original: before.and_then(|before| store.pixel(Layer::Before, before.view, point)),
        edited: store.pixel(Layer::After, view, point),
    })
}

fn css([r, g, b, _]: Rgba) -> String {
    format!("rgb({r} {g} {b})")
}

/// A colour as numbers.
pub fn numbers([r, g, b, a]: Rgba, has_alpha: bool) -> String {
    if has_alpha { format!("{r} {g} {b} {a}") } else { format!("{r} {g} {b}") }
}
