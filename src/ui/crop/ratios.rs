//! The ratios that the frame can be held to, and the button that swaps its sides.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    model::crop::aspect_ratio::{ASPECT_PRESETS, AspectPreset, AspectRatio},
    store::Store,
    ui::controls::button::Button,
    ui::controls::erased::{flag, on, text},
    ui::controls::radio::radio,
};

/// A bar of them.
pub fn ratios(store: Store) -> AnyView {
    let ratio = store.edit.crop_tool.aspect;
    let one = move |shape: AspectPreset| {
        let words = move || match shape {
            AspectPreset::Free => editor().crop.free.to_owned(),
            AspectPreset::Picture => editor().crop.picture.to_owned(),
            AspectPreset::Of(across, down) if ratio.get().swapped => format!("{down}:{across}"),
            AspectPreset::Of(across, down) => format!("{across}:{down}"),
        };
        let choose = move |_| store.edit.set_aspect(AspectRatio { shape, ..ratio.get_untracked() });
        radio("ratio", text(words), flag(move || ratio.get().shape == shape), on(choose))
    };
    view! {
        <div class="aspect-ratios">
            <div class="segmented" role="radiogroup" aria-label=editor().crop.ratio>
                {ASPECT_PRESETS.map(one).into_iter().collect_view()}
            </div>
            {Button::icon("btn icon-only", "swap", editor().crop.swap).view(on(move |_| store.edit.transpose_crop()))}
        </div>
    }
    .into_any()
}
