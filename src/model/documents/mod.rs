//! The film strip as plain data: which photos stand in it, which of them is in hand, and what is kept of the others.
//! The worker holds the one in hand alone; the others are opened again from their files when they are taken up.

#[cfg(test)]
mod tests;

use safelight_recipe::Recipe;

use crate::{model::history::History, model::stack::Stack, model::viewport::Zoom};

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
    /// What it is read from; nothing, while a photo that was not kept is waited for.
    pub negative: Option<N>,
    /// What a person made of it, up to when it was put aside; of the one in hand the session knows.
    pub kept: Kept,
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
    /// An empty strip whose keys come after this one. Keys outlive the page, so no two pages should give the same.
    pub fn after(last_key: u32) -> Self {
        Self { last_key, ..Self::default() }
    }

    /// Puts a photo at the end; its key. A file of the name of one that could not be opened takes that one's place,
    /// with all that was made of it.
    pub fn add(&mut self, name: String, negative: N) -> u32 {
        if let Some(shot) = self.shots.iter_mut().find(|shot| shot.is_bad() && shot.name == name) {
            (shot.failed, shot.unreadable, shot.negative) = (false, false, Some(negative));
            return shot.key;
        }
        self.last_key += 1;
        let key = self.last_key;
        let first = self.in_hand.is_none();
        let shot = Shot { first, ..Shot::new(key, name, Some(negative), Kept::default()) };
        self.shots.push(shot);
        key
    }

    /// Brings a photo of an earlier visit to this place. Without what it is read from it waits for its file.
    pub fn bring(&mut self, place: usize, key: u32, name: String, negative: Option<N>, kept: Kept) {
        self.shots.insert(place.min(self.shots.len()), Shot::new(key, name, negative, kept));
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

    /// Whether nothing is known that speaks against opening a photo.
    pub fn is_readable(&self, key: u32) -> bool {
        self.shot(key).is_some_and(|shot| !shot.is_bad())
    }

    /// What is kept of these photos, as far as they stand aside.
    pub fn kept_mut(&mut self, keys: &[u32]) -> impl Iterator<Item = &mut Kept> {
        let in_hand = self.in_hand;
        let aside = move |shot: &&mut Shot<N>| keys.contains(&shot.key) && Some(shot.key) != in_hand;
        self.shots.iter_mut().filter(aside).map(|shot| {
            shot.version += 1;
            &mut shot.kept
        })
    }

    /// The photos that should be there at the next visit: all but those whose files are none and nobody made anything
    /// of. What could not be opened for another reason may be opened then.
    pub fn lasting(&self) -> impl Iterator<Item = &Shot<N>> {
        self.shots.iter().filter(|shot| !shot.unreadable || !shot.is_untouched())
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
        self.shots.iter_mut().for_each(|shot| shot.first = false);
        let shot = self.opening.take().and_then(|key| self.shot_mut(key));
        let Some(shot) = shot else { return Kept::default() };
        (shot.failed, shot.unreadable) = (false, false);
        let (key, kept) = (shot.key, std::mem::take(&mut shot.kept));
        self.in_hand = Some(key);
        kept
    }

    /// Notes that the photo that was being opened could not be, and whether its file is to blame; its key.
    pub fn fail_opening(&mut self, is_bad: bool) -> Option<u32> {
        let key = self.opening.take()?;
        self.fail(key, is_bad)
    }

    /// Notes that the file of a photo that stands aside can't be opened; the photo's name.
    pub fn found_unreadable(&mut self, key: u32) -> Option<String> {
        let shot = self.shot_mut(key)?;
        shot.unreadable = true;
        Some(shot.name.clone())
    }

    /// Notes that the photo in hand could not be opened again, and whether its file is to blame. What was made of it is
    /// kept; its key.
    pub fn fail_in_hand(&mut self, present: Kept, is_bad: bool) -> Option<u32> {
        let key = self.lay_aside(present)?;
        self.fail(key, is_bad)
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
            let (place, mut shot) = self.removed.remove(at);
            shot.version += 1;
            self.shots.insert(place.min(self.shots.len()), shot);
        }
    }

    /// Takes the photo in hand out, as it is; its key.
    pub fn remove_in_hand(&mut self, present: Kept) -> Option<u32> {
        let key = self.lay_aside(present)?;
        self.remove(key).then_some(key)
    }

    /// Forgets what was added in vain, when no photo is in hand. What was there before stays.
    pub fn forget_first(&mut self) {
        if self.in_hand.is_none() {
            self.shots.retain(|shot| !shot.first || !shot.is_untouched());
        }
    }

    /// Whether a photo has filters that no export of it has, and is not kept for the next visit. `in_hand` is the stack
    /// of the photo in hand.
    pub fn has_unsaved(&self, in_hand: &Stack, is_kept: impl Fn(u32) -> bool) -> bool {
        let is_unsaved = |key| self.status(key, in_hand) == Status::Edited && !is_kept(key);
        self.shots.iter().any(|shot| is_unsaved(shot.key))
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
        } else if shot.is_bad() {
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

    fn fail(&mut self, key: u32, is_bad: bool) -> Option<u32> {
        let shot = self.shot_mut(key)?;
        (shot.failed, shot.unreadable) = (true, shot.unreadable || is_bad);
        Some(key)
    }

    fn lay_aside(&mut self, present: Kept) -> Option<u32> {
        let key = self.in_hand.take()?;
        let shot = self.shot_mut(key)?;
        (shot.kept, shot.version) = (present, shot.version + 1);
        Some(key)
    }
}

impl<N> Shot<N> {
    fn new(key: u32, name: String, negative: Option<N>, kept: Kept) -> Self {
        let failed = negative.is_none();
        Self {
            key,
            name,
            negative,
            kept,
            version: 0,
            failed,
            unreadable: false,
            first: false,
            exported: None,
        }
    }

    fn is_bad(&self) -> bool {
        self.failed || self.unreadable
    }

    fn is_untouched(&self) -> bool {
        self.kept.history.stack().rows().is_empty()
    }
}
