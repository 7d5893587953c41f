//! `cargo xtask post-build`: Trunk names the page's files by their content, never those of the worker and of the
//! benchmark. A cached old one could then meet a new page. So the files of each move into a folder named by what is in
//! them; they refer to each other relatively, and the page reads the folder's name from a `<meta>`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::Shell;

use super::standalone_wasm;
use crate::workspace::file_name;

/// What Trunk makes of the worker, in the order in which it is hashed and loaded.
pub const WORKER_FILES: [&str; 3] =
    ["safelight-worker_loader.js", "safelight-worker.js", "safelight-worker_bg.wasm"];

/// What Trunk makes of the benchmark.
const BENCHMARK_FILES: [&str; 4] = [
    "safelight-benchmark.js",
    "safelight-benchmark_bg.wasm",
    "safelight-benchmark_loader.js",
    "benchmark.css",
];

/// Where wasm-bindgen puts the JavaScript that comes with crates.
const SNIPPETS: &str = "snippets";

/// Finishes the build that Trunk is about to publish.
pub fn run(sh: &Shell) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context(
        "TRUNK_STAGING_DIR is not set: post-build is run by Trunk. You may want `cargo xtask build`.",
    )?;
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let standalone = standalone_wasm::build(sh, Path::new(&staging), release)?;
    sh.change_dir(&staging);
    finish(sh, &standalone)
}

/// Works on the build in the shell's folder.
fn finish(sh: &Shell, standalone: &[PathBuf]) -> Result<()> {
    start_by_script(sh)?;
    let mut html = sh.read_file("index.html")?;
    let worker = move_by_content(sh, "worker", &WORKER_FILES.map(PathBuf::from))?;
    html = fill_meta(&html, "worker", &worker)?;
    let mut files = BENCHMARK_FILES.map(PathBuf::from).to_vec();
    files.extend(standalone.iter().cloned());
    files.extend(snippets(sh, BENCHMARK_FILES[0])?);
    let benchmark = move_by_content(sh, "benchmark", &files)?;
    html = fill_meta(&html, "benchmark", &benchmark)?;
    // Trunk keeps the snippets of all programs, and of earlier builds.
    sh.remove_path(SNIPPETS)?;
    sh.write_file("index.html", html)?;
    println!("the worker is in {worker}, the benchmark in {benchmark}");
    Ok(())
}

/// Has the page's script start the page. Trunk would start it by a script in index.html, which the policy of a careful
/// host forbids; Trunk.toml only loads the script.
fn start_by_script(sh: &Shell) -> Result<()> {
    let wasm = sh.read_dir(".")?.into_iter().find(|path| {
        let name = file_name(path);
        name.starts_with("safelight-page-") && name.ends_with("_bg.wasm")
    });
    let wasm = wasm.context("the build holds no page")?;
    let name = file_name(&wasm);
    let script = name.replace("_bg.wasm", ".js");
    let code = sh.read_file(&script)?;
    let start = format!("{code}\n__wbg_init({{ module_or_path: new URL('{name}', import.meta.url) }});\n");
    Ok(sh.write_file(script, start)?)
}

/// Moves the files of a program into a folder of its own, whose name is returned.
fn move_by_content(sh: &Shell, program: &str, files: &[PathBuf]) -> Result<String> {
    let mut hash = FNV_START;
    for file in files {
        hash = hash_on(hash, &sh.read_binary_file(file)?);
    }
    let folder = format!("{program}-{hash:016x}/");
    for file in files {
        let moved = sh.current_dir().join(&folder).join(file);
        sh.create_dir(moved.parent().context("a file stands in a folder")?)?;
        sh.copy_file(file, moved)?;
        sh.remove_path(file)?;
    }
    Ok(folder)
}

/// Fills the empty `content` of `<meta name="safelight-worker" content="">`, and of the like for other parts.
fn fill_meta(html: &str, part: &str, address: &str) -> Result<String> {
    let meta = |content| format!("<meta name=\"safelight-{part}\" content=\"{content}\"");
    ensure!(html.contains(&meta("")), "index.html lacks {}>, where the {part} is named", meta(""));
    Ok(html.replacen(&meta(""), &meta(address), 1))
}

