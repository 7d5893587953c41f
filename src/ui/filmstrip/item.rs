//! One photo of the strip: its picture or its name, its number, and a mark for how it stands.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    model::documents::Status,
    services::worker::scheduler::thumbnail_queue::Sheet,
    store::Session,
    ui::controls::erased::{on, text, yes_no},
    ui::controls::thumbnail_canvas::print,
};

/// A button that takes the photo up.
pub fn shot(session: Session, key: u32, stop: Memo<Option<u32>>, focused: RwSignal<Option<u32>>) -> AnyView {
    let name = session.strip.with_untracked(|strip| strip.shot(key).map(|shot| shot.name.clone()));
    let name = name.unwrap_or_default();
    let number = Memo::new(move |_| {
        session.strip.with(|strip| strip.place(key).map_or_else(String::new, |place| (place + 1).to_string()))
    });
    let status = Memo::new(move |_| session.strip.with(|strip| strip.status(key, &session.stack.read())));
    let current = Memo::new(move |_| session.strip.with(|strip| strip.in_hand() == Some(key)));
    let label = {
        let name = name.clone();
        move || editor().shot.fill([&number.get(), &name, words(status.get())])
    };
    view! {
        <li>
            <button
                class="filmstrip-item"
                aria-label=text(label)
                title=name.clone()
                aria-current=yes_no(move || current.get())
                tabindex=text(move || if stop.get() == Some(key) { "0" } else { "-1" })
                on:click=on(move |_| session.turn_to(key))
                on:focus=on(move |_| focused.set(Some(key)))
            >
                <span class="thumbnail">{name.clone()}{print(session, Sheet::Shots, key)}</span>
                <span class="item-status">{text(move || number.get())}<span inner_html=text(move || mark(status.get()))></span></span>
            </button>
        </li>
    }
    .into_any()
}

/// Shape first: nobody needs to see a colour.
fn mark(status: Status) -> &'static str {
    match status {
        Status::Untouched => r#"<i class="status-dot"></i>"#,
        Status::Edited => r#"<i class="status-dot is-edited"></i>"#,
        Status::Opening => r#"<i class="status-dot is-busy"></i>"#,
        Status::Exported => r##"<svg class="icon" aria-hidden="true"><use href="#check"/></svg>"##,
        Status::Failed => r##"<svg class="icon is-error" aria-hidden="true"><use href="#warning"/></svg>"##,
    }
}

fn words(status: Status) -> &'static str {
    let texts = &editor().status;
    match status {
        Status::Untouched => texts.untouched,
        Status::Edited => texts.edited,
        Status::Opening => texts.opening,
        Status::Exported => texts.exported,
        Status::Failed => texts.failed,
    }
}
