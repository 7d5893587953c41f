//! `#[serde(with = "js_value")]`: a JavaScript object goes through a message as it is.

use std::fmt;

use serde::{Deserializer, Serializer, de};
use wasm_bindgen::JsCast;

use crate::deserializer::{OBJECT, take_handed};

pub(crate) fn serialize<T: JsCast, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serde_wasm_bindgen::preserve::serialize(object, serializer)
}

pub(crate) fn deserialize<'de, T: JsCast, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(OBJECT, Handed)?;
    take_handed().dyn_into().map_err(|_| de::Error::custom("an object of another class"))
}

/// Hears that the object is there.
struct Handed;

impl de::Visitor<'_> for Handed {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
