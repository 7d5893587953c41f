//! Notifications as data: `i18n::notifications` words them when they are shown.

use safelight_kernels::Spec;

use crate::model::{
    recipe::json::RecipeImportError,
    status::failure::{FailureReason, WorkerLoss},
};

/// A notification that stays until it is dismissed.
#[derive(Debug, Clone, PartialEq)]
pub struct Notification {
    /// Identifies it among those on screen.
    pub key: u32,
    /// What it reports.
    pub kind: NotificationKind,
}

/// What a notification reports.
#[derive(Debug, Clone, PartialEq)]
pub enum NotificationKind {
    /// A file could not be opened.
    NotOpened { name: String, reason: FailureReason },
    /// The sample photo could not be fetched.
    SampleMissing,
    /// A photo could not be exported.
    NotExported { name: String, reason: FailureReason },
    /// A photo could not be copied to the clipboard; without a reason, the browser refused.
    NotCopied { name: String, reason: Option<FailureReason> },
    /// The canvas could not be brought up to date.
    NotRendered { name: String, reason: FailureReason },
    /// A `.cube` file could not be used.
    LutRejected { name: String, reason: FailureReason },
    /// A photo was removed from the filmstrip; its key, by which it is put back.
    PhotoRemoved { name: String, key: u32 },
    /// The last photo was closed; its key, by which it is put back.
    PhotoClosed { name: String, key: u32 },
    /// The worker was replaced, and everything is as it was.
    WorkerRestarted(WorkerLoss),
    /// The worker was lost twice at the same rendering, so the filter of this layer was switched off.
    FilterDisabled { loss: WorkerLoss, filter: &'static Spec, layer: u32 },
    /// The worker's files can't be loaded.
    WorkerMissing,
    /// The host has another build of the page's parts than the one that runs.
    OutOfDate,
    /// The browser does not store these photos for the next visit.
    PhotosNotStored(Vec<String>),
    /// The edits of these photos are back, but their files were not stored.
    PhotoFilesMissing(Vec<String>),
    /// A batch export ended: files made, photos in all, and failures.
    BatchFinished { made: usize, all: usize, failed: usize },
    /// The browser does not store a look of this name.
    PresetNotStored(String),
    /// A recipe came by link or file: its filters, and whether values were clamped to their ranges.
    RecipeOffered { filters: Vec<&'static Spec>, was_clamped: bool },
    /// A file of this name, or else a link, holds no recipe that can be applied.
    RecipeRejected { name: Option<String>, reason: RecipeImportError },
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Good to know.
    Info,
    /// Something asked for could not be done.
    Error,
}

/// What the button of a notification does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotificationAction {
    /// Chooses another file.
    ChooseFile,
    /// Loads the worker again.
    RestartWorker,
    /// Switches the filter of this layer on again.
    EnableFilter(u32),
    /// Puts the photo of this key back into the filmstrip.
    RestorePhoto(u32),
    /// Loads the page again.
    ReloadPage,
    /// Applies the recipe that is offered.
    ApplyRecipe,
    /// Saves the exported photos as a zip archive.
    SaveZip,
    /// Opens the dialog of the batch export.
    ShowBatch,
}

impl NotificationKind {
    /// Whether it takes the place of an older one: it reports the same of the same file. Photos of one name are put
    /// back one by one, so that each keeps its own.
    pub fn replaces(&self, old: &Self) -> bool {
        use NotificationKind::{
            BatchFinished, FilterDisabled, LutRejected, NotCopied, NotExported, NotOpened, NotRendered,
            PhotoClosed, PhotoRemoved, RecipeOffered, RecipeRejected, WorkerRestarted,
        };
        match (self, old) {
            (NotOpened { name: a, .. }, NotOpened { name: b, .. })
            | (NotExported { name: a, .. }, NotExported { name: b, .. })
            | (NotCopied { name: a, .. }, NotCopied { name: b, .. })
            | (NotRendered { name: a, .. }, NotRendered { name: b, .. })
            | (LutRejected { name: a, .. }, LutRejected { name: b, .. }) => a == b,
            (RecipeRejected { name: a, .. }, RecipeRejected { name: b, .. }) => a == b,
            (PhotoRemoved { key: a, .. }, PhotoRemoved { key: b, .. })
            | (PhotoClosed { key: a, .. }, PhotoClosed { key: b, .. }) => a == b,
            (WorkerRestarted(_) | FilterDisabled { .. }, WorkerRestarted(_) | FilterDisabled { .. }) => true,
            (RecipeOffered { filters: a, .. }, RecipeOffered { filters: b, .. }) => a.len() == b.len(),
            (BatchFinished { made: a, all: all_a, .. }, BatchFinished { made: b, all: all_b, .. }) => {
                (a, all_a) == (b, all_b)
            }
            (a, b) => a == b,
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NotOpened { .. }
            | Self::SampleMissing
            | Self::NotExported { .. }
            | Self::NotCopied { .. }
            | Self::NotRendered { .. }
            | Self::LutRejected { .. }
            | Self::WorkerMissing
            | Self::OutOfDate
            | Self::PresetNotStored(_)
            | Self::RecipeRejected { .. } => Severity::Error,
            Self::PhotoRemoved { .. }
            | Self::PhotoClosed { .. }
            | Self::WorkerRestarted(_)
            | Self::FilterDisabled { .. }
            | Self::PhotosNotStored(_)
            | Self::PhotoFilesMissing(_)
            | Self::BatchFinished { .. }
            | Self::RecipeOffered { .. } => Severity::Info,
        }
    }

