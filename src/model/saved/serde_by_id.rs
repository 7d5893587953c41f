//! Filters and looks in what is kept: by their ids, as in recipes.

use safelight_kernels::{Spec, spec};
use safelight_recipe::{PRESETS, Preset};
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// For `#[serde(with)]`: a filter.
pub mod filter {
    use super::{Deserialize, Deserializer, Error, Serializer, Spec, spec};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    pub fn serialize<S: Serializer>(filter: &&'static Spec, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(filter.id)
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<&'static Spec, D::Error> {
        let id = String::deserialize(from)?;
        spec(&id).ok_or_else(|| D::Error::custom("no such filter"))
    }
}

/// For `#[serde(with)]`: a look.
pub mod look {
    use super::{Deserialize, Deserializer, Error, PRESETS, Preset, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    pub fn serialize<S: Serializer>(look: &&'static Preset, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(look.id)
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<&'static Preset, D::Error> {
        let id = String::deserialize(from)?;
        PRESETS.iter().find(|look| look.id == id).ok_or_else(|| D::Error::custom("no such look"))
    }
}
