//! The shape of the source that no compiler checks: layers, circles, sizes of folders, homes of `impl`s, words.

mod exceptions;
mod graph;
mod layers;
mod made_up;
mod rules;
mod source;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use graph::Graph;
use serde_json::Value;

/// Crates whose files import each other in one direction. In the others, folders do.
const BY_FILE: [&str; 5] =
    ["safelight-page", "safelight-benchmark", "safelight-worker", "safelight-cli", "xtask"];

/// What is not looked at: the tests of the page import each other as they like.
const LEFT_OUT: [&str; 1] = ["safelight-tests"];

#[test]
fn no_file_imports_itself_by_way_of_others() {
    let crates = crates().into_iter().filter(|found| BY_FILE.contains(&found.package.as_str()));
    let violations: Vec<_> = crates.flat_map(|found| rules::circles(&found.graph())).collect();
    exceptions::hold(&["circle"], &violations);
}

#[test]
fn no_folder_imports_itself_by_way_of_others() {
    let crates = crates().into_iter().filter(|found| !BY_FILE.contains(&found.package.as_str()));
    let violations: Vec<_> =
        crates.flat_map(|found| rules::folder_circles(&found.graph(), &found.folder())).collect();
    exceptions::hold(&["folder-circle"], &violations);
}

#[test]
fn the_layers_of_the_page_know_only_those_below() {
    exceptions::hold(&["upward", "no-layer"], &rules::upward_imports(&page().graph()));
}

#[test]
fn an_inherent_impl_stands_beside_its_type() {
    let violations: Vec<_> = crates().iter().flat_map(|found| rules::strayed_impls(&found.graph())).collect();
    exceptions::hold(&["impl"], &violations);
}

#[test]
fn a_folder_is_taken_in_at_a_glance() {
    let crates = crates().into_iter().filter(|found| BY_FILE.contains(&found.package.as_str()));
    let folders: BTreeSet<_> = crates.map(|found| found.folder()).collect();
    let files: BTreeSet<_> = folders.iter().flat_map(|folder| rust_files(folder)).collect();
    let files: Vec<_> = files.into_iter().collect();
    exceptions::hold(&["crowded"], &rules::crowded_folders(&files));
}

#[test]
fn the_root_of_the_page_shows_its_layers() {
    exceptions::hold(&["root"], &rules::page_root_files(&rust_files("src")));
}

#[test]
fn private_words_do_not_come_back() {
    let files = ["src", "worker", "tests", "xtask"].into_iter().flat_map(rust_files);
    // The list of the words is no use of them.
    let files = files.filter(|file| file != "xtask/tests/modules/words.rs");
    let identifiers: BTreeMap<_, _> = files
        .map(|file| {
            let text = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
            let names = source::identifiers(&text);
            (file, names)
        })
        .collect();
    exceptions::hold(&["word"], &rules::private_words(&identifiers));
}

/// A crate of the workspace.
struct Crate {
    package: String,
    /// Its root file.
    root: PathBuf,
}

impl Crate {
    fn graph(&self) -> Graph {
        Graph::read(&self.root, &root())
    }

    /// The folder of its root file, below the workspace's.
    fn folder(&self) -> String {
        let folder = self.root.parent().expect("a file stands in a folder");
        folder.strip_prefix(root()).expect("it is in the workspace").display().to_string()
    }
}

fn page() -> Crate {
    crates().into_iter().find(|found| found.package == "safelight-page").expect("there is a page")
}

/// The libraries and programs of the workspace.
fn crates() -> Vec<Crate> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version=1", "--no-deps"])
        .current_dir(root())
        .output()
        .expect("cargo is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let list = |value: &Value| value.as_array().cloned().expect("a list");
    let text = |value: &Value| value.as_str().map(str::to_owned).expect("a text");
    let mut crates = Vec::new();
    for package in list(&metadata["packages"]) {
        for target in list(&package["targets"]) {
            let is_program = list(&target["kind"]).iter().any(|kind| kind == "lib" || kind == "bin");
            let package = text(&package["name"]);
            if is_program && !LEFT_OUT.contains(&package.as_str()) {
                crates.push(Crate { package, root: text(&target["src_path"]).into() });
            }
        }
    }
    for package in BY_FILE {
        assert!(crates.iter().any(|found| found.package == package), "{package} is called otherwise now");
    }
    crates
}

/// All Rust files below a folder of the workspace, but for data in the form of Rust.
fn rust_files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() && !path.ends_with("fixtures") && !path.ends_with("goldens") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(root()).expect("it is in the workspace");
                found.push(below.display().to_string());
            }
        }
    }
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the workspace").to_owned()
}
