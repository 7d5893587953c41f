//! What a first visit loads, and the budget for it.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use walkdir::WalkDir;

/// Which budget a file counts to. A first visit loads page and worker; the benchmark is only for who goes there,
/// images and the like are loaded apart from the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Page,
    Worker,
    Benchmark,
    Apart,
}

/// Budgets in bytes of brotli. The page is to come back under 380,000: its views are generic over their closures.
const BUDGETS: [(Part, usize); 2] = [(Part::Page, 415_000), (Part::Worker, 450_000)];

struct File {
    part: Part,
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints each file of `dist` with its size, raw and as brotli, and fails above the budget.
pub fn check(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in WalkDir::new(dist) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let content = std::fs::read(entry.path())?;
            let name = entry.path().strip_prefix(dist)?;
            let (raw, brotli) = (content.len(), compressed_len(&content)?);
            files.push(File { part: part(name), name: name.display().to_string(), raw, brotli });
        }
    }
    files.sort_by(|a, b| (a.part, &a.name).cmp(&(b.part, &b.name)));
    println!("\nWhat a visit loads, in bytes:\n{:>10} {:>10}", "raw", "brotli");
    for file in &files {
        println!("{:>10} {:>10}  {:?}: {}", file.raw, file.brotli, file.part, file.name);
    }
    for part in [Part::Page, Part::Worker, Part::Benchmark, Part::Apart] {
        let of_part = || files.iter().filter(move |file| file.part == part);
        let raw: usize = of_part().map(|file| file.raw).sum();
        println!("{raw:>10} {:>10}  {part:?} together", of_part().map(|file| file.brotli).sum::<usize>());
    }
    for (part, budget) in BUDGETS {
        let brotli: usize = files.iter().filter(|file| file.part == part).map(|file| file.brotli).sum();
        ensure!(brotli > 0, "{} holds nothing of the {part:?}.", dist.display());
        ensure!(brotli <= budget, "over the size budget: {part:?}: {brotli} > {budget}.");
    }
    Ok(())
}

fn part(name: &Path) -> Part {
    let extension = name.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match name.to_string_lossy() {
        name if name.starts_with("worker-") => Part::Worker,
        name if name.starts_with("benchmark-") => Part::Benchmark,
        _ if ["html", "css", "js", "wasm"].contains(&extension) => Part::Page,
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
        assert_eq!(part(Path::new("worker-1/safelight-worker_bg.wasm")), Part::Worker);
        assert_eq!(part(Path::new("benchmark-1/bare.wasm")), Part::Benchmark);
        assert_eq!(part(Path::new("sample.jpg")), Part::Apart);
    }

    #[test]
    fn repetition_compresses() {
        assert!(compressed_len(&vec![7; 100_000]).is_ok_and(|len| len < 100));
    }
}
