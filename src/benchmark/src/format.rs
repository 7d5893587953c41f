//! Numbers and times, formatted for people.

use crate::{Distribution, Implementation, OutputMatch};

/// The status message when all is measured.
pub const MEASURED: &str = "Measured";
/// The status message when something could not be measured.
pub const NOT_ALL: &str = "Not all could be measured.";

/// `24.6 ms`, with as many places as mean something.
pub fn ms(ms: f64) -> String {
    format!("{} ms", number(ms))
}

/// The middle half: `23.9 – 26.3 ms`.
pub fn middle_half(spread: &Distribution) -> String {
    format!("{} – {} ms", number(spread.q1_ms), number(spread.q3_ms))
}

/// `24.6`
pub fn number(value: f64) -> String {
    match value {
        99.95.. => thousands(value),
        0.995..99.95 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// `1,920`
pub fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The speed of an implementation against plain JavaScript: `1.9 times as fast`.
pub fn against(way: Implementation, ratio: Option<f64>) -> String {
    match ratio {
        None => "no ratio".to_owned(),
        Some(_) if way == Implementation::Plain => "the yardstick".to_owned(),
        Some(ratio) => times_as_fast(ratio),
    }
}

/// `10 times as fast`
pub fn times_as_fast(ratio: f64) -> String {
    match ratio {
        9.5.. => format!("{ratio:.0} times as fast"),
        0.95..1.05 => "as fast".to_owned(),
        _ => format!("{ratio:.1} times as fast"),
    }
}

/// `2.9 ×`: so many copies of the buffer.
pub fn copies(ratio: f64) -> String {
    if ratio < 9.95 { format!("{ratio:.1} ×") } else { format!("{ratio:.0} ×") }
}

/// The match of an output, in words.
pub fn output(output: OutputMatch) -> String {
    match output {
        OutputMatch::Same => "same bytes".to_owned(),
        OutputMatch::WithinOne => "within 1 level".to_owned(),
        OutputMatch::Differs(by) => {
            format!("other work, {by} {} off", if by == 1 { "level" } else { "levels" })
        }
        OutputMatch::Missing => "not in this browser".to_owned(),
        OutputMatch::NoMemory => "not enough memory".to_owned(),
    }
}

/// `402 kB`
pub fn bytes(bytes: f64) -> String {
    if bytes < 999_500.0 { format!("{:.0} kB", bytes / 1e3) } else { format!("{:.1} MB", bytes / 1e6) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_the_places_that_mean_something() {
        let texts = [0.052, 0.5, 0.999, 24.64, 99.99, 1234.5].map(number);
        assert_eq!(texts, ["0.05", "0.50", "1.0", "24.6", "100", "1,234"]);
        assert_eq!(thousands(8_294_400.0), "8,294,400");
    }

    #[test]
    fn ratios_are_words() {
        assert_eq!(times_as_fast(22.4), "22 times as fast");
        assert_eq!(times_as_fast(1.94), "1.9 times as fast");
        assert_eq!(times_as_fast(0.99), "as fast");
        assert_eq!(times_as_fast(0.6), "0.6 times as fast");
        assert_eq!(against(Implementation::Plain, Some(1.0)), "the yardstick");
        assert_eq!(against(Implementation::Simd, None), "no ratio");
    }
}
