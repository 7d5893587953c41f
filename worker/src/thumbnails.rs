//! Thumbnails of the open photo. They are rendered from a small preview of it, which is an image of its own, so that
//! the cache of the open photo stays as the screen needs it.

use safelight_engine::{OpenImage, Progress, Region, View, scaled_size};
use safelight_protocol::{Failure, Reply, copy_to_buffer};
use safelight_recipe::Recipe;

use crate::scheduler::TimeSlice;

/// How many times larger than its cell a thumbnail may be, to fill a cell of another aspect ratio.
const MAX_OVERFILL: f64 = 2.0;

/// The photo, scaled down for cells of one size.
pub struct SmallPreview {
    cell_size: (u32, u32),
    image: OpenImage,
}

/// Renders a thumbnail for each recipe, in cells of this width and height in pixels. Stops when the page cancels it.
pub async fn render(
    photo: &mut OpenImage,
    preview: &mut Option<SmallPreview>,
    job: u32,
    recipes: &[Recipe],
    cell_size: (u32, u32),
    mut slice: TimeSlice<'_>,
) -> Result<Reply, Failure> {
    if preview.as_ref().is_none_or(|preview| preview.cell_size != cell_size) {
        let scale = scale_for(cell_size, (photo.width(), photo.height()));
        let region = Region::whole(scaled_size(photo.width(), photo.height(), scale));
        let mut render =
            photo.render(&Recipe::new(Vec::new()), View { scale, region }).map_err(Failure::Render)?;
        while let Progress::Pending { fraction } = render.step().map_err(Failure::Render)? {
            if !slice.should_continue(fraction).await {
                return Ok(Reply::Cancelled { job, recycled_buffer: None });
            }
        }
        let (width, height, pixels) = (render.width(), render.height(), render.pixels());
        let image = OpenImage::from_pixels(width, height, |rgba| rgba.copy_from_slice(pixels));
        *preview = Some(SmallPreview { cell_size, image: image.map_err(|_| Failure::NoBuffer)? });
    }
    let Some(SmallPreview { image, .. }) = preview else {
        return Ok(Reply::Cancelled { job, recycled_buffer: None });
    };
    let (mut sizes, mut all_pixels) = (Vec::with_capacity(recipes.len()), Vec::new());
    for (index, recipe) in recipes.iter().enumerate() {
        let (width, height) = recipe.size_after((image.width(), image.height()));
        let scale = scale_for(cell_size, (width, height));
        let view = View { scale, region: Region::whole(scaled_size(width, height, scale)) };
        // A recipe that fails at this size has no thumbnail.
        let Ok(mut render) = image.render(recipe, view) else {
            sizes.push((0, 0));
            continue;
        };
        while render.step().map_err(Failure::Render)? != Progress::Done {
            if !slice.should_continue(index as f32 / recipes.len() as f32).await {
                return Ok(Reply::Cancelled { job, recycled_buffer: None });
            }
        }
        let pixels = render.pixels();
        all_pixels.try_reserve(pixels.len()).map_err(|_| Failure::NoBuffer)?;
        all_pixels.extend_from_slice(pixels);
        sizes.push((render.width(), render.height()));
        if !slice.should_continue(index as f32 / recipes.len() as f32).await {
            return Ok(Reply::Cancelled { job, recycled_buffer: None });
        }
    }
    let pixels = copy_to_buffer(&all_pixels).map_err(|_| Failure::NoBuffer)?;
    Ok(Reply::Thumbnails { job, sizes, pixels })
}

/// The scale at which an image of this size fills its cell without growing, but at most [`MAX_OVERFILL`] times as far
/// as it would fit inside.
fn scale_for((cell_width, cell_height): (u32, u32), (width, height): (u32, u32)) -> f64 {
    let x = f64::from(cell_width) / f64::from(width.max(1));
    let y = f64::from(cell_height) / f64::from(height.max(1));
    x.max(y).min(MAX_OVERFILL * x.min(y)).min(1.0)
}
