//! The film strip as plain data: which photos stand in it, which of them is in hand, and what is kept of the others.
//! The worker holds the one in hand alone; the others are opened again from their files when they are taken up.

#[cfg(test)]
mod tests;

use safelight_recipe::Recipe;

use crate::{model::history::History, model::stack::Stack, model::viewport::Zoom};

/// Photos in the order in which they came. `N` is what a photo is read from.
#[derive(Debug, Clone)]
pub struct DocumentList<N> {
    documents_list: Vec<Document<N>>,
    /// What was taken out, and from which place: it can be put back.
    removed: Vec<(usize, Document<N>)>,
    active: Option<u32>,
    opening: Option<u32>,
    last_key: u32,
}

/// One photo of the strip.
#[derive(Debug, Clone)]
pub struct Document<N> {
    /// Names this photo for as long as the page lives.
    pub key: u32,
    /// Its file's name.
    pub name: String,
    /// What it is read from; nothing, while a photo that was not kept is waited for.
    pub source: Option<N>,
    /// What a person made of it, up to when it was put aside; of the one in hand the session knows.
    pub kept: EditState,
    /// Counts how often that was changed.
    pub version: u32,
    /// Whether it could not be opened when that was tried last, whatever the reason.
    failed: bool,
    /// Whether its file was seen to be none that can be opened.
    unreadable: bool,
    /// Whether it was added while there was no photo in hand, and none was taken up since.
    first: bool,
    exported: Option<Recipe>,
}

/// What a person made of a photo, and how it was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct EditState {
    /// Its steps, and so its stack.
    pub history: History,
    /// The row whose settings were open.
    pub open_layer: Option<u32>,
    /// How large it was seen.
    pub zoom: Zoom,
    /// Which point of it was in the middle.
    pub centre: (f64, f64),
}

/// How a photo stands, as its mark in the strip shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// As it came.
    Untouched,
    /// It has filters.
    Edited,
    /// It is being opened.
    Opening,
    /// It was exported as it is now.
    Exported,
    /// It could not be opened.
    Failed,
}

impl Default for EditState {
    fn default() -> Self {
        Self { history: History::default(), open_layer: None, zoom: Zoom::Fit, centre: (0.5, 0.5) }
    }
}

impl<N> Default for DocumentList<N> {
    fn default() -> Self {
        Self { documents_list: Vec::new(), removed: Vec::new(), active: None, opening: None, last_key: 0 }
    }
}

impl<N> DocumentList<N> {
    /// An empty strip whose keys come after this one. Keys outlive the page, so no two pages should give the same.
    pub fn after(last_key: u32) -> Self {
        Self { last_key, ..Self::default() }
    }

    /// Puts a photo at the end; its key. A file of the name of one that could not be opened takes that one's place,
    /// with all that was made of it.
    pub fn add(&mut self, name: String, source: N) -> u32 {
        if let Some(document) =
            self.documents_list.iter_mut().find(|document| document.is_bad() && document.name == name)
        {
            (document.failed, document.unreadable, document.source) = (false, false, Some(source));
            return document.key;
        }
        self.last_key += 1;
        let key = self.last_key;
        let first = self.active.is_none();
        let document = Document { first, ..Document::new(key, name, Some(source), EditState::default()) };
        self.documents_list.push(document);
        key
    }

    /// Brings a photo of an earlier visit to this place. Without what it is read from it waits for its file.
    pub fn bring(&mut self, place: usize, key: u32, name: String, source: Option<N>, kept: EditState) {
        self.documents_list
            .insert(place.min(self.documents_list.len()), Document::new(key, name, source, kept));
    }

    /// All photos.
    pub fn documents_list(&self) -> &[Document<N>] {
        &self.documents_list
    }

    /// The photo of this key.
    pub fn document(&self, key: u32) -> Option<&Document<N>> {
        self.documents_list.iter().find(|document| document.key == key)
    }

    /// The photos that stand aside and can be opened.
    pub fn aside(&self) -> impl Iterator<Item = u32> {
        self.documents_list.iter().map(|document| document.key).filter(|key| self.is_aside(*key))
    }

    /// Whether a photo stands aside and can be opened.
    pub fn is_aside(&self, key: u32) -> bool {
        Some(key) != self.active && self.document(key).is_some_and(|document| !document.failed)
    }

    /// Whether nothing is known that speaks against opening a photo.
    pub fn is_readable(&self, key: u32) -> bool {
        self.document(key).is_some_and(|document| !document.is_bad())
    }

    /// What is kept of these photos, as far as they stand aside.
    pub fn kept_mut(&mut self, keys: &[u32]) -> impl Iterator<Item = &mut EditState> {
        let active = self.active;
        let aside =
            move |document: &&mut Document<N>| keys.contains(&document.key) && Some(document.key) != active;
        self.documents_list.iter_mut().filter(aside).map(|document| {
            document.version += 1;
            &mut document.kept
        })
    }

    /// The photos that should be there at the next visit: all but those whose files are none and nobody made anything
    /// of. What could not be opened for another reason may be opened then.
    pub fn lasting(&self) -> impl Iterator<Item = &Document<N>> {
        self.documents_list.iter().filter(|document| !document.unreadable || !document.is_unedited())
    }

    /// Where a photo stands, counted from 0.
    pub fn place(&self, key: u32) -> Option<usize> {
        self.documents_list.iter().position(|document| document.key == key)
    }

    /// The photo in hand.
    pub fn active(&self) -> Option<u32> {
        self.active
    }

    /// The photo that is being opened.
    pub fn opening(&self) -> Option<u32> {
        self.opening
    }

