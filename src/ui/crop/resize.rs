//! Another size for what is in the frame, in pixels or per cent, with its proportions or without.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor, i18n::format, model::crop::aspect_ratio::new_size,
    model::stack::geometry::GeometryStep, store::Store, ui::controls::button::Button,
    ui::controls::radio::Radio, ui::crop::numbers::number,
};

/// Both sides, the link between them, and the unit.
pub fn resize(store: Store) -> AnyView {
    let texts = &editor().crop;
    let in_percent = RwSignal::new(false);
    let linked = RwSignal::new(untrack(|| values(store)).contains(&0.0));
    let put = move |size: [f64; 2]| {
        let (before, _) = untrack(|| sizes(store));
        store.edit.set_geometry(GeometryStep::Resize, new_size(size, before));
    };
    let link = move |_| {
        let now = !linked.get_untracked();
        linked.set(now);
        if untrack(|| values(store)).iter().any(|value| *value != 0.0) {
            let [width, height] = untrack(|| sizes(store)).1;
            put([width, if now { 0.0 } else { height }]);
        }
    };
    let one = move |label: &'static str, name: &'static str, side: usize| {
        let value = Memo::new(move |_| {
            let (before, after) = sizes(store);
            if in_percent.get() { after[side] * 100.0 / before[side] } else { after[side] }
        });
        let set = Callback::new(move |value: f64| {
            let (before, mut size) = untrack(|| sizes(store));
            size[side] = if in_percent.get_untracked() { value * before[side] / 100.0 } else { value };
            if linked.get_untracked() {
                size[1 - side] = 0.0;
            }
            put(size);
        });
        number(label, name, "", value, set)
    };
    let unit = move |words: &'static str, percent: bool| {
        view! {
            <Radio group="resize-unit" checked=move || in_percent.get() == percent choose=move |()| in_percent.set(percent)>
                {words}
            </Radio>
        }
    };
    let shown = move || {
        let [width, height] = sizes(store).1;
        format::pixels((width as u32, height as u32))
    };
    view! {
        <div class="resize" role="group" aria-label=texts.resize>
            <span>{texts.resize} " " <b>{shown}</b></span>
            <div class="segmented" role="radiogroup" aria-label=texts.unit>{unit("px", false)} {unit("%", true)}</div>
            <div class="number-pairs">
                {one(texts.width, texts.new_width, 0)}
                {one(texts.height, texts.new_height, 1)}
            </div>
            <Button class="btn icon-only" icon="link" label=texts.linked pressed=linked on:click=link/>
        </div>
    }
    .into_any()
}

/// The settings of the filter.
fn values(store: Store) -> Vec<f64> {
    store.edit.stack.with(|stack| stack.part(GeometryStep::Resize))
}

/// Width and height of what is in the frame, and what becomes of them.
fn sizes(store: Store) -> ([f64; 2], [f64; 2]) {
    let before = store.edit.crop_rect().map_or((1, 1), |frame| (frame.width, frame.height));
    let after =
        GeometryStep::Resize.filter().map_or(before, |filter| filter.size_after(&values(store), before));
    let sides = |(width, height): (u32, u32)| [f64::from(width), f64::from(height)];
    (sides(before), sides(after))
}
