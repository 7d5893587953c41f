//! `cargo xtask post-build`: Trunk hashes the page's files, never those of the worker and of the benchmark. A cached
//! old one could then meet a new page. So the files of each move into a folder named by what is in them; they
//! refer to each other relatively, and the page reads the folder's name from a `<meta>`. The page's stylesheets
//! become one file, and scripts lose their comments.

use std::path::{Path, PathBuf};

use crate::{
    bare, glue, sheets,
    shell::{Failure, say},
    split,
};

/// What Trunk makes of the worker, in the order in which it is hashed.
pub const WORKER_FILES: [&str; 3] =
    ["safelight-worker.js", "safelight-worker_bg.wasm", "safelight-worker_loader.js"];

/// What Trunk makes of the benchmark.
const BENCHMARK_FILES: [&str; 4] = [
    "safelight-benchmark.js",
    "safelight-benchmark_bg.wasm",
    "safelight-benchmark_loader.js",
    "benchmark.css",
];

/// Where wasm-bindgen puts the JavaScript that a program brings along.
const SNIPPETS: &str = "snippets";

/// Moves the worker and the benchmark of the build that Trunk is just finishing.
pub fn run() -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::new(
            "TRUNK_STAGING_DIR is not set: post-build is run by Trunk. You may want `cargo xtask build`.",
        )
    })?;
    if let Some(later) = split::page(&staging)? {
        say(format_args!("the editor is in {later}"));
    }
    glue::trim(&staging)?;
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let worker = settle(&staging, "worker", &WORKER_FILES.map(PathBuf::from))?;
    sheets::squeeze(&staging.join("benchmark.css"))?;
    let mut files = BENCHMARK_FILES.map(PathBuf::from).to_vec();
    files.extend(bare::build(&staging, release)?);
    files.extend(snippets(&staging, BENCHMARK_FILES[0])?);
    drop_links_to_snippets(&staging)?;
    let benchmark = settle(&staging, "benchmark", &files)?;
    drop_snippets(&staging)?;
    let sheet = sheets::join(&staging)?;
    say(format_args!("the worker is in {worker}, the benchmark in {benchmark}, the style in {sheet}"));
    Ok(())
}

/// Moves the files of a program into a folder of its own, and names that in the program's `<meta>`.
fn settle(staging: &Path, program: &str, files: &[PathBuf]) -> Result<String, Failure> {
    let mut hash = FNV_START;
    for name in files {
        let path = staging.join(name);
        let content =
            std::fs::read(&path).map_err(|error| Failure::file("reading the program's", &path, &error))?;
        hash = hash_on(hash, &content);
    }
    let folder = format!("{program}-{hash:016x}/");
    let page = staging.join("index.html");
    let html = std::fs::read_to_string(&page).map_err(|error| Failure::file("reading", &page, &error))?;
    let html = name_part(&html, program, &folder)?;
    if let Some(name) = files.iter().filter_map(|name| name.to_str()).find(|name| html.contains(name)) {
        return Err(Failure::new(format!("index.html names {name}, which is about to move to {folder}.")));
    }
    for name in files {
        let (from, to) = (staging.join(name), staging.join(&folder).join(name));
        let home = to.parent().unwrap_or(staging);
        std::fs::create_dir_all(home).map_err(|error| Failure::file("creating", home, &error))?;
        std::fs::rename(&from, &to).map_err(|error| Failure::file("moving", &from, &error))?;
    }
    std::fs::write(&page, html).map_err(|error| Failure::file("writing", &page, &error))?;
    Ok(folder)
}

/// The JavaScript that a program imports from what came with its crates, relative to the staging folder.
fn snippets(staging: &Path, program: &str) -> Result<Vec<PathBuf>, Failure> {
    let path = staging.join(program);
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::file("reading", &path, &error))?;
    let start = format!("./{SNIPPETS}/");
    let mut names: Vec<_> = text
        .split(['\'', '"'])
        .filter(|name| name.starts_with(&start))
        .map(|name| PathBuf::from(name.trim_start_matches("./")))
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// Trunk keeps the snippets of all programs, and of earlier builds, in one folder, and has the page load them first.
fn drop_links_to_snippets(staging: &Path) -> Result<(), Failure> {
    let page = staging.join("index.html");
    let html = std::fs::read_to_string(&page).map_err(|error| Failure::file("reading", &page, &error))?;
    std::fs::write(&page, without_snippets(&html)).map_err(|error| Failure::file("writing", &page, &error))
}

/// What no program of this build imports.
fn drop_snippets(staging: &Path) -> Result<(), Failure> {
    let folder = staging.join(SNIPPETS);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| Failure::file("removing", &folder, &error))?;
    }
    Ok(())
}

