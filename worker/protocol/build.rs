//! Names the build by the sources that the worker is made of, for the worker's hello.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    // `worker/`, and the versions of everything below it.
    collect(Path::new(".."), &mut files)?;
    files.push("../../Cargo.lock".into());
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read(&file)?.hash(&mut hasher);
    }
    println!("cargo::rerun-if-changed=..");
    println!("cargo::rerun-if-changed=../../Cargo.lock");
    println!("cargo::rustc-env=SAFELIGHT_BUILD={:016x}", hasher.finish());
    Ok(())
}

/// Gathers the Rust sources and manifests below `folder`.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
