//! A list whose items keep their elements while they live.

use std::sync::Arc;

use leptos::prelude::*;

/// One view for each key, in this order. Not generic, so that all lists share one copy of Leptos' `For`.
pub fn each(
    keys: impl Fn() -> Vec<u32> + Send + Sync + 'static,
    item: impl Fn(u32) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    shared(Box::new(keys), Arc::new(item))
}

type Keys = Box<dyn Fn() -> Vec<u32> + Send + Sync>;
type Item = Arc<dyn Fn(u32) -> AnyView + Send + Sync>;

fn shared(keys: Keys, item: Item) -> AnyView {
    view! { <For each=keys key=|key| *key children=move |key| item(key)/> }.into_any()
}
