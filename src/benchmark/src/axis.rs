//! The axis under bars.

/// Where the axis ends: a round number not below the largest, of which a third is round too.
pub fn end(largest: f64) -> f64 {
    // Also for nothing, and for less than any browser can time.
    let largest = largest.max(1e-3);
    let power = 10f64.powf(largest.log10().floor() - 1.0);
    let steps = [9.0, 15.0, 30.0, 60.0, 90.0, 150.0];
    steps.iter().map(|step| step * power).find(|end| *end >= largest * 0.9999).unwrap_or(largest)
}

/// The numbers on it: nothing, one third, two thirds, all.
pub fn ticks(end: f64) -> [String; 4] {
    [0.0, 1.0, 2.0, 3.0].map(|third| {
        let text = format!("{:.3}", end * third / 3.0);
        let text = text.trim_end_matches('0').trim_end_matches('.').to_owned();
        if third == 3.0 { format!("{text} ms") } else { text }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (largest, expected) in
            [(24.6, 30.0), (30.0, 30.0), (31.0, 60.0), (95.0, 150.0), (1.2, 1.5), (0.04, 0.06)]
        {
            assert!((end(largest) - expected).abs() < 1e-9, "{largest}: {}", end(largest));
        }
        assert_eq!(ticks(30.0), ["0", "10", "20", "30 ms"]);
        assert_eq!(ticks(0.9), ["0", "0.3", "0.6", "0.9 ms"]);
        assert!(end(0.0) > 0.0);
    }
}
