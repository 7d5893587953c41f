//! Looks of a person's own: stacks that were saved under a name, as plain data.

use safelight_recipe::Recipe;
use serde::{Deserialize, Serialize};

/// Longer names are cut.
const MAX_NAME: usize = 60;

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserPreset {
    /// Names it for good.
    pub key: u32,
    /// What it is called.
    pub name: String,
    /// What it does.
    pub recipe: Recipe,
}

/// All of them, the newest first, as they are kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UserPresets {
    looks: Vec<UserPreset>,
    last_key: u32,
}

/// What can be done to them.
#[derive(Debug, Clone, PartialEq)]
pub enum PresetCommand {
    /// Look at them.
    Look,
    /// Save a recipe under a name, which gets a number if another look has it.
    Save(String, Recipe),
    /// Give the look of this key another name.
    Rename(u32, String),
    /// Remove the look of this key.
    Remove(u32),
    /// Put back what was removed, in its place.
    PutBack(UserPreset),
}

impl UserPresets {
    /// All of them.
    pub fn all(&self) -> &[UserPreset] {
        &self.looks
    }

    /// The one of this key.
    pub fn get(&self, key: u32) -> Option<&UserPreset> {
        self.looks.iter().find(|user_presets| user_presets.key == key)
    }

    /// Does it; the name that a look got, if it got one.
    pub fn apply(&mut self, command: PresetCommand) -> Option<String> {
        match command {
            PresetCommand::Look => None,
            PresetCommand::Save(name, recipe) => {
                let name = self.unique_name(&name, None)?;
                self.last_key += 1;
                self.looks.insert(0, UserPreset { key: self.last_key, name: name.clone(), recipe });
                Some(name)
            }
            PresetCommand::Rename(key, name) => {
                let name = self.unique_name(&name, Some(key))?;
                self.looks.iter_mut().find(|user_presets| user_presets.key == key)?.name.clone_from(&name);
                Some(name)
            }
            PresetCommand::Remove(key) => {
                self.looks.retain(|user_presets| user_presets.key != key);
                None
            }
            PresetCommand::PutBack(look) => {
                let name = self.unique_name(&look.name, Some(look.key))?;
                let place = self
                    .looks
                    .iter()
                    .position(|user_presets| user_presets.key <= look.key)
                    .unwrap_or(self.looks.len());
                self.looks.insert(place, UserPreset { name: name.clone(), ..look });
                Some(name)
            }
        }
    }

    /// Leaves out what another version has kept and this one can't follow.
    pub fn usable(mut self) -> Self {
        self.looks.retain_mut(|user_presets| user_presets.recipe.normalise_settings().is_ok());
        self
    }

    /// A name as it was typed, without what surrounds it, and with a number where another look has it already.
    /// Nothing, if nothing was typed.
    fn unique_name(&self, typed: &str, but: Option<u32>) -> Option<String> {
        let name: String = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let name: String = name.chars().take(MAX_NAME).collect();
        let is_free = |name: &String| {
            !self.looks.iter().any(|user_presets| Some(user_presets.key) != but && user_presets.name == *name)
        };
        if name.is_empty() {
            return None;
        }
        let numbered = (2..).take(self.looks.len()).map(|number| format!("{name} {number}"));
        std::iter::once(name.clone()).chain(numbered).find(is_free)
    }
}

#[cfg(test)]
mod tests {
    use safelight_recipe::FilterStep;

    use super::*;

    fn recipe() -> Recipe {
        Recipe::new(vec![FilterStep::new("sepia")])
    }

    fn saved(names: &[&str]) -> UserPresets {
        let mut looks = UserPresets::default();
        for name in names {
            looks.apply(PresetCommand::Save((*name).to_owned(), recipe()));
        }
        looks
    }

    fn names(looks: &UserPresets) -> Vec<&str> {
        looks.all().iter().map(|user_presets| user_presets.name.as_str()).collect()
    }

    #[test]
    fn the_newest_comes_first() {
        assert_eq!(names(&saved(&["Warm", "Cold"])), ["Cold", "Warm"]);
    }

    #[test]
    fn no_two_have_one_name_and_none_has_none() {
        let mut looks = saved(&["Warm", "  Warm\t", "Warm 2", "Cold  light", " ", &"ü".repeat(99)]);
        let long = "ü".repeat(MAX_NAME);
        assert_eq!(names(&looks), [&long, "Cold light", "Warm 2 2", "Warm 2", "Warm"]);
        assert_eq!(
            looks.apply(PresetCommand::Rename(2, "Warm 2".to_owned())).as_deref(),
            Some("Warm 2"),
            "its own"
        );
        assert_eq!(looks.apply(PresetCommand::Rename(2, "Warm".to_owned())).as_deref(), Some("Warm 2"));
        assert_eq!(looks.apply(PresetCommand::Rename(2, String::new())), None);
        assert_eq!(looks.apply(PresetCommand::Rename(99, "Noir".to_owned())), None);
        assert_eq!(names(&looks), [&long, "Cold light", "Warm 2 2", "Warm 2", "Warm"]);
    }

    #[test]
    fn what_was_removed_comes_back_to_its_place() {
        for place in 0..3 {
            let mut looks = saved(&["Warm", "Cold", "Grey"]);
            let before = looks.clone();
            let removed = looks.all()[place].clone();
            looks.apply(PresetCommand::Remove(removed.key));
            assert_eq!(looks.all().len(), 2);
            looks.apply(PresetCommand::PutBack(removed));
            assert_eq!(looks, before);
        }
        // Meanwhile another took its name.
        let mut looks = saved(&["Warm"]);
        let removed = looks.all()[0].clone();
        looks.apply(PresetCommand::Remove(removed.key));
        looks.apply(PresetCommand::Save("Warm".to_owned(), recipe()));
        looks.apply(PresetCommand::PutBack(removed));
        assert_eq!(names(&looks), ["Warm", "Warm 2"]);
    }

    #[test]
    fn what_this_version_cant_follow_is_left_out() {
        let mut looks = saved(&["Warm", "Cold"]);
        looks.apply(PresetCommand::Save("New".to_owned(), Recipe::new(vec![FilterStep::new("sepja")])));
        assert_eq!(names(&looks.usable()), ["Cold", "Warm"]);
    }
}
