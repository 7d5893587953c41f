//! The encoded file as a download.

use leptos::prelude::{document, set_timeout};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::model::stack::Stack;

/// Names longer than this many filters become `-edited`.
const NAMED_FILTERS: usize = 3;
/// How long the browser has to take the file up.
const URL_LIFE: Duration = Duration::from_mins(1);

/// Hands the file to the browser's downloads.
///
/// # Errors
/// When the browser refuses.
pub fn download(file: &Blob, name: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Revoking it at once would race with the download.
    set_timeout(move || drop(Url::revoke_object_url(&url)), URL_LIFE);
    Ok(())
}

/// `photo.jpg` under sepia becomes `photo-sepia.png`.
pub fn file_name(photo: &str, stack: &Stack) -> String {
    let stem = photo.rsplit_once('.').map_or(photo, |(stem, _)| stem);
    let stem = if stem.is_empty() { "photo" } else { stem };
    let mut filters: Vec<&str> =
        stack.layers().iter().filter(|layer| layer.on).map(|layer| layer.filter.id).collect();
    filters.dedup();
    if filters.len() > NAMED_FILTERS {
        filters = vec!["edited"];
    }
    let mut name = stem.to_owned();
    for filter in filters {
        name.push('-');
        name.push_str(filter);
    }
    name + ".png"
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    fn named(photo: &str, filters: &[&str]) -> String {
        let mut stack = Stack::default();
        for filter in filters {
            stack.add(spec(filter).unwrap());
        }
        file_name(photo, &stack)
    }

    #[test]
    fn names_say_what_was_done() {
        assert_eq!(named("photo.jpg", &["sepia"]), "photo-sepia.png");
        assert_eq!(named("a.b.jpeg", &["grayscale", "invert"]), "a.b-grayscale-invert.png");
        assert_eq!(named("photo.png", &[]), "photo.png");
        assert_eq!(named("photo", &["sepia", "sepia"]), "photo-sepia.png");
        assert_eq!(named("p.png", &["sepia", "invert", "sepia", "invert"]), "p-edited.png");
        assert_eq!(named(".png", &["sepia"]), "photo-sepia.png");
    }
}
