use safelight_kernels::spec;

use super::*;

/// A strip of photos of these names, the first of them in hand.
fn strip(names: &[&str]) -> (Strip<()>, Vec<u32>) {
    let mut strip = Strip::default();
    let keys: Vec<_> = names.iter().map(|name| strip.add((*name).to_owned(), ())).collect();
    take_up(&mut strip, keys[0], Kept::default());
    (strip, keys)
}

fn take_up(strip: &mut Strip<()>, key: u32, present: Kept) -> Kept {
    strip.set_opening(Some(key));
    strip.take_up(present)
}

fn edited() -> Kept {
    let mut stack = Stack::default();
    let key = stack.add(spec("sepia").unwrap());
    Kept { history: History::new(stack), open_row: Some(key), zoom: Zoom::Scale(2.0), centre: (0.2, 0.3) }
}

#[test]
fn each_photo_keeps_its_own() {
    let (mut strip, keys) = strip(&["a", "b"]);
    assert_eq!(take_up(&mut strip, keys[1], edited()), Kept::default());
    assert_eq!((strip.in_hand(), strip.opening()), (Some(keys[1]), None));
    assert_eq!(take_up(&mut strip, keys[0], Kept::default()), edited());
    assert_eq!(strip.shot(keys[1]).unwrap().kept, Kept::default());
}

#[test]
fn a_photo_is_saved_once_it_is_kept_or_was_exported_as_it_is() {
    let (mut strip, keys) = strip(&["a", "b"]);
    let nothing = Stack::default();
    let is_unsaved = |strip: &Strip<()>| strip.has_unsaved(&nothing, |_| false);
    assert!(!is_unsaved(&strip));
    assert!(strip.has_unsaved(edited().history.stack(), |_| false), "the one in hand counts too");
    take_up(&mut strip, keys[1], edited());
    assert!(is_unsaved(&strip));
    assert!(!strip.has_unsaved(&nothing, |key| key == keys[0]));
    strip.exported(keys[0], Stack::default().recipe());
    assert!(is_unsaved(&strip), "it was exported before it was edited");
    strip.exported(keys[0], edited().history.stack().recipe());
    assert!(!is_unsaved(&strip));
}

#[test]
fn what_is_not_as_it_was_kept_can_be_told() {
    let (mut strip, keys) = strip(&["a", "b"]);
    let version = |strip: &Strip<()>, key| strip.shot(key).unwrap().version;
    assert_eq!(version(&strip, keys[0]), 0);
    take_up(&mut strip, keys[1], edited());
    assert_eq!((version(&strip, keys[0]), version(&strip, keys[1])), (1, 0));
    strip.kept_mut(&keys).for_each(|kept| *kept = Kept::default());
    assert_eq!((version(&strip, keys[0]), version(&strip, keys[1])), (2, 0));
    strip.remove(keys[0]);
    strip.put_back(keys[0]);
    assert_eq!(version(&strip, keys[0]), 3, "what was taken out was put away");
}

#[test]
fn photos_of_an_earlier_visit_stand_where_they_stood() {
    let mut strip = Strip::after(700);
    assert_eq!(strip.add("new".to_owned(), ()), 701);
    strip.bring(0, 42, "c".to_owned(), Some(()), Kept::default());
    strip.bring(0, 40, "a".to_owned(), None, edited());
    strip.bring(1, 41, "b".to_owned(), None, Kept::default());
    let keys: Vec<_> = strip.shots().iter().map(|shot| shot.key).collect();
    assert_eq!(keys, [40, 41, 42, 701]);
    assert_eq!(strip.aside().collect::<Vec<_>>(), [42, 701], "what has no file waits for it");
    let lasting: Vec<_> = strip.lasting().map(|shot| shot.key).collect();
    assert_eq!(lasting, [40, 41, 42, 701]);
    assert_eq!(strip.add("a".to_owned(), ()), 40);
    assert_eq!(take_up(&mut strip, 40, Kept::default()), edited());
}

#[test]
fn what_is_closed_goes_alone_and_can_be_put_back() {
    let (mut strip, keys) = strip(&["a"]);
    strip.bring(1, 40, "b".to_owned(), None, edited());
    assert_eq!(strip.remove_in_hand(edited()), Some(keys[0]));
    assert_eq!((strip.shots().len(), strip.in_hand()), (1, None), "what waits for its file stays");
    assert_eq!(strip.remove_in_hand(edited()), None);
    strip.put_back(keys[0]);
    assert_eq!(strip.place(keys[0]), Some(0));
    assert_eq!(take_up(&mut strip, keys[0], Kept::default()), edited());
}

