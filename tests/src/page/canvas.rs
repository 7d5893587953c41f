//! The pixels of the canvas.

use std::time::Instant;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use safelight_recipe::Recipe;
use serde_json::{Value, json};

use super::{Page, TIMEOUT};
use crate::native::{NativeImage, TestImage, recipe};

/// The canvas that shows the photo.
#[derive(Debug, Clone)]
pub struct Canvas {
    /// RGBA8 pixels as the browser gives them back: exact where they are opaque.
    pub picture: TestImage,
    /// The accessible name.
    pub label: String,
    /// Left, top, width and height on the page, in CSS pixels.
    pub box_css: [f64; 4],
}

impl Page {
    /// The canvas now, if there is one.
    ///
    /// # Panics
    /// As [`nth_canvas`](Self::nth_canvas).
    pub async fn canvas(&self) -> Option<Canvas> {
        self.nth_canvas(0).await
    }

    /// The visible canvas of this index, in document order: 0 shows the photo.
    ///
    /// # Panics
    /// When the browser gives pixels that are none.
    pub async fn nth_canvas(&self, index: usize) -> Option<Canvas> {
        let read = self.run(include_str!("../../scripts/read_canvas.js"), json!([index, true])).await;
        let rgba = BASE64_STANDARD.decode(read["rgba"].as_str()?).expect("base64");
        let (width, height) = size(&read);
        Some(Canvas::with(TestImage { width, height, rgba }, &read))
    }

    /// Width and height of the photo's canvas in pixels, and its left, top, width and height on the page in CSS pixels.
    pub async fn canvas_geometry(&self) -> Option<((f64, f64), [f64; 4])> {
        let read = self.run(include_str!("../../scripts/read_canvas.js"), json!([0, false])).await;
        let (width, height) = size(&read);
        let canvas = Canvas::with(TestImage { width, height, rgba: Vec::new() }, &read);
        read.is_object().then_some(((width.into(), height.into()), canvas.box_css))
    }

    /// Waits until the browser has drawn this many frames.
    pub async fn wait_for_frames(&self, count: u32) {
        let script = "return (async (count) => {
            for (let at = 0; at < count; at += 1) await new Promise(requestAnimationFrame);
        })(arguments[0])";
        self.run(script, json!([count])).await;
    }

    /// Waits until the canvas shows the whole photo, fitted, under exactly these filters with their defaults: each pixel
    /// is the one that the native engine makes.
    pub async fn wait_for_canvas(&self, photo: &mut NativeImage, filters: &[&str]) -> Canvas {
        self.wait_for_recipe(photo, &recipe(filters)).await
    }

    /// As [`wait_for_canvas`](Self::wait_for_canvas), for filters with settings.
    ///
    /// # Panics
    /// When the canvas shows something else for longer than [`TIMEOUT`].
    pub async fn wait_for_recipe(&self, photo: &mut NativeImage, recipe: &Recipe) -> Canvas {
        let start = Instant::now();
        let mut expected: Option<TestImage> = None;
        let mut changes = Value::Null;
        loop {
            // The page compares digests itself: the pixels are read only to say what differs.
            let digest = expected.as_ref().map(TestImage::digest);
            let script = include_str!("../../scripts/wait_for_canvas.js");
            let seen = self.browser.client.execute(script, vec![json!(digest)]).await.unwrap_or_default();
            let is_late = start.elapsed() > TIMEOUT;
            match expected.take() {
                Some(picture) if seen["matches"] == true => return Canvas::with(picture, &seen),
                Some(picture) if is_late => {
                    let canvas = self.canvas().await;
                    let instead =
                        canvas.map_or(Some("no canvas".to_owned()), |one| one.picture.difference(&picture));
                    panic!("the canvas does not show the photo under {:?}: {instead:?}", recipe.steps);
                }
                before => {
                    assert!(!is_late, "there is no canvas of a whole photo: {seen}");
                    let size = size(&seen);
                    expected = match before {
                        Some(picture) if (picture.width, picture.height) == size => Some(picture),
                        _ if size.0 == 0 => None,
                        _ => photo.view_that_fits(recipe, size).map(|view| photo.render(recipe, view)),
                    };
                    if expected.is_none() {
                        changes = self.next_change(changes).await;
                    }
                }
            }
        }
    }
}

impl Canvas {
    fn with(picture: TestImage, read: &Value) -> Self {
        let label = read["label"].as_str().unwrap_or_default().to_owned();
        Self { picture, label, box_css: [0, 1, 2, 3].map(|at| read["box"][at].as_f64().unwrap_or_default()) }
    }
}

/// Width and height in pixels; 0 × 0 where there is no canvas.
fn size(read: &Value) -> (u32, u32) {
    let number = |name: &str| read[name].as_u64().unwrap_or_default() as u32;
    (number("width"), number("height"))
}
