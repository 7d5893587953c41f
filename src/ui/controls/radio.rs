//! One choice of a bar.

use leptos::{ev::Event, prelude::*};

use crate::ui::controls::erased::{Flag, Text};

/// A radio button that looks like a part of its bar. Those of one group exclude each other.
pub fn radio(group: &str, words: Text, chosen: Flag, choose: Box<dyn FnMut(Event)>) -> AnyView {
    view! {
        <label>
            <input type="radio" name=group.to_owned() prop:checked=chosen on:change=choose/>
            {words}
        </label>
    }
    .into_any()
}
