//! The argument of `--filter`: one step of a recipe in short form, e.g. `blur:sigma=4`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use safelight_kernels::{Kind, Param, SPECS, Spec, spec};
use safelight_recipe::{FULL_STRENGTH, FilterStep};

/// Short names and the filter ids that they stand for. They are listed, and not any unique prefix, so that a script
/// means the same when filters are added.
pub const SHORT_NAMES: &[(&str, &str)] = &[("blur", "gaussian-blur"), ("greyscale", "grayscale")];

/// Unit suffixes of parameter ids. On the command line they may be left out.
const UNITS: &[&str] = &["_px", "_deg", "_ev"];

/// The setting for the strength of a step, which every filter has. A parameter of that name takes precedence.
const MIX: &str = "mix";

/// The setting for the file of a colour table. Everything after it is the file's path.
const CUBE: &str = "cube=";

/// One `--filter`.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterArgument {
    /// The argument as it was typed.
    pub text: String,
    /// The step that it stands for, without a colour table.
    pub step: FilterStep,
    /// The file of the colour table, which is not read yet.
    pub cube: Option<PathBuf>,
}

/// Parses `NAME[:SETTING=VALUE,…]`.
///
/// # Errors
/// A sentence without its full stop that says what is wrong.
pub fn parse(text: &str) -> Result<FilterArgument, String> {
    let (name, settings) = text.split_once(':').unwrap_or((text, ""));
    let spec = filter_named(name).ok_or_else(|| {
        let known = SPECS.iter().map(|spec| spec.id).collect::<Vec<_>>().join(", ");
        format!("there is no filter “{name}”; known filters are {known}")
    })?;
    let (settings, cube) = split_cube(spec, settings)?;
    let (mut step, mut set) = (FilterStep::new(spec.id), BTreeSet::new());
    for setting in settings.split(',').filter(|setting| !setting.is_empty()) {
        let Some((name, value)) = setting.split_once('=') else {
            return Err(format!("“{setting}” sets nothing; write SETTING=VALUE"));
        };
        let param = match setting_named(spec, name) {
            Some(param) => Some(param),
            None if name == MIX => None,
            None => return Err(no_such_setting(spec, name)),
        };
        let (min, max) = param.map_or((0.0, FULL_STRENGTH), |param| (param.min, param.max));
        let value = value.parse().ok().filter(|value: &f64| value.is_finite());
        let value =
            value.ok_or_else(|| format!("“{setting}” sets no number; {name} is one from {min} to {max}"))?;
        match param {
            None => step.strength = value,
            Some(param) => drop(step.values.insert(param.id.to_owned(), value)),
        }
        if !set.insert(param.map_or(MIX, |param| param.id)) {
            return Err(format!("{name} is set twice"));
        }
    }
    Ok(FilterArgument { text: text.to_owned(), step, cube })
}

/// Splits the settings from the file of a colour table.
fn split_cube<'a>(spec: &Spec, settings: &'a str) -> Result<(&'a str, Option<PathBuf>), String> {
    if !matches!(spec.kind, Kind::Lut) {
        return Ok((settings, None));
    }
    let start = settings.match_indices(CUBE).map(|(start, _)| start);
    match start.into_iter().find(|start| settings[..*start].is_empty() || settings[..*start].ends_with(',')) {
        Some(start) if settings.len() > start + CUBE.len() => {
            Ok((&settings[..start], Some(settings[start + CUBE.len()..].into())))
        }
        _ => Err(format!("{0} needs its table; write {0}:{CUBE}FILE.cube", spec.id)),
    }
}

/// The filter of this id or short name.
fn filter_named(name: &str) -> Option<&'static Spec> {
    let short = SHORT_NAMES.iter().find(|(short, _)| *short == name);
    spec(short.map_or(name, |(_, id)| id))
}

/// The parameter of this id, with or without its unit.
fn setting_named(spec: &Spec, name: &str) -> Option<&'static Param> {
    let by_id = spec.params.iter().find(|param| param.id == name);
    by_id.or_else(|| {
        let short = |param: &&Param| UNITS.iter().any(|unit| param.id.strip_suffix(unit) == Some(name));
        spec.params.iter().find(short)
    })
}

