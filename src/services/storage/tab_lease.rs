//! Which of the kept photos is this tab's. A tab that is loaded again has its own; a new one takes over the newest
//! that another tab has left, so that two tabs never write into one place.

/// As many photos of closed tabs are kept; older ones are forgotten.
const MAX_RELEASED: usize = 4;

/// What a tab finds when it comes.
#[derive(Debug, PartialEq, Eq)]
pub struct Lease {
    /// The place that is this tab's from now on; none if it needs a new one.
    pub slot: Option<String>,
    /// The places that stay left, oldest first.
    pub left: Vec<String>,
    /// Those of them that are to be forgotten.
    pub surplus: Vec<String>,
}

/// What a tab takes that had `user_presets` before it was loaded again, while others have `left` theirs, oldest first.
pub fn claim(user_presets: Option<String>, mut left: Vec<String>) -> Lease {
    let slot = user_presets.or_else(|| left.last().cloned());
    left.retain(|other| Some(other) != slot.as_ref());
    let surplus = left[..left.len().saturating_sub(MAX_RELEASED)].to_vec();
    Lease { slot, left, surplus }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claimed(user_presets: Option<&str>, left: &[&str]) -> (Option<String>, String, String) {
        let left = left.iter().map(|slot| (*slot).to_owned()).collect();
        let Lease { slot, left, surplus } = claim(user_presets.map(str::to_owned), left);
        (slot, left.join(" "), surplus.join(" "))
    }

    #[test]
    fn a_tab_that_comes_back_has_its_own() {
        let (slot, left, _) = claimed(Some("a"), &["b", "a", "c"]);
        assert_eq!((slot.as_deref(), left.as_str()), (Some("a"), "b c"));
    }

    #[test]
    fn a_new_tab_takes_the_newest_that_was_left() {
        let (slot, left, _) = claimed(None, &["b", "c"]);
        assert_eq!((slot.as_deref(), left.as_str()), (Some("c"), "b"));
        assert_eq!(claimed(None, &[]).0, None);
    }

    #[test]
    fn only_so_many_are_kept() {
        let (_, left, surplus) = claimed(Some("x"), &["a", "b", "c", "d", "e", "f"]);
        assert_eq!(
            (left.as_str(), surplus.as_str()),
            ("a b c d e f", "a b"),
            "they are there until they are gone"
        );
    }
}