    /// Says which photo is being opened, or that none is.
    pub fn set_opening(&mut self, key: Option<u32>) {
        self.opening = key;
    }

    /// Lays the photo in hand aside as it is, and takes up the one that was being opened; what was kept of it.
    pub fn activate(&mut self, present: EditState) -> EditState {
        self.deactivate(present);
        self.documents_list.iter_mut().for_each(|document| document.first = false);
        let document = self.opening.take().and_then(|key| self.document_mut(key));
        let Some(document) = document else { return EditState::default() };
        (document.failed, document.unreadable) = (false, false);
        let (key, kept) = (document.key, std::mem::take(&mut document.kept));
        self.active = Some(key);
        kept
    }

    /// Notes that the photo that was being opened could not be, and whether its file is to blame; its key.
    pub fn fail_opening(&mut self, is_bad: bool) -> Option<u32> {
        let key = self.opening.take()?;
        self.fail(key, is_bad)
    }

    /// Notes that the file of a photo that stands aside can't be opened; the photo's name.
    pub fn mark_unreadable(&mut self, key: u32) -> Option<String> {
        let document = self.document_mut(key)?;
        document.unreadable = true;
        Some(document.name.clone())
    }

    /// Notes that the photo in hand could not be opened again, and whether its file is to blame. What was made of it is
    /// kept; its key.
    pub fn fail_active(&mut self, present: EditState, is_bad: bool) -> Option<u32> {
        let key = self.deactivate(present)?;
        self.fail(key, is_bad)
    }

    /// The photo after or before this one that may be opened; the other way, where there is none that way.
    pub fn nearest(&self, key: u32, forward: bool) -> Option<u32> {
        self.beside(key, forward).or_else(|| self.beside(key, !forward))
    }

    /// The photo after or before this one that may be opened.
    pub fn beside(&self, key: u32, forward: bool) -> Option<u32> {
        let place = self.place(key)?;
        let found = if forward {
            self.documents_list[place + 1..].iter().find(|document| !document.failed)
        } else {
            self.documents_list[..place].iter().rev().find(|document| !document.failed)
        };
        found.map(|document| document.key)
    }

    /// Takes a photo out that is not in hand; whether it was there.
    pub fn remove(&mut self, key: u32) -> bool {
        let place = self.place(key).filter(|_| self.active != Some(key) && self.opening != Some(key));
        let Some(place) = place else { return false };
        let document = self.documents_list.remove(place);
        self.removed.push((place, document));
        true
    }

    /// Puts back what was taken out.
    pub fn put_back(&mut self, key: u32) {
        if let Some(at) = self.removed.iter().position(|(_, document)| document.key == key) {
            let (place, mut document) = self.removed.remove(at);
            document.version += 1;
            self.documents_list.insert(place.min(self.documents_list.len()), document);
        }
    }

    /// Takes the photo in hand out, as it is; its key.
    pub fn remove_active(&mut self, present: EditState) -> Option<u32> {
        let key = self.deactivate(present)?;
        self.remove(key).then_some(key)
    }

    /// Forgets what was added in vain, when no photo is in hand. What was there before stays.
    pub fn discard_failed(&mut self) {
        if self.active.is_none() {
            self.documents_list.retain(|document| !document.first || !document.is_unedited());
        }
    }

    /// Whether a photo has filters that no export of it has, and is not kept for the next visit. `active` is the stack
    /// of the photo in hand.
    pub fn has_unsaved(&self, active: &Stack, is_kept: impl Fn(u32) -> bool) -> bool {
        let is_unsaved = |key| self.status(key, active) == Status::Edited && !is_kept(key);
        self.documents_list.iter().any(|document| is_unsaved(document.key))
    }

    /// Notes what a photo was exported with.
    pub fn exported(&mut self, key: u32, recipe: Recipe) {
        if let Some(document) = self.document_mut(key) {
            document.exported = Some(recipe);
        }
    }

    /// How a photo stands. `active` is the stack of the photo in hand.
    pub fn status(&self, key: u32, active: &Stack) -> Status {
        let Some(document) = self.document(key) else { return Status::Untouched };
        let stack = if self.active == Some(key) { active } else { document.kept.history.stack() };
        if self.opening == Some(key) {
            Status::Opening
        } else if document.is_bad() {
            Status::Failed
        } else if document.exported.as_ref() == Some(&stack.recipe()) {
            Status::Exported
        } else if stack.layers().is_empty() {
            Status::Untouched
        } else {
            Status::Edited
        }
    }

    fn document_mut(&mut self, key: u32) -> Option<&mut Document<N>> {
        self.documents_list.iter_mut().find(|document| document.key == key)
    }

    fn fail(&mut self, key: u32, is_bad: bool) -> Option<u32> {
        let document = self.document_mut(key)?;
        (document.failed, document.unreadable) = (true, document.unreadable || is_bad);
        Some(key)
    }

    fn deactivate(&mut self, present: EditState) -> Option<u32> {
        let key = self.active.take()?;
        let document = self.document_mut(key)?;
        (document.kept, document.version) = (present, document.version + 1);
        Some(key)
    }
}

impl<N> Document<N> {
    fn new(key: u32, name: String, source: Option<N>, kept: EditState) -> Self {
        let failed = source.is_none();
        Self { key, name, source, kept, version: 0, failed, unreadable: false, first: false, exported: None }
    }

    fn is_bad(&self) -> bool {
        self.failed || self.unreadable
    }

    fn is_unedited(&self) -> bool {
        self.kept.history.stack().layers().is_empty()
    }
}
