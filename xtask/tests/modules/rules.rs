//! What is held: each rule finds its violations in a graph or in a list of files, one line each.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, shortest_circle};
use crate::{layers, words};

/// More files than this in a folder are not taken in at a glance. `mod.rs`, the folder's list, is not counted.
const MAX_FILES: usize = 12;

/// The files that may stand beside the folders of the page's layers.
const PAGE_ROOT: [&str; 2] = ["main.rs", "app.rs"];

/// Something that breaks a rule: the line that an exception would have, and what to know besides.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// `circle src/store/mod.rs`
    pub line: String,
    /// `src/store/mod.rs -> src/store/edit.rs -> src/store/mod.rs`
    pub detail: String,
}

fn violation(line: String, detail: impl Into<String>) -> Violation {
    Violation { line, detail: detail.into() }
}

/// Files that import themselves by way of others.
pub fn circles(graph: &Graph) -> Vec<Violation> {
    let found = graph.imports.keys().filter_map(|file| {
        let way = graph.circle_through(file)?;
        Some(violation(format!("circle {file}"), way.join(" -> ")))
    });
    found.collect()
}

/// The same between the folders of a crate, given the folder of its root.
pub fn folder_circles(graph: &Graph, folder: &str) -> Vec<Violation> {
    let parts = graph.parts(folder);
    let found = parts.keys().filter_map(|part| {
        let way = shortest_circle(&parts, part)?;
        Some(violation(format!("folder-circle {folder}/{part}"), way.join(" -> ")))
    });
    found.collect()
}

/// Imports of the page that point upwards, and crates that a layer may not name.
pub fn upward_imports(graph: &Graph) -> Vec<Violation> {
    let mut found = Vec::new();
    for (file, imports) in &graph.imports {
        let Some(layer) = layer(file) else {
            found.push(violation(format!("no-layer {file}"), "it stands in no layer's folder"));
            continue;
        };
        for import in imports {
            if let Some(other) = self::layer(import).filter(|other| !layer.may_import_from(other)) {
                let detail = format!("{} may not know {}", layer.name, other.name);
                found.push(violation(format!("upward {file} -> {import}"), detail));
            }
        }
        for name in &graph.crates[file] {
            if layer.may_not_name.iter().any(|start| name.starts_with(start)) {
                let detail = format!("{} may not know this crate", layer.name);
                found.push(violation(format!("upward {file} -> {name}"), detail));
            }
        }
    }
    found
}

fn layer(file: &str) -> Option<&'static layers::Layer> {
    layers::of(file.strip_prefix("src/").unwrap_or(file))
}

/// Inherent `impl`s outside the file and the folder of their type.
pub fn strayed_impls(graph: &Graph) -> Vec<Violation> {
    let strayed = graph.impls.iter().filter(|found| {
        let (home, _) = found.type_file.rsplit_once('/').unwrap_or_default();
        let own_folder = found.type_file.trim_end_matches(".rs");
        let (folder, _) = found.file.rsplit_once('/').unwrap_or_default();
        folder != home && folder != own_folder
    });
    let violations = strayed.map(|found| {
        violation(
            format!("impl {} in {}", found.type_name, found.file),
            format!("the type stands in {}", found.type_file),
        )
    });
    violations.collect()
}

/// Folders with too many files.
pub fn crowded_folders(files: &[String]) -> Vec<Violation> {
    let mut count = BTreeMap::<&str, usize>::new();
    for (folder, name) in files.iter().filter_map(|file| file.rsplit_once('/')) {
        *count.entry(folder).or_default() += usize::from(name != "mod.rs");
    }
    let crowded = count.into_iter().filter(|(_, count)| *count > MAX_FILES);
    crowded
        .map(|(folder, count)| violation(format!("crowded {folder}"), format!("{count} files > {MAX_FILES}")))
        .collect()
}

/// Files at the page's root that should be in a layer's folder.
pub fn page_root_files(files: &[String]) -> Vec<Violation> {
    let at_root =
        files.iter().filter_map(|file| file.strip_prefix("src/")).filter(|file| !file.contains('/'));
    let wrong = at_root.filter(|file| !PAGE_ROOT.contains(file));
    wrong
        .map(|file| {
            violation(format!("root src/{file}"), format!("only {} stand there", PAGE_ROOT.join(", ")))
        })
        .collect()
}

/// Private words in identifiers, one violation for each word with the files it is in.
pub fn private_words(identifiers: &BTreeMap<String, BTreeSet<String>>) -> Vec<Violation> {
    let mut found = BTreeMap::<&str, BTreeSet<String>>::new();
    for (file, names) in identifiers {
        for name in names {
            for word in words::banned_in(name) {
                found.entry(word).or_default().insert(format!("{file}: {name}"));
            }
        }
    }
    found
        .into_iter()
        .map(|(word, places)| {
            let places: Vec<_> = places.into_iter().collect();
            violation(format!("word {word}"), places.join("\n        "))
        })
        .collect()
}
