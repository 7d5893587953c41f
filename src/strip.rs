//! The film strip as plain data: which photos stand in it, which of them is in hand, and what is kept of the others.
//! The worker holds the one in hand alone; the others are opened again from their files when they are taken up.

use safelight_recipe::Recipe;

use crate::{history::History, stack::Stack, viewport::Zoom};

/// Photos in the order in which they came. `N` is what a photo is read from.
#[derive(Debug, Clone)]
pub struct Strip<N> {
    shots: Vec<Shot<N>>,
    /// What was taken out, and from which place: it can be put back.
    removed: Vec<(usize, Shot<N>)>,
    in_hand: Option<u32>,
    opening: Option<u32>,
    last_key: u32,
}

/// One photo of the strip.
#[derive(Debug, Clone)]
pub struct Shot<N> {
    /// Names this photo for as long as the page lives.
    pub key: u32,
    /// Its file's name.
    pub name: String,
    /// What it is read from.
    pub negative: N,
    /// What a person made of it, up to when it was put aside; of the one in hand the session knows.
    pub kept: Kept,
    failed: bool,
    exported: Option<Recipe>,
}

/// What a person made of a photo, and how it was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its steps, and so its stack.
    pub history: History,
    /// The row whose settings were open.
    pub open_row: Option<u32>,
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

impl Default for Kept {
    fn default() -> Self {
        Self { history: History::default(), open_row: None, zoom: Zoom::Fit, centre: (0.5, 0.5) }
    }
}

impl<N> Default for Strip<N> {
    fn default() -> Self {
        Self { shots: Vec::new(), removed: Vec::new(), in_hand: None, opening: None, last_key: 0 }
    }
}

impl<N> Strip<N> {
    /// Puts a photo at the end; its key. A file of the name of one that could not be opened takes that one's place,
    /// with all that was made of it.
    pub fn add(&mut self, name: String, negative: N) -> u32 {
        if let Some(shot) = self.shots.iter_mut().find(|shot| shot.failed && shot.name == name) {
            (shot.failed, shot.negative) = (false, negative);
            return shot.key;
        }
        self.last_key += 1;
        let (key, kept) = (self.last_key, Kept::default());
        self.shots.push(Shot { key, name, negative, kept, failed: false, exported: None });
        key
    }

    /// All photos.
    pub fn shots(&self) -> &[Shot<N>] {
        &self.shots
    }

    /// The photo of this key.
    pub fn shot(&self, key: u32) -> Option<&Shot<N>> {
        self.shots.iter().find(|shot| shot.key == key)
    }

    /// The photos that stand aside and can be opened.
    pub fn aside(&self) -> impl Iterator<Item = u32> {
        self.shots.iter().map(|shot| shot.key).filter(|key| self.is_aside(*key))
    }

    /// Whether a photo stands aside and can be opened.
    pub fn is_aside(&self, key: u32) -> bool {
        Some(key) != self.in_hand && self.shot(key).is_some_and(|shot| !shot.failed)
    }

    /// What is kept of these photos, as far as they stand aside.
    pub fn kept_mut(&mut self, keys: &[u32]) -> impl Iterator<Item = &mut Kept> {
        let in_hand = self.in_hand;
        let aside = move |shot: &&mut Shot<N>| keys.contains(&shot.key) && Some(shot.key) != in_hand;
        self.shots.iter_mut().filter(aside).map(|shot| &mut shot.kept)
    }

    /// Where a photo stands, counted from 0.
    pub fn place(&self, key: u32) -> Option<usize> {
        self.shots.iter().position(|shot| shot.key == key)
    }

