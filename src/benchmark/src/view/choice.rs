//! One of several, side by side.

use leptos::prelude::*;

/// A segmented control: native radios, so that arrow keys and screen readers know it.
#[component]
pub fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    /// Its accessible name.
    label: &'static str,
    /// The name that its radios share.
    group: &'static str,
    /// What there is, and its words.
    options: Vec<(T, String)>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<T>,
    /// Chooses.
    choose: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let radios = options.into_iter().map(|(option, words)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=group
                    prop:checked=move || chosen.get() == option
                    on:change=move |_| choose(option)
                />
                {words}
            </label>
        }
    });
    view! { <div class="segmented" role="radiogroup" aria-label=label>{radios.collect_view()}</div> }
}
