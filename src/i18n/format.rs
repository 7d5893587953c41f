//! Figures in words.

use crate::{
    i18n::editor::editor,
    i18n::number::{fixed, shown},
    i18n::page,
};

/// How long something runs before it is told how long it will, in milliseconds.
const MIN_REPORTED_MS: f64 = 1000.0;

/// A file's size, in the units that file managers use.
pub fn size(bytes: f64) -> String {
    match bytes {
        ..1e3 => page().bytes.fill([&fixed(bytes, 0)]),
        ..999.5e3 => format!("{} kB", fixed(bytes / 1e3, 0)),
        ..1e9 => format!("{} MB", shown(bytes / 1e6, 1)),
        _ => format!("{} GB", shown(bytes / 1e9, 1)),
    }
}

/// A share of a whole.
pub fn percent(share: f64) -> String {
    format!("{} %", fixed(share * 100.0, 0))
}

/// A share of what is being done; and about how long the rest takes, once it took so many milliseconds from another
/// share to this one that this can be told.
pub fn progress(share: f64, from: f64, ms: f64) -> String {
    let left_s = (1.0 - share) / (share - from) * ms / 1e3;
    if ms < MIN_REPORTED_MS || share <= from || left_s < 1.0 {
        return percent(share);
    }
    format!("{}, {}", percent(share), editor().batch.left.fill([&fixed(left_s.ceil(), 0)]))
}

/// A share of a whole that may be small.
pub fn percent_exact(share: f64) -> String {
    match share * 100.0 {
        0.0 => percent(0.0),
        ..0.1 => format!("< {} %", shown(0.1, 1)),
        percent => format!("{} %", shown(percent, 1)),
    }
}

/// Width and height.
pub fn pixels((width, height): (u32, u32)) -> String {
    format!("{width} × {height}")
}

/// A time in the worker.
pub fn worker_time(ms: f64) -> String {
    if ms < 1.0 {
        editor().hardly_in_the_worker.to_owned()
    } else {
        editor().worker_time.fill([&fixed(ms, 0)])
    }
}

/// How many filters.
pub fn filters(count: usize) -> String {
    if count == 0 { editor().no_filters.to_owned() } else { editor().filters.fill(count) }
}

/// How many photos.
pub fn photos(count: u32) -> String {
    page().photos.fill(count as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_over_to_the_next_unit() {
        let cases = [(0.0, "0 bytes"), (999.0, "999 bytes"), (1000.0, "1 kB"), (999_499.0, "999 kB")];
        for (bytes, words) in
            cases.into_iter().chain([(999_500.0, "1.0 MB"), (24.2e6, "24.2 MB"), (3e9, "3.0 GB")])
        {
            assert_eq!(size(bytes), words);
        }
    }

    #[test]
    fn what_is_left_is_told_once_it_can_be() {
        assert_eq!(progress(0.25, 0.05, 2000.0), "25 %, about 8 s left");
        assert_eq!(progress(0.25, 0.05, 900.0), "25 %");
        assert_eq!(progress(0.25, 0.25, 2000.0), "25 %");
        assert_eq!(progress(0.1, 0.25, 2000.0), "10 %");
        assert_eq!(progress(0.95, 0.05, 9000.0), "95 %");
    }

    #[test]
    fn times_and_counts_read_well() {
        assert_eq!(worker_time(0.4), "under 1 ms in the worker");
        assert_eq!(worker_time(12.4), "12 ms in the worker");
        assert_eq!(filters(0), "no filters");
        assert_eq!(filters(1), "1 filter");
        assert_eq!(photos(3), "3 photos");
        assert_eq!(percent(0.507), "51 %");
        assert_eq!([0.0, 0.0004, 0.0121].map(percent_exact), ["0 %", "< 0.1 %", "1.2 %"]);
        assert_eq!(pixels((1600, 1067)), "1600 × 1067");
    }
}
