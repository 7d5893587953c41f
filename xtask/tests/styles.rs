//! Names that stylesheets, views and index.html share, which no compiler checks.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[test]
fn every_class_of_a_stylesheet_is_used_by_a_view() {
    let (styles, all) = (styles(), views() + &page());
    let used = words(&all);
    let unused: BTreeSet<_> = classes(&styles).into_iter().filter(|class| !used.contains(class)).collect();
    assert!(unused.is_empty(), "no view names {unused:?}");
}

#[test]
fn every_class_that_a_view_looks_for_has_a_style() {
    let (styles, views) = (styles(), views());
    let styled = classes(&styles);
    let selectors: Vec<_> = calls(&views, &["query_selector(", "query_selector_all(", "closest("]).collect();
    assert!(selectors.len() >= 10, "only {selectors:?} were found");
    for selector in selectors {
        let missing: Vec<_> = classes(selector).into_iter().filter(|class| !styled.contains(class)).collect();
        assert!(missing.is_empty(), "{selector}: no stylesheet names {missing:?}");
    }
}

#[test]
fn every_element_that_is_looked_up_by_its_id_exists() {
    let all = views() + &page();
    let ids: BTreeSet<_> = calls(&all, &["get_element_by_id("]).collect();
    assert!(ids.contains("splash") && ids.len() >= 3, "only {ids:?} were found");
    for id in ids {
        assert!(all.contains(&format!(" id=\"{id}\"")), "no element has the id {id}");
    }
}

#[test]
fn every_icon_is_drawn_once_and_used() {
    let page = page();
    let icons: Vec<_> =
        page.split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: BTreeSet<_> = icons.iter().collect();
    assert_eq!(unique.len(), icons.len(), "an icon is there twice: {icons:?}");
    let views = views();
    for icon in &icons {
        let used = views.contains(&format!("\"{icon}\"")) || views.contains(&format!("#{icon}\""));
        assert!(used, "no view uses the icon {icon}");
    }
    for name in calls(&views, &["<Icon name=", "<use href="]) {
        assert!(icons.contains(&name.trim_start_matches('#')), "index.html has no icon {name}");
    }
}

#[test]
fn every_custom_property_that_is_read_is_set() {
    let (styles, views) = (styles(), views());
    let read = || styles.split("var(--").skip(1).map(name);
    assert!(read().count() >= 100);
    for property in read() {
        let set = styles.contains(&format!("--{property}:"))
            || views.contains(&format!("\"--{property}\""))
            || views.contains(&format!("style:--{property}="));
        assert!(set, "nobody sets --{property}");
    }
}

#[test]
fn index_html_links_every_stylesheet() {
    let page = page();
    for path in files(&root().join("style"), "css") {
        let path = path.strip_prefix(root()).expect("it is in the repository").display().to_string();
        assert!(page.contains(&format!("href=\"{path}\"")), "index.html does not link {path}");
    }
}

/// The string literals that directly follow one of `openings`.
fn calls<'text>(text: &'text str, openings: &'text [&str]) -> impl Iterator<Item = &'text str> {
    openings.iter().flat_map(move |opening| {
        text.split(opening).skip(1).filter_map(|rest| rest.strip_prefix('"')?.split('"').next())
    })
}

/// The classes of the selectors in `text`, where declarations and comments are left out.
fn classes(text: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for part in text.split(['{', '}', ';']) {
        for (at, _) in part.match_indices('.') {
            let class = name(&part[at + 1..]);
            if class.starts_with(|first: char| first.is_ascii_lowercase()) {
                found.insert(class);
            }
        }
    }
    found
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|sign: char| !is_of_name(sign)).collect()
}

/// The name that `text` begins with.
fn name(text: &str) -> &str {
    &text[..text.find(|sign| !is_of_name(sign)).unwrap_or(text.len())]
}

const fn is_of_name(sign: char) -> bool {
    sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-'
}

/// All stylesheets, without their comments.
fn styles() -> String {
    let mut styles = String::new();
    for path in files(&root().join("style"), "css") {
        let text = read(&path);
        styles.extend(text.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after)));
    }
    styles
}

/// The source of page and benchmark.
fn views() -> String {
    files(&root().join("src"), "rs").iter().map(|path| read(path)).collect()
}

fn page() -> String {
    read(&root().join("index.html"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the repository is there")
}

/// The files below `folder` whose names end so.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|of_file| of_file == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
