//! The filmstrip: its documents, the open photo and the one that is being opened. This part alone writes them.

pub mod restore;

use leptos::prelude::*;
use safelight_recipe::Recipe;
use web_sys::File;

use crate::model::{
    documents::{
        DocumentList,
        document::EditState,
        photo::{Opening, Photo},
    },
    stack::Stack,
};

/// The documents. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Documents {
    /// All documents, in the order of the filmstrip.
    pub list: ReadSignal<DocumentList<File>, LocalStorage>,
    /// The open photo.
    pub photo: Memo<Option<Photo>>,
    /// The photo that is being opened; the open one stays until then.
    pub opening: Memo<Option<Opening>>,
    set_list: WriteSignal<DocumentList<File>, LocalStorage>,
    /// Counts the requests to open files, so that a late sample does not take a newer file's place.
    open_requests: StoredValue<u32>,
}

impl Documents {
    /// Without documents. `last_key` is one that no other page has used.
    pub fn new(last_key: u32) -> Self {
        let (list, set_list) = signal_local(DocumentList::after(last_key));
        Self {
            list,
            photo: Memo::new(move |_| list.with(|list| list.photo().cloned())),
            opening: Memo::new(move |_| list.with(|list| list.opening().cloned())),
            set_list,
            open_requests: StoredValue::new(0),
        }
    }

    /// The name of the open photo; empty without one.
    pub fn photo_name(&self) -> String {
        self.list.with_untracked(|list| list.photo().map(|photo| photo.name.clone()).unwrap_or_default())
    }

    /// Whether a photo is open, untracked.
    pub fn has_photo(&self) -> bool {
        self.list.with_untracked(|list| list.photo().is_some())
    }

    /// The key of the active document, untracked.
    pub fn active(&self) -> Option<u32> {
        self.list.with_untracked(DocumentList::active)
    }

    /// Whether no document is active and none is being opened, untracked.
    pub fn has_none_open(&self) -> bool {
        self.list.with_untracked(|list| list.active_or_opening().is_none())
    }

    /// The key of the document after or else before this one that may be opened, untracked.
    pub fn nearest(&self, key: u32) -> Option<u32> {
        self.list.with_untracked(|list| list.nearest(key, true))
    }

    /// How many requests to open files there were.
    pub fn open_requests(&self) -> u32 {
        self.open_requests.get_value()
    }

    /// Adds photos at the end of the filmstrip; the key of the first.
    pub fn add(&self, files: Vec<File>) -> Option<u32> {
        self.open_requests.update_value(|requests| *requests += 1);
        let keys = self
            .set_list
            .try_update(|list| files.into_iter().map(|file| list.add(file.name(), file)).collect::<Vec<_>>());
        keys?.first().copied()
    }

    /// Begins to open a document from its file.
    pub fn begin_opening(&self, key: u32, file: &File) {
        self.set_list.update(|list| {
            list.begin_opening(key, file.size());
        });
    }

    /// Sets the size of the photo that is being opened, in pixels.
    pub fn set_opening_size(&self, size: (u32, u32)) {
        self.set_list.update(|list| list.set_opening_size(size));
    }

    /// Cancels opening; what was being opened.
    pub fn cancel_opening(&self) -> Option<Opening> {
        self.set_list.try_update(DocumentList::cancel_opening).flatten()
    }

    /// Makes the document that was being opened the active one. `present` are the edits of the active one before it.
    /// The edits of the new one, and the key of a document that is to be removed now.
    pub fn activate(&self, photo: Photo, present: EditState) -> (EditState, Option<u32>) {
        self.set_list.try_update(|list| list.activate(photo, present)).unwrap_or_default()
    }

    /// Notes that opening failed, and whether the file is to blame; the key of the document.
    pub fn fail_opening(&self, is_bad: bool) -> Option<u32> {
        self.set_list.try_update(|list| list.fail_opening(is_bad)).flatten()
    }

    /// Notes that the active document could not be opened again, and whether its file is to blame; its key. Its edits
    /// stay.
    pub fn fail_active(&self, present: EditState, is_bad: bool) -> Option<u32> {
        self.set_list.try_update(|list| list.fail_active(present, is_bad)).flatten()
    }

    /// Notes that the file of an inactive document can't be opened; its name.
    pub fn mark_unreadable(&self, key: u32) -> Option<String> {
        self.set_list.try_update(|list| list.mark_unreadable(key)).flatten()
    }

    /// Discards what was added in vain, if no document is active.
    pub fn discard_failed(&self) {
        self.set_list.update(DocumentList::discard_failed);
    }

    /// Removes the active document as soon as another one is active.
    pub fn close_after_opening(&self, key: u32) {
        self.set_list.update(|list| list.close_after_opening(key));
    }

    /// Removes an inactive document; its name, if it was there.
    pub fn remove(&self, key: u32) -> Option<String> {
        let name = self.list.with_untracked(|list| Some(list.document(key)?.name.clone()))?;
        self.set_list.try_update(|list| list.remove(key)).unwrap_or_default().then_some(name)
    }

    /// Removes the active document; its key.
    pub fn remove_active(&self, present: EditState) -> Option<u32> {
        self.set_list.try_update(|list| list.remove_active(present)).flatten()
    }

    /// Puts a removed document back.
    pub fn put_back(&self, key: u32) {
        self.set_list.update(|list| list.put_back(key));
    }

    /// Restores a document of an earlier visit at this position; without a file it waits for one.
    pub fn restore(&self, index: usize, key: u32, name: String, file: Option<File>, edits: EditState) {
        self.set_list.update(|list| list.restore(index, key, name, file, edits));
    }

    /// Gives a stack to inactive documents in place of theirs; each can undo it.
    pub fn apply_stack(&self, keys: &[u32], stack: &Stack) {
        let change = crate::model::change::Change::RecipeLoaded(stack.recipe().steps.len());
        self.set_list.update(|list| {
            for edits in list.edits_mut(keys) {
                edits.history.record(change.clone(), None, stack.clone());
                edits.open_layer = None;
            }
        });
    }

    /// Counts all edits as changed, so that autosave writes them again.
    pub fn mark_all_changed(&self) {
        self.set_list.update(|list| {
            let keys: Vec<_> = list.documents().iter().map(|document| document.key).collect();
            list.edits_mut(&keys).for_each(drop);
        });
    }

    /// Notes the recipes that documents were exported with.
    pub fn record_exported(&self, exported: impl IntoIterator<Item = (u32, Recipe)>) {
        self.set_list.update(|list| {
            for (key, recipe) in exported {
                list.exported(key, recipe);
            }
        });
    }
}
