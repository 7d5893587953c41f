//! Texts with gaps. They are data and no code, so that a translator can read them and a page pays for letters only.

/// A text with `N` gaps, `{0}`, `{1}`…, each filled once and in whatever order a language wants.
pub struct Template<const N: usize>(&'static str);

impl<const N: usize> Template<N> {
    /// Counted by the compiler, as long as it stands in a `static`.
    pub const fn new(text: &'static str) -> Self {
        assert!(has_gaps(text.as_bytes(), N), "a text has each of its gaps once, and no other");
        Self(text)
    }

    /// The text with these in its gaps.
    pub fn fill(&self, values: [&str; N]) -> String {
        fill(self.0, &values)
    }
}

/// A text with a number in it. English and German both tell one from all others, 0 among them.
pub struct Plural {
    one: &'static str,
    others: &'static str,
}

impl Plural {
    /// For 1, which need not be written as a number, and for every other number.
    pub const fn new(one: &'static str, others: &'static str) -> Self {
        assert!(has_gaps(one.as_bytes(), 0) || has_gaps(one.as_bytes(), 1), "at most the number");
        assert!(has_gaps(others.as_bytes(), 1), "the number, and no more");
        Self { one, others }
    }

    /// The text for this number.
    pub fn fill(&self, count: usize) -> String {
        fill(if count == 1 { self.one } else { self.others }, &[&count.to_string()])
    }
}

fn fill(text: &str, values: &[&str]) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (gap, after) = part.split_once('}').unwrap_or((part, ""));
        // One digit, which the compiler has seen.
        let gap = usize::from(gap.as_bytes().first().map_or(0, |digit| digit.wrapping_sub(b'0')));
        filled.push_str(values.get(gap).copied().unwrap_or_default());
        filled.push_str(after);
    }
    filled
}

const fn has_gaps(text: &[u8], count: usize) -> bool {
    let (mut at, mut seen, mut found) = (0, 0_u32, 0);
    while at < text.len() {
        if text[at] == b'{' {
            if at + 2 >= text.len() || text[at + 2] != b'}' || !text[at + 1].is_ascii_digit() {
                return false;
            }
            seen |= 1 << (text[at + 1] - b'0');
            found += 1;
        }
        at += 1;
    }
    found == count && seen == (1 << count) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_in_the_order_of_the_language() {
        assert_eq!(Template::<2>::new("{1} of {0}.").fill(["5", "{0}"]), "{0} of 5.");
        assert_eq!(Template::<0>::new("Plain").fill([]), "Plain");
    }

    #[test]
    fn wrong_gaps_are_seen() {
        for wrong in ["{0}", "{0} {0}", "{0} {2}", "{0} {1} {2}", "{a} {0}", "{0} {1", "{0} {1}{"] {
            assert!(!has_gaps(wrong.as_bytes(), 2), "{wrong}");
        }
        assert!(has_gaps(b"{1}{0}", 2));
    }

    #[test]
    fn one_is_told_from_all_others() {
        let photos = Plural::new("{0} photo", "{0} photos");
        assert_eq!([0, 1, 21].map(|count| photos.fill(count)), ["0 photos", "1 photo", "21 photos"]);
        assert_eq!(Plural::new("The other", "{0} others").fill(1), "The other");
    }
}
