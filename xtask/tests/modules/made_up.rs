//! The rules tried on small made-up crates, each of which breaks one.

use std::collections::BTreeMap;

use tempfile::TempDir;

use crate::graph::Graph;
use crate::rules::{self, Violation};
use crate::source;

#[test]
fn a_circle_of_two_files_is_found() {
    let graph = read(&[
        ("main.rs", "mod a; mod b; fn main() { a::run(); }"),
        ("a.rs", "use crate::b::B; pub fn run() {}"),
        ("b.rs", "pub struct B; fn back() { super::a::run(); }"),
    ]);
    assert_eq!(uses(&graph, "main.rs"), ["a.rs"]);
    assert_eq!(uses(&graph, "a.rs"), ["b.rs"]);
    assert_eq!(lines(&rules::circles(&graph)), ["circle a.rs", "circle b.rs"]);
    assert_eq!(rules::circles(&graph)[0].detail, "a.rs -> b.rs -> a.rs");
}

#[test]
fn a_reexport_is_followed_to_the_file_that_defines_the_item() {
    let graph = read(&[
        ("main.rs", "mod store; mod view;"),
        ("store/mod.rs", "mod parts; pub use parts::{inner::Deep, Part as Piece}; pub fn own() {}"),
        ("store/parts.rs", "pub mod inner; pub struct Part;"),
        ("store/parts/inner.rs", "pub struct Deep;"),
        ("view.rs", "use crate::store::{Deep, Piece};"),
    ]);
    assert_eq!(uses(&graph, "view.rs"), ["store/parts.rs", "store/parts/inner.rs"]);
    assert!(uses(&graph, "store/mod.rs").is_empty(), "a re-export is no use");
    assert!(rules::circles(&graph).is_empty());
}

#[test]
fn a_reexport_that_the_file_uses_itself_is_a_use() {
    let graph = read(&[
        ("main.rs", "mod store;"),
        ("store.rs", "mod part; pub use part::Part; pub struct Store(Part);"),
        ("store/part.rs", "use super::Store; pub struct Part;"),
    ]);
    assert_eq!(lines(&rules::circles(&graph)), ["circle store.rs", "circle store/part.rs"]);
}

#[test]
fn what_is_for_tests_is_left_out() {
    let graph = read(&[
        ("main.rs", "mod a; mod b;"),
        ("a.rs", "pub fn a() {} #[cfg(test)] mod tests { use crate::b::b; } #[cfg(test)] use crate::b::b;"),
        ("b.rs", "use crate::a::a; pub fn b() {} #[cfg(test)] mod missing;"),
    ]);
    assert!(uses(&graph, "a.rs").is_empty());
    assert!(rules::circles(&graph).is_empty());
}

#[test]
fn uses_in_bodies_macros_and_attributes_count() {
    let graph = read(&[
        ("main.rs", "mod a; mod b; mod c; mod d; mod e;"),
        (
            "a.rs",
            "use crate::e; fn f() { use crate::b::B; view! { <p>{crate::c::text()}</p> } }\n\
                  #[derive(Serialize)] struct S { #[serde(with = \"e::inner\")] f: u8 }",
        ),
        ("b.rs", "pub struct B;"),
        ("c.rs", "use crate::d::*; pub fn text() {}"),
        ("d.rs", "pub struct D;"),
        ("e.rs", "pub mod inner {}"),
    ]);
    assert_eq!(uses(&graph, "a.rs"), ["b.rs", "c.rs", "e.rs"]);
    assert_eq!(uses(&graph, "c.rs"), ["d.rs"]);
}

#[test]
fn modules_that_a_macro_declares_are_read() {
    let graph = read(&[
        ("main.rs", "mod filters; mod spec;"),
        ("filters.rs", "registry! { blur }"),
        ("filters/blur.rs", "use crate::spec::Spec;"),
        ("spec.rs", "pub struct Spec;"),
    ]);
    assert_eq!(uses(&graph, "filters/blur.rs"), ["spec.rs"]);
}

