//! `cargo xtask new-filter`: a filter that works, to be changed into the one that is wanted, and all that belongs to it.

use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

const FILTER: &str = include_str!("new_filter/filter.rs.txt");
const ORACLE: &str = include_str!("new_filter/oracle.py.txt");
const KERNELS: &str = "worker/kernels";

/// Writes the filter's file, its line in the registry and its oracle; then makes what is generated from them.
pub fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let [id] = arguments else {
        bail!("give the new filter's id, such as `cargo xtask new-filter film-burn`.");
    };
    let filter = Names::of(id)?;
    let registry = format!("{KERNELS}/src/filters.rs");
    let entries = with_entry(&sh.read_file(&registry)?, &filter.module)?;
    let source = format!("{KERNELS}/src/filters/{}.rs", filter.module);
    let oracle = format!("{KERNELS}/goldens/oracles/{}.py", filter.module);
    for (path, template) in [(&source, FILTER), (&oracle, ORACLE)] {
        ensure!(!sh.path_exists(path), "{path} is there already.");
        sh.write_file(path, filter.fill_in(template))?;
    }
    sh.write_file(&registry, &entries)?;
    make_goldens(sh, &filter.id)?;
    let fingerprints = cmd!(sh, "cargo test --quiet --package safelight-kernels --test goldens");
    fingerprints.env("UPDATE_GOLDENS", "1").run()?;
    // Another build of this program, which knows the new filter.
    cmd!(sh, "cargo run --quiet --package xtask -- docs").run()?;
    println!("now change {source} and its oracle into what they shall be");
    Ok(())
}

/// What a filter is called in each place.
struct Names {
    id: String,
    /// Of its files: the id with `_` for `-`.
    module: String,
    /// On screen, in sentence case.
    name: String,
    /// For the search.
    words: String,
}

impl Names {
    fn of(id: &str) -> Result<Self> {
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
        ensure!(id.split('-').all(is_word), "{id:?} is no id: it is lower-case words joined by `-`.");
        let words = id.replace('-', " ");
        let name = words[..1].to_uppercase() + &words[1..];
        Ok(Self { id: id.to_owned(), module: id.replace('-', "_"), name, words })
    }

    fn fill_in(&self, template: &str) -> String {
        template.replace("NAME", &self.name).replace("WORDS", &self.words).replace("ID", &self.id)
    }
}

/// The registry with a line more, at its end.
fn with_entry(registry: &str, module: &str) -> Result<String> {
    let entry = format!("    {module},\n");
    let entries = registry.strip_suffix("}\n").filter(|rest| rest.contains("registry! {\n"));
    let entries = entries.context("worker/kernels/src/filters.rs does not end in the registry.")?;
    ensure!(!entries.contains(&entry), "the registry has {module} already.");
    Ok(entries.to_owned() + &entry + "}\n")
}

/// The golden images, by the oracle that was just written.
fn make_goldens(sh: &Shell, id: &str) -> Result<()> {
    let python = sh.var_os("PYTHON").map_or_else(|| "python3".into(), PathBuf::from);
    ensure!(
        cmd!(sh, "{python} -c 'import numpy, PIL'").quiet().ignore_stderr().run().is_ok(),
        "{} has no numpy and pillow, so that there are no golden images yet. Install them (`pip install -r \
         {KERNELS}/goldens/requirements.txt`; PYTHON may name another python), then run \
         `python {KERNELS}/goldens/make.py {id}`, \
         `UPDATE_GOLDENS=1 cargo test -p safelight-kernels` and `cargo xtask docs`.",
        python.display()
    );
    let make = format!("{KERNELS}/goldens/make.py");
    Ok(cmd!(sh, "{python} {make} {id}").run()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words() {
        for id in ["", "-", "Film", "film_burn", "film-", "film burn", "2x"] {
            assert!(Names::of(id).is_err(), "{id:?}");
        }
        let names = Names::of("film-burn").expect("it is an id");
        assert_eq!((&*names.module, &*names.name), ("film_burn", "Film burn"));
        let filled = names.fill_in(FILTER);
        assert!(filled.contains("id: \"film-burn\"") && filled.contains("en: \"Film burn\""), "{filled}");
    }

    #[test]
    fn an_entry_is_added_once() {
        let registry = "x\nregistry! {\n    crop,\n}\n";
        let found = with_entry(registry, "blur").expect("it is a registry");
        assert_eq!(found, "x\nregistry! {\n    crop,\n    blur,\n}\n");
        assert!(with_entry(&found, "blur").is_err() && with_entry("", "blur").is_err());
    }
}
