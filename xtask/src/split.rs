//! The page in two: what a first visit loads, and what `src/chunk.rs` fetches later. Trunk builds the page in one
//! piece; the linker's notes in it (`src/build.rs`) tell which code is reached from where, so that it can be cut
//! before wasm-bindgen runs. What Trunk made of it is then replaced. Debug builds stay in one piece.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{Failure, command, say, text};
use crate::{binaries, post_build, shell, workspace};

/// The page's crate.
const PAGE: &str = "safelight-page";

/// The only part that comes later, by its name in `wasm_split(…)`.
const LATER: &str = "editor";

/// What wasm-opt does to each part.
const OPTIMISE: [&str; 8] = [
    "-Os",
    "--enable-reference-types",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Os",
    "--strip-producers",
    "--strip-target-features",
];

/// Where wasm-bindgen is told to find the functions that load the parts.
const LINK: &str = "./__wasm_split.js";

/// Fetches a part when the page asks for it, once. A part takes memory, table and stack from the page, under the
/// names that the page exports them by. `callback` is a function in the table, which is told how it went.
const LOADER: &str = r"const fetched = {};
const fetchPart = async (name) => {
const response = await fetch(new URL(name, import.meta.url));
if (!response.ok) throw new Error(`${name}: ${response.status}`);
await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: wasm });
};
const load = (name) => async (callback, data) => {
let isHere = true;
try {
await (fetched[name] ??= fetchPart(name));
} catch (error) {
console.error(error);
delete fetched[name];
isHere = false;
}
wasm.__indirect_function_table.get(callback)(data, isHere);
};
";

/// Splits the page of a release build; returns the name of the part that comes later.
pub fn page(staging: &Path) -> Result<Option<String>, Failure> {
    if std::env::var("TRUNK_PROFILE").as_deref() != Ok("release") {
        return Ok(None);
    }
    let target = workspace::target()?;
    let linked = target.join("wasm32-unknown-unknown/page").join(format!("{PAGE}.wasm"));
    let scratch = target.join("split");
    if scratch.exists() {
        fs::remove_dir_all(&scratch).map_err(|error| Failure::file("clearing", &scratch, &error))?;
    }
    let later = cut(&linked, &scratch)?;
    bind(&scratch)?;
    let first = scratch.join(format!("{PAGE}_bg.wasm"));
    optimise(&[&first, &later])?;
    let script = joined(&read_text(&scratch.join(format!("{PAGE}.js")))?)?;
    let parts = Parts { script, first: read(&first)?, later: read(&later)? };
    replace(staging, &parts).map(Some)
}

/// The files of the page, their names in each other not filled in yet.
struct Parts {
    script: String,
    first: Vec<u8>,
    later: Vec<u8>,
}

/// Cuts the linked page; returns the part that comes later.
fn cut(linked: &Path, scratch: &Path) -> Result<PathBuf, Failure> {
    let whole = read(linked)?;
    let first = scratch.join(format!("{PAGE}.wasm"));
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = scratch;
    options.main_out_path = &first;
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| Failure::new(format!("{} could not be split: {error:#}", linked.display())))?;
    match split.split_modules.as_slice() {
        [later] if split.prefetch_map.len() == 1 && split.prefetch_map.contains_key(LATER) => {
            Ok(later.clone())
        }
        others => Err(Failure::new(format!("the page was to have one part {LATER:?} and has {others:?}."))),
    }
}

fn bind(scratch: &Path) -> Result<(), Failure> {
    let mut bindgen = command(binaries::wasm_bindgen()?);
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--keep-lld-exports",
        "--out-name",
        PAGE,
        "--out-dir",
    ]);
    bindgen.arg(scratch).arg(scratch.join(format!("{PAGE}.wasm")));
    say(text(&bindgen));
    shell::run(&mut bindgen)
}

/// Runs wasm-opt on these files side by side, in place.
fn optimise(parts: &[&Path]) -> Result<(), Failure> {
    let program = binaries::wasm_opt()?;
    let optimise = |part: &Path| {
        let mut wasm_opt = command(&program);
        wasm_opt.arg(part).args(OPTIMISE).arg("--output").arg(part);
        say(text(&wasm_opt));
        // It warns of names that it does not know and is about to leave out, so it is heard only if it fails.
        let done = wasm_opt
            .output()
            .map_err(|error| Failure::new(format!("{} did not start: {error}", text(&wasm_opt))))?;
        if done.status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("{} failed: {}", text(&wasm_opt), String::from_utf8_lossy(&done.stderr))))
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = parts.iter().map(|part| scope.spawn(|| optimise(part))).collect();
        let all = running.into_iter().map(|one| one.join().expect("running a program does not panic"));
        all.collect()
    })
}

/// The page's script with the loader in the place of the import, and started at its end. A page's policy may then
/// forbid scripts that stand in the document, as Trunk's start does.
fn joined(script: &str) -> Result<String, Failure> {
    let import = script
        .lines()
        .find(|line| line.starts_with("import * as ") && line.contains(LINK))
        .ok_or_else(|| Failure::new(format!("what wasm-bindgen wrote does not import {LINK}.")))?;
    let name = import.split(' ').nth(3).unwrap_or_default();
    let parts = format!("const {name} = {{ __wasm_split_load_{LATER}: load(\"{PAGE}_{LATER}.wasm\") }};");
    Ok(format!("{}\n__wbg_init();\n", script.replacen(import, &format!("{LOADER}{parts}"), 1).trim_end()))
}

