//! One look of one's own: its picture, its name, and what can be done with it.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::{
    i18n::editor::editor,
    i18n::template::Gaps,
    model::user_presets::Deed,
    services::worker::scheduler::thumbnail_queue::Sheet,
    store::Session,
    ui::controls::button::Button,
    ui::controls::erased::{on, text},
    ui::controls::thumbnail_canvas::print,
    ui::export::share_menu,
};

/// The name is a field.
pub fn row(session: Session, key: u32, remove: Callback<u32>) -> AnyView {
    let name = look_name(session, key, None);
    let renamed = move |event: leptos::ev::Event| {
        let field = event_target::<HtmlInputElement>(&event);
        let typed = field.value();
        // It may get another name than was typed, or keep the one that it has.
        field.set_value(&name.get_untracked());
        session.with_looks(Deed::Rename(key, typed), move |name| field.set_value(&name));
    };
    let save = move |_| {
        if let Some(look) = untrack(|| session.own.get(key)) {
            share_menu::save(session, &look.recipe, format!("{}.json", look.name));
        }
    };
    let button = |icon, words| Button {
        class: "btn icon-only",
        icon: Some(icon),
        follows: Some(look_name(session, key, Some(words))),
        ..Button::default()
    };
    view! {
        <li class="option-row">
            {print(session, Sheet::Own, key)}
            <input
                class="text-input"
                maxlength="60"
                autocomplete="off"
                aria-label=text({ let label = look_name(session, key, Some(&editor().name_of)); move || label.get() })
                prop:value=text(move || name.get())
                on:change=on(renamed)
            />
            {button("file", &editor().save_it).view(on(save))}
            {button("trash", &editor().remove_it).view(on(move |_| remove.run(key)))}
        </li>
    }
    .into_any()
}

/// A look's name, by itself or in a text.
pub fn look_name(session: Session, key: u32, words: Option<&'static Gaps<1>>) -> Memo<String> {
    Memo::new(move |_| {
        let name = session.own.get(key).map(|own| own.name).unwrap_or_default();
        words.map_or(name.clone(), |words| words.fill([&name]))
    })
}
