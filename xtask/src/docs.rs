//! `cargo xtask docs`: what the README says of filters, written from the registry.

use std::fmt::Write as _;

use safelight_kernels::TEXTS;

use crate::shell::{Failure, say};
use crate::workspace;

/// Writes the parts of the README between marks; with `--check`, only fails if they are not as they would be written.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let is_check = match arguments {
        [] => false,
        [option] if option == "--check" => true,
        _ => return Err(Failure::new("`cargo xtask docs` takes nothing but --check.")),
    };
    let path = workspace::root().join("README.md");
    let readme = std::fs::read_to_string(&path).map_err(|error| Failure::file("reading", &path, &error))?;
    let written = written(&readme)?;
    if written == readme {
        return Ok(());
    }
    if is_check {
        return Err(Failure::new("README.md is not as `cargo xtask docs` writes it."));
    }
    std::fs::write(&path, written).map_err(|error| Failure::file("writing", &path, &error))?;
    say("README.md: the filters as the registry has them");
    Ok(())
}

/// The README with its generated parts written anew.
fn written(readme: &str) -> Result<String, Failure> {
    let mut table = "\n\n| filter | what it does |\n|---|---|\n".to_owned();
    for text in TEXTS {
        let _ = writeln!(table, "| {} | {} |", text.name.en, text.summary.en);
    }
    table.push('\n');
    let readme = with_part(readme, "filter count", &TEXTS.len().to_string())?;
    with_part(&readme, "filter table", &table)
}

/// Puts `content` between the marks `<!-- NAME -->` and `<!-- /NAME -->`.
fn with_part(text: &str, name: &str, content: &str) -> Result<String, Failure> {
    let (start, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let parts = text.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let Some((before, after)) = parts else {
        return Err(Failure::new(format!("README.md has no {start} … {end}.")));
    };
    Ok([before, &start, content, &end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_is_as_it_would_be_written() {
        run(&["--check".to_owned()]).unwrap_or_else(|failure| panic!("{failure}"));
    }

    #[test]
    fn only_what_is_between_the_marks_is_written() {
        let text = "a <!-- n -->old<!-- /n --> b";
        let found = with_part(text, "n", "new").unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(found, "a <!-- n -->new<!-- /n --> b");
        assert!(with_part("a <!-- n --> b", "n", "").is_err());
    }
}
