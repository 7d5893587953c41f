//! Numbers as people write them. Our own few lines, because the standard library's exact conversions
//! bring tables and code of 25 kB into a page of 150.

use safelight_kernels::Param;

use crate::i18n;
pub use crate::model::math::to_fixed as fixed;

/// The value as people write it in the language of now, rounded to this many decimals.
pub fn shown(value: f64, decimals: u32) -> String {
    fixed(value, decimals).replace('.', i18n::page().decimal_mark)
}

/// A plain decimal number: digits, a point or comma, either minus. The nearest to 15 digits.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    let (source, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    if whole.len() + part.len() == 0 || whole.len() + part.len() > 15 {
        return None;
    }
    let mut value = 0_u64;
    for digit in whole.bytes().chain(part.bytes()) {
        value = value * 10 + u64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
    }
    // Both are whole and below 2^53, so the one division rounds once, as it should.
    let magnitude = value as f64 / 10_u64.pow(part.len() as u32) as f64;
    Some(if source { -magnitude } else { magnitude })
}

/// The value with as many decimals as its step has; signed where both signs are possible.
pub fn format_exact(param: &Param, value: f64) -> String {
    let digits = shown(value.abs(), decimals(param));
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.' | b','));
    let sign = match value < 0.0 {
        _ if is_zero => "",
        true => "−",
        false if param.min < 0.0 => "+",
        false => "",
    };
    format!("{sign}{digits}")
}

/// How many characters the longest value has.
pub fn longest(param: &Param) -> usize {
    [param.min, param.max].map(|end| format_exact(param, end).chars().count()).into_iter().fold(0, usize::max)
}

/// The value as [`format_exact`], and its unit.
pub fn with_unit(param: &Param, value: f64) -> String {
    let value = format_exact(param, value);
    if param.unit.is_empty() { value } else { format!("{value} {}", param.unit) }
}

/// What someone typed, held to the range and to as many decimals as are shown; nothing if it is no
/// number. A comma or a point, either minus, a unit behind.
pub fn read(param: &Param, text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches(param.unit).trim();
    let unit = f64::from(10_u32.pow(decimals(param)));
    Some(((parse(text)? * unit).round() / unit).clamp(param.min, param.max))
}

/// As many as its step has.
pub fn decimals(param: &Param) -> u32 {
    let mut step = param.step;
    let mut decimals = 0;
    while !is_whole(step) && decimals < 6 {
        step *= 10.0;
        decimals += 1;
    }
    decimals
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    const TINT: Param =
        Param { id: "tint", unit: "", min: -100.0, max: 100.0, step: 1.0, default: 0.0, example: 0.0 };
    const RADIUS: Param =
        Param { id: "radius_px", unit: "px", min: 0.0, max: 20.0, step: 0.1, default: 1.0, example: 1.0 };

    #[test]
    fn a_number_is_written_with_its_sign_and_decimals() {
        assert_eq!(format_exact(&TINT, 14.0), "+14");
        assert_eq!(format_exact(&TINT, -4.0), "−4");
        assert_eq!(format_exact(&TINT, -0.2), "0");
        assert_eq!(format_exact(&RADIUS, 1.26), "1.3");
        assert_eq!(format_exact(&RADIUS, 18.0), "18.0");
    }

    #[test]
    fn parsing_agrees_with_the_standard_library() {
        for text in
            ["0", "-4", "1.5", "0.1", "100.25", "-0.007", "123456789012345", "99999.9999999999", ".5", "5."]
        {
            assert_eq!(parse(text), text.parse().ok(), "{text}");
        }
        for text in ["", "-", ".", "1e5", "1.2.3", "NaN", "inf", "0x10", "1234567890123456"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_people_type_is_read() {
        assert_eq!(read(&TINT, " −4 "), Some(-4.0));
        assert_eq!(read(&TINT, "+14"), Some(14.0));
        assert_eq!(read(&RADIUS, "1,5 px"), Some(1.5));
        assert_eq!(read(&RADIUS, "7.26"), Some(7.3));
        assert_eq!(read(&RADIUS, "99"), Some(20.0));
        assert_eq!(read(&RADIUS, "many"), None);
        assert_eq!(read(&RADIUS, "NaN"), None);
        assert_eq!(read(&RADIUS, ""), None);
    }
}
