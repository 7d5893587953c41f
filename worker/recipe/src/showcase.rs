//! What a filter can do, for a small picture of it: most do nothing until they are set.

use safelight_kernels::Spec;

use crate::{FilterStep, presets::master};

type Values = &'static [(&'static str, f64)];

/// Settings that can be seen at a glance, for filters whose defaults change nothing. The rest speak for themselves.
const SETTINGS: &[(&str, Values)] = &[
    ("brightness", &[("amount", 22.0)]),
    ("contrast", &[("amount", 45.0)]),
    ("exposure", &[("exposure_ev", 0.9)]),
    ("gamma", &[("gamma", 1.8)]),
    ("levels", &[("black", 40.0), ("white", 205.0)]),
    ("curves", &master([0.0, 36.0, 128.0, 215.0, 255.0])),
    ("shadows-highlights", &[("shadows", 70.0), ("highlights", -50.0)]),
    ("fade", &[("amount", 80.0)]),
    ("temperature", &[("temperature", 55.0)]),
    ("saturation", &[("amount", 60.0)]),
    ("vibrance", &[("amount", 85.0)]),
    ("hue", &[("angle_deg", 120.0)]),
    (
        "channel-mixer",
        &[("red_from_red", 0.0), ("red_from_blue", 100.0), ("blue_from_blue", 0.0), ("blue_from_red", 100.0)],
    ),
    ("posterize", &[("bits", 2.0)]),
    ("solarize", &[("threshold", 110.0)]),
    ("sharpen", &[("amount", 120.0)]),
    ("unsharp-mask", &[("amount", 220.0)]),
    ("clarity", &[("amount", 90.0)]),
    ("smooth-skin", &[("radius_px", 4.0), ("threshold", 60.0)]),
    ("erode", &[("radius_px", 2.0)]),
    ("dilate", &[("radius_px", 2.0)]),
    // An outline of what is there, on top of it.
    ("custom-kernel", &[("c2", -2.0), ("b3", -2.0), ("c3", 9.0), ("d3", -2.0), ("c4", -2.0)]),
    ("gaussian-blur", &[("sigma_px", 3.0)]),
    ("box-blur", &[("radius_px", 5.0)]),
    ("motion-blur", &[("length_px", 24.0)]),
    ("tilt-shift", &[("sigma_px", 4.0)]),
    ("bloom", &[("amount", 120.0), ("sigma_px", 8.0)]),
    ("vignette", &[("amount", -80.0)]),
    ("grain", &[("amount", 45.0)]),
    ("pixelate", &[("size_px", 8.0)]),
    ("emboss", &[("amount", 120.0)]),
    ("crop", &[("left", 16.0), ("top", 16.0), ("right", 16.0), ("bottom", 16.0)]),
    ("rotate", &[("angle_deg", 90.0)]),
    ("straighten", &[("angle_deg", 8.0)]),
    ("flip", &[("horizontal", 1.0)]),
];

/// A step that shows what this filter does on a small picture.
pub fn showcase(filter: &Spec) -> FilterStep {
    let set = SETTINGS.iter().find(|(id, _)| *id == filter.id);
    let values = set.into_iter().flat_map(|(_, values)| *values);
    FilterStep {
        values: values.map(|(id, value)| ((*id).to_owned(), *value)).collect(),
        ..FilterStep::new(filter.id)
    }
}

/// Whether this filter does nothing until it is set.
pub fn begins_neutral(filter: &Spec) -> bool {
    SETTINGS.iter().any(|(id, _)| *id == filter.id)
}
