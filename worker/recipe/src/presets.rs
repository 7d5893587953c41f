//! Presets: the built-in recipes, which the interface calls looks. A new one is written here and nowhere else.

use safelight_kernels::Text;

use crate::{FilterStep, Recipe};

/// A built-in recipe with a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// Lower case, words joined by `-`.
    pub id: &'static str,
    /// Name on screen, in sentence case.
    pub name: Text,
    /// One sentence on what it looks like.
    pub summary: Text,
    steps: &'static [(&'static str, Values)],
}

type Values = &'static [(&'static str, f64)];

/// All presets, in the order of the interface.
pub const PRESETS: &[Preset] = &[
    Preset {
        id: "vivid",
        name: Text { en: "Vivid", de: "Lebhaft" },
        summary: Text { en: "Fresh colours and a clear light.", de: "Frische Farben und klares Licht." },
        steps: &[
            ("curves", &master([0.0, 56.0, 128.0, 199.0, 255.0])),
            ("vibrance", &[("amount", 45.0)]),
            ("saturation", &[("amount", 6.0)]),
        ],
    },
    Preset {
        id: "warm-film",
        name: Text { en: "Warm film", de: "Warmer Film" },
        summary: Text {
            en: "The amber of a roll that was made for faces.",
            de: "Der Bernsteinton eines Films, der für Gesichter gemacht war.",
        },
        steps: &[
            ("temperature", &[("temperature", 20.0), ("tint", 3.0)]),
            ("curves", &master([8.0, 61.0, 128.0, 197.0, 255.0])),
            ("vibrance", &[("amount", 15.0)]),
            ("grain", &[("amount", 9.0)]),
        ],
    },
    Preset {
        id: "cool-film",
        name: Text { en: "Cool film", de: "Kühler Film" },
        summary: Text {
            en: "Blue shade and quiet greens, as on film for daylight.",
            de: "Blaue Schatten und stilles Grün, wie auf Tageslichtfilm.",
        },
        steps: &[
            ("temperature", &[("temperature", -18.0), ("tint", -4.0)]),
            ("curves", &master([6.0, 58.0, 128.0, 196.0, 255.0])),
            ("saturation", &[("amount", -10.0)]),
            ("grain", &[("amount", 9.0)]),
        ],
    },
    Preset {
        id: "golden-hour",
        name: Text { en: "Golden hour", de: "Goldene Stunde" },
        summary: Text { en: "The last sun of the day.", de: "Die letzte Sonne des Tages." },
        steps: &[
            ("exposure", &[("exposure_ev", 0.15)]),
            ("temperature", &[("temperature", 38.0), ("tint", 6.0)]),
            ("shadows-highlights", &[("shadows", 20.0), ("highlights", -25.0)]),
            ("vibrance", &[("amount", 20.0)]),
        ],
    },
    Preset {
        id: "moonlight",
        name: Text { en: "Moonlight", de: "Mondlicht" },
        summary: Text { en: "Day turned into a blue night.", de: "Der Tag, zur blauen Nacht gemacht." },
        steps: &[
            ("exposure", &[("exposure_ev", -1.1)]),
            ("temperature", &[("temperature", -70.0)]),
            ("saturation", &[("amount", -35.0)]),
            ("vignette", &[("amount", -45.0)]),
        ],
    },
    Preset {
        id: "faded-print",
        name: Text { en: "Faded print", de: "Alter Abzug" },
        summary: Text {
            en: "A colour print that hung in the window for years.",
            de: "Ein Farbabzug, der Jahre im Fenster hing.",
        },
        steps: &[
            ("saturation", &[("amount", -30.0)]),
            ("temperature", &[("temperature", 12.0), ("tint", 8.0)]),
            ("fade", &[("amount", 60.0)]),
        ],
    },
    Preset {
        id: "matte",
        name: Text { en: "Matte", de: "Matt" },
        summary: Text { en: "Open shadows and soft blacks.", de: "Offene Tiefen und weiches Schwarz." },
        steps: &[
            ("shadows-highlights", &[("shadows", 35.0), ("highlights", -20.0)]),
            ("saturation", &[("amount", -8.0)]),
            ("fade", &[("amount", 30.0)]),
        ],
    },
    Preset {
        id: "teal-and-orange",
        name: Text { en: "Teal and orange", de: "Petrol und Orange" },
        summary: Text {
            en: "Warm skin before a cool world, as in the cinema.",
            de: "Warme Haut vor kühler Welt, wie im Kino.",
        },
        steps: &[
            ("channel-mixer", &mixer([110.0, -10.0, 0.0], [0.0, 70.0, 30.0], [0.0, 40.0, 60.0])),
            ("contrast", &[("amount", 8.0)]),
            ("vibrance", &[("amount", 35.0)]),
        ],
    },
    Preset {
        id: "cross-process",
        name: Text { en: "Cross-process", de: "Crossentwicklung" },
        summary: Text {
            en: "Slide film in the wrong bath: hard, yellow-green, loud.",
            de: "Diafilm im falschen Bad: hart, gelbgrün, laut.",
        },
        steps: &[
            ("channel-mixer", &mixer([105.0, 0.0, -5.0], [5.0, 105.0, -10.0], [20.0, 10.0, 55.0])),
            ("contrast", &[("amount", 28.0)]),
            ("saturation", &[("amount", 20.0)]),
        ],
    },
    Preset {
        id: "stormy-sky",
        name: Text { en: "Stormy sky", de: "Gewitterhimmel" },
        summary: Text {
            en: "Black and white behind a red filter: dark skies, bright skin.",
            de: "Schwarzweiß durch ein Rotfilter: dunkle Himmel, helle Haut.",
        },
        steps: &[("channel-mixer", &grey(85.0, 30.0, -15.0)), ("contrast", &[("amount", 15.0)])],
    },
    Preset {
        id: "old-plate",
        name: Text { en: "Old plate", de: "Alte Platte" },
        summary: Text {
            en: "Black and white as early plates saw it: blind to red, pale skies.",
            de: "Schwarzweiß, wie frühe Platten sahen: blind für Rot, mit blassen Himmeln.",
        },
        steps: &[
            ("channel-mixer", &grey(-5.0, 55.0, 50.0)),
            ("fade", &[("amount", 20.0)]),
            ("vignette", &[("amount", -30.0)]),
        ],
    },
    Preset {
        id: "noir",
        name: Text { en: "Noir", de: "Noir" },
        summary: Text {
            en: "Hard light, deep shadows, and grain.",
            de: "Hartes Licht, tiefe Schatten und Korn.",
        },
        steps: &[
            ("grayscale", &[]),
            ("contrast", &[("amount", 40.0)]),
            ("vignette", &[("amount", -60.0), ("midpoint", 20.0)]),
            ("grain", &[("amount", 22.0)]),
        ],
    },
    Preset {
        id: "album",
        name: Text { en: "Album", de: "Album" },
        summary: Text {
            en: "A brown print out of the family's album.",
            de: "Ein brauner Abzug aus dem Familienalbum.",
        },
        steps: &[
            ("sepia", &[]),
            ("fade", &[("amount", 25.0)]),
            ("vignette", &[("amount", -25.0)]),
            ("grain", &[("amount", 8.0)]),
        ],
    },
    Preset {
        id: "cyanotype",
        name: Text { en: "Cyanotype", de: "Cyanotypie" },
        summary: Text { en: "Prussian blue on white paper.", de: "Preußischblau auf weißem Papier." },
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
    /// The recipe.
    pub fn recipe(&self) -> Recipe {
        let step = |(filter, values): &(&str, Values)| FilterStep {
            values: values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect(),
            ..FilterStep::new(filter)
        };
        Recipe::new(self.steps.iter().map(step).collect())
    }
}

/// Settings of the master curve through the levels in 0, 64, 128, 191 and 255, by their levels out.
const fn master(out: [f64; 5]) -> [(&'static str, f64); 9] {
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

/// Settings of the channel mixer for black and white, with weights in per cent.
const fn grey(red: f64, green: f64, blue: f64) -> [(&'static str, f64); 9] {
    let row = [red, green, blue];
    mixer(row, row, row)
}
