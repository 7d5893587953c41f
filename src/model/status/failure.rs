//! Why something failed, as data: `i18n::failures` words it when it is shown.

use safelight_protocol::Failure;

/// Why a file was not opened, a photo not rendered or not exported.
#[derive(Debug, Clone, PartialEq)]
pub enum FailureReason {
    /// The browser can't read the file any more: it was moved, changed or deleted.
    FileGone,
    /// The file is larger than any photo; its size in bytes, for example 600e6.
    FileTooLarge(f64),
    /// The worker was lost at this job.
    WorkerLost(WorkerLoss),
    /// The worker was lost twice at this job, which is not tried a third time.
    GivenUp(WorkerLoss),
    /// The worker could not be loaded.
    WorkerUnavailable,
    /// The worker is of another build than the page.
    VersionMismatch,
    /// The worker reports that the job failed.
    Worker(Failure),
}

/// How the worker was lost, and at which job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkerLoss {
    /// Whether it fell silent; otherwise it stopped with an error.
    pub silent: bool,
    /// What it was doing.
    pub job: LostJob,
}

/// A job that a worker was lost at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostJob {
    /// None.
    Idle,
    /// Decoding a file.
    Decoding,
    /// Rendering for the screen.
    Rendering,
    /// Encoding an export.
    Encoding,
}
