//! The crop tool's settings: ratio, angle, place and size of the frame, turns, mirrors, a new size.

use leptos::{html::Section, prelude::*};
use safelight_kernels::Param;

use crate::{
    i18n::editor::editor,
    model::stack::geometry::Part,
    store::Session,
    ui::controls::button::Button,
    ui::controls::erased::{on, yes_no},
    ui::controls::field::Field,
    ui::crop::numbers::numbers,
    ui::crop::ratios::ratios,
    ui::crop::resize::resize,
};

/// As the filter has it, but under a name that says which angle.
static STRAIGHTEN: Param =
    Param { id: "angle_deg", name: "Straighten", unit: "°", min: -45.0, max: 45.0, step: 0.1, default: 0.0 };

/// A section of the panel, while the tool is open.
#[component]
pub fn CropSettings() -> impl IntoView {
    let session = expect_context::<Session>();
    let texts = &editor().crop;
    let act = move |icon: &'static str, [words, name]: [&'static str; 2], then: fn(Session)| {
        Button { icon: Some(icon), label: Some(name.to_owned()), ..Button::words("btn", words) }
            .view(on(move |_| then(session)))
    };
    let is_framed = move || {
        session.stack.with(|stack| {
            Part::ALL.into_iter().any(|part| stack.part(part).iter().any(|value| *value != 0.0))
        })
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
            {ratios(session)}
            {straighten(session)}
            {numbers(session)}
            <div class="button-row spread">
                {act("undo", texts.left, |session| session.turn(false))}
                {act("redo", texts.right, |session| session.turn(true))}
                {act("flip-vertical", texts.flip, |session| session.mirror(true))}
                {act("flip-horizontal", texts.mirror, |session| session.mirror(false))}
            </div>
            {resize(session)}
            <div class="button-row">
                {Button {
                    icon: Some("reset"),
                    disabled: Some(yes_no(move || !is_framed())),
                    ..Button::words("btn", editor().reset)
                }
                    .view(on(move |_| {
                        if untrack(is_framed) {
                            session.unframe();
                        }
                    }))}
            </div>
        </section>
    }
}

/// The filter that straightens cuts off what would have an empty corner.
fn straighten(session: Session) -> AnyView {
    let value = Memo::new(move |_| session.stack.with(|stack| stack.part(Part::Straighten)[0]));
    let set = Callback::new(move |angle_deg| session.set_part(Part::Straighten, vec![angle_deg]));
    view! { <Field param=&STRAIGHTEN value set/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_angle_is_the_filters_own() {
        let filter = Part::Straighten.filter().unwrap();
        assert_eq!(filter.params, [Param { name: filter.params[0].name, ..STRAIGHTEN }]);
        assert_eq!(STRAIGHTEN.name, filter.name);
    }
}
