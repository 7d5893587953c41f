//! Finding a filter by a few letters.

use safelight_kernels::{Group, Spec};

use crate::ui::picker::ranking::{Quality, Query};

/// What was found, by group; groups and filters in the order of the registry.
pub type SearchResults = Vec<(Group, Vec<&'static Spec>)>;

/// All filters, by group.
pub fn groups(filters: &[&'static Spec]) -> SearchResults {
    found(filters, "")
}

/// The filters that match a query. Letters in the middle of words count only if no word begins with them, and words
/// with a typing error only if nothing else is found.
pub fn found(filters: &[&'static Spec], query: &str) -> SearchResults {
    let query = Query::new(query);
    if query.is_any_of(MISSING) {
        return SearchResults::new();
    }
    let matches: Vec<_> =
        filters.iter().filter_map(|filter| Some((*filter, query.quality(filter)?))).collect();
    let worst =
        matches.iter().map(|(_, quality)| *quality).min().map_or(Quality::TypingError, Quality::or_better);
    let mut found = SearchResults::new();
    for (filter, _) in matches.into_iter().filter(|(_, quality)| *quality <= worst) {
        match found.iter_mut().find(|(group, _)| *group == filter.group) {
            Some((_, filters)) => filters.push(filter),
            None => found.push((filter.group, vec![filter])),
        }
    }
    found
}

/// The place of the filter that matches best, the first of several; counted through all groups.
pub fn best(found: &SearchResults, query: &str) -> usize {
    let query = Query::new(query);
    let all = found.iter().flat_map(|(_, filters)| filters).enumerate();
    all.min_by_key(|(_, filter)| query.quality(filter).unwrap_or(Quality::TypingError))
        .map_or(0, |(at, _)| at)
}

/// Whether a query asks for a tool that photo editors have and this one lacks.
pub fn is_missing_tool(query: &str) -> bool {
    Query::new(query).is_any_of(MISSING)
}

/// Tools that people look for among the filters, in each language of the page.
const MISSING: &str = "text, watermark, red eye, clone, clone stamp, heal, healing brush, lens correction, perspective, \
    layer mask, wasserzeichen, rote augen, stempel, kopierstempel, reparaturpinsel, objektivkorrektur, perspektive, \
    ebenenmaske";

/// The filter of this place, counted through all groups.
pub fn nth(found: &SearchResults, at: usize) -> Option<&'static Spec> {
    found.iter().flat_map(|(_, filters)| filters).nth(at).copied()
}

/// The place of a filter, counted through all groups.
pub fn place(found: &SearchResults, filter: &Spec) -> Option<usize> {
    found.iter().flat_map(|(_, filters)| filters).position(|other| *other == filter)
}

/// The place of the first filter of a group.
pub fn first_of(found: &SearchResults, group: Group) -> usize {
    found.iter().take_while(|(other, _)| *other != group).map(|(_, filters)| filters.len()).sum()
}

/// How many were found.
pub fn count(found: &SearchResults) -> usize {
    found.iter().map(|(_, filters)| filters.len()).sum()
}

#[cfg(test)]
mod tests {
    use safelight_kernels::{SPECS, spec};

    use super::*;

    fn first(query: &str) -> Option<&'static str> {
        let found = found(SPECS, query);
        nth(&found, best(&found, query)).map(|filter| filter.id)
    }

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
    fn english_words_find_their_filter_first() {
        for (query, id) in [
            ("wb", "temperature"),
            ("bw", "grayscale"),
            ("noise reduction", "median"),
            ("hsl", "saturation"),
            ("autotone", "auto-contrast"),
            ("split toning", "duotone"),
            ("blacks", "levels"),
            ("whites", "levels"),
            ("lens", "vignette"),
            ("3d lut", "colour-table"),
            ("temprature", "temperature"),
            ("black and white", "grayscale"),
            ("color", "temperature"),
            ("scale", "resize"),
            ("old", "sepia"),
            ("white balance", "temperature"),
            ("b&w", "grayscale"),
            ("monochrome", "grayscale"),
            ("noise", "median"),
            ("denoise", "median"),
            ("lut", "colour-table"),
            ("mirror", "flip"),
            ("size", "resize"),
            ("dehaze", "clarity"),
            ("highlights", "shadows-highlights"),
            ("black point", "levels"),
            ("tone curve", "curves"),
            ("soft", "gaussian-blur"),
            ("auto", "auto-contrast"),
            ("texture", "clarity"),
            ("negative", "invert"),
            ("mosaic", "pixelate"),
            ("censor", "pixelate"),
            ("glow", "bloom"),
            ("print", "halftone"),
            ("dots", "halftone"),
            ("sketch", "edges"),
            ("matte", "fade"),
            ("miniature", "tilt-shift"),
            ("lighten", "brightness"),
        ] {
            assert_eq!(first(query), Some(id), "{query}");
        }
    }

    #[test]
    fn german_words_find_their_filter_first() {
        for (query, id) in [
            ("weißabgleich", "temperature"),
            ("weissabgleich", "temperature"),
            ("sw", "grayscale"),
            ("schwarz-weiß", "grayscale"),
            ("schwarzweiß", "grayscale"),
            ("rauschminderung", "median"),
            ("auto-tonwert", "auto-contrast"),
            ("teiltonung", "duotone"),
            ("schwarzpunkt", "levels"),
            ("weißpunkt", "levels"),
            ("objektiv", "vignette"),
            ("3d-lut", "colour-table"),
            ("weichzeichner", "gaussian-blur"),
            ("dunst", "clarity"),
            ("temperartur", "temperature"),
            ("farbe", "temperature"),
            ("skalieren", "resize"),
            ("alt", "sepia"),
            ("spiegeln", "flip"),
            ("belicht", "exposure"),
            ("größe", "resize"),
            ("leuchten", "bloom"),
        ] {
            assert_eq!(first(query), Some(id), "{query}");
        }
    }

    #[test]
    fn tools_that_are_missing_are_known() {
        for query in ["text", " Red  Eye", "wasserzeichen"] {
            assert!(is_missing_tool(query), "{query}");
        }
        assert!(!is_missing_tool("texture") && !is_missing_tool("") && !is_missing_tool("hsl"));
    }

    #[test]
    fn letters_within_words_count_only_if_no_word_begins_with_them() {
        // In “Threshold” and “Grayscale”.
        for (query, id) in [("old", "threshold"), ("scale", "grayscale")] {
            let all = found(SPECS, query);
            assert!(all.iter().flat_map(|(_, filters)| filters).all(|filter| filter.id != id), "{query}");
        }
        assert!(place(&found(SPECS, "reshold"), spec("threshold").unwrap()).is_some());
    }

    #[test]
    fn places_count_through_all_groups() {
        let all = groups(SPECS);
        for (at, filter) in all.iter().flat_map(|(_, filters)| filters).enumerate() {
            assert_eq!(place(&all, filter), Some(at));
        }
        let (group, filters) = &all[2];
        assert_eq!(nth(&all, first_of(&all, *group)), Some(filters[0]));
        assert_eq!(place(&found(SPECS, "sepia"), SPECS[0]), None);
    }

    #[test]
    fn every_word_counts() {
        assert_eq!(count(&found(SPECS, "sepia invert")), 0);
        assert!(count(&found(SPECS, "old brown")) >= 1);
    }
}
