//! The sum over all test runners: reads their closing lines while it passes everything on.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;

/// What passed and what did not.
#[derive(Debug, Default)]
pub struct TestSummary {
    passed: u32,
    failed: u32,
    /// One line per thing that failed, to be told together at the end.
    failures: Vec<String>,
    /// How long each part took, in its order.
    times: Vec<(String, Duration)>,
}

impl TestSummary {
    /// Runs one test command, its output going to the terminal line by line as it comes. A run that
    /// fails without a failed test (it did not compile, it crashed), one that skips a test and one that
    /// runs none at all count as failures too: what was not seen to work, does not work.
    pub fn run(&mut self, what: &str, mut command: Command) {
        println!("\n{what}: {command:?}");
        match self.time(what, || stream(&mut command)) {
            Ok(outcome) => self.add(what, &outcome),
            Err(error) => self.fail(format!("{what} could not be run: {error}")),
        }
    }

    /// Does one part and takes its time, which is told at the end.
    pub fn time<T>(&mut self, what: &str, part: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = part();
        self.times.push((what.to_owned(), start.elapsed()));
        result
    }

    /// Counts one thing that failed.
    pub fn fail(&mut self, line: String) {
        println!("FAILED: {line}");
        self.failed += 1;
        self.failures.push(line);
    }

    /// The last lines of a test run. Ends the process if anything failed, since an error's sentence would come after
    /// the count.
    pub fn close(self) -> Result<()> {
        println!();
        for (what, time) in &self.times {
            println!("{:>5} s  {what}", time.as_secs());
        }
        for line in &self.failures {
            println!("failed: {line}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { std::process::exit(1) }
    }

    fn add(&mut self, what: &str, outcome: &Outcome) {
        let Counts { passed, failed, ignored } = outcome.counts;
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.failures.push(format!("{what}: {failed} of the tests"));
        }
        if ignored > 0 {
            self.failed += ignored;
            self.failures.push(format!("{what}: {ignored} ignored; a test is run or deleted"));
        }
        if !outcome.success && failed == 0 {
            self.fail(format!("{what}: the run ended with an error before its tests could"));
        } else if passed + failed == 0 {
            self.fail(format!("{what}: no test was run"));
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u32,
    failed: u32,
    ignored: u32,
}

struct Outcome {
    counts: Counts,
    success: bool,
}

fn stream(command: &mut Command) -> std::io::Result<Outcome> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut counts = Counts::default();
    let mut reader = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut line = Vec::new();
    // Bytes, since a test may print what is not UTF-8.
    while reader.read_until(b'\n', &mut line)? > 0 {
        let mut terminal = std::io::stdout().lock();
        terminal.write_all(&line)?;
        terminal.flush()?;
        let more = read_counts(&String::from_utf8_lossy(&line));
        counts.passed += more.passed;
        counts.failed += more.failed;
        counts.ignored += more.ignored;
        line.clear();
    }
    Ok(Outcome { counts, success: child.wait()?.success() })
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`; nothing from any other line.
fn read_counts(line: &str) -> Counts {
    let Some((_, counts)) = line.trim().strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
    else {
        return Counts::default();
    };
    let number_of = |word: &str| {
        let part = counts.split("; ").find_map(|part| part.strip_suffix(word));
        part.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    Counts { passed: number_of("passed"), failed: number_of("failed"), ignored: number_of("ignored") }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Outcome, TestSummary, read_counts};

    #[test]
    fn closing_lines_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(read_counts(line), Counts { passed: 12, failed: 3, ignored: 1 });
        let line = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out";
        assert_eq!(read_counts(line), Counts { passed: 2, failed: 0, ignored: 0 });
        assert_eq!(read_counts("running 3 tests"), Counts::default());
    }

    #[test]
    fn what_was_not_seen_to_work_counts_as_failed() {
        let failed_after = |counts, success| {
            let mut summary = TestSummary::default();
            summary.add("part", &Outcome { counts, success });
            summary.failed
        };
        let counts = |passed, failed, ignored| Counts { passed, failed, ignored };
        assert_eq!(failed_after(counts(3, 0, 0), true), 0);
        assert_eq!(failed_after(counts(3, 2, 0), false), 2);
        assert_eq!(failed_after(counts(3, 0, 1), true), 1, "an ignored test");
        assert_eq!(failed_after(counts(3, 0, 0), false), 1, "a run that broke off");
        assert_eq!(failed_after(counts(0, 0, 0), true), 1, "a run without tests");
    }
}
