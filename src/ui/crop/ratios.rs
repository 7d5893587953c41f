//! The ratios that the frame can be held to, and the button that swaps its sides.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    model::crop::aspect_ratio::{Ratio, SHAPES, Shape},
    store::Session,
    ui::controls::button::Button,
    ui::controls::erased::{flag, on, text},
    ui::controls::radio::radio,
};

/// A bar of them.
pub fn ratios(session: Session) -> AnyView {
    let ratio = session.framing.ratio;
    let one = move |shape: Shape| {
        let words = move || match shape {
            Shape::Free => editor().crop.free.to_owned(),
            Shape::Picture => editor().crop.picture.to_owned(),
            Shape::Of(across, down) if ratio.get().swapped => format!("{down}:{across}"),
            Shape::Of(across, down) => format!("{across}:{down}"),
        };
        let choose = move |_| session.choose_ratio(Ratio { shape, ..ratio.get_untracked() });
        radio("ratio", text(words), flag(move || ratio.get().shape == shape), on(choose))
    };
    view! {
        <div class="aspect-ratios">
            <div class="segmented" role="radiogroup" aria-label=editor().crop.ratio>
                {SHAPES.map(one).into_iter().collect_view()}
            </div>
            {Button::icon("btn icon-only", "swap", editor().crop.swap).view(on(move |_| session.swap_frame()))}
        </div>
    }
    .into_any()
}
