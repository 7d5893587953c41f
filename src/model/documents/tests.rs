use safelight_kernels::spec;

use super::*;
use crate::model::{history::History, viewport::Zoom};

/// A strip of photos of these names, the first of them in hand.
fn documents(names: &[&str]) -> (DocumentList<()>, Vec<u32>) {
    let mut documents = DocumentList::default();
    let keys: Vec<_> = names.iter().map(|name| documents.add((*name).to_owned(), ())).collect();
    activate(&mut documents, keys[0], EditState::default());
    (documents, keys)
}

fn activate(documents: &mut DocumentList<()>, key: u32, present: EditState) -> EditState {
    documents.begin_opening(key, 0.0);
    documents.activate(photo(), present).0
}

fn photo() -> Photo {
    Photo { name: "a".to_owned(), bytes: 10.0, size: (3, 2), has_alpha: false }
}

fn edited() -> EditState {
    let mut stack = Stack::default();
    let key = stack.add(spec("sepia").unwrap());
    EditState {
        history: History::new(stack),
        open_layer: Some(key),
        zoom: Zoom::Scale(2.0),
        centre: (0.2, 0.3),
    }
}

#[test]
fn each_photo_keeps_its_own() {
    let (mut documents, keys) = documents(&["a", "b"]);
    assert_eq!(activate(&mut documents, keys[1], edited()), EditState::default());
    assert_eq!((documents.active(), documents.opening()), (Some(keys[1]), None));
    assert_eq!(activate(&mut documents, keys[0], EditState::default()), edited());
    assert_eq!(documents.document(keys[1]).unwrap().edits, EditState::default());
}

#[test]
fn a_photo_is_saved_once_it_is_kept_or_was_exported_as_it_is() {
    let (mut documents, keys) = documents(&["a", "b"]);
    let nothing = Stack::default();
    let is_unsaved = |documents: &DocumentList<()>| documents.has_unsaved(&nothing, |_| false);
    assert!(!is_unsaved(&documents));
    assert!(documents.has_unsaved(edited().history.stack(), |_| false), "the one in hand counts too");
    activate(&mut documents, keys[1], edited());
    assert!(is_unsaved(&documents));
    assert!(!documents.has_unsaved(&nothing, |key| key == keys[0]));
    documents.exported(keys[0], Stack::default().recipe());
    assert!(is_unsaved(&documents), "it was exported before it was edited");
    documents.exported(keys[0], edited().history.stack().recipe());
    assert!(!is_unsaved(&documents));
}

#[test]
fn what_is_not_as_it_was_kept_can_be_told() {
    let (mut documents, keys) = documents(&["a", "b"]);
    let version = |documents: &DocumentList<()>, key| documents.document(key).unwrap().version;
    assert_eq!(version(&documents, keys[0]), 0);
    activate(&mut documents, keys[1], edited());
    assert_eq!((version(&documents, keys[0]), version(&documents, keys[1])), (1, 0));
    documents.edits_mut(&keys).for_each(|kept| *kept = EditState::default());
    assert_eq!((version(&documents, keys[0]), version(&documents, keys[1])), (2, 0));
    documents.remove(keys[0]);
    documents.put_back(keys[0]);
    assert_eq!(version(&documents, keys[0]), 3, "what was taken out was put away");
}

#[test]
fn photos_of_an_earlier_visit_stand_where_they_stood() {
    let mut documents = DocumentList::after(700);
    assert_eq!(documents.add("new".to_owned(), ()), 701);
    documents.restore(0, 42, "c".to_owned(), Some(()), EditState::default());
    documents.restore(0, 40, "a".to_owned(), None, edited());
    documents.restore(1, 41, "b".to_owned(), None, EditState::default());
    let keys: Vec<_> = documents.documents().iter().map(|document| document.key).collect();
    assert_eq!(keys, [40, 41, 42, 701]);
    assert_eq!(documents.inactive().collect::<Vec<_>>(), [42, 701], "what has no file waits for it");
    let lasting: Vec<_> = documents.persistent().map(|document| document.key).collect();
    assert_eq!(lasting, [40, 41, 42, 701]);
    assert_eq!(documents.add("a".to_owned(), ()), 40);
    assert_eq!(activate(&mut documents, 40, EditState::default()), edited());
}

