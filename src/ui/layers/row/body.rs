//! The settings of one filter, and what can be done to all of it.

use leptos::prelude::*;
use safelight_kernels::{Kind, Param, Spec};
use safelight_recipe::FULL_STRENGTH;

use crate::{
    i18n::editor::editor,
    i18n::filters::filter_name,
    model::stack::{Row, Stack},
    store::Session,
    ui::controls::button::Button,
    ui::controls::erased::{on, yes_no},
    ui::controls::field::{Field, setting},
    ui::layers::row::convolution_grid::{WEIGHTS, weights},
    ui::layers::row::curves::curves,
    ui::layers::row::levels::levels,
    ui::layers::row::lut_picker::TableChoice,
    ui::layers::row::{go_to_settings, remove},
};

/// How much of a filter's result is mixed with what it was given.
static STRENGTH: Param = Param {
    id: "strength",
    name: "Strength",
    unit: "%",
    min: 0.0,
    max: FULL_STRENGTH,
    step: 1.0,
    default: FULL_STRENGTH,
};

/// Settings, strength, and the buttons below them.
#[component]
pub fn RowBody(
    /// Its key in the stack.
    row: u32,
    /// Which filter.
    filter: &'static Spec,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let of_row = move |what: fn(&Row) -> bool| session.stack.with(|stack| stack.row(row).is_some_and(what));
    let is_changed = Memo::new(move |_| of_row(Row::is_changed));
    let strength = Memo::new(move |_| {
        session.stack.with(|stack| stack.row(row).map_or(FULL_STRENGTH, |row| row.strength))
    });
    let mixes = session.stack.with_untracked(|stack| stack.row(row).is_some_and(Row::mixes));
    // What these are called in the registry tells which of them have a control of their own.
    let (own, shown) = match filter.id {
        "curves" => (Some(curves(session, row, filter)), filter.params.len()),
        "levels" => (Some(levels(session, row, filter)), 0),
        "custom-kernel" => (Some(weights(session, row, filter)), WEIGHTS),
        _ => (None, 0),
    };
    let params = filter.params.iter().enumerate().skip(shown).map(|(index, param)| {
        let value = Memo::new(move |_| {
            let value = session.stack.with(|stack| Some(*stack.row(row)?.values.get(index)?));
            value.unwrap_or(param.default)
        });
        setting(param, value, Callback::new(move |value| session.set(row, index, value)))
    });
    view! {
        {matches!(filter.kind, Kind::Lut).then(|| view! { <TableChoice row/> })}
        {own}
        {params.collect_view()}
        {mixes
            .then(|| view! {
                <Field param=&STRENGTH value=strength set=Callback::new(move |value| session.set_strength(row, value))/>
            })}
        <div class="button-row">
            {Button {
                icon: Some("copy"),
                disabled: Some(yes_no(move || session.stack.with(Stack::is_full))),
                ..Button::words("btn", editor().duplicate)
            }
                .view(on(move |_| {
                    let _ = session.duplicate(row).map(go_to_settings);
                }))}
            {Button {
                icon: Some("reset"),
                disabled: Some(yes_no(move || !is_changed.get())),
                ..Button::words("btn", editor().reset)
            }
                .view(on(move |_| session.reset(row)))}
            {Button {
                words: Some(editor().remove.to_owned()),
                ..Button::icon("btn", "trash", editor().remove_it.fill([filter_name(filter)]))
            }
                .view(on(move |_| remove(session, row)))}
        </div>
    }
}
