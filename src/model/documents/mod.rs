//! The filmstrip as plain data: its documents, which of them is active, and which is being opened. The worker holds the
//! active one alone; the others are opened again from their files when they are selected.

pub mod document;
pub mod photo;
#[cfg(test)]
mod tests;

use safelight_recipe::Recipe;

use crate::model::{
    documents::{
        document::{Document, DocumentStatus, EditState},
        photo::{Opening, Photo},
    },
    stack::Stack,
};

/// Documents in the order in which they came, and the one state machine of opening: nothing open, a photo open, and
/// beside either of them one that is being opened. `N` is what a document is read from.
#[derive(Debug, Clone)]
pub struct DocumentList<N> {
    documents: Vec<Document<N>>,
    /// Documents that were removed, and their positions: each can be put back.
    removed: Vec<(usize, Document<N>)>,
    active: Option<(u32, Photo)>,
    opening: Option<Opening>,
    /// The document that is removed once another is active.
    closing: Option<u32>,
    last_key: u32,
}

impl<N> Default for DocumentList<N> {
    fn default() -> Self {
        Self {
            documents: Vec::new(),
            removed: Vec::new(),
            active: None,
            opening: None,
            closing: None,
            last_key: 0,
        }
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
            self.documents.iter_mut().find(|document| document.is_bad() && document.name == name)
        {
            (document.failed, document.unreadable, document.source) = (false, false, Some(source));
            return document.key;
        }
        self.last_key += 1;
        let key = self.last_key;
        let first = self.active.is_none();
        let document = Document { first, ..Document::new(key, name, Some(source), EditState::default()) };
        self.documents.push(document);
        key
    }

    /// Brings a photo of an earlier visit to this place. Without what it is read from it waits for its file.
    pub fn restore(&mut self, place: usize, key: u32, name: String, source: Option<N>, edits: EditState) {
        self.documents.insert(place.min(self.documents.len()), Document::new(key, name, source, edits));
    }

    /// All photos.
    pub fn documents(&self) -> &[Document<N>] {
        &self.documents
    }

    /// The photo of this key.
    pub fn document(&self, key: u32) -> Option<&Document<N>> {
        self.documents.iter().find(|document| document.key == key)
    }

    /// The photos that stand aside and can be opened.
    pub fn inactive(&self) -> impl Iterator<Item = u32> {
        self.documents.iter().map(|document| document.key).filter(|key| self.is_inactive(*key))
    }

    /// Whether a photo stands aside and can be opened.
    pub fn is_inactive(&self, key: u32) -> bool {
        Some(key) != self.active() && self.document(key).is_some_and(|document| !document.failed)
    }

    /// Whether nothing is known that speaks against opening a photo.
    pub fn is_readable(&self, key: u32) -> bool {
        self.document(key).is_some_and(|document| !document.is_bad())
    }

    /// What is kept of these photos, as far as they stand aside.
    pub fn edits_mut(&mut self, keys: &[u32]) -> impl Iterator<Item = &mut EditState> {
        let active = self.active();
        let aside =
            move |document: &&mut Document<N>| keys.contains(&document.key) && Some(document.key) != active;
        self.documents.iter_mut().filter(aside).map(|document| {
            document.version += 1;
            &mut document.edits
        })
    }

    /// The photos that should be there at the next visit: all but those whose files are none and nobody made anything
    /// of. What could not be opened for another reason may be opened then.
    pub fn persistent(&self) -> impl Iterator<Item = &Document<N>> {
        self.documents.iter().filter(|document| !document.unreadable || !document.is_unedited())
    }

    /// Where a photo stands, counted from 0.
    pub fn index_of(&self, key: u32) -> Option<usize> {
        self.documents.iter().position(|document| document.key == key)
    }

    /// The key of the active document.
    pub fn active(&self) -> Option<u32> {
        self.active.as_ref().map(|(key, _)| *key)
    }

    /// The open photo, which is that of the active document.
    pub fn photo(&self) -> Option<&Photo> {
        self.active.as_ref().map(|(_, photo)| photo)
    }

    /// The photo that is being opened.
    pub fn opening(&self) -> Option<&Opening> {
        self.opening.as_ref()
    }

    /// The key of the active document, or else of the one that is being opened.
    pub fn active_or_opening(&self) -> Option<u32> {
        self.active().or(self.opening().map(|opening| opening.key))
    }

    /// Begins to open a document; it takes the place of any other that is being opened. Whether it is there.
    pub fn begin_opening(&mut self, key: u32, bytes: f64) -> bool {
        let opening = self.document(key).map(|document| Opening {
            key,
            name: document.name.clone(),
            bytes,
            size: None,
        });
        let is_there = opening.is_some();
        self.opening = opening.or(self.opening.take());
        is_there
    }

