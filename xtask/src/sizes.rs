//! What a first visit loads, and the budget for it.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::shell::Failure;

/// Prints each file of `dist` with its size, raw and as brotli, and fails above the budget.
pub fn check(dist: &Path) -> Result<(), Failure> {
    let mut files = Vec::new();
    collect(dist, dist, &mut files)?;
    files.sort_by(|a, b| (a.part, &a.name).cmp(&(b.part, &b.name)));
    println!("\nWhat a visit loads, in bytes:\n{:>10} {:>10}", "raw", "brotli");
    for file in &files {
        println!("{:>10} {:>10}  {:?}: {}", file.raw, file.brotli, file.part, file.name);
    }
    let mut over = Vec::new();
    let parts = [
        (Part::Page, Some(PAGE_BUDGET)),
        (Part::Later, Some(LATER_BUDGET)),
        (Part::Worker, Some(WORKER_BUDGET)),
        (Part::Benchmark, None),
        (Part::Apart, None),
    ];
    for (part, budget) in parts {
        let of_part = || files.iter().filter(move |file| file.part == part);
        let raw: usize = of_part().map(|file| file.raw).sum();
        let brotli: usize = of_part().map(|file| file.brotli).sum();
        let limit = budget.map(|bytes| format!(", budget {bytes}")).unwrap_or_default();
        println!("{raw:>10} {brotli:>10}  {part:?} together{limit}");
        if budget.is_some() && of_part().count() == 0 {
            over.push(format!("{} holds nothing of the {part:?}", dist.display()));
        }
        over.extend(
            budget.filter(|budget| brotli > *budget).map(|budget| format!("{part:?}: {brotli} > {budget}")),
        );
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("over the size budget: {}.", over.join("; "))))
    }
}

/// Budgets in bytes of brotli.
const PAGE_BUDGET: usize = 150_000;
/// The editor may be half as large again: it comes while the empty room waits for a photo, and that takes longer to
/// find than this takes to load (1.2 s on a slow mobile line of 1.6 Mbit/s).
const LATER_BUDGET: usize = 235_000;
const WORKER_BUDGET: usize = 450_000;

/// Which budget a file counts to. The page is what a first visit waits for; what it loads once it can be used
/// comes later. Images and the like are loaded apart from the code, and the benchmark only by who goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Page,
    Later,
    Worker,
    Benchmark,
    Apart,
}

struct File {
    part: Part,
    name: String,
    raw: usize,
    brotli: usize,
}

fn collect(dist: &Path, folder: &Path, files: &mut Vec<File>) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::file("reading", folder, &error))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(dist, &path, files)?;
        } else {
            let content = std::fs::read(&path).map_err(|error| Failure::file("reading", &path, &error))?;
            let name = path.strip_prefix(dist).map_or_else(|_| path.clone(), PathBuf::from);
            let brotli =
                compressed_len(&content).map_err(|error| Failure::file("compressing", &path, &error))?;
            files.push(File {
                part: part(&name),
                name: name.display().to_string(),
                raw: content.len(),
                brotli,
            });
        }
    }
    Ok(())
}

fn part(name: &Path) -> Part {
    let is_code =
        ["html", "css", "js", "wasm"].iter().any(|kind| name.extension().is_some_and(|ext| ext == *kind));
    let first = name.components().next().map(|first| first.as_os_str().to_string_lossy());
    match first {
        Some(first) if first.starts_with("worker-") => Part::Worker,
        Some(first) if first.starts_with("benchmark-") => Part::Benchmark,
        // The post-build step names the part that it splits off so.
        _ if name.to_string_lossy().ends_with("_editor.wasm") => Part::Later,
        _ if is_code => Part::Page,
        _ => Part::Apart,
    }
}

/// The strongest setting, as a host that compresses once and serves often would use.
fn compressed_len(content: &[u8]) -> std::io::Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    writer.write_all(content)?;
    writer.flush()?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Part, compressed_len, part};

    #[test]
    fn files_count_to_the_right_budget() {
        assert_eq!(part(Path::new("index.html")), Part::Page);
        assert_eq!(part(Path::new("safelight-page-1_bg.wasm")), Part::Page);
        assert_eq!(part(Path::new("safelight-page-1_editor.wasm")), Part::Later);
        assert_eq!(part(Path::new("worker-1/safelight-worker_bg.wasm")), Part::Worker);
        assert_eq!(part(Path::new("benchmark-1/bare.wasm")), Part::Benchmark);
        assert_eq!(part(Path::new("sample.jpg")), Part::Apart);
    }

    #[test]
    fn repetition_compresses() {
        assert!(compressed_len(&vec![7; 100_000]).is_ok_and(|len| len < 100));
    }
}
