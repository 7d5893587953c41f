//! The ratios that the frame can be held to, and the button that swaps its sides.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    model::crop::aspect_ratio::{ASPECT_PRESETS, AspectPreset, AspectRatio},
    store::Store,
    ui::controls::button::Button,
    ui::controls::radio::Radio,
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
        let choose = move |()| store.edit.set_aspect(AspectRatio { shape, ..ratio.get_untracked() });
        view! { <Radio group="ratio" checked=move || ratio.get().shape == shape choose>{words}</Radio> }
    };
    view! {
        <div class="aspect-ratios">
            <div class="segmented" role="radiogroup" aria-label=editor().crop.ratio>
                {ASPECT_PRESETS.map(one).into_iter().collect_view()}
            </div>
            <Button class="btn icon-only" icon="swap" label=editor().crop.swap on:click=move |_| store.edit.transpose_crop()/>
        </div>
    }
    .into_any()
}
