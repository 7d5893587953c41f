//! How well a filter matches what was typed.

use safelight_kernels::{Spec, Text, filter_text};

/// How a query matches a filter, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// It is the filter's name.
    Name,
    /// It is the name of the filter's group.
    Group,
    /// The name begins with it.
    NameStart,
    /// It is one of the filter's synonyms.
    Synonym,
    /// Its words begin words of the name.
    NameWords,
    /// Its words begin words of the name or of synonyms.
    SynonymWords,
    /// Its words begin words of any text of the filter or of its group's name.
    AnyWords,
    /// Its words are somewhere within those words.
    Letters,
    /// Its words are one typing error away from words of the name or of synonyms, or from beginnings of them.
    TypingError,
}

impl Quality {
    /// The worst quality that is shown beside this one.
    pub fn or_better(self) -> Self {
        self.max(Self::AnyWords)
    }
}

/// What was typed, ready to be compared.
pub struct Query {
    words: Vec<String>,
}

impl Query {
    pub fn new(text: &str) -> Self {
        Self { words: words(text) }
    }

    /// How it matches a filter in any language, if it does.
    pub fn quality(&self, filter: &Spec) -> Option<Quality> {
        let text = filter_text(filter);
        let [names, groups] = [text.name, filter.group.name()].map(|text| in_all_languages(text).map(words));
        let synonyms: Vec<_> = in_all_languages(text.synonyms)
            .into_iter()
            .flat_map(|text| text.split(", "))
            .map(words)
            .collect();
        let name_words = names.concat();
        let known_words = [&name_words[..], &synonyms.concat()].concat();
        let summaries = in_all_languages(text.summary).map(words).concat();
        let any_words = [&known_words[..], &groups.concat(), &summaries].concat();
        let each_in = |words: &[String], is: fn(&str, &str) -> bool| {
            self.words.iter().all(|typed| words.iter().any(|word| is(word, typed)))
        };
        let begins = |word: &str, typed: &str| word.starts_with(typed);
        let contains = |word: &str, typed: &str| word.contains(typed);
        if names.contains(&self.words) {
            Some(Quality::Name)
        } else if groups.contains(&self.words) {
            Some(Quality::Group)
        } else if names.iter().any(|name| name.concat().starts_with(&self.words.concat())) {
            Some(Quality::NameStart)
        } else if synonyms.contains(&self.words) {
            Some(Quality::Synonym)
        } else if each_in(&name_words, begins) {
            Some(Quality::NameWords)
        } else if each_in(&known_words, begins) {
            Some(Quality::SynonymWords)
        } else if each_in(&any_words, begins) {
            Some(Quality::AnyWords)
        } else if each_in(&any_words, contains) {
            Some(Quality::Letters)
        } else if each_in(&known_words, is_nearly) {
            Some(Quality::TypingError)
        } else {
            None
        }
    }

    /// Whether it is one of these phrases, which are separated by commas.
    pub fn is_any_of(&self, phrases: &str) -> bool {
        phrases.split(", ").any(|phrase| words(phrase) == self.words)
    }
}

fn in_all_languages(text: Text) -> [&'static str; 2] {
    [text.en, text.de]
}

/// Words in one spelling: lower case, without accents and the spelling that languages and countries differ in.
fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace('ß', "ss").replace('ä', "a").replace('ö', "o").replace('ü', "u");
    let plain = plain.replace("colour", "color").replace("grey", "gray");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a typed word of some length is one letter too many, too few, other or exchanged with its neighbour, compared
/// with a word or its beginning.
fn is_nearly(word: &str, typed: &str) -> bool {
    const SHORTEST: usize = 5;
    let length = typed.chars().count();
    let beginnings = word.char_indices().map(|(index, _)| &word[..index]).chain([word]);
    length >= SHORTEST
        && beginnings
            .filter(|part| part.chars().count().abs_diff(length) <= 1)
            .any(|part| strsim::osa_distance(part, typed) <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        assert_eq!(words("Schwarz-Weiß,  COLOUR/grey"), ["schwarz", "weiss", "color", "gray"]);
        assert_eq!(words(" – "), [""; 0]);
    }

    #[test]
    fn one_typing_error_is_forgiven_in_longer_words() {
        for typed in ["temprature", "temperatrue", "temperratur", "tempra", "tamper"] {
            assert!(is_nearly("temperature", typed), "{typed}");
        }
        for typed in ["temp", "timperatore", "sepio"] {
            assert!(!is_nearly("temperature", typed), "{typed}");
        }
        assert!(!is_nearly("lut", "lot"), "short words have too many neighbours");
    }
}
