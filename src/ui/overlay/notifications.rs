//! News and errors, until they are dismissed.

use leptos::prelude::*;

use crate::{
    i18n::filters::filter_name,
    i18n::page,
    store::Session,
    store::status::notification::{Action, Notice, Weight},
    store::ui_state::Desk,
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
pub fn Notices() -> impl IntoView {
    let session = expect_context::<Session>();
    let all = RwSignal::new(false);
    let keys = move || session.notices.with(|notices| notices.iter().map(|notice| notice.key).collect());
    // Once they are few, those that come later are many again.
    Effect::new(move || {
        if session.notices.read().len() < 2 && all.get_untracked() {
            all.set(false);
        }
    });
    let one = move |key| {
        let notice =
            session.notices.with_untracked(|all| all.iter().find(|notice| notice.key == key).cloned());
        notice.map(|notice| view! { <One notice all/> }).into_any()
    };
    view! {
        <div class="toasts" data-expanded=flag(move || all.get())>
            {each(keys, one)}
        </div>
    }
}

#[component]
fn One(notice: Notice, all: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let Notice { key, weight, title, text: reason, action } = notice;
    let bad = weight == Weight::Error;
    // The next notice is asked about next.
    let dismiss = move || {
        session.dismiss(key);
        settled(move || desk.homeless.set(!focus::give_to(".toast:last-child > .btn")));
    };
    let act = move |action: Action| {
        if action == Action::Apply && session.photo.with_untracked(Option::is_none) {
            // It waits for a photo.
            return desk.choose_files();
        }
        session.dismiss(key);
        settled(move || desk.homeless.set(true));
        match action {
            Action::Choose => desk.choose_files(),
            Action::Restart => session.restart(),
            Action::Fetch => desk.chunk.fetch(session),
            Action::SwitchOn(row) => session.switch(row, true),
            Action::Apply => session.offers.accepted.update(|accepted| *accepted += 1),
            Action::PutBack(photo) => session.put_photo_back(photo),
            Action::SaveZip => session.several.asked.update(|asked| *asked += 1),
            Action::ShowExport => desk.show_batch(),
            // A page that cannot be loaded again stays as it is.
            Action::Reload => drop(window().location().reload()),
        }
    };
    let others = move |shown| session.notices.read().len().saturating_sub(shown);
    let show_all = move || {
        all.set(true);
        settled(move || desk.homeless.set(!focus::give_to(".toast > .btn")));
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
                            view! { <button class="btn link" on:click=on(move |_| act(action))>{text(move || words(session, action))}</button> }
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
fn words(session: Session, action: Action) -> String {
    match action {
        Action::Choose => page().choose_another.to_owned(),
        Action::Restart | Action::Fetch => page().try_again.to_owned(),
        Action::Reload => page().load_again.to_owned(),
        Action::Apply if session.photo.read().is_none() => page().choose_for_it.to_owned(),
        Action::Apply => page().apply.to_owned(),
        Action::PutBack(_) => page().put_back.to_owned(),
        Action::SaveZip => page().save_zip.to_owned(),
        Action::ShowExport => page().show_export.to_owned(),
        Action::SwitchOn(row) => {
            let filter = session.stack.with_untracked(|stack| stack.row(row).map(|row| row.filter));
            page().switch_on.fill([filter.map_or("", filter_name)])
        }
    }
}
