//! Who imports whom: the files of a crate, with `pub use` followed to the file that defines the item.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use crate::source::{Module, read_crate};

/// The imports of one crate, with files as paths below a base folder, `src/store/mod.rs`.
pub struct Graph {
    /// Each file, and the files whose items it uses. Declaring a module and re-exporting an item is no use.
    pub imports: BTreeMap<String, BTreeSet<String>>,
    /// Each file, and the other crates that it names.
    pub crates: BTreeMap<String, BTreeSet<String>>,
    pub impls: BTreeSet<InherentImpl>,
}

/// An `impl` without a trait, for a type of the same crate.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InherentImpl {
    pub type_name: String,
    pub type_file: String,
    pub file: String,
}

impl Graph {
    /// Reads the crate whose root is this file.
    pub fn read(root: &Path, base: &Path) -> Self {
        let modules = read_crate(root);
        let names = Names { modules: &modules };
        let relative = |file: &PathBuf| file.strip_prefix(base).unwrap_or(file).display().to_string();
        let mut graph = Self { imports: BTreeMap::new(), crates: BTreeMap::new(), impls: BTreeSet::new() };
        for (index, module) in modules.iter().enumerate() {
            let file = relative(&module.file);
            let uses = graph.imports.entry(file.clone()).or_default();
            let used_files = names.used_files(index);
            uses.extend(used_files.into_iter().filter(|used| **used != module.file).map(relative));
            graph.crates.entry(file.clone()).or_default().extend(names.used_crates(index));
            for path in &module.impls {
                if let Some(Target::Item(home)) = names.resolve(index, path) {
                    graph.impls.insert(InherentImpl {
                        type_name: path.last().expect("a path has segments").clone(),
                        type_file: relative(&modules[home].file),
                        file: file.clone(),
                    });
                }
            }
        }
        graph
    }

    /// The shortest way along imports from a file back to itself.
    pub fn circle_through<'a>(&'a self, file: &'a str) -> Option<Vec<&'a str>> {
        shortest_circle(&self.imports, file)
    }

    /// The same graph between the parts of a crate: the folders and files directly below its root's folder.
    /// `decode.rs` and the folder `decode` are one part.
    pub fn parts(&self, folder: &str) -> BTreeMap<String, BTreeSet<String>> {
        let part = |file: &str| {
            let below = file.strip_prefix(folder).unwrap_or(file).trim_start_matches('/');
            below.split('/').next().unwrap_or(below).trim_end_matches(".rs").to_owned()
        };
        let mut parts = BTreeMap::<String, BTreeSet<String>>::new();
        for (file, imports) in &self.imports {
            let from = part(file);
            let to: BTreeSet<_> = imports.iter().map(|file| part(file)).filter(|to| *to != from).collect();
            parts.entry(from).or_default().extend(to);
        }
        parts
    }
}

/// The shortest way along the edges from a node back to itself, which stands at both ends.
pub fn shortest_circle<'a>(
    edges: &'a BTreeMap<String, BTreeSet<String>>,
    start: &'a str,
) -> Option<Vec<&'a str>> {
    let mut came_from = BTreeMap::<&str, &str>::new();
    let mut open = VecDeque::from([start]);
    while let Some(node) = open.pop_front() {
        for next in edges.get(node).into_iter().flatten() {
            if next == start {
                let mut way = vec![start, node];
                while *way.last().expect("it has two") != start {
                    way.push(came_from[way.last().expect("it has two")]);
                }
                way.reverse();
                return Some(way);
            }
            if !came_from.contains_key(next.as_str()) {
                came_from.insert(next, node);
                open.push_back(next);
            }
        }
    }
    None
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// A module itself.
    Module(usize),
    /// An item that this module defines.
    Item(usize),
}

/// Resolves paths as the compiler does, as far as files need it: types, functions and modules share one namespace.
struct Names<'a> {
    modules: &'a [Module],
}

