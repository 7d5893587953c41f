//! The axis of the bar chart.

/// The end of the axis: a round number not below the largest value, with a round third. 24.6 gives 30.
pub fn end(largest: f64) -> f64 {
    // 0, and less than any browser can time, still need an axis.
    let largest = largest.max(1e-3);
    let power = 10f64.powf(largest.log10().floor() - 1.0);
    let steps = [9.0, 15.0, 30.0, 60.0, 90.0, 150.0];
    steps.iter().map(|step| step * power).find(|end| *end >= largest * 0.9999).unwrap_or(largest)
}

/// The labels of the axis at 0, one third, two thirds and the end.
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
