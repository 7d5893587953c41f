//! A sheet of thumbnails, as the worker made them.

use js_sys::ArrayBuffer;
use web_sys::HtmlCanvasElement;

use crate::platform::canvas;

/// A sheet of thumbnails.
#[derive(Debug, Clone)]
pub struct ThumbnailSheet {
    thumbnails: Vec<Thumbnail>,
}

/// One thumbnail, somewhere in a buffer.
#[derive(Debug, Clone)]
struct Thumbnail {
    key: u32,
    /// Width and height in pixels; (0, 0) if it could not be rendered.
    size: (u32, u32),
    /// The offset of its RGBA8 pixels, in bytes.
    start: u32,
    pixels: ArrayBuffer,
}

impl ThumbnailSheet {
    /// Thumbnails of these keys and sizes, one behind the other in `pixels` as RGBA8.
    pub fn new(keys: Vec<u32>, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) -> Self {
        let mut start = 0;
        let thumbnail = |(key, size): (u32, (u32, u32))| {
            let thumbnail = Thumbnail { key, size, start, pixels: pixels.clone() };
            start += size.0 * size.1 * 4;
            thumbnail
        };
        Self { thumbnails: keys.into_iter().zip(sizes).map(thumbnail).collect() }
    }

    /// These, and those of another sheet that have other keys.
    pub fn and(mut self, others: &Self) -> Self {
        let is_new = |other: &&Thumbnail| self.thumbnails.iter().all(|thumbnail| thumbnail.key != other.key);
        let others: Vec<_> = others.thumbnails.iter().filter(is_new).cloned().collect();
        self.thumbnails.extend(others);
        self
    }

    /// Draws the thumbnail of this key, if there is one.
    pub fn draw(&self, key: u32, canvas: &HtmlCanvasElement) {
        let found = self.thumbnails.iter().find(|thumbnail| thumbnail.key == key && thumbnail.size.0 > 0);
        if let Some(Thumbnail { size, start, pixels, .. }) = found {
            canvas::put(canvas, pixels, *start, *size);
        }
    }
}