impl<'a> Names<'a> {
    fn used_files(&self, index: usize) -> Vec<&'a PathBuf> {
        let module = &self.modules[index];
        let file_of_item = |target| match target {
            Target::Item(home) => Some(home),
            Target::Module(_) => None,
        };
        let mut homes = BTreeSet::new();
        for import in &module.imports {
            let is_used =
                !import.is_reexport || import.name.as_ref().is_some_and(|name| module.names.contains(name));
            if import.is_glob && !import.is_reexport {
                homes.extend(self.all_of(index, &import.path));
            } else if is_used && !import.is_glob {
                homes.extend(self.resolve(index, &import.path).and_then(file_of_item));
            }
        }
        for path in &module.paths {
            homes.extend(self.resolve(index, path).and_then(file_of_item));
        }
        for path in &module.attribute_paths {
            homes.extend(self.resolve(index, path).map(|target| match target {
                Target::Item(home) | Target::Module(home) => home,
            }));
        }
        homes.into_iter().map(|home| &self.modules[home].file).collect()
    }

    /// The modules that `use path::*` may take something from.
    fn all_of(&self, index: usize, path: &[String]) -> Vec<usize> {
        match self.resolve(index, path) {
            Some(Target::Item(home)) => vec![home],
            Some(Target::Module(from)) => {
                let module = &self.modules[from];
                let reexported =
                    module.imports.iter().filter(|import| import.is_reexport && !import.is_glob).filter_map(
                        |import| match self.resolve(from, &import.path)? {
                            Target::Item(home) => Some(home),
                            Target::Module(_) => None,
                        },
                    );
                let own = (!module.items.is_empty()).then_some(from);
                reexported.chain(own).collect()
            }
            None => Vec::new(),
        }
    }

    fn used_crates(&self, index: usize) -> BTreeSet<String> {
        let module = &self.modules[index];
        let imports = module.imports.iter().map(|import| &import.path);
        let paths = imports.chain(&module.paths).filter(|path| self.resolve(index, path).is_none());
        // A crate's name begins with a small letter: others are types of the prelude.
        let names = paths.filter_map(|path| path.first()).filter(|name| name.starts_with(char::is_lowercase));
        names.cloned().collect()
    }

    /// What a path in this module leads to; nothing if it begins in another crate.
    fn resolve(&self, index: usize, path: &[String]) -> Option<Target> {
        self.resolve_from(index, path, &mut BTreeSet::new())
    }

    fn resolve_from(
        &self,
        index: usize,
        path: &[String],
        seen: &mut BTreeSet<(usize, String)>,
    ) -> Option<Target> {
        let [first, rest @ ..] = path else { return None };
        let start = match first.as_str() {
            "crate" => Target::Module(0),
            "self" => Target::Module(index),
            "super" => Target::Module(self.modules[index].parent?),
            name => self.lookup(index, name, rest.is_empty(), seen)?,
        };
        let mut at = start;
        for (position, segment) in rest.iter().enumerate() {
            let Target::Module(module) = at else { return Some(at) };
            at = match segment.as_str() {
                "super" => Target::Module(self.modules[module].parent?),
                "self" => at,
                // What a macro made has no better home than the module that it was asked from.
                name => self
                    .lookup(module, name, position + 1 == rest.len(), seen)
                    .unwrap_or(Target::Item(module)),
            };
        }
        Some(at)
    }

    /// A name as this module knows it. The last name of a path is an item rather than a module of that name.
    fn lookup(
        &self,
        index: usize,
        name: &str,
        is_last: bool,
        seen: &mut BTreeSet<(usize, String)>,
    ) -> Option<Target> {
        // A re-export of itself ends here.
        if !seen.insert((index, name.to_owned())) {
            return None;
        }
        let module = &self.modules[index];
        let child = module.children.get(name).map(|child| Target::Module(*child));
        let item = module.items.contains(name).then_some(Target::Item(index));
        let mut imported = || {
            let mut named = module.imports.iter().filter(|import| import.name.as_deref() == Some(name));
            named.find_map(|import| self.resolve_from(index, &import.path, seen))
        };
        let found = if is_last {
            item.or_else(&mut imported).or(child)
        } else {
            child.or(item).or_else(&mut imported)
        };
        found.or_else(|| {
            let globs = module.imports.iter().filter(|import| import.is_glob);
            let mut modules = globs.filter_map(|import| {
                match self.resolve_from(index, &import.path, &mut seen.clone())? {
                    Target::Module(from) if from != index => Some(from),
                    _ => None,
                }
            });
            modules.find_map(|from| self.lookup(from, name, is_last, &mut seen.clone()))
        })
    }
}
