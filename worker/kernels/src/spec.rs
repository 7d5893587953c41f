//! What the registry says of a filter, without its code: all that a page needs to draw it.

/// One filter as people meet it: names, group, parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spec {
    /// Name in recipes and on the command line: lower case, words joined by `-`.
    pub id: &'static str,
    /// Name on screen, in sentence case.
    pub name: &'static str,
    /// One sentence on what it does.
    pub summary: &'static str,
    /// Where the picker lists it.
    pub group: Group,
    /// What a planner may do with it.
    pub kind: Kind,
    /// Its settings, in the order of the sliders.
    pub params: &'static [Param],
}

/// One number that a person can set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Param {
    /// Name in recipes: lower case, with its unit where it has one (`radius_px`).
    pub id: &'static str,
    /// Name on screen.
    pub name: &'static str,
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
}

/// Groups of the picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Light and contrast.
    Tone,
    /// Hue, saturation, black and white.
    Colour,
    /// What lenses, film and printers add.
    Effects,
}

impl Group {
    /// Name on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tone => "Tone",
            Self::Colour => "Colour",
            Self::Effects => "Effects",
        }
    }
}

/// What a filter needs to see of the image, and so what a planner may do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One 256-entry table per channel.
    Tone,
    /// A function of one pixel.
    Colour,
    /// A function of one pixel and of where it lies.
    Placed,
}

/// The filter of this id, if the registry has it.
pub fn spec(id: &str) -> Option<&'static Spec> {
    crate::SPECS.iter().copied().find(|spec| spec.id == id)
}
