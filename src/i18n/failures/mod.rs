//! Reasons of failures in words: each is one or two whole sentences in the current language.

pub mod texts;
mod worker;

use crate::{
    i18n::{number::fixed, page},
    model::status::failure::{FailureReason, LostJob, WorkerLoss},
};

/// The sentence of a reason.
pub fn reason(reason: &FailureReason) -> String {
    match reason {
        FailureReason::FileGone => page().file_gone.to_owned(),
        FailureReason::FileTooLarge(bytes) => page().file_too_large.fill([&fixed(bytes / 1e6, 0)]),
        FailureReason::WorkerLost(loss) => worker_loss(*loss).to_owned(),
        FailureReason::GivenUp(loss) => page().not_tried_again.fill([worker_loss(*loss)]),
        FailureReason::WorkerUnavailable => page().worker_missing_text.to_owned(),
        FailureReason::VersionMismatch => page().updated_text.to_owned(),
        FailureReason::Worker(failure) => worker::failure(failure),
    }
}

/// The sentence for a lost worker.
pub fn worker_loss(loss: WorkerLoss) -> &'static str {
    let texts = if loss.silent { &page().silent } else { &page().stopped };
    match loss.job {
        LostJob::Idle => texts.idle,
        LostJob::Decoding => texts.decoding,
        LostJob::Rendering => texts.developing,
        LostJob::Encoding => texts.encoding,
    }
}
