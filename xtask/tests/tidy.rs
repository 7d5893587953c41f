//! House rules that no compiler checks.

use std::path::{Path, PathBuf};

/// Long files have more than one job.
const MAX_LINES: usize = 400;

#[test]
fn no_source_file_is_too_long() {
    let long: Vec<_> = files(&["src", "worker", "tests", "xtask"], &["rs"])
        .into_iter()
        // Lists that a script wrote are data.
        .filter(|path| {
            !["goldens", "fixtures"].iter().any(|data| path.parent().is_some_and(|p| p.ends_with(data)))
        })
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > MAX_LINES)
        .collect();
    assert!(long.is_empty(), "over {MAX_LINES} lines: {long:?}");
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    // Put together here, so that this file does not find itself.
    let folders = ["work", "root", "tmp", "home"].map(|name| format!("/{name}/"));
    let mut paths = files(&["src", "worker", "tests", "xtask", "style", ".ci", ".cargo"], &[]);
    paths.extend(root_files());
    for path in paths {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            // A part of a longer, relative path is no path of a machine.
            let named = folders.iter().find(|folder| {
                line.match_indices(folder.as_str()).any(|(at, _)| {
                    !line[..at]
                        .ends_with(|before: char| before.is_alphanumeric() || "._-/}*".contains(before))
                })
            });
            assert!(named.is_none(), "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn lints_are_expected_with_a_reason_never_allowed() {
    let openings = ["#[", "#!["].map(|bracket| format!("{bracket}allow("));
    for path in files(&["src", "worker", "tests", "xtask"], &["rs"]) {
        let text = read(&path);
        for (number, line) in text.lines().enumerate() {
            let allows = openings.iter().any(|opening| line.contains(opening));
            assert!(!allows, "{}:{}: {}", path.display(), number + 1, line.trim());
        }
    }
}

#[test]
fn every_member_opts_in_to_the_lints_of_the_workspace() {
    let mut manifests = vec![root().join("Cargo.toml")];
    manifests.extend(files(&["worker", "tests", "xtask"], &["toml"]));
    manifests.retain(|path| path.file_name().is_some_and(|name| name == "Cargo.toml"));
    assert!(manifests.len() >= 8, "only {manifests:?} were found");
    for path in manifests {
        assert!(read(&path).contains("[lints]\nworkspace = true"), "{} does not", path.display());
    }
}

/// All files below these folders, with one of these extensions if any are given.
fn files(folders: &[&str], extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<_> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).expect("the folder is there");
        for path in entries.map(|entry| entry.expect("the folder is readable").path()) {
            if path.is_dir() {
                open.push(path);
            } else if extensions.is_empty()
                || extensions.iter().any(|ext| path.extension().is_some_and(|e| e == *ext))
            {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// What stands at the top of the workspace.
fn root_files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root()).expect("the folder is there");
    entries.map(|entry| entry.expect("the folder is readable").path()).filter(|path| path.is_file()).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a source file is text")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