    /// The photo in hand.
    pub fn in_hand(&self) -> Option<u32> {
        self.in_hand
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
    pub fn take_up(&mut self, present: Kept) -> Kept {
        self.lay_aside(present);
        let shot = self.opening.take().and_then(|key| self.shot_mut(key));
        let Some(shot) = shot else { return Kept::default() };
        shot.failed = false;
        let (key, kept) = (shot.key, std::mem::take(&mut shot.kept));
        self.in_hand = Some(key);
        kept
    }

    /// Notes that the photo that was being opened could not be; its key.
    pub fn fail_opening(&mut self) -> Option<u32> {
        let key = self.opening.take()?;
        self.shot_mut(key)?.failed = true;
        Some(key)
    }

    /// Notes that the photo in hand could not be read again. What was made of it is kept; its key.
    pub fn fail_in_hand(&mut self, present: Kept) -> Option<u32> {
        let key = self.lay_aside(present)?;
        self.shot_mut(key)?.failed = true;
        Some(key)
    }

    /// The photo after or before this one that may be opened; the other way, where there is none that way.
    pub fn neighbour(&self, key: u32, forward: bool) -> Option<u32> {
        self.beside(key, forward).or_else(|| self.beside(key, !forward))
    }

    /// The photo after or before this one that may be opened.
    pub fn beside(&self, key: u32, forward: bool) -> Option<u32> {
        let place = self.place(key)?;
        let found = if forward {
            self.shots[place + 1..].iter().find(|shot| !shot.failed)
        } else {
            self.shots[..place].iter().rev().find(|shot| !shot.failed)
        };
        found.map(|shot| shot.key)
    }

    /// Takes a photo out that is not in hand; whether it was there.
    pub fn remove(&mut self, key: u32) -> bool {
        let place = self.place(key).filter(|_| self.in_hand != Some(key) && self.opening != Some(key));
        let Some(place) = place else { return false };
        let shot = self.shots.remove(place);
        self.removed.push((place, shot));
        true
    }

    /// Puts back what was taken out.
    pub fn put_back(&mut self, key: u32) {
        if let Some(at) = self.removed.iter().position(|(_, shot)| shot.key == key) {
            let (place, shot) = self.removed.remove(at);
            self.shots.insert(place.min(self.shots.len()), shot);
        }
    }

    /// Forgets photos that nobody made anything of, when none is in hand.
    pub fn forget_untouched(&mut self) {
        if self.in_hand.is_none() {
            self.shots.retain(|shot| !shot.kept.history.stack().rows().is_empty());
        }
    }

    /// Whether a photo that stands aside has filters that no export of it has.
    pub fn has_unsaved_aside(&self) -> bool {
        let nothing = Stack::default();
        self.aside().any(|key| self.status(key, &nothing) == Status::Edited)
    }

    /// Notes what a photo was exported with.
    pub fn exported(&mut self, key: u32, recipe: Recipe) {
        if let Some(shot) = self.shot_mut(key) {
            shot.exported = Some(recipe);
        }
    }

    /// How a photo stands. `in_hand` is the stack of the photo in hand.
    pub fn status(&self, key: u32, in_hand: &Stack) -> Status {
        let Some(shot) = self.shot(key) else { return Status::Untouched };
        let stack = if self.in_hand == Some(key) { in_hand } else { shot.kept.history.stack() };
        if self.opening == Some(key) {
            Status::Opening
        } else if shot.failed {
            Status::Failed
        } else if shot.exported.as_ref() == Some(&stack.recipe()) {
            Status::Exported
        } else if stack.rows().is_empty() {
            Status::Untouched
        } else {
            Status::Edited
        }
    }

    fn shot_mut(&mut self, key: u32) -> Option<&mut Shot<N>> {
        self.shots.iter_mut().find(|shot| shot.key == key)
    }

    fn lay_aside(&mut self, present: Kept) -> Option<u32> {
        let key = self.in_hand.take()?;
        self.shot_mut(key)?.kept = present;
        Some(key)
    }
}

#[cfg(test)]
mod tests {
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
    fn what_stands_aside_is_saved_once_it_was_exported_as_it_is() {
        let (mut strip, keys) = strip(&["a", "b"]);
        assert!(!strip.has_unsaved_aside());
        take_up(&mut strip, keys[1], edited());
        assert!(strip.has_unsaved_aside());
        strip.exported(keys[0], Stack::default().recipe());
        assert!(strip.has_unsaved_aside(), "it was exported before it was edited");
        strip.exported(keys[0], edited().history.stack().recipe());
        assert!(!strip.has_unsaved_aside());
    }

    #[test]
    fn marks_say_how_each_photo_stands() {
        let (mut strip, keys) = strip(&["a", "b", "c"]);
        let stack = edited().history.stack().clone();
        let status = |strip: &Strip<()>, key| strip.status(key, &stack);
        assert_eq!(status(&strip, keys[0]), Status::Edited);
        strip.exported(keys[0], stack.recipe());
        assert_eq!(status(&strip, keys[0]), Status::Exported);
        assert_eq!(
            strip.status(keys[0], &Stack::default()),
            Status::Untouched,
            "changed since it was exported"
        );
        strip.set_opening(Some(keys[1]));
        assert_eq!(status(&strip, keys[1]), Status::Opening);
        assert_eq!(strip.fail_opening(), Some(keys[1]));
        assert_eq!((status(&strip, keys[1]), strip.in_hand()), (Status::Failed, Some(keys[0])));
        assert_eq!(status(&strip, keys[2]), Status::Untouched);
        assert_eq!(strip.aside().collect::<Vec<_>>(), [keys[2]]);
    }

    #[test]
    fn neighbours_are_those_that_can_be_opened() {
        let (mut strip, keys) = strip(&["a", "b", "c"]);
        strip.set_opening(Some(keys[1]));
        strip.fail_opening();
        assert_eq!(strip.beside(keys[0], true), Some(keys[2]));
        assert_eq!(strip.beside(keys[2], false), Some(keys[0]));
        assert_eq!((strip.beside(keys[2], true), strip.beside(keys[0], false)), (None, None));
        assert_eq!(strip.neighbour(keys[2], true), Some(keys[0]));
    }

    #[test]
    fn a_lost_photo_comes_back_with_its_stack_when_its_file_does() {
        let (mut strip, keys) = strip(&["a", "b"]);
        assert_eq!(strip.fail_in_hand(edited()), Some(keys[0]));
        assert_eq!(strip.in_hand(), None);
        strip.forget_untouched();
        assert_eq!(strip.shots().len(), 1, "only what nobody made anything of is forgotten");
        assert_eq!(strip.add("a".to_owned(), ()), keys[0]);
        assert_eq!(take_up(&mut strip, keys[0], Kept::default()), edited());
        assert_ne!(strip.add("a".to_owned(), ()), keys[0], "another file of that name is another photo");
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
}
