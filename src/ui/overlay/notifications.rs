//! News and errors, until they are dismissed.

use leptos::prelude::*;

use crate::{
    i18n::filters::filter_name,
    i18n::{notifications, page},
    model::status::notification::{Notification, NotificationAction, Severity},
    store::Store,
    store::ui_state::UiState,
    ui::controls::after_render::settled,
    ui::controls::button::Button,
    ui::controls::icon::Icon,
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
        store.status.notifications().with(|notifications| {
            notifications.iter().map(|notification| notification.key).collect::<Vec<_>>()
        })
    };
    // Once they are few, those that come later are many again.
    Effect::new(move || {
        if store.status.notifications().read().len() < 2 && all.get_untracked() {
            all.set(false);
        }
    });
    let one = move |key| {
        let notification = store
            .status
            .notifications()
            .with_untracked(|all| all.iter().find(|notification| notification.key == key).cloned());
        notification.map(|notification| view! { <Toast notification all/> })
    };
    view! {
        <div class="toasts" data-expanded=move || all.get()>
            <For each=keys key=|key| *key children=one/>
        </div>
    }
}

#[component]
fn Toast(notification: Notification, all: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let Notification { key, kind } = notification;
    let (title, reason) = (notifications::title(&kind), notifications::text(&kind));
    let (bad, action) = (kind.severity() == Severity::Error, kind.action());
    // The next notice is asked about next.
    let dismiss = move || {
        store.status.dismiss(key);
        settled(move || ui_state.homeless.set(!focus::focus_first_of(".toast:last-child > .btn")));
    };
    let act = move |action: NotificationAction| {
        if action == NotificationAction::ApplyRecipe && store.documents.photo.with_untracked(Option::is_none)
        {
            // It waits for a photo.
            return ui_state.choose_files();
        }
        store.status.dismiss(key);
        settled(move || ui_state.homeless.set(true));
        match action {
            NotificationAction::ChooseFile => ui_state.choose_files(),
            NotificationAction::RestartWorker => store.restart_worker(),
            NotificationAction::EnableFilter(layer) => store.edit.set_enabled(layer, true),
            NotificationAction::ApplyRecipe => store.accept_recipe(),
            NotificationAction::RestorePhoto(photo) => store.reopen_closed(photo),
            NotificationAction::SaveZip => store.save_batch(),
            NotificationAction::ShowBatch => ui_state.show_batch(),
            // A page that cannot be loaded again stays as it is.
            NotificationAction::ReloadPage => drop(window().location().reload()),
        }
    };
    let others = move |shown| store.status.notifications().read().len().saturating_sub(shown);
    let show_all = move || {
        all.set(true);
        settled(move || ui_state.homeless.set(!focus::focus_first_of(".toast > .btn")));
    };
    let more = move |class: &'static str, shown| {
        view! {
            <button class=class hidden=move || others(shown) == 0 on:click=move |_| show_all()>
                {move || page().more.fill([&others(shown).to_string()])}
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
                            view! { <button class="btn link" on:click=move |_| act(action)>{move || words(store, action)}</button> }
                        })}
                    {more("btn link narrow-only show-more", 1)}
                    {more("btn link wide-only show-more", WIDE)}
                </div>
            </div>
            <Button class="btn icon-only" icon="close" label=page().dismiss on:click=move |_| dismiss()/>
        </section>
    }
}

/// What the button says.
fn words(store: Store, action: NotificationAction) -> String {
    match action {
        NotificationAction::ChooseFile => page().choose_another.to_owned(),
        NotificationAction::RestartWorker => page().try_again.to_owned(),
        NotificationAction::ReloadPage => page().load_again.to_owned(),
        NotificationAction::ApplyRecipe if store.documents.photo.read().is_none() => {
            page().choose_for_it.to_owned()
        }
        NotificationAction::ApplyRecipe => page().apply.to_owned(),
        NotificationAction::RestorePhoto(_) => page().put_back.to_owned(),
        NotificationAction::SaveZip => page().save_zip.to_owned(),
        NotificationAction::ShowBatch => page().show_export.to_owned(),
        NotificationAction::EnableFilter(layer) => {
            let filter =
                store.edit.stack.with_untracked(|stack| stack.layer(layer).map(|layer| layer.filter));
            page().switch_on.fill([filter.map_or("", filter_name)])
        }
    }
}
