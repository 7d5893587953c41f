//! Finding a filter by a few letters.

use safelight_kernels::{Group, Spec};

use crate::texts::{filter_name, group_name, summary};

/// What was found, by group; groups and filters in the order of the registry.
pub type Found = Vec<(Group, Vec<&'static Spec>)>;

/// The filters that have every word of the query in their name, group or summary.
pub fn found(filters: &[&'static Spec], query: &str) -> Found {
    let mut found = Found::new();
    for filter in filters.iter().copied().filter(|filter| is_meant(filter, query)) {
        match found.iter_mut().find(|(group, _)| *group == filter.group) {
            Some((_, filters)) => filters.push(filter),
            None => found.push((filter.group, vec![filter])),
        }
    }
    found
}

/// The one to begin with: the first whose name begins with the query, or else the first.
pub fn best(found: &Found, query: &str) -> usize {
    let query = query.trim().to_lowercase();
    let mut all = found.iter().flat_map(|(_, filters)| filters);
    all.position(|filter| filter_name(filter).to_lowercase().starts_with(&query)).unwrap_or(0)
}

/// The filter of this place, counted through all groups.
pub fn nth(found: &Found, at: usize) -> Option<&'static Spec> {
    found.iter().flat_map(|(_, filters)| filters).nth(at).copied()
}

/// How many were found.
pub fn count(found: &Found) -> usize {
    found.iter().map(|(_, filters)| filters.len()).sum()
}

fn is_meant(filter: &'static Spec, query: &str) -> bool {
    let words =
        format!("{} {} {}", filter_name(filter), group_name(filter.group), summary(filter)).to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use safelight_kernels::SPECS;

    use super::*;

    #[test]
    fn an_empty_query_finds_every_filter_once() {
        assert_eq!(count(&found(SPECS, "  ")), SPECS.len());
        let groups: Vec<_> = found(SPECS, "").into_iter().map(|(group, _)| group).collect();
        assert!(groups.iter().enumerate().all(|(index, group)| !groups[..index].contains(group)));
    }

    #[test]
    fn letters_of_a_name_find_it() {
        let sepia = found(SPECS, "SEP");
        assert_eq!(nth(&sepia, 0).map(|filter| filter.id), Some("sepia"));
        assert_eq!(count(&sepia), 1);
        assert!(found(SPECS, "no such filter").is_empty());
        assert_eq!(nth(&found(SPECS, "no such filter"), 0), None);
    }

    #[test]
    fn every_word_counts() {
        assert_eq!(count(&found(SPECS, "sepia invert")), 0);
        assert!(count(&found(SPECS, "old brown")) >= 1);
    }

    #[test]
    fn a_name_that_begins_with_the_query_comes_first() {
        let all = found(SPECS, "");
        let at = best(&all, "Inv");
        assert_eq!(nth(&all, at).map(|filter| filter.id), Some("invert"));
        assert_eq!(best(&all, "zzz"), 0);
    }
}
