//! A button with an icon, words, or both.

use leptos::prelude::*;

use crate::ui::controls::icon::Icon;

/// A `<button>`. What a click does is given as `on:click`.
#[component]
pub fn Button(
    /// Its classes.
    class: &'static str,
    /// Its id.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Its accessible name, where it has no words or these do not say enough. Without words it is the tooltip too.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The name of its icon.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// Whether a narrow window hides its words.
    #[prop(optional)]
    collapsible: bool,
    /// The key that does the same, as it is printed, for example `Esc`.
    #[prop(optional)]
    key: Option<&'static str>,
    /// `aria-keyshortcuts`, for example `Control+Z`.
    #[prop(optional, into)]
    shortcut: Option<String>,
    /// `aria-pressed`.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// `aria-expanded`.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// `aria-disabled`: unlike a disabled button it keeps the focus and hears clicks.
    #[prop(optional, into)]
    disabled: Option<Signal<bool>>,
    /// Its words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = label.filter(|_| children.is_none());
    let state = |state: Option<Signal<bool>>| state.map(|state| move || state.get().to_string());
    view! {
        <button
            class=class
            id=id
            aria-label=label
            title=title
            aria-pressed=state(pressed)
            aria-expanded=state(expanded)
            aria-disabled=state(disabled)
            aria-keyshortcuts=shortcut
        >
            {icon.map(|name| view! { <Icon name/> })}
            {children.map(|words| view! { <span class:collapsible-label=collapsible>{words()}</span> })}
            {key.map(|key| view! { <kbd>{key}</kbd> })}
        </button>
    }
}
