use super::*;

fn recipe(filter: &str, values: &[(&str, f64)]) -> Recipe {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    Recipe::new(vec![FilterStep::new("invert"), FilterStep { values, ..FilterStep::new(filter) }])
}

#[test]
fn the_names_of_all_fields_are_known() {
    let step = FilterStep {
        values: [("radius_px".to_owned(), 1.0)].into(),
        strength: 40.0,
        cube: Some("LUT_3D_SIZE 2".into()),
        ..FilterStep::new("blur")
    };
    let json = serde_json::to_value(Recipe::new(vec![step])).unwrap();
    let names = |value: &serde_json::Value| {
        let mut names: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
        names.sort();
        names
    };
    let sorted = |names: &[&str]| {
        let mut names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&json), sorted(Recipe::FIELDS));
    assert_eq!(names(&json["steps"][0]), sorted(FilterStep::FIELDS));
}

#[test]
fn a_good_recipe_is_left_as_it_is() {
    let good = recipe("sepia", &[]);
    let normalised = good.clone().normalise().unwrap();
    assert_eq!(normalised, Normalised { recipe: good.clone(), clamped: vec![], cubes: vec![None, None] });
    assert_eq!(good.validate(), Ok(()));
}

#[test]
fn another_version_is_refused() {
    let future = Recipe { version: 2, steps: vec![] };
    assert_eq!(future.validate(), Err(RecipeError::Version(2)));
    assert_eq!(RecipeError::Version(2).to_string(), "The recipe is of version 2; Safelight knows version 1.");
}

#[test]
fn sixty_four_steps_are_the_most() {
    let steps = |count| Recipe::new(vec![FilterStep::new("invert"); count]);
    assert_eq!(steps(64).validate(), Ok(()));
    assert_eq!(steps(65).validate(), Err(RecipeError::TooManySteps(65)));
}

#[test]
fn an_unknown_filter_is_named_and_the_known_ones_listed() {
    let error = recipe("sepja", &[]).validate().unwrap_err();
    assert_eq!(error, RecipeError::UnknownFilter { step: 1, filter: "sepja".to_owned() });
    let sentence = error.to_string();
    assert!(sentence.starts_with("Step 2 names a filter “sepja”; known filters are "), "{sentence}");
    for spec in safelight_kernels::SPECS {
        assert!(sentence.contains(spec.id), "{sentence}");
    }
}

#[test]
fn an_unknown_setting_is_refused() {
    let error = recipe("sepia", &[("warmth", 1.0)]).validate().unwrap_err();
    assert_eq!(error.to_string(), "Step 2 sets “warmth”; sepia has no settings.");
}

#[test]
fn a_strength_is_clamped_like_a_setting() {
    let weak = |strength| Recipe::new(vec![FilterStep { strength, ..FilterStep::new("sepia") }]).normalise();
    let normalised = weak(130.0).unwrap();
    assert_eq!(normalised.recipe.steps[0].strength, 100.0);
    assert_eq!(
        normalised.clamped[0].to_string(),
        "Step 1: strength of sepia was 130; the nearest that it can be, 100, is used."
    );
    assert_eq!(weak(40.0).unwrap().clamped, []);
    let error = weak(f64::NAN).unwrap_err();
    assert_eq!(error.to_string(), "Step 1 sets strength of sepia to something that is no number.");
}

mod with_a_cube {
    use std::sync::Arc;

    use super::*;

    const SWAP: &str = "LUT_1D_SIZE 2\n1 1 1\n0 0 0\n";

    fn step(filter: &str, cube: &str) -> FilterStep {
        FilterStep { cube: Some(cube.into()), ..FilterStep::new(filter) }
    }

    fn refused(step: FilterStep) -> String {
        Recipe::new(vec![FilterStep::new("invert"), step]).validate().unwrap_err().to_string()
    }

