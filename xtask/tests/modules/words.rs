//! Words that only this code base used where imaging, the web and Rust have terms. They do not come back.

use std::collections::BTreeSet;

/// Words that are no part of an identifier: neither of `end_errand` nor of `ErrandList`.
const IN_NO_NAME: &[&str] = &[
    "bared",
    "deed",
    "desk",
    "errand",
    "errands",
    "grip",
    "hear",
    "heard",
    "hears",
    "intake",
    "keeper",
    "lamp",
    "overtake",
    "overtaken",
    "overtaking",
    "said",
    "sight",
    "tally",
    "told",
    "tongue",
    "uncut",
    "veil",
    "wear",
    "wears",
];

/// Identifiers that are banned as they are; their words are fine elsewhere.
const AS_A_NAME: &[&str] = &[
    "await_leaving",
    "become_like",
    "begin_again",
    "begins_neutral",
    "beside_blur",
    "break_off",
    "bring",
    "bring_back",
    "bring_in",
    "bring_into_view",
    "change_by_blur",
    "change_colours",
    "complain",
    "Contact",
    "Contacts",
    "Copying",
    "Cropper",
    "Ear",
    "ends_like_a_folder",
    "find_again",
    "Finder",
    "found_unreadable",
    "Framing",
    "free_name",
    "Gaps",
    "give_up",
    "give_words",
    "go_away",
    "has_better_to_do",
    "in_hand",
    "InKeeping",
    "Invitation",
    "is_bent",
    "keep_anew",
    "keeps_nobody_out",
    "Kept",
    "KeptRow",
    "KeptStep",
    "knocks",
    "lay_aside",
    "leaving",
    "let_go",
    "Loss",
    "make_way",
    "Miniature",
    "move_on",
    "News",
    "Offers",
    "out_of_the_way",
    "OwnLook",
    "OwnLooks",
    "patience_s",
    "Prints",
    "Promised",
    "pump",
    "put_away",
    "Refusal",
    "run_points",
    "Several",
    "Shot",
    "Shots",
    "showcase",
    "Sixteen",
    "spare_the_photos",
    "spare_the_terminal",
    "strike",
    "take_up",
    "tell",
    "tell_when_done",
    "try_on",
    "turn_to",
    "unmet_wish",
    "Unreadable",
    "unframe",
    "want_prints",
    "weigh_in",
    "Worn",
];

/// An identifier of this many words is the sentence that names a test, which is read as English.
const SENTENCE: usize = 5;

/// The banned words in an identifier.
pub fn banned_in(identifier: &str) -> BTreeSet<&'static str> {
    let words = words(identifier);
    if words.len() >= SENTENCE && identifier.contains('_') {
        return BTreeSet::new();
    }
    let in_it = IN_NO_NAME.iter().filter(|banned| words.iter().any(|word| word == *banned));
    let as_it_is = AS_A_NAME.iter().filter(|banned| **banned == identifier);
    in_it.chain(as_it_is).copied().collect()
}

/// `end_errand`, `EndErrand` and `END_ERRAND` are `end`, `errand`.
fn words(identifier: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = '_';
    for letter in identifier.chars() {
        let begins = letter.is_uppercase() && before.is_lowercase();
        if letter == '_' || begins {
            words.push(String::new());
        }
        if letter != '_' {
            words.last_mut().expect("it has one").extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.retain(|word| !word.is_empty());
    words
}
