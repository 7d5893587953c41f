//! News and errors, until they are dismissed.

use leptos::prelude::*;

use crate::{
    i18n::filters::filter_name,
    i18n::page,
    store::Store,
    store::status::notification::{Action, Notification, Severity},
    store::ui_state::UiState,
    ui::controls::after_render::settled,
    ui::controls::button::Button,
    ui::controls::erased::{flag, on, text},
    ui::controls::icon::Icon,
    ui::controls::keyed_list::each,
    ui::overlay::focus,
};

/// A wide window shows so many of the newest, with a count of the others; a narrow one shows one.
const WIDE: usize = 3;

/// All notices; the newest with a count, and the rest when asked for.
#[component]
pub fn Toasts() -> impl IntoView {
    let store = expect_context::<Store>();
    let all = RwSignal::new(false);
    let keys = move || {
        store
            .notifications
            .with(|notifications| notifications.iter().map(|notification| notification.key).collect())
    };
    // Once they are few, those that come later are many again.
    Effect::new(move || {
        if store.notifications.read().len() < 2 && all.get_untracked() {
            all.set(false);
        }
    });
    let one = move |key| {
        let notification = store
            .notifications
            .with_untracked(|all| all.iter().find(|notification| notification.key == key).cloned());
        notification.map(|notification| view! { <Toast notification all/> }).into_any()
    };
    view! {
        <div class="toasts" data-expanded=flag(move || all.get())>
            {each(keys, one)}
        </div>
    }
}

#[component]
fn Toast(notification: Notification, all: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let Notification { key, weight, title, text: reason, action } = notification;
    let bad = weight == Severity::Error;
    // The next notice is asked about next.
    let dismiss = move || {
        store.dismiss(key);
        settled(move || ui_state.homeless.set(!focus::focus_first_of(".toast:last-child > .btn")));
    };
    let act = move |action: Action| {
        if action == Action::ApplyDialog && store.photo.with_untracked(Option::is_none) {
            // It waits for a photo.
            return ui_state.choose_files();
        }
        store.dismiss(key);
        settled(move || ui_state.homeless.set(true));
        match action {
            Action::Choose => ui_state.choose_files(),
            Action::Restart => store.restart(),
            Action::Fetch => ui_state.chunk.fetch(store),
            Action::SwitchOn(layer) => store.switch(layer, true),
            Action::ApplyDialog => store.pending_recipe.accepted.update(|accepted| *accepted += 1),
            Action::PutBack(photo) => store.reopen_closed(photo),
            Action::SaveZip => store.batch.asked.update(|asked| *asked += 1),
            Action::ShowExport => ui_state.show_batch(),
            // A page that cannot be loaded again stays as it is.
            Action::Reload => drop(window().location().reload()),
        }
    };
    let others = move |shown| store.notifications.read().len().saturating_sub(shown);
    let show_all = move || {
        all.set(true);
        settled(move || ui_state.homeless.set(!focus::focus_first_of(".toast > .btn")));
    };
    let more = move |class: &'static str, shown| {
        view! {
            <button class=class hidden=flag(move || others(shown) == 0) on:click=on(move |_| show_all())>
                {text(move || page().more.fill([&others(shown).to_string()]))}
            </button>
        }
    };
    view! {
        <section class="toast" class:is-error=bad role=if bad { "alert" } else { "status" }>
            <Icon name=if bad { "warning" } else { "worker" }/>
            <div>
                <h2>{title}</h2>
                <p>{reason}</p>
                <div class="button-group">
                    {action
                        .map(|action| {
                            view! { <button class="btn link" on:click=on(move |_| act(action))>{text(move || words(store, action))}</button> }
                        })}
                    {more("btn link narrow-only show-more", 1)}
                    {more("btn link wide-only show-more", WIDE)}
                </div>
            </div>
            {Button::icon("btn icon-only", "close", page().dismiss).view(on(move |_| dismiss()))}
        </section>
    }
}

/// What the button says.
fn words(store: Store, action: Action) -> String {
    match action {
        Action::Choose => page().choose_another.to_owned(),
        Action::Restart | Action::Fetch => page().try_again.to_owned(),
        Action::Reload => page().load_again.to_owned(),
        Action::ApplyDialog if store.photo.read().is_none() => page().choose_for_it.to_owned(),
        Action::ApplyDialog => page().apply.to_owned(),
        Action::PutBack(_) => page().put_back.to_owned(),
        Action::SaveZip => page().save_zip.to_owned(),
        Action::ShowExport => page().show_export.to_owned(),
        Action::SwitchOn(layer) => {
            let filter = store.stack.with_untracked(|stack| stack.layer(layer).map(|layer| layer.filter));
            page().switch_on.fill([filter.map_or("", filter_name)])
        }
    }
}
