//! Which photos stand in the strip, as data that outlives the page. What was made of each is kept beside it, so that
//! a slider has one photo's steps written again, and not all.

use serde::{Deserialize, Serialize};

/// The form that this code writes and reads.
const VERSION: u32 = 1;

/// The photos of a strip, by their keys and names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    version: u32,
    photos: Vec<(u32, String)>,
    #[serde(rename = "in_hand")]
    active: Option<u32>,
}

impl Manifest {
    /// These photos in this order, one of them in hand.
    pub fn new(photos: Vec<(u32, String)>, active: Option<u32>) -> Self {
        Self { version: VERSION, photos, active }
    }

    /// Itself; nothing, if another version wrote what this one can't read.
    pub fn readable(self) -> Option<Self> {
        (self.version == VERSION).then_some(self)
    }

    /// All photos; the one in hand comes first, and then the others in their order.
    pub fn in_load_order(&self) -> impl Iterator<Item = u32> {
        let keys = self.photos.iter().map(|(key, _)| *key);
        let others = keys.clone().filter(|key| Some(*key) != self.active);
        keys.filter(|key| Some(*key) == self.active).chain(others)
    }

    /// The photo in hand.
    pub fn active(&self) -> Option<u32> {
        self.active
    }

    /// The photos that stand before this one.
    pub fn before(&self, key: u32) -> impl Iterator<Item = &(u32, String)> {
        self.photos.iter().take_while(move |(other, _)| *other != key)
    }

    /// A photo's name.
    pub fn name(&self, key: u32) -> &str {
        self.photos.iter().find(|(other, _)| *other == key).map_or("", |(_, name)| name)
    }

    /// Takes in the photos of another that are not in it.
    pub fn join(&mut self, other: &Self) {
        let missing: Vec<_> = other.without(self).map(|key| (key, other.name(key).to_owned())).collect();
        self.photos.extend(missing);
    }

    /// All names.
    pub fn names(&self) -> Vec<String> {
        self.photos.iter().map(|(_, name)| name.clone()).collect()
    }

    /// The photos that are not among those of another.
    pub fn without(&self, other: &Self) -> impl Iterator<Item = u32> {
        let is_there = |key: &u32| other.photos.iter().any(|(there, _)| there == key);
        self.photos.iter().map(|(key, _)| *key).filter(move |key| !is_there(key))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.photos.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll(keys: &[u32], active: u32) -> Manifest {
        Manifest::new(keys.iter().map(|key| (*key, format!("{key}.png"))).collect(), Some(active))
    }

    #[test]
    fn the_photo_in_hand_comes_first_and_each_knows_its_place() {
        let roll = roll(&[4, 7, 5], 7);
        assert_eq!(roll.in_load_order().collect::<Vec<_>>(), [7, 4, 5]);
        assert_eq!(roll.before(5).map(|(key, _)| *key).collect::<Vec<_>>(), [4, 7]);
        assert_eq!((roll.name(5), roll.name(6)), ("5.png", ""));
    }

    #[test]
    fn what_is_gone_is_known() {
        assert_eq!(roll(&[1, 2, 3], 1).without(&roll(&[3, 4], 3)).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn what_could_not_be_written_is_still_to_be_put_away() {
        let (before, now) = (roll(&[1, 2], 1), roll(&[2], 2));
        let mut known = now.clone();
        known.join(&before);
        assert_eq!(known.without(&now).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn what_another_version_wrote_is_left() {
        let text = serde_json::to_string(&roll(&[1, 2], 2)).unwrap();
        assert_eq!(serde_json::from_str::<Manifest>(&text).unwrap().readable(), Some(roll(&[1, 2], 2)));
        assert_eq!(Manifest { version: 2, ..roll(&[1], 1) }.readable(), None);
    }

    #[test]
    fn records_of_earlier_builds_are_read() {
        let text = r#"{"version":1,"photos":[[4,"a.png"],[7,"b.png"]],"in_hand":7}"#;
        let saved: Manifest = serde_json::from_str(text).unwrap();
        assert_eq!(saved, Manifest::new(vec![(4, "a.png".to_owned()), (7, "b.png".to_owned())], Some(7)));
    }
}
