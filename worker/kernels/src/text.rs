//! What people read of filters, in each language of the page.

/// A text in each language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// British English.
    pub en: &'static str,
    /// German.
    pub de: &'static str,
}

/// What people read of a filter.
#[derive(Debug, Clone, Copy)]
pub struct FilterText {
    /// The filter's [`Spec::id`](crate::Spec::id).
    pub id: &'static str,
    /// Name on screen, in sentence case.
    pub name: Text,
    /// One sentence on what it does.
    pub summary: Text,
    /// Other words that people search for, in lower case and separated by commas: `"white balance, wb, kelvin"`.
    pub synonyms: Text,
    /// Names of the parameters on screen, in the order of [`Spec::params`](crate::Spec::params).
    pub params: &'static [Text],
}
