//! Reads the modules of a crate: which file each stands in, what it defines, imports and names. Modules and items
//! under `#[cfg(test)]` are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, ItemUse, Meta, Type, UseTree, Visibility};

/// A module of a crate. `[0]` of a crate's modules is its root.
#[derive(Default)]
pub struct Module {
    /// The file that it stands in, `src/store/mod.rs`.
    pub file: PathBuf,
    pub parent: Option<usize>,
    /// Modules declared in it, by name.
    pub children: BTreeMap<String, usize>,
    /// Names that it defines itself.
    pub items: BTreeSet<String>,
    pub imports: Vec<Import>,
    /// Paths of two or more segments in its code, `["crate", "store", "Store"]`.
    pub paths: BTreeSet<Vec<String>>,
    /// Paths that stand as text in attributes, as in `#[serde(with = "by_id::filter")]`.
    pub attribute_paths: BTreeSet<Vec<String>>,
    /// Identifiers in its code outside imports.
    pub names: BTreeSet<String>,
    /// Types with an inherent `impl` in it, by their paths.
    pub impls: BTreeSet<Vec<String>>,
}

/// One name that a `use` brings in.
pub struct Import {
    /// `["crate", "store", "Store"]`; without its last segment for `use crate::store::*`.
    pub path: Vec<String>,
    /// The name it has here; none for `*` and for `as _`.
    pub name: Option<String>,
    pub is_glob: bool,
    /// Whether others see it (`pub use`, `pub(crate) use`).
    pub is_reexport: bool,
}

/// The modules of the crate with this root file.
pub fn read_crate(root: &Path) -> Vec<Module> {
    let mut modules = Vec::new();
    let folder = root.parent().expect("a file stands in a folder").to_owned();
    add_file(&mut modules, root, &folder, None);
    modules
}

/// All identifiers of a file, also those in macros.
pub fn identifiers(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let tokens = TokenStream::from_str(text).expect("a source file is made of tokens");
    walk_tokens(tokens, &mut |path| names.extend(path.iter().cloned()));
    names
}

/// `folder` is where the files of the module's children stand.
fn add_file(modules: &mut Vec<Module>, file: &Path, folder: &Path, parent: Option<usize>) -> usize {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let index = add_module(modules, file, folder, parent, &parsed.items);
    if parent.is_some() {
        add_modules_declared_by_macros(modules, index, folder, &parsed.items);
    }
    index
}

fn add_module(
    modules: &mut Vec<Module>,
    file: &Path,
    folder: &Path,
    parent: Option<usize>,
    items: &[Item],
) -> usize {
    let index = modules.len();
    modules.push(Module { file: file.to_owned(), parent, ..Module::default() });
    for item in items {
        if is_for_tests(attributes(item)) {
            continue;
        }
        if let Item::Mod(module) = item {
            let name = module.ident.to_string();
            let inner = folder.join(&name);
            let child = match &module.content {
                Some((_, items)) => add_module(modules, file, &inner, Some(index), items),
                None => add_file(modules, &module_file(folder, &name, &module.attrs), &inner, Some(index)),
            };
            modules[index].children.insert(name, child);
        } else {
            read_item(&mut modules[index], item);
        }
    }
    index
}

/// A macro that writes `mod` for a list of names is not expanded here: what stands in the folder and is declared
/// nowhere is taken for its modules.
fn add_modules_declared_by_macros(modules: &mut Vec<Module>, parent: usize, folder: &Path, items: &[Item]) {
    let declared: BTreeSet<_> = items
        .iter()
        .filter_map(|item| if let Item::Mod(module) = item { Some(module.ident.to_string()) } else { None })
        .collect();
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut files: Vec<_> = entries.map(|entry| entry.expect("the folder is readable").path()).collect();
    files.sort();
    for file in files {
        let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let is_module = file.extension().is_some_and(|extension| extension == "rs") && name != "mod";
        if is_module && !declared.contains(&name) {
            let child = add_file(modules, &file, &folder.join(&name), Some(parent));
            modules[parent].children.insert(name, child);
        }
    }
}

fn module_file(folder: &Path, name: &str, attributes: &[Attribute]) -> PathBuf {
    assert!(
        !attributes.iter().any(|attribute| attribute.path().is_ident("path")),
        "{}: #[path] for {name} is not read here, and nobody needs it",
        folder.display()
    );
    let beside = folder.join(format!("{name}.rs"));
    if beside.is_file() { beside } else { folder.join(name).join("mod.rs") }
}

