//! The dialog that asks for photos of the strip: to give them the stack of the one in hand, or to export them.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{
    button::Button,
    desk::Desk,
    dialog::on_backdrop,
    each::each,
    erased::{flag, on, text, yes_no},
};
use crate::{session::Session, texts::editor};

/// All are chosen at first.
#[component]
pub fn Apply() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let left_out = RwSignal::new(Vec::<u32>::new());
    let exports = desk.exports;
    let others = Memo::new(move |_| {
        session.strip.with(|strip| {
            let in_hand = strip.in_hand().filter(|_| exports.get());
            let keys = strip.shots().iter().map(|shot| shot.key);
            keys.filter(|key| in_hand == Some(*key) || strip.is_aside(*key)).collect::<Vec<_>>()
        })
    });
    let chosen = Memo::new(move |_| {
        let left_out = left_out.read();
        others.get().into_iter().filter(|key| !left_out.contains(key)).collect::<Vec<_>>()
    });
    let leave = move || {
        if let Some(dialog) = desk.apply.get_untracked() {
            dialog.close();
        }
    };
    let apply = move |_| {
        let chosen = chosen.get_untracked();
        if !chosen.is_empty() {
            leave();
            if exports.get_untracked() {
                session.export_several(&chosen);
                desk.show_batch();
            } else {
                session.apply_to(&chosen);
            }
        }
    };
    let all = move |_| {
        let none_left = chosen.with_untracked(Vec::is_empty);
        left_out.set(if none_left { Vec::new() } else { others.get_untracked() });
    };
    let one = move |key| {
        let name = session.strip.with_untracked(|strip| strip.shot(key).map(|shot| shot.name.clone()));
        let choose = move |event: leptos::ev::Event| {
            let checked = event_target::<HtmlInputElement>(&event).checked();
            left_out.update(|left_out| {
                left_out.retain(|other| *other != key);
                if !checked {
                    left_out.push(key);
                }
            });
        };
        view! {
            <li>
                <label class="choice">
                    <input type="checkbox" prop:checked=flag(move || chosen.read().contains(&key)) on:change=on(choose)/>
                    <span>{name}</span>
                </label>
            </li>
        }
        .into_any()
    };
    view! {
        <dialog
            class="apply"
            aria-labelledby="h-apply"
            node_ref=desk.apply
            on:click=on(move |event: leptos::ev::MouseEvent| if on_backdrop(&event) { leave() })
            on:close=on(move |_| left_out.set(Vec::new()))
        >
            <header class="dlg-head">
                <h2 id="h-apply" tabindex="-1" autofocus>{text(move || if exports.get() { editor().batch.choose } else { editor().apply })}</h2>
                {Button::icon("btn icon", "close", editor().close).view(on(move |_| leave()))}
            </header>
            <ul class="choices">{each(move || others.get(), one)}</ul>
            <footer class="dlg-foot">
                <button class="btn" on:click=on(all)>
                    {text(move || if chosen.read().is_empty() { editor().choose_all } else { editor().choose_none })}
                </button>
                <span class="push"></span>
                <button class="btn lamp" aria-disabled=yes_no(move || chosen.read().is_empty()) on:click=on(apply)>
                    {text(move || {
                        let words = if exports.get() { &editor().batch.title } else { &editor().apply_to };
                        words.fill(chosen.read().len())
                    })}
                </button>
            </footer>
        </dialog>
    }
}