#[test]
fn a_circle_of_folders_is_found_where_no_file_is_in_one() {
    let graph = read(&[
        ("main.rs", "mod a; mod b;"),
        ("a.rs", "pub mod x; pub mod y;"),
        ("a/x.rs", "use crate::b::B;"),
        ("a/y.rs", "pub struct Y;"),
        ("b.rs", "use crate::a::y::Y; pub struct B;"),
    ]);
    assert!(rules::circles(&graph).is_empty());
    assert_eq!(lines(&rules::folder_circles(&graph, "")), ["folder-circle /a", "folder-circle /b"]);
}

#[test]
fn an_import_upwards_and_a_crate_out_of_place_are_found() {
    let graph = read(&[
        ("main.rs", "mod model; mod store; mod stray;"),
        ("model/mod.rs", "pub mod crop; pub mod plot;"),
        ("model/crop.rs", "use crate::store::Store; use super::plot::Plot; use leptos::prelude::*;"),
        ("model/plot.rs", "pub struct Plot; fn f(e: web_sys::Event) {}"),
        ("store/mod.rs", "use crate::model::crop; use leptos::prelude::*; pub struct Store;"),
        ("stray.rs", ""),
    ]);
    assert_eq!(
        lines(&rules::upward_imports(&graph)),
        [
            "upward model/crop.rs -> store/mod.rs",
            "upward model/crop.rs -> leptos",
            "upward model/plot.rs -> web_sys",
            "no-layer stray.rs",
        ]
    );
}

#[test]
fn an_impl_far_from_its_type_is_found() {
    let graph = read(&[
        ("main.rs", "mod store; mod view;"),
        ("store/mod.rs", "mod edit; mod events; pub struct Store; impl Store {}"),
        ("store/events.rs", "use super::Store; impl Store { fn event(&self) {} }"),
        ("store/edit/mod.rs", "use crate::store::Store; impl Store { fn edit(&self) {} }"),
        ("view.rs", "use crate::store::Store; impl From<Store> for u8 {} impl Clone for Store {}"),
    ]);
    assert_eq!(lines(&rules::strayed_impls(&graph)), ["impl Store in store/edit/mod.rs"]);
}

#[test]
fn a_crowded_folder_and_a_file_beside_the_layers_are_found() {
    let files = |count: usize| -> Vec<String> {
        (0..count).map(|n| format!("src/ui/{n}.rs")).chain(["src/ui/mod.rs".to_owned()]).collect()
    };
    assert!(rules::crowded_folders(&files(12)).is_empty());
    assert_eq!(lines(&rules::crowded_folders(&files(13))), ["crowded src/ui"]);
    let root = ["src/main.rs", "src/app.rs", "src/batch.rs", "src/ui/batch.rs"].map(str::to_owned);
    assert_eq!(lines(&rules::page_root_files(&root)), ["root src/batch.rs"]);
}

#[test]
fn a_private_word_is_found_in_any_spelling() {
    let found = |text: &str| {
        let names = source::identifiers(text);
        lines(&rules::private_words(&BTreeMap::from([("a.rs".to_owned(), names)])))
    };
    assert_eq!(found("fn end_errand() {}"), ["word errand"]);
    assert_eq!(found("struct ErrandList;"), ["word errand"]);
    assert_eq!(found("view! { <Desk/> }"), ["word desk"]);
    assert_eq!(found("const KEEPER_S: f64 = 1.0;"), ["word keeper"]);
    assert!(found("// the desk's errand\nlet desktop = \"errand\";").is_empty());
    assert!(found("fn nothing_is_told_to_a_guest() {}").is_empty(), "the name of a test");
}

/// The graph of a crate with these files.
fn read(files: &[(&str, &str)]) -> Graph {
    let folder = TempDir::new().expect("the temporary folder is writable");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it is writable");
        std::fs::write(path, text).expect("it is writable");
    }
    Graph::read(&folder.path().join("main.rs"), folder.path())
}

fn uses<'a>(graph: &'a Graph, file: &str) -> Vec<&'a str> {
    graph.imports.get(file).into_iter().flatten().map(String::as_str).collect()
}

fn lines(violations: &[Violation]) -> Vec<String> {
    violations.iter().map(|violation| violation.line.clone()).collect()
}
