//! Any bytes as the file of a photo.

use safelight_engine::{OpenImage, Recipe, View, read_header};

use crate::{exported, rendered};

/// The most pixels of a photo that is rendered and exported. Larger ones only take time.
const MAX_PIXELS: u64 = 1 << 18;

/// A file that opens has the size of its header, and its pixels stay the same through an export.
///
/// # Panics
/// When that does not hold.
pub fn open(data: &[u8]) {
    let header = match read_header(data) {
        Ok(header) => header,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert!(OpenImage::open(data).is_err());
            return;
        }
    };
    if u64::from(header.width) * u64::from(header.height) > MAX_PIXELS {
        return;
    }
    let Ok(mut image) = OpenImage::open(data) else { return };
    let (width, height) = (image.width(), image.height());
    assert_eq!((width, height), (header.width, header.height));
    let nothing = Recipe::new(Vec::new());
    let shown = rendered(&mut image, &nothing, View::whole(width, height)).expect("all of it");
    assert_eq!((shown.0, shown.1), (width, height));
    assert_eq!(image.has_alpha(), shown.2.chunks_exact(4).any(|pixel| pixel[3] < 255));
    let mut again = OpenImage::open(&exported(&mut image, &nothing)).expect("our own");
    assert_eq!(again.has_alpha(), image.has_alpha());
    let written = rendered(&mut again, &nothing, View::whole(width, height)).expect("all of it");
    assert!(written == shown, "an export is not what was opened");
}