#[test]
fn what_is_closed_goes_alone_and_can_be_put_back() {
    let (mut documents, keys) = documents(&["a"]);
    documents.restore(1, 40, "b".to_owned(), None, edited());
    assert_eq!(documents.remove_active(edited()), Some(keys[0]));
    assert_eq!((documents.documents().len(), documents.active()), (1, None), "what waits for its file stays");
    assert_eq!(documents.remove_active(edited()), None);
    documents.put_back(keys[0]);
    assert_eq!(documents.index_of(keys[0]), Some(0));
    assert_eq!(activate(&mut documents, keys[0], EditState::default()), edited());
}

#[test]
fn marks_say_how_each_photo_stands() {
    let (mut documents, keys) = documents(&["a", "b", "c"]);
    let stack = edited().history.stack().clone();
    let status = |documents: &DocumentList<()>, key| documents.status(key, &stack);
    assert_eq!(status(&documents, keys[0]), DocumentStatus::Edited);
    documents.exported(keys[0], stack.recipe());
    assert_eq!(status(&documents, keys[0]), DocumentStatus::Exported);
    assert_eq!(
        documents.status(keys[0], &Stack::default()),
        DocumentStatus::Untouched,
        "changed since it was exported"
    );
    documents.begin_opening(keys[1], 0.0);
    assert_eq!(status(&documents, keys[1]), DocumentStatus::Opening);
    assert_eq!(documents.fail_opening(false), Some(keys[1]));
    assert_eq!((status(&documents, keys[1]), documents.active()), (DocumentStatus::Failed, Some(keys[0])));
    assert_eq!(status(&documents, keys[2]), DocumentStatus::Untouched);
    assert_eq!(documents.inactive().collect::<Vec<_>>(), [keys[2]]);
}

#[test]
fn neighbours_are_those_that_can_be_opened() {
    let (mut documents, keys) = documents(&["a", "b", "c"]);
    documents.begin_opening(keys[1], 0.0);
    documents.fail_opening(true);
    assert_eq!(documents.adjacent(keys[0], true), Some(keys[2]));
    assert_eq!(documents.adjacent(keys[2], false), Some(keys[0]));
    assert_eq!((documents.adjacent(keys[2], true), documents.adjacent(keys[0], false)), (None, None));
    assert_eq!(documents.nearest(keys[2], true), Some(keys[0]));
}

#[test]
fn a_lost_photo_comes_back_with_its_stack_when_its_file_does() {
    let (mut documents, keys) = documents(&["a", "b"]);
    assert_eq!(documents.fail_active(edited(), true), Some(keys[0]));
    assert_eq!(documents.active(), None);
    assert_eq!(documents.persistent().count(), 2, "for what was made of it");
    assert_eq!(documents.add("a".to_owned(), ()), keys[0]);
    assert_eq!(activate(&mut documents, keys[0], EditState::default()), edited());
    assert_ne!(documents.add("a".to_owned(), ()), keys[0], "another file of that name is another photo");
}

#[test]
fn what_is_added_in_vain_is_forgotten_and_nothing_else() {
    let mut documents = DocumentList::default();
    documents.restore(0, 40, "old".to_owned(), Some(()), EditState::default());
    let keys = ["a", "b"].map(|name| documents.add(name.to_owned(), ()));
    documents.begin_opening(keys[0], 0.0);
    documents.fail_opening(false);
    documents.discard_failed();
    let left: Vec<_> = documents.documents().iter().map(|document| document.key).collect();
    assert_eq!(left, [40], "what was kept stays");
    let key = documents.add("c".to_owned(), ());
    activate(&mut documents, 40, EditState::default());
    documents.fail_active(EditState::default(), false);
    documents.discard_failed();
    assert!(documents.index_of(key).is_some(), "a photo came after it");
}

#[test]
fn only_a_file_that_is_none_is_given_up() {
    let (mut documents, keys) = documents(&["a", "b", "c"]);
    for (key, is_bad) in [(keys[1], false), (keys[2], true)] {
        documents.begin_opening(key, 0.0);
        documents.fail_opening(is_bad);
        assert_eq!(documents.status(key, &Stack::default()), DocumentStatus::Failed);
    }
    documents.fail_active(EditState::default(), false);
    assert_eq!(documents.persistent().map(|document| document.key).collect::<Vec<_>>(), keys[..2]);
}

