//! Numbers as people write them.

use safelight_kernels::Param;

/// The value with as many decimals as its step has; signed where both signs are possible.
pub fn written(param: &Param, value: f64) -> String {
    let decimals = (0..6).find(|digits| is_whole(param.step * 10_f64.powi(*digits))).unwrap_or(6) as usize;
    let digits = format!("{:.decimals$}", value.abs());
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = match value < 0.0 {
        _ if is_zero => "",
        true => "−",
        false if param.min < 0.0 => "+",
        false => "",
    };
    format!("{sign}{digits}")
}

/// What someone typed, held to the range; nothing if it is no number. A comma or a point, either minus, a
/// unit behind.
pub fn read(param: &Param, text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches(param.unit).trim();
    let value: f64 = text.replace(',', ".").replace('−', "-").parse().ok()?;
    value.is_finite().then(|| value.clamp(param.min, param.max))
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    const TINT: Param =
        Param { id: "tint", name: "Tint", unit: "", min: -100.0, max: 100.0, step: 1.0, default: 0.0 };
    const RADIUS: Param =
        Param { id: "radius_px", name: "Radius", unit: "px", min: 0.0, max: 20.0, step: 0.1, default: 1.0 };

    #[test]
    fn a_number_is_written_with_its_sign_and_decimals() {
        assert_eq!(written(&TINT, 14.0), "+14");
        assert_eq!(written(&TINT, -4.0), "−4");
        assert_eq!(written(&TINT, -0.2), "0");
        assert_eq!(written(&RADIUS, 1.25), "1.2");
        assert_eq!(written(&RADIUS, 18.0), "18.0");
    }

    #[test]
    fn what_people_type_is_read() {
        assert_eq!(read(&TINT, " −4 "), Some(-4.0));
        assert_eq!(read(&TINT, "+14"), Some(14.0));
        assert_eq!(read(&RADIUS, "1,5 px"), Some(1.5));
        assert_eq!(read(&RADIUS, "99"), Some(20.0));
        assert_eq!(read(&RADIUS, "many"), None);
        assert_eq!(read(&RADIUS, "NaN"), None);
        assert_eq!(read(&RADIUS, ""), None);
    }
}
