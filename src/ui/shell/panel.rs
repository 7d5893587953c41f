//! The panel beside the photo, or the sheet below it.

use leptos::prelude::*;

use crate::{
    commands::Id,
    commands::shortcut_labels::aria,
    i18n::editor::editor,
    model::stack::Stack,
    store::Session,
    store::ui_state::Desk,
    ui::controls::erased::{flag, on, text, when, yes_no},
    ui::controls::icon::Icon,
    ui::crop::done::done,
    ui::crop::panel::CropSettings,
    ui::layers::list::StackList,
    ui::layers::menu::stack_menu,
    ui::layers::row,
    ui::plot::histogram::Histogram,
    ui::presets::list::Looks,
    ui::shell::tabs::{Tab, Tabs},
};

/// "Develop": looks, the stack, and the button that adds a filter.
#[component]
pub fn Panel() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let (tab, folded) = (RwSignal::new(Tab::default()), RwSignal::new(false));
    let framing = Memo::new(move |_| session.framing.is_open());
    Effect::new(move || {
        if framing.get() {
            tab.set(Tab::Stack);
            folded.set(false);
        }
    });
    // What nobody sees is not counted.
    let counted = Memo::new(move |_| {
        let seen = match tab.get() {
            Tab::Histogram => true,
            Tab::Stack => row::has_graph(session),
            Tab::Looks => false,
        };
        !session.viewport.read().narrow || (seen && !folded.get())
    });
    Effect::new(move || session.sight.counting.set(counted.get()));
    let is_full = Memo::new(move |_| session.stack.with(Stack::is_full));
    view! {
        <aside
            class="panel"
            aria-label=editor().develop
            data-tab=text(move || tab.get().id())
            data-collapsed=flag(move || folded.get())
            inert=flag(move || session.opening.read().is_some())
        >
            <Tabs tab folded/>
            <Histogram/>
            <div class="panel-scroll">
                <Show when=when(move || framing.get())>
                    <CropSettings/>
                </Show>
                <Looks/>
                <StackList/>
            </div>
            <div class="panel-footer" hidden=flag(move || !framing.get())>{done(session)}</div>
            <div class="panel-footer" hidden=flag(move || framing.get())>
                <button
                    class="btn outlined"
                    id="add-filter"
                    aria-haspopup="dialog"
                    aria-keyshortcuts=aria(Id::AddFilter)
                    aria-disabled=yes_no(move || is_full.get())
                    title=text(move || if is_full.get() { editor().said.stack_full } else { "" })
                    on:click=on(move |_| desk.open_picker(session))
                >
                    <Icon name="plus"/>
                    {text(move || if is_full.get() { editor().stack_full } else { editor().add_filter })}
                    <kbd>"A"</kbd>
                </button>
                // The stack's own head is no part of the sheet: its tab says the same.
                <span class="narrow-only">{stack_menu(session)}</span>
            </div>
        </aside>
    }
}
