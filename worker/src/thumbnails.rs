//! Small pictures of the open photo. They are made of a small copy of it, which has a darkroom of its own: what is
//! kept for the screen's next frame stays.

use safelight_engine::{Darkroom, Region, RenderError, Step, View, scaled_size};
use safelight_protocol::{Failure, Reply, fresh_buffer};
use safelight_recipe::Recipe;

use crate::{
    responder::{no_buffer, not_rendered},
    scheduler::Pace,
};

/// A small picture may be so much larger than its place, to fill one of another shape.
const MOST_OVER: f64 = 2.0;

/// The small copy of a photo, for places of a size.
pub struct Miniature {
    place: (u32, u32),
    room: Darkroom,
}

/// Develops a picture for each recipe. Nothing else is done meanwhile, but it stops at once when it is cancelled.
pub async fn develop(
    photo: &mut Darkroom,
    kept: &mut Option<Miniature>,
    job: u32,
    recipes: &[Recipe],
    place: (u32, u32),
    mut pace: Pace<'_>,
) -> Result<Reply, Failure> {
    let failed = |error: RenderError| not_rendered(&error);
    if kept.as_ref().is_none_or(|kept| kept.place != place) {
        let scale = scale_for(place, (photo.width(), photo.height()));
        let size = scaled_size(photo.width(), photo.height(), scale);
        let all = Region { x: 0, y: 0, width: size.0, height: size.1 };
        let mut render =
            photo.render(&Recipe::new(Vec::new()), View { scale, region: all }).map_err(failed)?;
        while let Step::More { done } = render.step().map_err(failed)? {
            if !pace.go_on(done).await {
                return Ok(Reply::Dropped { job, spent: None });
            }
        }
        let (width, height, pixels) = (render.width(), render.height(), render.pixels());
        let room = Darkroom::of_pixels(width, height, |small| small.copy_from_slice(pixels));
        *kept = Some(Miniature { place, room: room.map_err(|_| no_buffer())? });
    }
    let Some(Miniature { room, .. }) = kept else { return Ok(Reply::Dropped { job, spent: None }) };
    let (mut sizes, mut sheet) = (Vec::with_capacity(recipes.len()), Vec::new());
    for (index, recipe) in recipes.iter().enumerate() {
        let (width, height) = recipe.size_after((room.width(), room.height()));
        let scale = scale_for(place, (width, height));
        let (width, height) = scaled_size(width, height, scale);
        let view = View { scale, region: Region { x: 0, y: 0, width, height } };
        // What can't be made so small, or at all, has no picture.
        let Ok(mut render) = room.render(recipe, view) else {
            sizes.push((0, 0));
            continue;
        };
        while render.step().map_err(failed)? != Step::Done {
            if !pace.go_on(index as f32 / recipes.len() as f32).await {
                return Ok(Reply::Dropped { job, spent: None });
            }
        }
        let pixels = render.pixels();
        sheet.try_reserve(pixels.len()).map_err(|_| no_buffer())?;
        sheet.extend_from_slice(pixels);
        sizes.push((render.width(), render.height()));
        if !pace.go_on(index as f32 / recipes.len() as f32).await {
            return Ok(Reply::Dropped { job, spent: None });
        }
    }
    let pixels = fresh_buffer(&sheet).map_err(|_| no_buffer())?;
    Ok(Reply::Thumbnails { job, sizes, pixels })
}

/// The scale at which a picture fills its place, if it is of about the same shape; never larger than it is.
fn scale_for((width, height): (u32, u32), (across, down): (u32, u32)) -> f64 {
    let (x, y) = (f64::from(width) / f64::from(across.max(1)), f64::from(height) / f64::from(down.max(1)));
    x.max(y).min(MOST_OVER * x.min(y)).min(1.0)
}
