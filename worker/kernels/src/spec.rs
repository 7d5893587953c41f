//! What the registry says of a filter, without its code and texts: ids, groups, kinds and the numbers of parameters.

use crate::Text;

/// One filter, as recipes and sliders know it.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// Name in recipes and on the command line: lower case, words joined by `-`.
    pub id: &'static str,
    /// Where the picker lists it.
    pub group: Group,
    /// What a planner may do with it.
    pub kind: Kind,
    /// Its settings, in the order of the sliders.
    pub params: &'static [Param],
}

impl Spec {
    /// The size of the output image, from the size of the input image, both at full size.
    pub fn size_after(&self, values: &[f64], before: (u32, u32)) -> (u32, u32) {
        match self.kind {
            Kind::Geometry(size_after) => size_after(values, before),
            _ => before,
        }
    }

    /// Whether the filter changes nothing at its defaults, so that its example differs from them.
    pub fn is_identity_by_default(&self) -> bool {
        self.params.iter().any(|param| param.example != param.default)
    }

    /// The ids of its settings as a list in a sentence, or "" if it has none. Long lists, as of Curves, are abbreviated.
    pub fn known_settings(&self) -> String {
        const READABLE: usize = 32;
        let ids: Vec<_> = self.params.iter().map(|param| param.id).collect();
        match ids[..] {
            [first, second, .., last] if ids.len() > READABLE => format!("{first}, {second} … {last}"),
            _ => ids.join(", "),
        }
    }
}

/// One number that a person can set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Param {
    /// Name in recipes: lower case, with its unit where it has one (`radius_px`).
    pub id: &'static str,
    /// Unit shown behind the number, or "".
    pub unit: &'static str,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Slider step.
    pub step: f64,
    /// Value of a freshly added filter.
    pub default: f64,
    /// Value in the picker's small picture of the filter; the default if that shows what the filter does.
    pub example: f64,
}

/// Groups of the picker, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Light and contrast.
    Tone,
    /// Hue, saturation, black and white.
    Colour,
    /// Filters that analyse the image and then set themselves.
    Automatic,
    /// Sharpening, smoothing and cleaning.
    Detail,
    /// Blurs of lenses and movement.
    Blur,
    /// Effects of film, print and paint.
    Effect,
    /// Size, crop and orientation.
    Geometry,
}

impl Group {
    /// Name on screen.
    pub fn name(self) -> Text {
        match self {
            Self::Tone => Text { en: "Tone", de: "Tonwerte" },
            Self::Colour => Text { en: "Colour", de: "Farbe" },
            Self::Automatic => Text { en: "Automatic", de: "Automatisch" },
            Self::Detail => Text { en: "Detail", de: "Details" },
            Self::Blur => Text { en: "Blur", de: "Unschärfe" },
            Self::Effect => Text { en: "Effect", de: "Effekte" },
            Self::Geometry => Text { en: "Geometry", de: "Geometrie" },
        }
    }
}

/// The part of the image that a filter needs for one output pixel, and so what a planner may do with it.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One 256-entry table per channel.
    Tone,
    /// A function of one pixel.
    Colour,
    /// A function of one pixel and of its position.
    Positional,
    /// Two passes: counts over the whole image, then a function of one pixel and of its position.
    Analysed,
    /// A function of a pixel's neighbourhood.
    Neighbourhood,
    /// Moves pixels, and may change the size, by this function.
    Geometry(SizeAfter),
    /// A function of one pixel, by the look-up table of a `.cube` file that comes with the recipe.
    Lut,
}

/// The size of a geometry filter's output image, from the size of its input image, both at full scale. Sides of images
/// that have pixels stay at least 1.
pub type SizeAfter = fn(values: &[f64], before: (u32, u32)) -> (u32, u32);

/// Specs are equal if their ids are: the registry has one spec of each id.
impl PartialEq for Spec {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