fn no_such_setting(spec: &Spec, name: &str) -> String {
    let known = spec.known_settings();
    if known.is_empty() {
        format!("{} has no setting “{name}”, only {MIX}", spec.id)
    } else {
        format!("{} has no setting “{name}”; it has {known} and {MIX}", spec.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, f64)> {
        parse(text).unwrap().step.values.into_iter().collect()
    }

    #[test]
    fn a_filter_is_read_with_its_settings() {
        let found = parse("levels:black=10,gamma=1.5").unwrap();
        assert_eq!(found.text, "levels:black=10,gamma=1.5");
        assert_eq!(found.step.filter, "levels");
        assert_eq!(
            values("levels:black=10,gamma=1.5"),
            [("black".to_owned(), 10.0), ("gamma".to_owned(), 1.5)]
        );
        assert_eq!(parse("sepia").unwrap().step, FilterStep::new("sepia"));
        assert_eq!(parse("sepia:").unwrap().step, FilterStep::new("sepia"));
        assert_eq!(parse("greyscale").unwrap().step, FilterStep::new("grayscale"));
    }

    #[test]
    fn units_may_be_left_out() {
        assert_eq!(values("exposure:exposure=-1"), [("exposure_ev".to_owned(), -1.0)]);
    }

    #[test]
    fn wrong_arguments_are_explained() {
        for (text, start) in [
            ("sepja", "there is no filter “sepja”; known filters are brightness, contrast, "),
            ("levels:white", "“white” sets nothing; write SETTING=VALUE"),
            ("levels:whyte=3", "levels has no setting “whyte”; it has black, gamma, white, "),
            (
                "curves:shadows=3",
                "curves has no setting “shadows”; it has master_1_in, master_1_out … blue_8_out and mix",
            ),
            ("sepia:amount=3", "sepia has no setting “amount”, only mix"),
            ("levels:white=bright", "“white=bright” sets no number; white is one from 1 to 255"),
            ("levels:white=inf", "“white=inf” sets no number; white is one from 1 to 255"),
            ("levels:white=3,white=4", "white is set twice"),
            ("exposure:exposure=1,exposure_ev=1", "exposure_ev is set twice"),
            ("sepia:mix=0,mix=0", "mix is set twice"),
            ("sepia:mix=half", "“mix=half” sets no number; mix is one from 0 to 100"),
        ] {
            let error = parse(text).unwrap_err();
            assert!(error.starts_with(start), "{text}: {error}");
        }
    }

    #[test]
    fn the_file_of_a_table_comes_last() {
        let found = parse("colour-table:mix=50,cube=a, b:c=d.cube").unwrap();
        assert_eq!((found.step.strength, found.cube), (50.0, Some("a, b:c=d.cube".into())));
        for text in ["colour-table", "colour-table:cube=", "colour-table:mix=3", "colour-table:acube=x"] {
            let error = parse(text).unwrap_err();
            assert_eq!(error, "colour-table needs its table; write colour-table:cube=FILE.cube");
        }
        assert!(parse("levels:cube=a.cube").unwrap_err().starts_with("levels has no setting “cube”; it has"));
    }

    #[test]
    fn every_filter_can_be_mixed() {
        for spec in SPECS {
            let cube = if matches!(spec.kind, Kind::Lut) { ",cube=x" } else { "" };
            let step = parse(&format!("{}:mix=40{cube}", spec.id)).unwrap().step;
            assert_eq!(step, FilterStep { strength: 40.0, ..FilterStep::new(spec.id) });
        }
    }

    /// Over the registry, so that no two settings of a filter ever differ by their units alone.
    #[test]
    fn every_setting_can_be_told_with_and_without_its_unit() {
        for spec in SPECS {
            for param in spec.params {
                let short = UNITS.iter().find_map(|unit| param.id.strip_suffix(unit)).unwrap_or(param.id);
                for name in [param.id, short] {
                    let found = setting_named(spec, name).map(|param| param.id);
                    assert_eq!(found, Some(param.id), "{name} of {}", spec.id);
                }
            }
        }
    }

    #[test]
    fn a_short_name_is_short_for_a_filter_and_hides_none() {
        for (short, id) in SHORT_NAMES {
            assert!(spec(short).is_none() && spec(id).is_some(), "{short}");
        }
    }
}
