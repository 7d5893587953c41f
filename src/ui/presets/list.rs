//! Looks: ready-made stacks, one click each. A person's own come first.

use leptos::prelude::*;
use safelight_recipe::{PRESETS, Preset, Recipe};

use crate::{
    i18n::editor::editor,
    i18n::filters::look_summary,
    services::worker::scheduler::thumbnail_queue::Sheet,
    store::Session,
    store::ui_state::Desk,
    ui::controls::after_render::settled,
    ui::controls::button::Button,
    ui::controls::erased::{Text, flag, on, text, yes_no},
    ui::controls::keyed_list::each,
    ui::controls::thumbnail_canvas::print,
    ui::controls::toolbar::{Toolbar, keep_stop},
    ui::presets::user_row::look_name,
};

/// The original, and every look there is; the one that the stack is now is marked.
#[component]
pub fn Looks() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let all = RwSignal::new(false);
    // Of each photo that is opened, and not again when it comes back with a new worker.
    Effect::new(move || {
        if session.photo.read().is_some() {
            session.want_looks();
        }
    });
    Effect::new(move || {
        session.own.looks.track();
        if session.photo.read().is_some() {
            session.want_own();
        }
        settled(|| keep_stop(".presets .preset-list"));
    });
    let count = move || editor().all_looks.fill([&(session.own.keys().len() + PRESETS.len()).to_string()]);
    view! {
        <section class="presets" aria-labelledby="presets-heading" data-expanded=flag(move || all.get())>
            <div class="section-header">
                <h2 id="presets-heading">{editor().looks}</h2>
                <span class="button-group">
                    {Button::icon("btn icon-only", "plus", editor().own_looks).view(on(move |_| desk.show_own_looks(false)))}
                    <button class="btn" aria-pressed=yes_no(move || all.get()) on:click=on(move |_| all.update(|all| *all = !*all))>
                        {text(count)}
                    </button>
                </span>
            </div>
            <Toolbar label=editor().looks class="preset-list">
                {print_of(session, 0, None)}
                {each(move || session.own.keys(), move |key| own_print(session, key))}
                {PRESETS.iter().zip(1..).map(|(look, index)| print_of(session, index, Some(look))).collect_view()}
            </Toolbar>
        </section>
    }
}

/// A look's picture and name; without a look, the original's.
fn print_of(session: Session, index: u32, look: Option<&'static Preset>) -> AnyView {
    let recipe = look.map_or_else(|| Recipe::new(Vec::new()), Preset::recipe);
    let summary = look.map_or(editor().as_it_came, look_summary);
    let name = look.map_or(editor().original, crate::i18n::filters::look_name);
    let worn = Memo::new(move |_| session.stack.with(|stack| stack.wears(&recipe)));
    let then = Box::new(move || session.wear(look));
    button(print(session, Sheet::Looks, index), text(move || name), text(move || summary), worn, then)
}

/// The same of a person's own.
fn own_print(session: Session, key: u32) -> AnyView {
    let name = look_name(session, key, None);
    let worn = Memo::new(move |_| {
        let own = session.own.get(key);
        own.is_some_and(|own| session.stack.with(|stack| stack.wears(&own.recipe)))
    });
    let (shown, title) = (text(move || name.get()), text(move || name.get()));
    button(print(session, Sheet::Own, key), shown, title, worn, Box::new(move || session.wear_own(key)))
}

fn button(
    picture: AnyView,
    name: Text,
    title: Text,
    worn: Memo<bool>,
    mut then: Box<dyn FnMut()>,
) -> AnyView {
    view! {
        <button class="preset" title=title aria-pressed=yes_no(move || worn.get()) on:click=on(move |_| then())>
            {picture}
            <b>{name}</b>
        </button>
    }
    .into_any()
}