    #[test]
    fn a_table_is_read_once() {
        let mut known = LutCache::default();
        let mut cubes = |steps| Recipe::new(steps).normalise_with(&mut known).unwrap().cubes;
        let first = cubes(vec![FilterStep::new("colour-table"), step("colour-table", SWAP)]);
        assert!(first[0].is_none(), "without a table it does nothing");
        let [Some(again), Some(other), Some(same)] = &*cubes(
            ["\n", "#\n", "\n"].iter().map(|end| step("colour-table", &format!("{SWAP}{end}"))).collect(),
        ) else {
            panic!("three tables")
        };
        assert!(Arc::ptr_eq(again, same) && !Arc::ptr_eq(again, other));
        let later = cubes(vec![step("colour-table", SWAP)]);
        assert!(Arc::ptr_eq(later[0].as_ref().unwrap(), first[1].as_ref().unwrap()));
    }

    #[test]
    fn only_the_last_few_are_kept() {
        let mut known = LutCache::default();
        let mut cube = |number: u32| known.get(&format!("{SWAP}# {number}\n").into()).unwrap();
        let first = cube(0);
        (1..=4).for_each(|number| drop(cube(number)));
        assert!(!Arc::ptr_eq(&first, &cube(0)));
    }

    #[test]
    fn a_table_must_be_readable_and_of_use() {
        assert_eq!(
            refused(step("sepia", SWAP)),
            "Step 2 has a colour table, and sepia uses none; leave it out."
        );
        assert_eq!(
            refused(step("colour-table", "LUT_1D_SIZE 2\n1 1\n")),
            "Step 2 needs another .cube file: line 2 should have 3 numbers and has “1 1”."
        );
        let long = "# ".repeat(MAX_CUBE_BYTES / 4 + 1);
        let both = Recipe::new(vec![step("colour-table", &long); 2]);
        assert_eq!(both.validate(), Err(RecipeError::CubesTooLong(2 * long.len())));
    }

    #[test]
    fn a_table_is_written_and_read_as_it_is() {
        let with = Recipe::new(vec![step("colour-table", SWAP), FilterStep::new("invert")]);
        let text = serde_json::to_string(&with).unwrap();
        assert_eq!(text.matches("cube").count(), 1, "{text}");
        assert_eq!(serde_json::from_str::<Recipe>(&text).unwrap(), with);
    }
}

mod with_a_setting {
    use safelight_kernels::{Group, Kind, Param, Spec};

    use super::*;
    use crate::normalise::normalise_values;

    const SPEC: Spec = Spec {
        id: "blur",
        group: Group::Tone,
        kind: Kind::Tone,
        params: &[
            Param {
                id: "radius_px",
                unit: "px",
                min: 0.0,
                max: 250.0,
                step: 0.5,
                default: 2.0,
                example: 2.0,
            },
            Param { id: "mix", unit: "%", min: 0.0, max: 100.0, step: 1.0, default: 100.0, example: 100.0 },
        ],
    };

    fn normalised(value: f64) -> Result<(FilterStep, Vec<Clamped>), RecipeError> {
        let mut step =
            FilterStep { values: [("radius_px".to_owned(), value)].into(), ..FilterStep::new("blur") };
        let mut clamped = Vec::new();
        normalise_values(0, &mut step, &SPEC, &mut clamped)?;
        Ok((step, clamped))
    }

    #[test]
    fn numbers_are_clamped_with_a_message() {
        let (step, clamped) = normalised(1e9).unwrap();
        assert_eq!(step.values_for(&SPEC), [250.0, 100.0]);
        assert_eq!(clamped.len(), 1);
        assert_eq!(
            clamped[0].to_string(),
            "Step 1: radius_px of blur was 1000000000; the nearest that it can be, 250, is used."
        );
        let (step, clamped) = normalised(3.5).unwrap();
        assert_eq!(step.values_for(&SPEC), [3.5, 100.0]);
        assert_eq!(clamped, []);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let error = normalised(value).unwrap_err();
            assert_eq!(error.to_string(), "Step 1 sets radius_px of blur to something that is no number.");
        }
    }
}
