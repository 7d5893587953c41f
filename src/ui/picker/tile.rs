//! One filter in the picker: a small picture of the photo under it, and its name.

use leptos::{ev::PointerEvent, prelude::*};
use safelight_kernels::{SPECS, Spec};

use crate::{
    i18n::filters::{filter_name, summary},
    services::worker::scheduler::thumbnail_queue::ThumbnailKind,
    store::Store,
    ui::controls::thumbnail_canvas::print,
    ui::picker::dialog::SearchState,
    ui::picker::search,
};

/// The id of a filter's tile.
pub fn id(filter: &Spec) -> String {
    format!("option-{}", filter.id)
}

/// The tile. A mouse that comes over it chooses it, a click adds it.
pub fn tile(
    store: Store,
    filter: &'static Spec,
    finder: SearchState,
    add: Callback<&'static Spec>,
) -> AnyView {
    let SearchState { found, at, chosen, .. } = finder;
    let index = SPECS.iter().position(|other| *other == filter).unwrap_or_default();
    let place = Memo::new(move |_| search::place(&found.read(), filter));
    let over = move |event: PointerEvent| {
        // A list that scrolls under a mouse at rest is no choice.
        let moved = event.movement_x() != 0 || event.movement_y() != 0;
        if let Some(place) = place.get_untracked().filter(|_| moved && event.pointer_type() == "mouse")
            && at.get_untracked() != place
        {
            at.set(place);
        }
    };
    view! {
        <div
            class="filter-tile"
            role="option"
            id=id(filter)
            title=summary(filter)
            aria-selected=move || (chosen.get() == Some(filter)).to_string()
            hidden=move || place.get().is_none()
            on:pointermove=over
            on:click=move |_| add.run(filter)
        >
            {print(store, ThumbnailKind::Filters, index as u32)}
            <b>{filter_name(filter)}</b>
        </div>
    }
    .into_any()
}