    /// What its button does, if it has one.
    pub fn action(&self) -> Option<NotificationAction> {
        match self {
            Self::NotOpened { .. }
            | Self::SampleMissing
            | Self::LutRejected { .. }
            | Self::PhotoFilesMissing(_) => Some(NotificationAction::ChooseFile),
            Self::PhotoRemoved { key, .. } | Self::PhotoClosed { key, .. } => {
                Some(NotificationAction::RestorePhoto(*key))
            }
            Self::FilterDisabled { layer, .. } => Some(NotificationAction::EnableFilter(*layer)),
            Self::WorkerMissing => Some(NotificationAction::RestartWorker),
            Self::OutOfDate => Some(NotificationAction::ReloadPage),
            Self::BatchFinished { failed: 0, .. } => Some(NotificationAction::SaveZip),
            Self::BatchFinished { .. } => Some(NotificationAction::ShowBatch),
            Self::RecipeOffered { .. } => Some(NotificationAction::ApplyRecipe),
            Self::NotExported { .. }
            | Self::NotCopied { .. }
            | Self::NotRendered { .. }
            | Self::WorkerRestarted(_)
            | Self::PhotosNotStored(_)
            | Self::PresetNotStored(_)
            | Self::RecipeRejected { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::status::failure::LostJob;

    const LOSS: WorkerLoss = WorkerLoss { silent: false, job: LostJob::Rendering };

    fn not_opened(name: &str, reason: FailureReason) -> NotificationKind {
        NotificationKind::NotOpened { name: name.to_owned(), reason }
    }

    #[test]
    fn the_same_failure_of_the_same_file_is_shown_once() {
        let old = not_opened("a.png", FailureReason::FileGone);
        assert!(not_opened("a.png", FailureReason::FileTooLarge(6e8)).replaces(&old));
        assert!(!not_opened("b.png", FailureReason::FileGone).replaces(&old));
        let other =
            NotificationKind::NotRendered { name: "a.png".to_owned(), reason: FailureReason::FileGone };
        assert!(!other.replaces(&old));
    }

    #[test]
    fn photos_of_one_name_are_put_back_one_by_one() {
        let removed = |key| NotificationKind::PhotoRemoved { name: "a.png".to_owned(), key };
        assert!(!removed(2).replaces(&removed(1)));
        assert!(removed(1).replaces(&removed(1)));
        assert_eq!(removed(2).action(), Some(NotificationAction::RestorePhoto(2)));
    }

    #[test]
    fn a_worker_that_is_lost_again_and_again_is_reported_once() {
        let filter = safelight_kernels::spec("sepia").unwrap();
        let disabled = NotificationKind::FilterDisabled { loss: LOSS, filter, layer: 3 };
        assert!(disabled.replaces(&NotificationKind::WorkerRestarted(LOSS)));
        assert!(NotificationKind::WorkerRestarted(LOSS).replaces(&disabled));
        assert_eq!(disabled.action(), Some(NotificationAction::EnableFilter(3)));
    }

    #[test]
    fn a_batch_with_failures_offers_the_dialog_instead_of_the_archive() {
        let finished = |failed| NotificationKind::BatchFinished { made: 3, all: 4, failed };
        assert_eq!(finished(0).action(), Some(NotificationAction::SaveZip));
        assert_eq!(finished(1).action(), Some(NotificationAction::ShowBatch));
        assert!(finished(1).replaces(&finished(0)));
    }

    #[test]
    fn what_could_not_be_done_is_an_error_and_the_rest_is_not() {
        assert_eq!(not_opened("a.png", FailureReason::FileGone).severity(), Severity::Error);
        assert_eq!(NotificationKind::WorkerMissing.severity(), Severity::Error);
        assert_eq!(NotificationKind::WorkerRestarted(LOSS).severity(), Severity::Info);
        assert_eq!(NotificationKind::PhotosNotStored(vec![]).severity(), Severity::Info);
    }
}