#[test]
fn marks_say_how_each_photo_stands() {
    let (mut strip, keys) = strip(&["a", "b", "c"]);
    let stack = edited().history.stack().clone();
    let status = |strip: &Strip<()>, key| strip.status(key, &stack);
    assert_eq!(status(&strip, keys[0]), Status::Edited);
    strip.exported(keys[0], stack.recipe());
    assert_eq!(status(&strip, keys[0]), Status::Exported);
    assert_eq!(strip.status(keys[0], &Stack::default()), Status::Untouched, "changed since it was exported");
    strip.set_opening(Some(keys[1]));
    assert_eq!(status(&strip, keys[1]), Status::Opening);
    assert_eq!(strip.fail_opening(false), Some(keys[1]));
    assert_eq!((status(&strip, keys[1]), strip.in_hand()), (Status::Failed, Some(keys[0])));
    assert_eq!(status(&strip, keys[2]), Status::Untouched);
    assert_eq!(strip.aside().collect::<Vec<_>>(), [keys[2]]);
}

#[test]
fn neighbours_are_those_that_can_be_opened() {
    let (mut strip, keys) = strip(&["a", "b", "c"]);
    strip.set_opening(Some(keys[1]));
    strip.fail_opening(true);
    assert_eq!(strip.beside(keys[0], true), Some(keys[2]));
    assert_eq!(strip.beside(keys[2], false), Some(keys[0]));
    assert_eq!((strip.beside(keys[2], true), strip.beside(keys[0], false)), (None, None));
    assert_eq!(strip.neighbour(keys[2], true), Some(keys[0]));
}

#[test]
fn a_lost_photo_comes_back_with_its_stack_when_its_file_does() {
    let (mut strip, keys) = strip(&["a", "b"]);
    assert_eq!(strip.fail_in_hand(edited(), true), Some(keys[0]));
    assert_eq!(strip.in_hand(), None);
    assert_eq!(strip.lasting().count(), 2, "for what was made of it");
    assert_eq!(strip.add("a".to_owned(), ()), keys[0]);
    assert_eq!(take_up(&mut strip, keys[0], Kept::default()), edited());
    assert_ne!(strip.add("a".to_owned(), ()), keys[0], "another file of that name is another photo");
}

#[test]
fn what_is_added_in_vain_is_forgotten_and_nothing_else() {
    let mut strip = Strip::default();
    strip.bring(0, 40, "old".to_owned(), Some(()), Kept::default());
    let keys = ["a", "b"].map(|name| strip.add(name.to_owned(), ()));
    strip.set_opening(Some(keys[0]));
    strip.fail_opening(false);
    strip.forget_first();
    let left: Vec<_> = strip.shots().iter().map(|shot| shot.key).collect();
    assert_eq!(left, [40], "what was kept stays");
    let key = strip.add("c".to_owned(), ());
    take_up(&mut strip, 40, Kept::default());
    strip.fail_in_hand(Kept::default(), false);
    strip.forget_first();
    assert!(strip.place(key).is_some(), "a photo came after it");
}

#[test]
fn only_a_file_that_is_none_is_given_up() {
    let (mut strip, keys) = strip(&["a", "b", "c"]);
    for (key, is_bad) in [(keys[1], false), (keys[2], true)] {
        strip.set_opening(Some(key));
        strip.fail_opening(is_bad);
        assert_eq!(strip.status(key, &Stack::default()), Status::Failed);
    }
    strip.fail_in_hand(Kept::default(), false);
    assert_eq!(strip.lasting().map(|shot| shot.key).collect::<Vec<_>>(), keys[..2]);
}

#[test]
fn what_is_taken_out_can_be_put_back() {
    let (mut strip, keys) = strip(&["a", "b", "c"]);
    assert!(!strip.remove(keys[0]), "the photo in hand stays");
    assert!(strip.remove(keys[1]) && !strip.remove(keys[1]));
    assert_eq!((strip.place(keys[1]), strip.place(keys[2])), (None, Some(1)));
    strip.put_back(keys[1]);
    assert_eq!(strip.place(keys[1]), Some(1));
}

#[test]
fn a_file_that_is_none_is_marked_where_it_stands() {
    let (mut strip, keys) = strip(&["a", "b"]);
    assert_eq!(strip.found_unreadable(keys[1]).as_deref(), Some("b"));
    assert_eq!(strip.status(keys[1], &Stack::default()), Status::Failed);
    assert!(strip.is_readable(keys[0]) && !strip.is_readable(keys[1]));
    assert_eq!(strip.lasting().map(|shot| shot.key).collect::<Vec<_>>(), [keys[0]]);
    assert_eq!(strip.beside(keys[0], true), Some(keys[1]), "it can be tried all the same");
    assert_eq!(strip.add("b".to_owned(), ()), keys[1], "a file of its name takes its place");
    assert_eq!(strip.status(keys[1], &Stack::default()), Status::Untouched);
}
