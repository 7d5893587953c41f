//! Small pictures of the photo that are wanted. They come after all else, and make way for anything.

use safelight_protocol::Request;
use safelight_recipe::Recipe;

/// Where a sheet of small pictures is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThumbnailKind {
    /// The looks, on the photo as it came.
    PresetList,
    /// Looks of a person's own, in the same way.
    UserPresetStore,
    /// The filters that can be added, each on top of the stack.
    Filters,
    /// The film strip: one photo as it is.
    Shots,
}

/// What should be on a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct ThumbnailRequest {
    /// One recipe for each picture.
    pub recipes: Vec<Recipe>,
    /// About how large each is, in pixels.
    pub size: (u32, u32),
}

/// The sheets that are wanted, and the one that is being made.
#[derive(Default)]
pub struct ThumbnailQueue {
    request: Vec<(ThumbnailKind, ThumbnailRequest)>,
    running: Option<Running>,
}

struct Running {
    job: u32,
    sheet: ThumbnailKind,
    prints: ThumbnailRequest,
    given_up: bool,
}

impl ThumbnailQueue {
    /// Wants this on a sheet, instead of what was wanted there before.
    pub fn want(&mut self, sheet: ThumbnailKind, prints: ThumbnailRequest) {
        self.unwant(sheet);
        self.request.push((sheet, prints));
    }

    /// Wants nothing on a sheet any more.
    pub fn unwant(&mut self, sheet: ThumbnailKind) {
        self.request.retain(|(other, _)| *other != sheet);
    }

    /// The next request, if nothing else is to be done; the last wish comes first.
    pub fn next(&mut self, job: impl FnOnce() -> u32) -> Option<Request> {
        if self.running.is_some() {
            return None;
        }
        let (sheet, prints) = self.request.last()?.clone();
        let (job, (width, height), recipes) = (job(), prints.size, prints.recipes.clone());
        self.running = Some(Running { job, sheet, prints, given_up: false });
        Some(Request::Thumbnails { job, recipes, width, height })
    }

    /// The job to cancel, if one is running that was not cancelled yet. It is begun anew when there is time.
    pub fn preempt(&mut self) -> Option<u32> {
        let running = self.running.as_mut().filter(|running| !running.given_up)?;
        running.given_up = true;
        Some(running.job)
    }

    /// Whether one is being made.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Whether the one that is being made is wanted no more.
    pub fn is_stale(&self) -> bool {
        self.running.as_ref().is_some_and(|running| !self.wants(running.sheet, &running.prints))
    }

    /// The sheet that this job has made, if it is still wanted.
    pub fn made(&mut self, job: u32) -> Option<ThumbnailKind> {
        let Running { sheet, prints, .. } = self.running.take_if(|running| running.job == job)?;
        let is_wanted = self.wants(sheet, &prints);
        if is_wanted {
            self.unwant(sheet);
        }
        is_wanted.then_some(sheet)
    }

    /// There is a new worker: what was being made is begun anew.
    pub fn resubmit(&mut self) {
        self.running = None;
    }

    /// This job was given up.
    pub fn dropped(&mut self, job: u32) {
        self.running.take_if(|running| running.job == job);
    }

    /// This job failed, or the worker was lost at it: it is not tried again.
    pub fn failed(&mut self, job: Option<u32>) {
        let failed = self.running.take_if(|running| job.is_none_or(|job| running.job == job));
        if let Some(Running { sheet, prints, .. }) = failed
            && self.wants(sheet, &prints)
        {
            self.unwant(sheet);
        }
    }

    fn wants(&self, sheet: ThumbnailKind, prints: &ThumbnailRequest) -> bool {
        self.request.iter().any(|(other, request)| *other == sheet && request == prints)
    }
}

#[cfg(test)]
mod tests {
    use safelight_recipe::FilterStep;

    use super::*;

    fn prints(filter: &str) -> ThumbnailRequest {
        ThumbnailRequest { recipes: vec![Recipe::new(vec![FilterStep::new(filter)])], size: (8, 8) }
    }

    /// The job that comes next, of this number.
    fn begun(sheets: &mut ThumbnailQueue, job: u32) -> Option<u32> {
        match sheets.next(|| job) {
            Some(Request::Thumbnails { job, .. }) => Some(job),
            _ => None,
        }
    }

    #[test]
    fn what_made_way_is_begun_anew() {
        let mut sheets = ThumbnailQueue::default();
        sheets.want(ThumbnailKind::PresetList, prints("sepia"));
        assert_eq!(begun(&mut sheets, 1), Some(1));
        assert_eq!(begun(&mut sheets, 2), None, "one at a time");
        assert_eq!(sheets.preempt(), Some(1));
        assert_eq!(sheets.preempt(), None, "once is enough");
        sheets.dropped(1);
        assert_eq!(begun(&mut sheets, 2), Some(2));
        assert_eq!(sheets.made(2), Some(ThumbnailKind::PresetList));
        assert_eq!(begun(&mut sheets, 3), None, "all is made");
    }

    #[test]
    fn the_newest_wish_comes_first_and_an_older_one_is_stale() {
        let mut sheets = ThumbnailQueue::default();
        sheets.want(ThumbnailKind::PresetList, prints("sepia"));
        sheets.want(ThumbnailKind::Filters, prints("invert"));
        assert_eq!(begun(&mut sheets, 1), Some(1));
        assert!(!sheets.is_stale());
        sheets.want(ThumbnailKind::Filters, prints("sepia"));
        assert!(sheets.is_stale());
        assert_eq!(sheets.made(1), None);
        assert_eq!(begun(&mut sheets, 2), Some(2));
        assert_eq!(sheets.made(2), Some(ThumbnailKind::Filters));
        assert_eq!(begun(&mut sheets, 3), Some(3));
        assert_eq!(sheets.made(3), Some(ThumbnailKind::PresetList));
    }

    #[test]
    fn what_a_worker_was_lost_at_is_not_tried_again() {
        let mut sheets = ThumbnailQueue::default();
        sheets.want(ThumbnailKind::PresetList, prints("sepia"));
        assert_eq!(begun(&mut sheets, 1), Some(1));
        sheets.failed(None);
        assert!(!sheets.is_running());
        assert_eq!(begun(&mut sheets, 2), None);
    }
}
