//! Photos that leave the page as files.

use leptos::prelude::*;

use crate::{
    model::documents::Strip, model::stack::Stack, services::export::download, services::worker::Engine,
    store::Session, store::status::message::Said,
};

impl Session {
    /// Develops the photo at full size and hands it over as a PNG download.
    pub fn export(&self) {
        if self.photo.with_untracked(Option::is_some) && self.exporting.get_untracked().is_none() {
            self.exporting.set(Some(0.0));
            self.say(Said::Exporting);
            let recipe = self.stack.with_untracked(Stack::recipe);
            let name = self.stack.with_untracked(|stack| download::file_name(&self.photo_name(), stack));
            let in_hand = self.strip.with_untracked(Strip::in_hand);
            self.notes.update_value(|notes| {
                notes.export_name = name;
                notes.exporting = in_hand.map(|key| (key, recipe.clone()));
            });
            self.engine.with_value(|engine| engine.export(recipe));
        }
    }

    /// Gives up the export.
    pub fn cancel_export(&self) {
        self.engine.with_value(Engine::cancel_export);
    }
}
