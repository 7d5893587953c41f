//! `cargo xtask new-filter`: a filter that works, to be changed into the one that is wanted, and all that belongs to it.

use std::path::{Path, PathBuf};

use crate::shell::{self, Failure, command, output, say, text};
use crate::workspace;

const FILTER: &str = include_str!("new_filter/filter.rs.txt");
const ORACLE: &str = include_str!("new_filter/oracle.py.txt");
const KERNELS: &str = "worker/kernels";

/// Writes the filter's file, its line in the registry and its oracle; then makes what is generated from them.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let [id] = arguments else {
        return Err(Failure::new("give the new filter's id, such as `cargo xtask new-filter film-burn`."));
    };
    let filter = Names::of(id)?;
    let kernels = workspace::root().join(KERNELS);
    let registry = kernels.join("src/filters.rs");
    let entries = with_entry(&read(&registry)?, &filter.module)?;
    create(&kernels.join(format!("src/filters/{}.rs", filter.module)), &filter.fill_in(FILTER))?;
    create(&kernels.join(format!("goldens/oracles/{}.py", filter.module)), &filter.fill_in(ORACLE))?;
    write(&registry, &entries)?;
    make_goldens(&filter.id)?;
    let mut fingerprints = command("cargo");
    fingerprints.env("UPDATE_GOLDENS", "1").args(["test", "--quiet", "--package", "safelight-kernels"]);
    run_aloud(fingerprints.args(["--test", "goldens"]))?;
    // Another build of this program, which knows the new filter.
    run_aloud(command("cargo").args(["run", "--quiet", "--package", "xtask", "--", "docs"]))?;
    say(format!(
        "now change {KERNELS}/src/filters/{}.rs and its oracle into what they shall be",
        filter.module
    ));
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
    fn of(id: &str) -> Result<Self, Failure> {
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
        if !id.split('-').all(is_word) {
            return Err(Failure::new(format!("{id:?} is no id: it is lower-case words joined by `-`.")));
        }
        let words = id.replace('-', " ");
        let name = words[..1].to_uppercase() + &words[1..];
        Ok(Self { id: id.to_owned(), module: id.replace('-', "_"), name, words })
    }

    fn fill_in(&self, template: &str) -> String {
        template.replace("NAME", &self.name).replace("WORDS", &self.words).replace("ID", &self.id)
    }
}

/// The registry with a line more, at its end.
fn with_entry(registry: &str, module: &str) -> Result<String, Failure> {
    let entry = format!("    {module},\n");
    let Some(entries) = registry.strip_suffix("}\n").filter(|rest| rest.contains("registry! {\n")) else {
        return Err(Failure::new("worker/kernels/src/filters.rs does not end in the registry."));
    };
    if entries.contains(&entry) {
        return Err(Failure::new(format!("the registry has {module} already.")));
    }
    Ok(entries.to_owned() + &entry + "}\n")
}

/// The golden images, by the oracle that was just written.
fn make_goldens(id: &str) -> Result<(), Failure> {
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    if output(command(&python).args(["-c", "import numpy, PIL"])).is_none() {
        return Err(Failure::new(format!(
            "{} has no numpy and pillow, so that there are no golden images yet. Install them (`pip install -r \
             {KERNELS}/goldens/requirements.txt`; PYTHON may name another python), then run \
             `python {KERNELS}/goldens/make.py {id}`, \
             `UPDATE_GOLDENS=1 cargo test -p safelight-kernels` and `cargo xtask docs`.",
            PathBuf::from(&python).display()
        )));
    }
    run_aloud(command(&python).args([&format!("{KERNELS}/goldens/make.py"), id]))
}

fn run_aloud(command: &mut std::process::Command) -> Result<(), Failure> {
    say(text(command));
    shell::run(command)
}

fn create(path: &Path, content: &str) -> Result<(), Failure> {
    if path.exists() {
        return Err(Failure::new(format!("{} is there already.", path.display())));
    }
    write(path, content)
}

fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file("reading", path, &error))
}

fn write(path: &Path, content: &str) -> Result<(), Failure> {
    std::fs::write(path, content).map_err(|error| Failure::file("writing", path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words() {
        for id in ["", "-", "Film", "film_burn", "film-", "film burn", "2x"] {
            assert!(Names::of(id).is_err(), "{id:?}");
        }
        let names = Names::of("film-burn").unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!((&*names.module, &*names.name), ("film_burn", "Film burn"));
        let filled = names.fill_in(FILTER);
        assert!(filled.contains("id: \"film-burn\"") && filled.contains("en: \"Film burn\""), "{filled}");
    }

    #[test]
    fn an_entry_is_added_once() {
        let registry = "x\nregistry! {\n    crop,\n}\n";
        let found = with_entry(registry, "blur").unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(found, "x\nregistry! {\n    crop,\n    blur,\n}\n");
        assert!(with_entry(&found, "blur").is_err() && with_entry("", "blur").is_err());
    }
}