    /// Sets the size of the photo that is being opened, in pixels, once its header is read.
    pub fn set_opening_size(&mut self, size: (u32, u32)) {
        if let Some(opening) = &mut self.opening {
            opening.size = Some(size);
        }
    }

    /// Cancels opening, and removing the active document after it. Without an active one, what was just added is
    /// discarded. What was being opened.
    pub fn cancel_opening(&mut self) -> Option<Opening> {
        let opening = self.opening.take();
        self.closing = None;
        self.discard_failed();
        opening
    }

    /// Removes the active document as soon as another is active; see [`Self::activate`].
    pub fn close_after_opening(&mut self, key: u32) {
        self.closing = Some(key);
    }

    /// Makes the document that was being opened the active one. `present` are the edits of the active one before it.
    /// The edits of the new one, and which document is to be removed now.
    pub fn activate(&mut self, photo: Photo, present: EditState) -> (EditState, Option<u32>) {
        self.deactivate(present);
        self.documents.iter_mut().for_each(|document| document.first = false);
        let closing = self.closing.take();
        let key = self.opening.take().map(|opening| opening.key);
        let Some(document) = key.and_then(|key| self.document_mut(key)) else {
            return (EditState::default(), closing);
        };
        (document.failed, document.unreadable) = (false, false);
        let (key, edits) = (document.key, std::mem::take(&mut document.edits));
        self.active = Some((key, photo));
        (edits, closing)
    }

    /// Notes that the photo that was being opened could not be, and whether its file is to blame; its key.
    pub fn fail_opening(&mut self, is_bad: bool) -> Option<u32> {
        self.closing = None;
        let key = self.opening.take()?.key;
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
        self.adjacent(key, forward).or_else(|| self.adjacent(key, !forward))
    }

    /// The photo after or before this one that may be opened.
    pub fn adjacent(&self, key: u32, forward: bool) -> Option<u32> {
        let place = self.index_of(key)?;
        let found = if forward {
            self.documents[place + 1..].iter().find(|document| !document.failed)
        } else {
            self.documents[..place].iter().rev().find(|document| !document.failed)
        };
        found.map(|document| document.key)
    }

    /// Takes a photo out that is not in hand; whether it was there.
    pub fn remove(&mut self, key: u32) -> bool {
        let place =
            self.index_of(key).filter(|_| self.active() != Some(key) && self.opening_key() != Some(key));
        let Some(place) = place else { return false };
        let document = self.documents.remove(place);
        self.removed.push((place, document));
        true
    }

    /// Puts back what was taken out.
    pub fn put_back(&mut self, key: u32) {
        if let Some(at) = self.removed.iter().position(|(_, document)| document.key == key) {
            let (place, mut document) = self.removed.remove(at);
            document.version += 1;
            self.documents.insert(place.min(self.documents.len()), document);
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
            self.documents.retain(|document| !document.first || !document.is_unedited());
        }
    }

    /// Whether a photo has filters that no export of it has, and is not kept for the next visit. `active` is the stack
    /// of the photo in hand.
    pub fn has_unsaved(&self, active: &Stack, is_kept: impl Fn(u32) -> bool) -> bool {
        let is_unsaved = |key| self.status(key, active) == DocumentStatus::Edited && !is_kept(key);
        self.documents.iter().any(|document| is_unsaved(document.key))
    }

    /// Notes what a photo was exported with.
    pub fn exported(&mut self, key: u32, recipe: Recipe) {
        if let Some(document) = self.document_mut(key) {
            document.exported = Some(recipe);
        }
    }

    /// How a photo stands. `active` is the stack of the photo in hand.
    pub fn status(&self, key: u32, active: &Stack) -> DocumentStatus {
        let Some(document) = self.document(key) else { return DocumentStatus::Untouched };
        let stack = if self.active() == Some(key) { active } else { document.edits.history.stack() };
        if self.opening_key() == Some(key) {
            DocumentStatus::Opening
        } else if document.is_bad() {
            DocumentStatus::Failed
        } else if document.exported.as_ref() == Some(&stack.recipe()) {
            DocumentStatus::Exported
        } else if stack.layers().is_empty() {
            DocumentStatus::Untouched
        } else {
            DocumentStatus::Edited
        }
    }

    fn opening_key(&self) -> Option<u32> {
        self.opening.as_ref().map(|opening| opening.key)
    }

    fn document_mut(&mut self, key: u32) -> Option<&mut Document<N>> {
        self.documents.iter_mut().find(|document| document.key == key)
    }

    fn fail(&mut self, key: u32, is_bad: bool) -> Option<u32> {
        let document = self.document_mut(key)?;
        (document.failed, document.unreadable) = (true, document.unreadable || is_bad);
        Some(key)
    }

    fn deactivate(&mut self, present: EditState) -> Option<u32> {
        let (key, _) = self.active.take()?;
        let document = self.document_mut(key)?;
        (document.edits, document.version) = (present, document.version + 1);
        Some(key)
    }
}
