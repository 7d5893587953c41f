//! Keys.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::Page;

impl Page {
    /// Presses and releases a key while the modifiers are held.
    pub async fn press_key(&self, modifiers: &[Key], key: impl Into<char>) {
        let (modifiers, key): (Vec<char>, char) =
            (modifiers.iter().map(|key| char::from(*key)).collect(), key.into());
        let down = modifiers.iter().copied().chain([key]).map(|value| KeyAction::Down { value });
        let up =
            [key].into_iter().chain(modifiers.iter().rev().copied()).map(|value| KeyAction::Up { value });
        self.perform_keys(down.chain(up)).await;
    }

    /// Presses a key and holds it.
    pub async fn hold_key(&self, key: impl Into<char>) {
        self.perform_keys([KeyAction::Down { value: key.into() }]).await;
    }

    /// Releases a key.
    pub async fn release_key(&self, key: impl Into<char>) {
        self.perform_keys([KeyAction::Up { value: key.into() }]).await;
    }

    /// Types text into the focused element.
    pub async fn type_text(&self, text: &str) {
        let strokes = text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.perform_keys(strokes).await;
    }

    async fn perform_keys(&self, actions: impl IntoIterator<Item = KeyAction>) {
        let keys = KeyActions::new("keys".to_owned());
        let keys = actions.into_iter().fold(keys, InputSource::then);
        self.browser.client.perform_actions(keys).await.expect("the browser takes keys");
    }
}
