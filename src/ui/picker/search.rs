//! Finding a filter by a few letters.

use safelight_kernels::{Group, Spec};

use crate::i18n::filters::{filter_name, group_name, summary};

/// What was found, by group; groups and filters in the order of the registry.
pub type SearchResults = Vec<(Group, Vec<&'static Spec>)>;

/// Other words that people look for, by filter, in every language of the page.
const SYNONYMS: &[(&str, &str)] = &[
    ("brightness", "lighter darker heller dunkler"),
    ("exposure", "brighter darker stops light blende"),
    ("gamma", "midtones"),
    ("levels", "black point white point histogram"),
    ("curves", "gradation histogram"),
    ("shadows-highlights", "hdr backlight recover fill light"),
    ("fade", "matte film vintage"),
    ("temperature", "white balance warm cold cool tint kelvin weißabgleich warm kalt"),
    ("saturation", "color vivid farbe kräftig"),
    ("vibrance", "color vivid skin"),
    ("hue", "color rotate shift"),
    ("channel-mixer", "color rgb swap infrared"),
    ("grayscale", "greyscale gray grey black and white monochrome b&w desaturate schwarzweiß grau"),
    ("sepia", "brown vintage old tone braun alt"),
    ("invert", "negative negativ"),
    ("duotone", "gradient map two colors tone"),
    ("posterize", "poster levels reduce colors"),
    ("threshold", "binary two-tone"),
    ("colour-table", "lut color cube grade"),
    ("auto-contrast", "normalize stretch auto levels"),
    ("equalize", "histogram auto"),
    ("local-contrast", "clahe adaptive hdr"),
    ("sharpen", "crisp focus scharf"),
    ("unsharp-mask", "sharpen usm crisp"),
    ("clarity", "structure texture local contrast dehaze high pass"),
    ("smooth-skin", "bilateral denoise beauty soften retouch surface blur weich"),
    ("halftone", "print dots newspaper raster druck"),
    ("oil-paint", "kuwahara painting brush gemälde"),
    ("median", "noise denoise despeckle dust smooth rauschen entrauschen"),
    ("erode", "minimum darker morphology"),
    ("dilate", "maximum brighter morphology"),
    ("custom-kernel", "convolution matrix faltung matrix"),
    ("gaussian-blur", "gauss soft smooth defocus weich unscharf"),
    ("box-blur", "mean average soft smooth weich unscharf"),
    ("motion-blur", "speed pan direction"),
    ("tilt-shift", "miniature toy depth of field bokeh"),
    ("bloom", "glow orton soft"),
    ("vignette", "dark corners edges ecken rand"),
    ("grain", "film noise korn rauschen film"),
    ("pixelate", "mosaic blocks censor mosaik"),
    ("edges", "outline contour sobel sketch kanten umriss"),
    ("emboss", "relief"),
    ("dither", "halftone bayer floyd steinberg palette"),
    ("crop", "cut trim frame ausschnitt schneiden"),
    ("rotate", "turn orientation drehen"),
    ("straighten", "horizon level tilt rotate horizont gerade"),
    ("flip", "mirror horizontal vertical spiegeln"),
    ("resize", "scale size width height smaller larger größe verkleinern skalieren"),
];

/// All filters, by group.
pub fn groups(filters: &[&'static Spec]) -> SearchResults {
    found(filters, "")
}

/// The filters that have every word of the query in their name, their group or summary, or what else they are called.
pub fn found(filters: &[&'static Spec], query: &str) -> SearchResults {
    let mut found = SearchResults::new();
    for filter in filters.iter().copied().filter(|filter| is_meant(filter, query)) {
        match found.iter_mut().find(|(group, _)| *group == filter.group) {
            Some((_, filters)) => filters.push(filter),
            None => found.push((filter.group, vec![filter])),
        }
    }
    found
}

/// The one to begin with: the first whose name begins with the query, or else the first that is called so, or else the
/// first.
pub fn best(found: &SearchResults, query: &str) -> usize {
    let query = query.trim().to_lowercase();
    let place = |is: &dyn Fn(&'static Spec) -> bool| {
        found.iter().flat_map(|(_, filters)| filters).position(|filter| is(filter))
    };
    place(&|filter| filter_name(filter).to_lowercase().starts_with(&query))
        .or_else(|| place(&|filter| also(filter).contains(&query)))
        .unwrap_or(0)
}

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

/// What else a filter is called.
fn also(filter: &Spec) -> &'static str {
    SYNONYMS.iter().find(|(id, _)| *id == filter.id).map_or("", |(_, also)| also)
}

fn is_meant(filter: &'static Spec, query: &str) -> bool {
    let (name, group) = (filter_name(filter), group_name(filter.group));
    let words = format!("{name} {group} {} {}", summary(filter), also(filter)).to_lowercase();
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
    fn filters_are_found_by_what_else_they_are_called() {
        for (query, id) in [
            ("black and white", "grayscale"),
            ("negative", "invert"),
            ("white balance", "temperature"),
            ("mirror", "flip"),
        ] {
            let all = found(SPECS, query);
            assert!(all.iter().flat_map(|(_, filters)| filters).any(|filter| filter.id == id), "{query}");
        }
        for (id, also) in SYNONYMS {
            assert!(safelight_kernels::spec(id).is_some() && !also.is_empty(), "{id}");
        }
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

    #[test]
    fn a_name_that_begins_with_the_query_comes_first() {
        let all = found(SPECS, "");
        let at = best(&all, "Inv");
        assert_eq!(nth(&all, at).map(|filter| filter.id), Some("invert"));
        assert_eq!(best(&all, "zzz"), 0);
        let all = found(SPECS, "black and white");
        assert_eq!(nth(&all, best(&all, "black and white")).map(|filter| filter.id), Some("grayscale"));
    }
}
