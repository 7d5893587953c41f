//! What the crop tool says.

use crate::i18n::template::Template;

/// Names of its parts.
pub struct CropTexts {
    pub tool: &'static str,
    pub done: &'static str,
    pub cancelled: &'static str,
    /// The group of handles.
    pub frame: &'static str,
    /// The inside of the frame, filled with its size and its place.
    pub inside: Template<2>,
    /// Corners and edges, clockwise from the top left.
    pub handles: [&'static str; 8],
    /// Filled with one of them, and where it is.
    pub handle: Template<2>,

    pub ratio: &'static str,
    pub free: &'static str,
    /// The picture's own ratio.
    pub picture: &'static str,
    pub swap: &'static str,
    pub width: &'static str,
    pub height: &'static str,
    /// Beside icons, and what they mean in full.
    pub left: [&'static str; 2],
    pub right: [&'static str; 2],
    pub flip: [&'static str; 2],
    pub mirror: [&'static str; 2],

    pub resize: &'static str,
    pub unit: &'static str,
    pub new_width: &'static str,
    pub new_height: &'static str,
    pub linked: &'static str,
}
