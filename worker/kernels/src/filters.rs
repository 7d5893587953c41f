//! THE REGISTRY: one line per filter, whose file holds all that there is of it.

use crate::filter::{Filter, param_names, params};
use crate::{FilterText, Kernel, Param, Spec, Text};

macro_rules! registry {
    ($($module:ident,)*) => {
        $(mod $module;)*

        /// Every filter there is, in the order of the picker.
        pub const SPECS: &[&Spec] = &[$({
            const FILTER: Filter = $module::FILTER;
            const PARAMS: [Param; FILTER.params.len()] = params(FILTER.params);
            const SPEC: Spec = FILTER.spec(&PARAMS);
            &SPEC
        }),*];

        /// What people read of every filter, in the order of [`SPECS`].
        pub const TEXTS: &[&FilterText] = &[$({
            const FILTER: Filter = $module::FILTER;
            const NAMES: [Text; FILTER.params.len()] = param_names(FILTER.params);
            const TEXT: FilterText = FILTER.text(&NAMES);
            &TEXT
        }),*];

        /// The code of the filter of this id. Only who calls this links any kernel.
        pub fn kernel(id: &str) -> Option<Kernel> {
            $(if id == $module::FILTER.id { return Some($module::FILTER.kernel); })*
            None
        }
    };
}

/// The filter of this id, if the registry has it.
pub fn spec(id: &str) -> Option<&'static Spec> {
    SPECS.iter().copied().find(|spec| spec.id == id)
}

/// What people read of a filter.
///
/// # Panics
/// If the filter is none of the registry.
pub fn filter_text(filter: &Spec) -> &'static FilterText {
    TEXTS.iter().find(|text| text.id == filter.id).expect("a filter of the registry")
}

registry! {
    brightness,
    contrast,
    exposure,
    gamma,
    levels,
    curves,
    shadows_highlights,
    fade,
    temperature,
    saturation,
    vibrance,
    hue,
    channel_mixer,
    grayscale,
    sepia,
    invert,
    duotone,
    posterize,
    solarize,
    threshold,
    colour_table,
    auto_contrast,
    equalize,
    local_contrast,
    sharpen,
    unsharp_mask,
    clarity,
    smooth_skin,
    median,
    erode,
    dilate,
    custom_kernel,
    gaussian_blur,
    box_blur,
    motion_blur,
    tilt_shift,
    bloom,
    vignette,
    grain,
    pixelate,
    halftone,
    oil_paint,
    dither,
    edges,
    emboss,
    crop,
    straighten,
    rotate,
    flip,
    resize,
}