/// Puts the parts in the place of what Trunk made, under names by their content, and into index.html.
fn replace(staging: &Path, parts: &Parts) -> Result<String, Failure> {
    let page = staging.join("index.html");
    let html = read_text(&page)?;
    let all = [parts.script.as_bytes(), &parts.first, &parts.later].concat();
    let stem = format!("{PAGE}-{:016x}", post_build::hash(&all));
    let old = trunks_stem(staging)?;
    for kind in [".js", "_bg.wasm"] {
        let path = staging.join(format!("{old}{kind}"));
        fs::remove_file(&path).map_err(|error| Failure::file("removing", &path, &error))?;
    }
    let script = ["bg", LATER].iter().fold(parts.script.clone(), |script, part| {
        script.replace(&format!("{PAGE}_{part}.wasm"), &format!("{stem}_{part}.wasm"))
    });
    let later = format!("{stem}_{LATER}.wasm");
    write(&staging.join(format!("{stem}.js")), script.as_bytes())?;
    write(&staging.join(format!("{stem}_bg.wasm")), &parts.first)?;
    write(&staging.join(&later), &parts.later)?;
    write(&page, named(&html, &old, &stem, &later)?.as_bytes())?;
    Ok(later)
}

/// How Trunk's files of the page begin.
fn trunks_stem(staging: &Path) -> Result<String, Failure> {
    let entries = fs::read_dir(staging).map_err(|error| Failure::file("reading", staging, &error))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut stems = names
        .filter_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned))
        .filter(|stem| stem.starts_with(PAGE));
    stems.next().ok_or_else(|| Failure::new(format!("{} holds no page.", staging.display())))
}

/// index.html with the new names, and the script from a file instead of in the document.
fn named(html: &str, old: &str, stem: &str, later: &str) -> Result<String, Failure> {
    let start = html
        .match_indices("<script")
        .filter_map(|(at, _)| Some(&html[at..at + html[at..].find("</script>")? + "</script>".len()]))
        .find(|script| script.contains(&format!("{old}.js")))
        .ok_or_else(|| Failure::new(format!("index.html has no script that starts {old}.js.")))?;
    let script = format!("<script type=\"module\" src=\"./{stem}.js\"></script>");
    let html = html.replacen(start, &script, 1).replace(old, stem);
    post_build::name_part(&html, LATER, later)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::file("reading", path, &error))
}

fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::file("reading", path, &error))
}

fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    fs::write(path, content).map_err(|error| Failure::file("writing", path, &error))
}

#[cfg(test)]
mod tests {
    use super::{Parts, joined, named, replace};

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\nfunction __wbg_init() {\n\
        return fetch(new URL('safelight-page_bg.wasm', import.meta.url));\n}\n";

    const HTML: &str = "<head><meta name=\"safelight-editor\" content=\"\">\n<script type=\"module\">\n\
        import init from './safelight-page-1.js';\nconst wasm = await init();\n</script>\n\
        <link rel=\"preload\" href=\"./safelight-page-1_bg.wasm\"></head>";

    #[test]
    fn the_script_loads_parts_and_starts_by_itself() {
        let script = joined(SCRIPT).expect("it has the import");
        assert!(!script.contains("import *"), "{script}");
        assert!(script.contains("const import1 = { __wasm_split_load_editor: load("), "{script}");
        assert!(script.ends_with("}\n__wbg_init();\n"), "{script}");
        assert!(joined("let wasm;").is_err());
    }

    #[test]
    fn the_document_starts_the_page_without_a_script_of_its_own() {
        let html =
            named(HTML, "safelight-page-1", "safelight-page-2", "later.wasm").expect("it has the script");
        assert_eq!(
            html,
            "<head><meta name=\"safelight-editor\" content=\"later.wasm\">\n\
             <script type=\"module\" src=\"./safelight-page-2.js\"></script>\n\
             <link rel=\"preload\" href=\"./safelight-page-2_bg.wasm\"></head>"
        );
        assert!(named(HTML, "safelight-page-3", "safelight-page-2", "later.wasm").is_err());
    }

    #[test]
    fn the_parts_take_the_place_of_the_whole_and_name_each_other() {
        let staging = std::env::temp_dir().join(format!("safelight-split-{}", std::process::id()));
        std::fs::create_dir_all(&staging).expect("the temporary folder is writable");
        for (name, content) in
            [("safelight-page-1.js", ""), ("safelight-page-1_bg.wasm", ""), ("index.html", HTML)]
        {
            std::fs::write(staging.join(name), content).expect("it is writable");
        }
        let script = joined(SCRIPT).expect("it has the import");
        let later = replace(&staging, &Parts { script, first: b"first".to_vec(), later: b"later".to_vec() })
            .expect("all is there");
        let stem = later.strip_suffix("_editor.wasm").expect("it is named by its part");
        let read = |name: &str| std::fs::read_to_string(staging.join(name)).expect("it is there");
        assert_eq!(read(&later), "later");
        assert_eq!(read(&format!("{stem}_bg.wasm")), "first");
        let script = read(&format!("{stem}.js"));
        assert!(script.contains(&format!("load(\"{later}\")")), "{script}");
        assert!(script.contains(&format!("URL('{stem}_bg.wasm'")), "{script}");
        assert!(read("index.html").contains(&later) && !read("index.html").contains("safelight-page-1"));
        assert!(
            !staging.join("safelight-page-1.js").exists()
                && !staging.join("safelight-page-1_bg.wasm").exists()
        );
        std::fs::remove_dir_all(staging).expect("the temporary folder is writable");
    }
}
