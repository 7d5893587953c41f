//! THE REGISTRY: one line per filter.

use crate::{Kernel, Spec};

macro_rules! registry {
    ($($module:ident,)*) => {
        $(mod $module;)*

        /// Every filter there is, in the order of the picker.
        pub const SPECS: &[&Spec] = &[$(&$module::SPEC),*];

        /// The code of the filter of this id. Only who calls this links any kernel.
        pub fn kernel(id: &str) -> Option<Kernel> {
            $(if id == $module::SPEC.id { return Some($module::KERNEL); })*
            None
        }
    };
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
