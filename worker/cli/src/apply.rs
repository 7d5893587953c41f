//! `safelight apply`: many photos on all cores.

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io::IsTerminal, num::NonZeroUsize, thread};

use crate::Refusal;
use crate::arguments::Apply;
use crate::jobs::{End, Task, plan};
use crate::photo::develop;
use crate::pixel_semaphore::Gate;
use crate::progress::Progress;
use crate::recipe::assemble;

/// Works off every photo. One that fails does not stop the others.
pub fn run(apply: &Apply) -> Result<ExitCode, Refusal> {
    let recipe = assemble(&apply.sources)?;
    let tasks = plan(&apply.photos, &apply.output)?;
    spare_the_terminal(&tasks)?;
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = apply.jobs.map_or(cores, NonZeroUsize::get).min(tasks.len());
    let (next, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let (gate, progress) = (Gate::default(), Progress::new(tasks.len()));
    let work = || {
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(task) = tasks.get(index)
        {
            let mut set = |part| progress.set(index, part);
            if let Err(sentence) = develop(task, &recipe, apply.force, &gate, &mut set) {
                failed.fetch_add(1, Ordering::Relaxed);
                progress.complain(&sentence);
            }
            progress.set(index, 1.0);
        }
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    progress.close();
    let failed = failed.into_inner();
    match tasks.len() {
        count if count == 1 || failed == 0 => {}
        count if count == failed => crate::complain(format_args!("None of the {count} photos was written.")),
        count => crate::complain(format_args!("{failed} of {count} photos failed; the others are written.")),
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn spare_the_terminal(tasks: &[Task]) -> Result<(), Refusal> {
    let prints = tasks.iter().any(|task| task.output == End::Standard);
    if prints && std::io::stdout().is_terminal() {
        return Err(Refusal("A terminal shows no PNG; send it on, as in … -o - > out.png.".to_owned()));
    }
    Ok(())
}