/// The page without links to snippets.
fn without_snippets(html: &str) -> String {
    let is_link = |tag: &str| tag.starts_with("<link ") && tag.contains(&format!("{SNIPPETS}/"));
    let kept = html.split_inclusive('>').map(|piece| match piece.rfind('<') {
        Some(at) if is_link(&piece[at..]) => &piece[..at],
        _ => piece,
    });
    kept.collect()
}

/// Fills the empty `content` of `<meta name="safelight-worker" content="">`, and of the like for other parts.
pub fn name_part(html: &str, part: &str, address: &str) -> Result<String, Failure> {
    let name = format!("name=\"safelight-{part}\"");
    let tag = html.split('<').find(|tag| tag.starts_with("meta ") && tag.contains(&name));
    match tag {
        Some(tag) if tag.contains("content=\"\"") => {
            Ok(html.replacen(tag, &tag.replacen("content=\"\"", &format!("content=\"{address}\""), 1), 1))
        }
        _ => Err(Failure::new(format!(
            "index.html lacks <meta {name} content=\"\">, where the {part} is named."
        ))),
    }
}

/// A number to name a file with these bytes by.
pub fn hash(bytes: &[u8]) -> u64 {
    hash_on(FNV_START, bytes)
}

fn hash_on(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}

/// FNV-1a, 64 bits wide: the name only has to change when a file does, and is the same on any machine.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{WORKER_FILES, name_part, settle, snippets, without_snippets};
    use crate::shell::Failure;

    const HTML: &str = "<head><meta charset=\"utf-8\"><meta name=\"safelight-worker\" content=\"\"></head>";

    #[test]
    fn the_meta_gets_the_folder() {
        let html = name_part(HTML, "worker", "worker-1/").expect("the page has the meta");
        assert_eq!(html, HTML.replace("content=\"\"", "content=\"worker-1/\""));
    }

    #[test]
    fn a_page_without_the_empty_meta_is_refused() {
        assert!(name_part("<head></head>", "worker", "worker-1/").is_err());
        assert!(name_part(HTML, "editor", "editor-1.wasm").is_err());
        let named = HTML.replace("content=\"\"", "content=\"worker-0/\"");
        assert!(name_part(&named, "worker", "worker-1/").is_err());
    }

    #[test]
    fn the_folder_changes_with_any_file_and_only_then() {
        let folder = |name, content| {
            let staging = staged(name, content);
            let folder = settle_worker(&staging).expect("all is there");
            std::fs::remove_dir_all(staging).expect("the temporary folder is writable");
            folder
        };
        let (first, same, other) = (folder("first", "a"), folder("same", "a"), folder("other", "b"));
        assert_eq!(first, same);
        assert_ne!(first, other);
    }

    #[test]
    fn files_move_and_a_missing_one_is_named() {
        let staging = staged("move", "a");
        let folder = settle_worker(&staging).expect("all is there");
        for name in WORKER_FILES {
            assert!(staging.join(&folder).join(name).is_file() && !staging.join(name).exists());
        }
        assert!(std::fs::read_to_string(staging.join("index.html")).is_ok_and(|html| html.contains(&folder)));
        let again = settle_worker(&staging).expect_err("nothing is left to move").to_string();
        assert!(again.contains(WORKER_FILES[0]), "{again}");
        std::fs::remove_dir_all(staging).expect("the temporary folder is writable");
    }

    #[test]
    fn only_what_a_program_imports_is_its_own() {
        let staging = staged("snippets", "a");
        let program = "import { a } from './snippets/mine-1/inner.js';\nimport { b } from './snippets/mine-1/inner.js';";
        std::fs::write(staging.join("program.js"), program).expect("it is writable");
        let found = snippets(&staging, "program.js").expect("it can be read");
        assert_eq!(found, [PathBuf::from("snippets/mine-1/inner.js")]);
        std::fs::remove_dir_all(staging).expect("the temporary folder is writable");
    }

    #[test]
    fn the_page_loads_no_snippets() {
        let html = "<link rel=\"icon\" href=\"./i.svg\"><link rel=\"modulepreload\" href=\"./snippets/mine-1/inner.js\"></head>";
        assert_eq!(without_snippets(html), "<link rel=\"icon\" href=\"./i.svg\"></head>");
    }

    fn settle_worker(staging: &std::path::Path) -> Result<String, Failure> {
        settle(staging, "worker", &WORKER_FILES.map(PathBuf::from))
    }

    /// A folder as Trunk stages it, under the test's own name.
    fn staged(name: &str, content: &str) -> PathBuf {
        let staging =
            std::env::temp_dir().join(format!("safelight-post-build-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&staging).expect("the temporary folder is writable");
        for file in &WORKER_FILES[1..] {
            std::fs::write(staging.join(file), "same").expect("the temporary folder is writable");
        }
        std::fs::write(staging.join(WORKER_FILES[0]), content).expect("the temporary folder is writable");
        std::fs::write(staging.join("index.html"), HTML).expect("the temporary folder is writable");
        staging
    }
}
