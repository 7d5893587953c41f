//! What breaks a rule today and is known: `xtask/tests/exceptions.txt`, one line each. The list only gets shorter.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::rules::Violation;

/// Set to 1, it has the tests write the list instead of reading it.
const UPDATE: &str = "UPDATE_EXCEPTIONS";

/// The tests run side by side and share the file.
static FILE: Mutex<()> = Mutex::new(());

/// Fails if these are other violations than the list's with these first words.
pub fn hold(rules: &[&str], violations: &[Violation]) {
    let _turn = FILE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let all = read();
    let belongs = |line: &&String| rules.contains(&line.split(' ').next().unwrap_or_default());
    let known: BTreeSet<_> = all.iter().filter(belongs).cloned().collect();
    let found: BTreeSet<_> = violations.iter().map(|violation| violation.line.clone()).collect();
    if std::env::var(UPDATE).is_ok_and(|value| value == "1") {
        let others = all.iter().filter(|line| !belongs(line)).cloned();
        write(&others.chain(found).collect());
        return;
    }
    let new = violations.iter().filter(|violation| !known.contains(&violation.line));
    let new = new.map(|violation| format!("{}\n        {}", violation.line, violation.detail));
    let gone = known.difference(&found).map(|line| format!("no longer needed: {line}"));
    let report: Vec<_> = new.chain(gone).collect();
    assert!(
        report.is_empty(),
        "\n{}\n\nIf the list of exceptions is to follow a move or a repair: \
         {UPDATE}=1 cargo test --package xtask --test modules\n",
        report.join("\n")
    );
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exceptions.txt")
}

fn read() -> BTreeSet<String> {
    let text = std::fs::read_to_string(path()).unwrap_or_default();
    text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn write(lines: &BTreeSet<String>) {
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    std::fs::write(path(), lines.join("\n") + "\n").expect("the list of exceptions is writable");
}
