//! The arrows of ARCHITECTURE.md, which no compiler checks: who may depend on whom, and who may name what.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Each member, and the members it may depend on. The page reads filter *specs* from the kernels; it
/// has no way to the engine. Nobody depends on xtask or on the browser tests.
const ARROWS: &[(&str, &[&str])] = &[
    ("safelight-kernels", &[]),
    ("safelight-recipe", &["safelight-kernels"]),
    ("safelight-errors", &["safelight-recipe"]),
    ("safelight-engine", &["safelight-kernels", "safelight-recipe", "safelight-errors"]),
    ("safelight-cli", &["safelight-kernels", "safelight-recipe", "safelight-engine"]),
    ("safelight-fuzz", &["safelight-kernels", "safelight-recipe", "safelight-engine"]),
    ("safelight-protocol", &["safelight-recipe", "safelight-errors"]),
    ("safelight-page", &["safelight-kernels", "safelight-recipe", "safelight-errors", "safelight-protocol"]),
    (
        "safelight-worker",
        &["safelight-kernels", "safelight-recipe", "safelight-engine", "safelight-protocol"],
    ),
    ("safelight-bare", &["safelight-kernels", "safelight-recipe", "safelight-engine"]),
    ("safelight-benchmark", &["safelight-kernels"]),
    (
        "safelight-tests",
        &["safelight-kernels", "safelight-recipe", "safelight-engine", "safelight-benchmark"],
    ),
    ("xtask", &["safelight-kernels"]),
];

/// Crates that know of a browser, by the start of their names.
const WEB: &[&str] = &["wasm-bindgen", "js-sys", "web-sys", "gloo", "leptos"];

#[test]
fn members_depend_only_along_the_arrows() {
    let metadata = metadata();
    let mut known = BTreeSet::new();
    for (member, allowed) in ARROWS {
        let direct = &metadata.direct[*member];
        let ours = direct.iter().filter(|name| metadata.members.contains(*name));
        let wrong: Vec<_> = ours.filter(|name| !allowed.contains(&name.as_str())).collect();
        assert!(wrong.is_empty(), "{member} may not depend on {wrong:?}");
        known.insert((*member).to_owned());
    }
    assert_eq!(known, metadata.members, "a new member needs its arrows written down here");
}

#[test]
fn pixels_know_of_no_browser() {
    let metadata = metadata();
    for member in
        ["safelight-kernels", "safelight-recipe", "safelight-errors", "safelight-engine", "safelight-bare"]
    {
        let web = metadata.all_below(member, WEB);
        assert!(web.is_empty(), "{member} reaches {web:?}");
    }
    let serde = metadata.all_below("safelight-kernels", &["serde"]);
    assert!(serde.is_empty(), "kernels are plain functions, yet they reach {serde:?}");
    // The lists above would also be empty if the names had changed; the protocol surely has these.
    assert!(!metadata.all_below("safelight-protocol", WEB).is_empty());
    assert!(!metadata.all_below("safelight-recipe", &["serde"]).is_empty());
}

#[test]
fn the_page_reads_specs_and_runs_no_kernel() {
    let calls = code_lines(&["src"], &["kernel(", "Kernel", "apply_tables"]);
    assert!(calls.is_empty(), "one call links every kernel into the page:\n{}", calls.join("\n"));
    assert!(!code_lines(&["worker/engine/src"], &["kernel("]).is_empty(), "the engine does run kernels");
}

#[test]
fn only_the_protocol_posts_messages() {
    let words = ["post_message", "postMessage", "Codec", "structured_clone", "structuredClone"];
    let elsewhere = ["src", "worker/src", "worker/kernels/src", "worker/recipe/src", "worker/engine/src"];
    let mut posts = code_lines(&elsewhere, &words);
    // A message of nothing carries no pixels: the worker sends it to itself, to let newer requests in.
    posts.retain(|line| !line.contains(".post_message(&JsValue::NULL)"));
    assert!(posts.is_empty(), "only worker/protocol may do this:\n{}", posts.join("\n"));
    assert!(!code_lines(&["worker/protocol/src"], &words).is_empty(), "the protocol does post messages");
}

#[test]
fn the_hooks_are_in_no_default_build() {
    let manifest = read("worker/Cargo.toml");
    let default = manifest.lines().find(|line| line.starts_with("default ="));
    assert!(!default.is_some_and(|line| line.contains("hooks")), "{default:?}");
    for (file, word) in [("index.html", "data-cargo-features"), ("Trunk.toml", "features")] {
        assert!(!read(file).contains(word), "{file} must build the worker as it is");
    }
}

struct Metadata {
    members: BTreeSet<String>,
    /// The normal (not dev, not build) dependencies of every package.
    direct: BTreeMap<String, BTreeSet<String>>,
}

impl Metadata {
    /// Everything below a package whose name starts with one of these.
    fn all_below<'a>(&'a self, package: &'a str, starts: &[&str]) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::from([package]);
        let mut open = vec![package];
        while let Some(package) = open.pop() {
            for below in self.direct.get(package).into_iter().flatten() {
                if seen.insert(below) {
                    open.push(below);
                }
            }
        }
        seen.retain(|name| starts.iter().any(|start| name.starts_with(start)));
        seen
    }
}

fn metadata() -> Metadata {
    // Without the filter, cargo would fetch what only other systems need.
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version=1", "--filter-platform=wasm32-unknown-unknown"])
        .current_dir(root())
        .output()
        .expect("cargo is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let json: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let list = |value: &Value| value.as_array().cloned().expect("a list");
    let text = |value: &Value| value.as_str().map(str::to_owned).expect("a text");
    let names: BTreeMap<String, String> = list(&json["packages"])
        .iter()
        .map(|package| (text(&package["id"]), text(&package["name"])))
        .collect();
    let members = list(&json["workspace_members"]).iter().map(|id| names[&text(id)].clone()).collect();
    let mut direct = BTreeMap::<String, BTreeSet<String>>::new();
    for node in list(&json["resolve"]["nodes"]) {
        let below = direct.entry(names[&text(&node["id"])].clone()).or_default();
        for dependency in list(&node["deps"]) {
            if list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                below.insert(names[&text(&dependency["pkg"])].clone());
            }
        }
    }
    Metadata { members, direct }
}

/// The lines of code, not of comments, that name one of these words.
fn code_lines(folders: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in folders.iter().flat_map(|folder| rust_files(&root().join(folder))) {
        let text = std::fs::read_to_string(&path).expect("a source file is text");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if words.iter().any(|word| code.contains(word)) {
                found.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    found
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.expect("the folder is readable").path()) {
        // The benchmark is no part of the page, and its workers carry no photo.
        if path.ends_with("src/benchmark") {
            continue;
        }
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("the file is there")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
