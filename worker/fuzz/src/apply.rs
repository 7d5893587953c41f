//! Any recipe on any small photo.

use safelight_engine::{OpenImage, Region, RenderError, View};
use safelight_kernels::spec;
use safelight_recipe::Recipe;

use crate::case::Case;
use crate::{exported, rendered};

/// The most pixels of a result. Larger ones only take time.
const MAX_PIXELS: u64 = 1 << 18;

/// Nothing panics. A region is a part of the whole render, an export is the whole render at scale 1, and earlier
/// requests to the same image change nothing.
///
/// # Panics
/// When that does not hold.
pub fn apply(data: &[u8]) {
    let Ok(Case { recipe, photo, size, view }) = Case::new(data) else { return };
    let recipe = recipe.normalise().expect("known filters, finite numbers").recipe;
    if largest(&recipe, size) > MAX_PIXELS {
        return;
    }
    let fresh = || OpenImage::open(&photo).expect("our own");
    let everything = |scale| View { scale, region: Region { x: 0, y: 0, width: u32::MAX, height: u32::MAX } };

    let found = rendered(&mut fresh(), &recipe, view);
    if !(view.scale > 0.0 && view.scale <= 1.0) {
        assert!(matches!(found, Err(RenderError::Scale(_))), "{found:?}");
        return;
    }
    let mut used = fresh();
    if let Some((_, before)) = recipe.steps.split_last() {
        rendered(&mut used, &Recipe::new(before.to_vec()), everything(view.scale)).expect("a scale");
    }
    let (width, height, pixels) = rendered(&mut used, &recipe, everything(view.scale)).expect("a scale");
    match view.region.clamped(width, height) {
        None => assert_eq!(found, Err(RenderError::EmptyRegion)),
        Some(region) => {
            let cut = (region.width, region.height, cut(&pixels, width, region));
            assert!(found == Ok(cut), "{region:?} is not a cut of {width} × {height}");
        }
    }

    let mut again = OpenImage::open(&exported(&mut used, &recipe)).expect("our own");
    let written = rendered(&mut again, &Recipe::new(Vec::new()), everything(1.0)).expect("a scale");
    let shown = rendered(&mut fresh(), &recipe, everything(1.0)).expect("a scale");
    assert!(written == shown, "an export is not what is shown");
}

fn cut(pixels: &[u8], width: u32, region: Region) -> Vec<u8> {
    let rows = pixels.chunks(width as usize * 4).skip(region.y as usize).take(region.height as usize);
    rows.flat_map(|row| &row[region.x as usize * 4..][..region.width as usize * 4]).copied().collect()
}

/// Pixels of the largest intermediate image.
fn largest(recipe: &Recipe, mut size: (u32, u32)) -> u64 {
    let mut most = 0;
    for step in &recipe.steps {
        if let Some(spec) = spec(&step.filter) {
            size = spec.size_after(&step.values_for(spec), size);
        }
        most = most.max(u64::from(size.0) * u64::from(size.1));
    }
    most
}