#[test]
fn what_is_taken_out_can_be_put_back() {
    let (mut documents, keys) = documents(&["a", "b", "c"]);
    assert!(!documents.remove(keys[0]), "the photo in hand stays");
    assert!(documents.remove(keys[1]) && !documents.remove(keys[1]));
    assert_eq!((documents.index_of(keys[1]), documents.index_of(keys[2])), (None, Some(1)));
    documents.put_back(keys[1]);
    assert_eq!(documents.index_of(keys[1]), Some(1));
}

#[test]
fn a_file_that_is_none_is_marked_where_it_stands() {
    let (mut documents, keys) = documents(&["a", "b"]);
    assert_eq!(documents.mark_unreadable(keys[1]).as_deref(), Some("b"));
    assert_eq!(documents.status(keys[1], &Stack::default()), DocumentStatus::Failed);
    assert!(documents.is_readable(keys[0]) && !documents.is_readable(keys[1]));
    assert_eq!(documents.persistent().map(|document| document.key).collect::<Vec<_>>(), [keys[0]]);
    assert_eq!(documents.adjacent(keys[0], true), Some(keys[1]), "it can be tried all the same");
    assert_eq!(documents.add("b".to_owned(), ()), keys[1], "a file of its name takes its place");
    assert_eq!(documents.status(keys[1], &Stack::default()), DocumentStatus::Untouched);
}

#[test]
fn the_open_photo_stays_until_the_next_one_is_open() {
    let (mut documents, keys) = documents(&["a", "b"]);
    assert!(documents.begin_opening(keys[1], 24e6));
    documents.set_opening_size((6000, 4000));
    let opening = documents.opening().unwrap();
    assert_eq!((opening.key, &opening.name[..], opening.bytes), (keys[1], "b", 24e6));
    assert_eq!(opening.size, Some((6000, 4000)));
    assert_eq!((documents.active(), documents.photo()), (Some(keys[0]), Some(&photo())));
    let next = Photo { size: (6000, 4000), ..photo() };
    documents.activate(next.clone(), EditState::default());
    assert_eq!((documents.opening(), documents.photo()), (None, Some(&next)));
}

#[test]
fn a_cancelled_opening_leaves_the_open_photo() {
    let (mut documents, keys) = documents(&["a", "b"]);
    documents.begin_opening(keys[1], 0.0);
    documents.close_after_opening(keys[0]);
    assert_eq!(documents.cancel_opening().map(|opening| opening.key), Some(keys[1]));
    assert_eq!((documents.active(), documents.opening()), (Some(keys[0]), None));
    assert_eq!(documents.cancel_opening(), None);
    // Nothing is removed by a later opening either.
    documents.begin_opening(keys[1], 0.0);
    assert_eq!(documents.activate(photo(), EditState::default()).1, None);
}

#[test]
fn a_cancelled_opening_without_an_open_photo_discards_what_was_added() {
    let mut documents = DocumentList::default();
    let key = documents.add("a".to_owned(), ());
    documents.begin_opening(key, 0.0);
    documents.cancel_opening();
    assert_eq!(documents.documents().len(), 0);
}

#[test]
fn a_document_is_removed_once_another_is_active() {
    let (mut documents, keys) = documents(&["a", "b"]);
    documents.begin_opening(keys[1], 0.0);
    documents.close_after_opening(keys[0]);
    let (_, closing) = documents.activate(photo(), edited());
    assert_eq!(closing, Some(keys[0]));
    assert!(documents.remove(keys[0]));
    documents.put_back(keys[0]);
    assert_eq!(documents.document(keys[0]).unwrap().edits, edited());
}

#[test]
fn a_failed_opening_removes_nothing_later() {
    let (mut documents, keys) = documents(&["a", "b"]);
    documents.begin_opening(keys[1], 0.0);
    documents.close_after_opening(keys[0]);
    assert_eq!(documents.fail_opening(true), Some(keys[1]));
    assert_eq!(documents.active(), Some(keys[0]));
    documents.begin_opening(keys[1], 0.0);
    assert_eq!(documents.activate(photo(), EditState::default()).1, None);
}

#[test]
fn only_a_document_that_is_there_is_opened() {
    let (mut documents, keys) = documents(&["a"]);
    assert!(!documents.begin_opening(99, 0.0));
    assert_eq!((documents.opening(), documents.active_or_opening()), (None, Some(keys[0])));
}
