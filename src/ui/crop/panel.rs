//! The crop tool's settings: ratio, angle, place and size of the frame, turns, mirrors, a new size.

use leptos::{html::Section, prelude::*};
use safelight_kernels::Param;

use crate::{
    i18n::editor::editor, i18n::filters::filter_name, model::stack::geometry::GeometryStep, store::Store,
    ui::controls::button::Button, ui::controls::field::Field, ui::crop::numbers::numbers,
    ui::crop::ratios::ratios, ui::crop::resize::resize,
};

/// As the filter has it, but under a name that says which angle.
static STRAIGHTEN: Param =
    Param { id: "angle_deg", unit: "°", min: -45.0, max: 45.0, step: 0.1, default: 0.0, example: 8.0 };

/// A section of the panel, while the tool is open.
#[component]
pub fn CropSettings() -> impl IntoView {
    let store = expect_context::<Store>();
    let texts = &editor().crop;
    let act = move |icon: &'static str, [words, name]: [&'static str; 2], then: fn(Store)| {
        view! { <Button class="btn" icon label=name on:click=move |_| then(store)>{words}</Button> }
    };
    let is_framed = move || {
        store.edit.stack.with(|stack| {
            GeometryStep::ALL.into_iter().any(|part| stack.part(part).iter().any(|value| *value != 0.0))
        })
    };
    let reset = move |_| {
        if untrack(is_framed) {
            store.edit.reset_geometry();
        }
    };
    let section = NodeRef::<Section>::new();
    section.on_load(|section| {
        if let Ok(Some(scroll)) = section.closest(".panel-scroll") {
            scroll.set_scroll_top(0);
        }
    });
    view! {
        <section class="crop-settings" aria-labelledby="crop-heading" node_ref=section>
            <h2 id="crop-heading">{texts.tool}</h2>
            {ratios(store)}
            {straighten(store)}
            {numbers(store)}
            <div class="button-row spread">
                {act("undo", texts.left, |store| store.edit.rotate(false))}
                {act("redo", texts.right, |store| store.edit.rotate(true))}
                {act("flip-vertical", texts.flip, |store| store.edit.flip(true))}
                {act("flip-horizontal", texts.mirror, |store| store.edit.flip(false))}
            </div>
            {resize(store)}
            <div class="button-row">
                <Button class="btn" icon="reset" disabled=move || !is_framed() on:click=reset>{editor().reset}</Button>
            </div>
        </section>
    }
}

/// The filter that straightens cuts off what would have an empty corner.
fn straighten(store: Store) -> AnyView {
    let value = Memo::new(move |_| store.edit.stack.with(|stack| stack.part(GeometryStep::Straighten)[0]));
    let set =
        Callback::new(move |angle_deg| store.edit.set_geometry(GeometryStep::Straighten, vec![angle_deg]));
    let name = GeometryStep::Straighten.filter().map_or("", filter_name);
    view! { <Field name param=&STRAIGHTEN value set/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_angle_is_the_filters_own() {
        let filter = GeometryStep::Straighten.filter().unwrap();
        assert_eq!(filter.params, [STRAIGHTEN]);
    }
}
