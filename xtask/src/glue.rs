//! The JavaScript that wasm-bindgen writes is commented and indented for readers, which visitors need not load.
//! Trunk's own minifier breaks it; leaving out whole lines does not.

use std::path::Path;

use crate::shell::Failure;

/// Trims every script of a build, in place.
pub fn trim(staging: &Path) -> Result<(), Failure> {
    let entries = std::fs::read_dir(staging).map_err(|error| Failure::file("reading", staging, &error))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.extension().is_some_and(|extension| extension == "js") {
            let script =
                std::fs::read_to_string(&path).map_err(|error| Failure::file("reading", &path, &error))?;
            std::fs::write(&path, trimmed(&script))
                .map_err(|error| Failure::file("writing", &path, &error))?;
        }
    }
    Ok(())
}

/// Without indentation, empty lines, and lines that are nothing but a comment. A script with a text of several
/// lines stays as it is: what looks like a comment there may be none.
fn trimmed(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut in_comment = false;
    let mut kept = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::trimmed;

    #[test]
    fn only_what_is_for_readers_goes() {
        let script = "/* tslint */\n/**\n * Says it.\n */\nexport function a() {\n\n    // why\n    return \"// no /* comment */\"; // here\n}\n";
        assert_eq!(trimmed(script), "export function a() {\nreturn \"// no /* comment */\"; // here\n}\n");
    }

    #[test]
    fn a_text_of_several_lines_is_left_alone() {
        let script = "let text = `one\n    // two`;\n";
        assert_eq!(trimmed(script), script);
    }
}
