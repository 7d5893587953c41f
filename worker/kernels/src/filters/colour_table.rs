//! Colour table: every colour becomes another one, by a table out of a `.cube` file.
//!
//! The file is one of the Cube LUT Specification 1.0, with a grid of 2 to 129 points a side or three curves of up to
//! 65,536. Grids are interpolated in tetrahedra, curves linearly, as in `OpenColorIO` (`lut/lut3d.rs` has the numbers); places
//! on curves are found in `f64`, because in its `f32` long ones that jump from point to point are up to two levels off.
//! The table is for gamma-coded sRGB and is applied to that, whatever it may have been made for, and rounded to the
//! nearest level. Without a file nothing changes. Alpha is not touched.

use crate::filter::Filter;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "colour-table",
    name: Text { en: "Colour table", de: "Farbtabelle" },
    summary: Text {
        en: "Grades by a table from a .cube file.",
        de: "Setzt Farben nach einer Tabelle aus einer .cube-Datei.",
    },
    synonyms: Text {
        en: "lut, 3d lut, cube, color grading, look-up table",
        de: "lut, 3d-lut, cube, colorgrading, farbanpassung",
    },
    group: Group::Colour,
    params: &[],
    kernel: Kernel::Lut(|_, cube, rgba| cube.apply(rgba)),
};
