//! `cargo xtask docs`: what the README says of filters, written from the registry.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};
use safelight_kernels::TEXTS;
use xshell::Shell;

/// Writes the parts of the README between marks; with `--check`, only fails if they are not as they would be written.
pub fn run(sh: &Shell, arguments: &[String]) -> Result<()> {
    let is_check = match arguments {
        [] => false,
        [option] if option == "--check" => true,
        _ => bail!("`cargo xtask docs` takes nothing but --check."),
    };
    let readme = sh.read_file("README.md")?;
    let written = written(&readme)?;
    if written != readme {
        ensure!(!is_check, "README.md is not as `cargo xtask docs` writes it.");
        sh.write_file("README.md", written)?;
        println!("README.md: the filters as the registry has them");
    }
    Ok(())
}

/// The README with its generated parts written anew.
fn written(readme: &str) -> Result<String> {
    let mut table = "\n\n| filter | what it does |\n|---|---|\n".to_owned();
    for text in TEXTS {
        let _ = writeln!(table, "| {} | {} |", text.name.en, text.summary.en);
    }
    table.push('\n');
    let readme = with_part(readme, "filter count", &TEXTS.len().to_string())?;
    with_part(&readme, "filter table", &table)
}

/// Puts `content` between the marks `<!-- NAME -->` and `<!-- /NAME -->`.
fn with_part(text: &str, name: &str, content: &str) -> Result<String> {
    let (start, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let parts = text.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let (before, after) = parts.with_context(|| format!("README.md has no {start} … {end}."))?;
    Ok([before, &start, content, &end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn the_readme_is_as_it_would_be_written() {
        let sh = workspace::shell().expect("the workspace is there");
        run(&sh, &["--check".to_owned()]).expect("the README is up to date");
    }

    #[test]
    fn only_what_is_between_the_marks_is_written() {
        let text = "a <!-- n -->old<!-- /n --> b";
        let found = with_part(text, "n", "new").expect("the marks are there");
        assert_eq!(found, "a <!-- n -->new<!-- /n --> b");
        assert!(with_part("a <!-- n --> b", "n", "").is_err());
    }
}
