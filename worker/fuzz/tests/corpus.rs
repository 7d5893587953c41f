//! The kept inputs: those that reached new code, and those that found a fault.

use std::path::Path;

#[test]
fn recipe() {
    replay("recipe", safelight_fuzz::recipe);
}

#[test]
fn apply() {
    replay("apply", safelight_fuzz::apply);
}

#[test]
fn cube() {
    replay("cube", safelight_fuzz::cube);
}

#[test]
fn open() {
    replay("open", safelight_fuzz::open);
}

fn replay(target: &str, law: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let entries = std::fs::read_dir(&folder).expect("the corpus is there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it is readable").path()).collect();
    files.sort();
    assert!(files.len() >= 40, "{} has only {} files", folder.display(), files.len());
    for file in files {
        let data = std::fs::read(&file).expect("a file");
        // Its name is what one needs to know.
        println!("{}", file.display());
        law(&data);
    }
}
