//! The open photo, and the one that is being opened.

/// The open photo, without its pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    /// The file's name.
    pub name: String,
    /// The file's size in bytes.
    pub bytes: f64,
    /// Width and height in pixels, orientation applied: (6000, 4000).
    pub size: (u32, u32),
    /// Whether any pixel is not opaque.
    pub has_alpha: bool,
}

/// A photo that is being opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// Its document.
    pub key: u32,
    /// The file's name.
    pub name: String,
    /// The file's size in bytes.
    pub bytes: f64,
    /// Width and height in pixels, once the header is read.
    pub size: Option<(u32, u32)>,
}
