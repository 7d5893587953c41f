//! Any text as the JSON of a recipe.

use safelight_recipe::{Normalised, Recipe};

/// Any recipe is refused, or normalising it a second time changes nothing, also after a round trip through JSON.
///
/// # Panics
/// When that does not hold.
pub fn recipe(data: &[u8]) {
    let Ok(recipe) = serde_json::from_slice::<Recipe>(data) else { return };
    match recipe.clone().normalise() {
        Err(error) => {
            assert_eq!(recipe.validate().as_ref(), Err(&error));
            assert!(!error.to_string().is_empty());
        }
        Ok(Normalised { recipe: used, clamped, cubes }) => {
            assert_eq!(recipe.validate(), Ok(()));
            assert_eq!(clamped.is_empty(), recipe == used);
            let again = Normalised { recipe: used.clone(), clamped: Vec::new(), cubes };
            assert_eq!(used.clone().normalise(), Ok(again));
            let written = serde_json::to_string(&used).expect("texts and numbers are JSON");
            assert_eq!(serde_json::from_str::<Recipe>(&written).expect("our own"), used);
        }
    }
}
