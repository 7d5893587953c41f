//! Looks: recipes with a name, to begin with. Kept as data; whoever adds one writes it here and nowhere else.

use crate::{FilterStep, Recipe};

/// A recipe that has a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// Lower case, words joined by `-`.
    pub id: &'static str,
    /// Name on screen, in sentence case.
    pub name: &'static str,
    /// One sentence on what it looks like.
    pub summary: &'static str,
    steps: &'static [(&'static str, Values)],
}

type Values = &'static [(&'static str, f64)];

/// Every look there is, in the order they are shown in.
pub const PRESETS: &[Preset] = &[
    Preset {
        id: "vivid",
        name: "Vivid",
        summary: "Fresh colours and a clear light.",
        steps: &[
            ("curves", &master([0.0, 56.0, 128.0, 199.0, 255.0])),
            ("vibrance", &[("amount", 45.0)]),
            ("saturation", &[("amount", 6.0)]),
        ],
    },
    Preset {
        id: "warm-film",
        name: "Warm film",
        summary: "The amber of a roll that was made for faces.",
        steps: &[
            ("temperature", &[("temperature", 20.0), ("tint", 3.0)]),
            ("curves", &master([8.0, 61.0, 128.0, 197.0, 255.0])),
            ("vibrance", &[("amount", 15.0)]),
            ("grain", &[("amount", 9.0)]),
        ],
    },
    Preset {
        id: "cool-film",
        name: "Cool film",
        summary: "Blue shade and quiet greens, as on film for daylight.",
        steps: &[
            ("temperature", &[("temperature", -18.0), ("tint", -4.0)]),
            ("curves", &master([6.0, 58.0, 128.0, 196.0, 255.0])),
            ("saturation", &[("amount", -10.0)]),
            ("grain", &[("amount", 9.0)]),
        ],
    },
    Preset {
        id: "golden-hour",
        name: "Golden hour",
        summary: "The last sun of the day.",
        steps: &[
            ("exposure", &[("exposure_ev", 0.15)]),
            ("temperature", &[("temperature", 38.0), ("tint", 6.0)]),
            ("shadows-highlights", &[("shadows", 20.0), ("highlights", -25.0)]),
            ("vibrance", &[("amount", 20.0)]),
        ],
    },
    Preset {
        id: "moonlight",
        name: "Moonlight",
        summary: "Day turned into a blue night.",
        steps: &[
            ("exposure", &[("exposure_ev", -1.1)]),
            ("temperature", &[("temperature", -70.0)]),
            ("saturation", &[("amount", -35.0)]),
            ("vignette", &[("amount", -45.0)]),
        ],
    },
    Preset {
        id: "faded-print",
        name: "Faded print",
        summary: "A colour print that hung in the window for years.",
        steps: &[
            ("saturation", &[("amount", -30.0)]),
            ("temperature", &[("temperature", 12.0), ("tint", 8.0)]),
            ("fade", &[("amount", 60.0)]),
        ],
    },
    Preset {
        id: "matte",
        name: "Matte",
        summary: "Open shadows and soft blacks.",
        steps: &[
            ("shadows-highlights", &[("shadows", 35.0), ("highlights", -20.0)]),
            ("saturation", &[("amount", -8.0)]),
            ("fade", &[("amount", 30.0)]),
        ],
    },
    Preset {
        id: "teal-and-orange",
        name: "Teal and orange",
        summary: "Warm skin before a cool world, as in the cinema.",
        steps: &[
            ("channel-mixer", &mixer([110.0, -10.0, 0.0], [0.0, 70.0, 30.0], [0.0, 40.0, 60.0])),
            ("contrast", &[("amount", 8.0)]),
            ("vibrance", &[("amount", 35.0)]),
        ],
    },
    Preset {
        id: "cross-process",
        name: "Cross-process",
        summary: "Slide film in the wrong bath: hard, yellow-green, loud.",
        steps: &[
            ("channel-mixer", &mixer([105.0, 0.0, -5.0], [5.0, 105.0, -10.0], [20.0, 10.0, 55.0])),
            ("contrast", &[("amount", 28.0)]),
            ("saturation", &[("amount", 20.0)]),
        ],
    },
    Preset {
        id: "stormy-sky",
        name: "Stormy sky",
        summary: "Black and white behind a red filter: dark skies, bright skin.",
        steps: &[("channel-mixer", &grey(85.0, 30.0, -15.0)), ("contrast", &[("amount", 15.0)])],
    },
    Preset {
        id: "old-plate",
        name: "Old plate",
        summary: "Black and white as early plates saw it: blind to red, pale skies.",
        steps: &[
            ("channel-mixer", &grey(-5.0, 55.0, 50.0)),
            ("fade", &[("amount", 20.0)]),
            ("vignette", &[("amount", -30.0)]),
        ],
    },
    Preset {
        id: "noir",
        name: "Noir",
        summary: "Hard light, deep shadows, and grain.",
        steps: &[
            ("grayscale", &[]),
            ("contrast", &[("amount", 40.0)]),
            ("vignette", &[("amount", -60.0), ("midpoint", 20.0)]),
            ("grain", &[("amount", 22.0)]),
        ],
    },
    Preset {
        id: "album",
        name: "Album",
        summary: "A brown print out of the family's album.",
        steps: &[
            ("sepia", &[]),
            ("fade", &[("amount", 25.0)]),
            ("vignette", &[("amount", -25.0)]),
            ("grain", &[("amount", 8.0)]),
        ],
    },
    Preset {
        id: "cyanotype",
        name: "Cyanotype",
        summary: "Prussian blue on white paper.",
        // On the negative, so that the paper stays white and the darks keep their blue.
        steps: &[
            ("grayscale", &[]),
            ("invert", &[]),
            ("channel-mixer", &mixer([140.0, 0.0, 0.0], [0.0, 92.0, 0.0], [0.0, 0.0, 55.0])),
            ("invert", &[]),
        ],
    },
];

impl Preset {
    /// What it does.
    pub fn recipe(&self) -> Recipe {
        let step = |(filter, values): &(&str, Values)| FilterStep {
            values: values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect(),
            ..FilterStep::new(filter)
        };
        Recipe::new(self.steps.iter().map(step).collect())
    }
}

/// Settings of curves: what becomes of the levels 0, 64, 128, 191 and 255.
pub(crate) const fn master(out: [f64; 5]) -> [(&'static str, f64); 9] {
    [
        ("master_1_out", out[0]),
        ("master_2_in", 64.0),
        ("master_2_out", out[1]),
        ("master_3_in", 128.0),
        ("master_3_out", out[2]),
        ("master_4_in", 191.0),
        ("master_4_out", out[3]),
        ("master_5_in", 255.0),
        ("master_5_out", out[4]),
    ]
}

/// Settings of the channel mixer, in per cent of red, green and blue.
const fn mixer(red: [f64; 3], green: [f64; 3], blue: [f64; 3]) -> [(&'static str, f64); 9] {
    [
        ("red_from_red", red[0]),
        ("red_from_green", red[1]),
        ("red_from_blue", red[2]),
        ("green_from_red", green[0]),
        ("green_from_green", green[1]),
        ("green_from_blue", green[2]),
        ("blue_from_red", blue[0]),
        ("blue_from_green", blue[1]),
        ("blue_from_blue", blue[2]),
    ]
}

/// The channel mixer as a black and white with these weights.
const fn grey(red: f64, green: f64, blue: f64) -> [(&'static str, f64); 9] {
    let row = [red, green, blue];
    mixer(row, row, row)
}