fn read_item(module: &mut Module, item: &Item) {
    if let Some(name) = defined_name(item) {
        module.items.insert(name);
    }
    if let Item::Impl(block) = item
        && block.trait_.is_none()
        && let Type::Path(path) = &*block.self_ty
    {
        module.impls.insert(segments(&path.path));
    }
    let mut reader = Reader { module };
    reader.visit_item(item);
}

/// The name that other modules know an item by.
fn defined_name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        _ => return None,
    };
    Some(ident.to_string())
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Whether `#[cfg(test)]`, `#[cfg(all(test, …))]` or `#[test]` stands before it.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return attribute.path().is_ident("test") };
        let mut words = BTreeSet::new();
        walk_tokens(list.tokens.clone(), &mut |path| words.extend(path.iter().cloned()));
        attribute.path().is_ident("cfg") && words.contains("test") && !words.contains("not")
    })
}

/// Collects imports, paths and names of one item.
struct Reader<'a> {
    module: &'a mut Module,
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes = if let ImplItem::Fn(function) = item { &function.attrs[..] } else { &[] };
        if !is_for_tests(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_reexport = !matches!(item.vis, Visibility::Inherited);
        add_imports(&mut self.module.imports, &item.tree, &mut Vec::new(), is_reexport);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add_path(&segments(path));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.add_path(&segments(&call.path));
        walk_tokens(call.tokens.clone(), &mut |path| self.add_path(path));
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            walk_tokens(list.tokens.clone(), &mut |path| self.add_path(path));
            add_attribute_paths(&mut self.module.attribute_paths, list.tokens.clone());
        }
    }

    /// `pub(in crate::store)` imports nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

impl Reader<'_> {
    fn add_path(&mut self, path: &[String]) {
        if let Some(first) = path.first() {
            self.module.names.insert(first.clone());
        }
        if path.len() > 1 {
            self.module.paths.insert(path.to_vec());
        }
    }
}

fn segments(path: &syn::Path) -> Vec<String> {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

fn add_imports(imports: &mut Vec<Import>, tree: &UseTree, start: &mut Vec<String>, is_reexport: bool) {
    match tree {
        UseTree::Path(path) => {
            start.push(path.ident.to_string());
            add_imports(imports, &path.tree, start, is_reexport);
            start.pop();
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                add_imports(imports, tree, start, is_reexport);
            }
        }
        UseTree::Glob(_) => {
            imports.push(Import { path: start.clone(), name: None, is_glob: true, is_reexport });
        }
        UseTree::Name(name) => add_import(imports, start, &name.ident.to_string(), None, is_reexport),
        UseTree::Rename(rename) => {
            let name = rename.rename.to_string();
            add_import(imports, start, &rename.ident.to_string(), Some(name), is_reexport);
        }
    }
}

fn add_import(
    imports: &mut Vec<Import>,
    start: &[String],
    last: &str,
    renamed: Option<String>,
    is_reexport: bool,
) {
    let mut path = start.to_vec();
    // `use crate::store::{self}` is `use crate::store`.
    if last != "self" || path.is_empty() {
        path.push(last.to_owned());
    }
    let name = renamed.or_else(|| path.last().cloned()).filter(|name| name != "_");
    imports.push(Import { path, name, is_glob: false, is_reexport });
}

/// Calls back with every path `a::b::C`, also of a single segment. What stands behind a dot is no path.
fn walk_tokens(tokens: TokenStream, found: &mut dyn FnMut(&[String])) {
    let mut path: Vec<String> = Vec::new();
    let mut colons = 0;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 && !path.is_empty() {
                    found(&std::mem::take(&mut path));
                }
                path.push(ident.to_string().trim_start_matches("r#").to_owned());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            other => {
                if !path.is_empty() {
                    found(&std::mem::take(&mut path));
                }
                colons = 0;
                if let TokenTree::Group(group) = other {
                    walk_tokens(group.stream(), found);
                }
            }
        }
    }
    if !path.is_empty() {
        found(&path);
    }
}

/// Texts that name something for a derive macro: behind `with =`, `default =` and the like.
fn add_attribute_paths(paths: &mut BTreeSet<Vec<String>>, tokens: TokenStream) {
    const KEYS: [&str; 7] =
        ["with", "serialize_with", "deserialize_with", "default", "skip_serializing_if", "from", "into"];
    let mut key = String::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => key = ident.to_string(),
            TokenTree::Literal(text) if KEYS.contains(&key.as_str()) => {
                let text = text.to_string();
                paths.insert(text.trim_matches('"').split("::").map(str::to_owned).collect());
            }
            _ => {}
        }
    }
}
