//! A segmented control.

use leptos::prelude::*;

/// A segmented control of native radio buttons, so that arrow keys and screen readers work.
#[component]
pub fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The accessible name.
    label: &'static str,
    /// The name that the radio buttons share.
    group: &'static str,
    /// The options and their labels.
    options: Vec<(T, String)>,
    /// The chosen option.
    #[prop(into)]
    chosen: Signal<T>,
    /// Called with the option that a person chooses.
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
