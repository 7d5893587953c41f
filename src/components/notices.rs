//! News and errors, until they are dismissed.

use leptos::prelude::*;

use super::{
    button::Button,
    desk::Desk,
    each::each,
    erased::{flag, on, text, when},
    icon::Icon,
};
use crate::{
    notice::{Action, Notice, Weight},
    session::Session,
    texts::{filter_name, page},
};

/// All notices; a narrow window shows the newest with a count.
#[component]
pub fn Notices() -> impl IntoView {
    let session = expect_context::<Session>();
    let all = RwSignal::new(false);
    let keys = move || session.notices.with(|notices| notices.iter().map(|notice| notice.key).collect());
    let one = move |key| {
        let notice =
            session.notices.with_untracked(|all| all.iter().find(|notice| notice.key == key).cloned());
        notice.map(|notice| view! { <One notice all/> }).into_any()
    };
    view! {
        <div class="notices" data-all=flag(move || all.get())>
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
    let act = move |action: Action| {
        if action == Action::Apply && session.photo.with_untracked(Option::is_none) {
            // It waits for a photo.
            return desk.choose_files();
        }
        session.dismiss(key);
        match action {
            Action::Choose => desk.choose_files(),
            Action::Restart => session.restart(),
            Action::Fetch => desk.chunk.fetch(session),
            Action::SwitchOn(row) => session.switch(row, true),
            Action::Apply => session.offers.accepted.update(|accepted| *accepted += 1),
            Action::PutBack(photo) => session.put_photo_back(photo),
            // A page that cannot be loaded again stays as it is.
            Action::Reload => drop(window().location().reload()),
        }
    };
    let others = move || session.notices.read().len().saturating_sub(1);
    view! {
        <section class="notice" class:bad=bad role=if bad { "alert" } else { "status" }>
            <Icon name=if bad { "warn" } else { "worker" }/>
            <div>
                <h2>{title}</h2>
                <p>{reason}</p>
                <div class="acts">
                    {action
                        .map(|action| {
                            let words = words(session, action);
                            Button::words("btn link", words).view(on(move |_| act(action)))
                        })}
                    <Show when=when(move || others() != 0)>
                        <button class="btn link near" on:click=on(move |_| all.set(true))>
                            {text(move || page().more.fill([&others().to_string()]))}
                        </button>
                    </Show>
                </div>
            </div>
            {Button::icon("btn icon", "close", page().dismiss).view(on(move |_| session.dismiss(key)))}
        </section>
    }
}

/// What the button says.
fn words(session: Session, action: Action) -> String {
    match action {
        Action::Choose => page().choose_another.to_owned(),
        Action::Restart | Action::Fetch => page().try_again.to_owned(),
        Action::Reload => page().load_again.to_owned(),
        Action::Apply => page().apply.to_owned(),
        Action::PutBack(_) => page().put_back.to_owned(),
        Action::SwitchOn(row) => {
            let filter = session.stack.with_untracked(|stack| stack.row(row).map(|row| row.filter));
            page().switch_on.fill([filter.map_or("", filter_name)])
        }
    }
}