/// What a program imports from the JavaScript that came with crates.
fn snippets(sh: &Shell, program: &str) -> Result<Vec<PathBuf>> {
    let start = format!("./{SNIPPETS}/");
    let text = sh.read_file(program)?;
    let names = text.split(['\'', '"']).filter(|name| name.starts_with(&start));
    let mut names: Vec<_> = names.map(|name| PathBuf::from(name.trim_start_matches("./"))).collect();
    names.sort();
    names.dedup();
    Ok(names)
}

fn hash_on(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}

/// FNV-1a, 64 bits wide: the name only has to change when a file does, and is the same on any machine.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use xshell::{Shell, TempDir};

    use super::{BENCHMARK_FILES, WORKER_FILES, finish};

    const HTML: &str = "<head><meta name=\"safelight-worker\" content=\"\">\
        <meta name=\"safelight-benchmark\" content=\"\"></head>";

    /// A build as Trunk stages it, with this for the worker's script.
    fn staged(worker: &str) -> (Shell, TempDir) {
        let sh = Shell::new().expect("there is a current folder");
        let folder = sh.create_temp_dir().expect("the temporary folder is writable");
        sh.change_dir(folder.path());
        let files = WORKER_FILES.iter().chain(&BENCHMARK_FILES).map(|name| (*name, "same"));
        let own = [
            ("index.html", HTML),
            ("safelight-page-1.js", "let wasm;"),
            ("safelight-page-1_bg.wasm", ""),
            ("safelight-worker.js", worker),
            (
                "safelight-benchmark.js",
                "import { a } from './snippets/mine-1/inner.js'; './snippets/mine-1/inner.js'",
            ),
            ("snippets/mine-1/inner.js", ""),
            ("snippets/old-1/inner.js", ""),
        ];
        for (name, content) in files.chain(own) {
            sh.write_file(name, content).expect("it is writable");
        }
        (sh, folder)
    }

    /// The folder of a part after the build is finished.
    fn finished(sh: &Shell, part: &str) -> String {
        finish(sh, &[]).expect("all is there");
        let html = sh.read_file("index.html").expect("it is there");
        let start = format!("name=\"safelight-{part}\" content=\"");
        let (_, rest) = html.split_once(&start).expect("the meta is there");
        rest.split('"').next().expect("it has a value").to_owned()
    }

    #[test]
    fn the_worker_moves_and_is_named() {
        let (sh, _folder) = staged("a");
        let worker = finished(&sh, "worker");
        for name in WORKER_FILES {
            assert!(sh.path_exists(Path::new(&worker).join(name)) && !sh.path_exists(name));
        }
        let again = finish(&sh, &[]).expect_err("nothing is left to move").to_string();
        assert!(again.contains(WORKER_FILES[0]), "{again}");
    }

    #[test]
    fn the_folder_changes_with_any_file_and_only_then() {
        let folder = |content| {
            let (sh, _folder) = staged(content);
            finished(&sh, "worker")
        };
        assert_eq!(folder("a"), folder("a"));
        assert_ne!(folder("a"), folder("b"));
    }

    #[test]
    fn the_script_starts_the_page() {
        let (sh, _folder) = staged("a");
        finished(&sh, "worker");
        let script = sh.read_file("safelight-page-1.js").expect("it is there");
        assert!(script.ends_with("new URL('safelight-page-1_bg.wasm', import.meta.url) });\n"), "{script}");
    }

    #[test]
    fn only_what_the_benchmark_imports_is_kept() {
        let (sh, _folder) = staged("a");
        let benchmark = finished(&sh, "benchmark");
        assert!(sh.path_exists(Path::new(&benchmark).join("snippets/mine-1/inner.js")));
        assert!(!sh.path_exists(Path::new(&benchmark).join("snippets/old-1")) && !sh.path_exists("snippets"));
    }

    #[test]
    fn a_page_without_the_empty_meta_is_refused() {
        for html in ["<head></head>".to_owned(), HTML.replace("content=\"\"", "content=\"worker-0/\"")] {
            let (sh, _folder) = staged("a");
            sh.write_file("index.html", html).expect("it is writable");
            assert!(finish(&sh, &[]).is_err());
        }
    }
}
