//! One choice of a segmented control.

use leptos::prelude::*;

/// A radio button that looks like a part of its bar. Those of one group exclude each other.
#[component]
pub fn Radio(
    /// The name that all radio buttons of the group share.
    #[prop(into)]
    group: String,
    /// Whether it is the chosen one.
    #[prop(into)]
    checked: Signal<bool>,
    /// Chooses it.
    #[prop(into)]
    choose: Callback<()>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <label>
            <input type="radio" name=group prop:checked=checked on:change=move |_| choose.run(())/>
            {children()}
        </label>
    }
}
