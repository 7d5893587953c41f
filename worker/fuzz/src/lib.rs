//! Properties that hold for any input bytes. Each function here panics when its property does not hold.
//!
//! Inputs that reached new code are kept in `corpus/` and run as a test. `cargo xtask fuzz apply` looks for more.

mod apply;
mod case;
mod cube;
mod open;
mod recipe;

pub use apply::apply;
pub use cube::cube;
pub use open::open;
pub use recipe::recipe;

use safelight_engine::{OpenImage, Progress, Recipe, RenderError, View};

/// An image: width and height in pixels, RGBA8.
type Picture = (u32, u32, Vec<u8>);

fn rendered(image: &mut OpenImage, recipe: &Recipe, view: View) -> Result<Picture, RenderError> {
    let mut render = image.render(recipe, view)?;
    while render.step()? != Progress::Done {}
    let (width, height) = (render.width(), render.height());
    assert_eq!(render.pixels().len(), width as usize * height as usize * 4);
    Ok((width, height, render.pixels().to_vec()))
}

fn exported(image: &mut OpenImage, recipe: &Recipe) -> Vec<u8> {
    let mut written = Vec::new();
    let mut export = image.export(recipe).expect("a normalised recipe");
    while export.step(&mut |bytes| written.extend_from_slice(bytes)).expect("memory") != Progress::Done {}
    written
}
