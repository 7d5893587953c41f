//! `safelight apply`: many photos on all cores.

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io::IsTerminal, num::NonZeroUsize, thread};

use crate::arguments::Apply;
use crate::error::{UsageError, eprint_error};
use crate::jobs::{Endpoint, Job, plan_jobs};
use crate::photo::process;
use crate::pixel_semaphore::PixelSemaphore;
use crate::progress::Progress;
use crate::recipe::assemble;

/// Processes every photo. One that fails does not stop the others.
pub fn run(apply: &Apply) -> Result<ExitCode, UsageError> {
    let recipe = assemble(&apply.sources)?;
    let jobs = plan_jobs(&apply.photos, &apply.output)?;
    reject_binary_to_tty(&jobs)?;
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = apply.jobs.map_or(cores, NonZeroUsize::get).min(jobs.len());
    let (next, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let (semaphore, progress) = (PixelSemaphore::default(), Progress::new(jobs.len()));
    let work = || {
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(job) = jobs.get(index)
        {
            let mut set = |part| progress.set(index, part);
            if let Err(sentence) = process(job, &recipe, apply.force, &semaphore, &mut set) {
                failed.fetch_add(1, Ordering::Relaxed);
                progress.eprint_error(&sentence);
            }
            progress.set(index, 1.0);
        }
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    progress.clear();
    let failed = failed.into_inner();
    match jobs.len() {
        count if count == 1 || failed == 0 => {}
        count if count == failed => eprint_error(format_args!("None of the {count} photos was written.")),
        count => eprint_error(format_args!("{failed} of {count} photos failed; the others are written.")),
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn reject_binary_to_tty(jobs: &[Job]) -> Result<(), UsageError> {
    let prints = jobs.iter().any(|job| job.output == Endpoint::Standard);
    if prints && std::io::stdout().is_terminal() {
        return Err(UsageError("A terminal shows no PNG; send it on, as in … -o - > out.png.".to_owned()));
    }
    Ok(())
}
