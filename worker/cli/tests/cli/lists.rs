//! What `safelight filters` and `safelight looks` tell, against the registry.

use safelight_kernels::{SPECS, TEXTS};
use safelight_recipe::{PRESETS, Recipe};
use serde_json::Value;

use crate::support::Desk;

#[test]
fn every_filter_is_listed_with_its_settings() {
    let text = printed(&["filters"]);
    let json: Vec<Value> = serde_json::from_str(&printed(&["filters", "--json"])).expect("JSON");
    assert_eq!(json.len(), SPECS.len());
    for ((spec, words), entry) in SPECS.iter().zip(TEXTS).zip(&json) {
        assert!(text.contains(&format!("  {}", spec.id)) && text.contains(words.summary.en), "{}", spec.id);
        assert_eq!(entry["id"], spec.id);
        assert_eq!(entry["name"], words.name.en);
        assert_eq!(entry["group"], spec.group.name().en);
        assert_eq!(entry["summary"], words.summary.en);
        assert_eq!(entry["cube"], spec.id == "colour-table");
        let params = entry["params"].as_array().expect("a list");
        assert_eq!(params.len(), spec.params.len());
        for (param, entry) in spec.params.iter().zip(params) {
            assert!(text.contains(&format!("      {}", param.id)), "{}", param.id);
            assert_eq!(entry["id"], param.id);
            assert_eq!(entry["unit"], param.unit);
            let numbers = ["min", "max", "step", "default"].map(|key| entry[key].as_f64().expect("a number"));
            assert_eq!(numbers, [param.min, param.max, param.step, param.default]);
        }
    }
}

#[test]
fn every_look_is_listed_with_its_recipe() {
    let text = printed(&["looks"]);
    let json: Vec<Value> = serde_json::from_str(&printed(&["looks", "--json"])).expect("JSON");
    assert_eq!((json.len(), text.lines().count()), (PRESETS.len(), PRESETS.len()));
    for ((look, entry), line) in PRESETS.iter().zip(&json).zip(text.lines()) {
        assert!(line.starts_with(look.id) && line.ends_with(look.summary.en), "{line}");
        assert_eq!(entry["id"], look.id);
        let recipe: Recipe = serde_json::from_value(entry["recipe"].clone()).expect("a recipe");
        assert_eq!(recipe, look.recipe());
    }
}

fn printed(arguments: &[&str]) -> String {
    let run = Desk::new().run(arguments);
    run.went_well();
    String::from_utf8(run.stdout).expect("text")
}
