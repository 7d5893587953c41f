//! What the canvas shows.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::Visit;
use crate::native::Picture;

/// The canvas that shows the photo.
#[derive(Debug, Clone)]
pub struct Canvas {
    /// Its pixels, as the browser gives them back: exact where they are opaque.
    pub picture: Picture,
    /// Its accessible label.
    pub label: String,
    /// Left, top, width and height on the page, in CSS pixels.
    pub box_css: [f64; 4],
}

impl Visit {
    /// The canvas as it is now, if there is one.
    ///
    /// # Panics
    /// As [`canvas_at`](Self::canvas_at).
    pub async fn canvas(&self) -> Option<Canvas> {
        self.canvas_at(0).await
    }

    /// The canvas that stands at this place among those that can be seen.
    ///
    /// # Panics
    /// When the browser gives pixels that are none.
    pub async fn canvas_at(&self, place: usize) -> Option<Canvas> {
        let read = self.run(include_str!("../../scripts/canvas.js"), json!([place])).await;
        let number = |value: &Value| value.as_f64().unwrap_or_default();
        let rgba = BASE64_STANDARD.decode(read["rgba"].as_str()?).expect("base64");
        let picture =
            Picture { width: number(&read["width"]) as u32, height: number(&read["height"]) as u32, rgba };
        let label = read["label"].as_str().unwrap_or_default().to_owned();
        Some(Canvas { picture, label, box_css: [0, 1, 2, 3].map(|at| number(&read["box"][at])) })
    }
}
