//! Looks: ready-made stacks, one click each.

use leptos::prelude::*;
use safelight_recipe::{LOOKS, Look, Recipe};

use super::{
    button::Button,
    erased::{flag, on, yes_no},
    print::print,
    toolbar::Toolbar,
};
use crate::{
    engine::Sheet,
    session::Session,
    texts::{editor, look_name, look_summary},
};

/// The original, and every look there is; the one that the stack is now is marked.
#[component]
pub fn Looks() -> impl IntoView {
    let session = expect_context::<Session>();
    let all = RwSignal::new(false);
    // Of each photo that is opened, and not again when it comes back with a new worker.
    Effect::new(move || {
        if session.photo.read().is_some() {
            session.want_looks();
        }
    });
    let expand = Button {
        pressed: Some(yes_no(move || all.get())),
        ..Button::words("btn", editor().all_looks.fill([&LOOKS.len().to_string()]))
    };
    view! {
        <section class="looks" aria-labelledby="h-looks" data-all=flag(move || all.get())>
            <div class="head">
                <h2 id="h-looks">{editor().looks}</h2>
                {expand.view(on(move |_| all.update(|all| *all = !*all)))}
            </div>
            <Toolbar label=editor().looks class="prints">
                {print_of(session, 0, None)}
                {LOOKS.iter().enumerate().map(|(index, look)| print_of(session, index + 1, Some(look))).collect_view()}
            </Toolbar>
        </section>
    }
}

/// A look's picture and name; without a look, the original's.
fn print_of(session: Session, index: usize, look: Option<&'static Look>) -> AnyView {
    let recipe = look.map_or_else(|| Recipe::new(Vec::new()), Look::recipe);
    let worn = Memo::new(move |_| session.stack.with(|stack| stack.wears(&recipe)));
    view! {
        <button
            class="look"
            title=look.map_or(editor().as_it_came, look_summary)
            aria-pressed=yes_no(move || worn.get())
            on:click=on(move |_| session.wear(look))
        >
            {print(session, Sheet::Looks, index)}
            <b>{look.map_or(editor().original, look_name)}</b>
        </button>
    }
    .into_any()
}
