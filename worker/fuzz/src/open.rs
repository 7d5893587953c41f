//! Any bytes as a photo.

use safelight_engine::{Darkroom, Recipe, View, probe};

use crate::{exported, rendered};

/// Photos of more pixels than this only take time.
const MAX_PIXELS: u64 = 1 << 18;

/// What opens has the size that its header tells, and goes through a PNG unchanged.
///
/// # Panics
/// When that does not hold.
pub fn open(data: &[u8]) {
    let header = match probe(data) {
        Ok(header) => header,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert!(Darkroom::open(data).is_err());
            return;
        }
    };
    if u64::from(header.width) * u64::from(header.height) > MAX_PIXELS {
        return;
    }
    let Ok(mut room) = Darkroom::open(data) else { return };
    let (width, height) = (room.width(), room.height());
    assert_eq!((width, height), (header.width, header.height));
    let nothing = Recipe::new(Vec::new());
    let shown = rendered(&mut room, &nothing, View::whole(width, height)).expect("all of it");
    assert_eq!((shown.0, shown.1), (width, height));
    assert_eq!(room.has_alpha(), shown.2.chunks_exact(4).any(|pixel| pixel[3] < 255));
    let mut again = Darkroom::open(&exported(&mut room, &nothing)).expect("our own");
    assert_eq!(again.has_alpha(), room.has_alpha());
    let written = rendered(&mut again, &nothing, View::whole(width, height)).expect("all of it");
    assert!(written == shown, "an export is not what was opened");
}
