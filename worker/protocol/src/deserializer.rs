//! Reads messages back from plain JavaScript values.
//!
//! `serde_wasm_bindgen` writes them, and could read them too; but it explains in words what it could not
//! read, and the code that finds these words is a tenth of the page. Both ends are of one build, so a
//! message that can't be read is a bug, and one word says enough.

use std::{cell::RefCell, fmt};

use js_sys::{Array, Map, Object, Reflect};
use serde::{
    Deserializer,
    de::{
        DeserializeSeed, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
        VariantAccess, Visitor,
        value::{MapDeserializer, StrDeserializer, StringDeserializer},
    },
    forward_to_deserialize_any,
};
use wasm_bindgen::{JsCast, JsValue};

/// The name of the newtype that stands for a JavaScript object as it is.
pub(crate) const OBJECT: &str = "safelight object";

thread_local! {
    /// The object on its way from [`Value`] to [`crate::js_value`], within one call.
    static HANDED: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// The object that was just handed over.
pub(crate) fn take_handed() -> JsValue {
    HANDED.replace(JsValue::UNDEFINED)
}

/// A value to be read.
pub(crate) struct Value(pub JsValue);

/// A value that is not what it should be.
#[derive(Debug)]
pub(crate) struct Unreadable;

type Result<T> = std::result::Result<T, Unreadable>;

impl Value {
    fn number(&self) -> Result<f64> {
        self.0.as_f64().ok_or(Unreadable)
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Unreadable;

    /// Only what a message holds is read, and it says what that is.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(Unreadable)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unreadable)?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_u32(self.number()? as u32)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_u64(self.number()? as u64)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_f32(self.number()? as f32)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_string(self.0.as_string().ok_or(Unreadable)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.0.is_undefined() || self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value> {
        if name == OBJECT {
            HANDED.replace(self.0);
            return visitor.visit_unit();
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let array: Array = self.0.dyn_into().map_err(|_| Unreadable)?;
        visitor.visit_seq(Items { array, next: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    /// A map of strings, which is written as a `Map`, and in JSON as an object.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let entries = match self.0.dyn_ref::<Map>() {
            Some(map) => Array::from(map),
            None => Object::entries(self.0.dyn_ref().ok_or(Unreadable)?),
        };
        let entries = entries.into_iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            (entry.get(0).as_string().unwrap_or_default(), Value(entry.get(1)))
        });
        visitor.visit_map(MapDeserializer::new(entries))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        // JSON may be anything; a message has no field that is not its own.
        let is_known = |name: JsValue| name.as_string().is_some_and(|name| fields.contains(&name.as_str()));
        let object: &Object = self.0.dyn_ref().ok_or(Unreadable)?;
        if !Object::keys(object).iter().all(is_known) {
            return Err(Unreadable);
        }
        visitor.visit_map(Fields { object: self.0, names: fields.iter(), value: JsValue::UNDEFINED })
    }

    /// A name alone, or an object of one property that has the variant's name.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if let Some(name) = self.0.as_string() {
            return visitor.visit_enum(Variant { name, content: JsValue::UNDEFINED });
        }
        let object: &Object = self.0.dyn_ref().ok_or(Unreadable)?;
        let name = Object::keys(object).get(0);
        let content = Reflect::get(&self.0, &name).map_err(|_| Unreadable)?;
        visitor.visit_enum(Variant { name: name.as_string().ok_or(Unreadable)?, content })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Unreadable> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The items of an array.
struct Items {
    array: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.next == self.array.length() {
            return Ok(None);
        }
        self.next += 1;
        seed.deserialize(Value(self.array.get(self.next - 1))).map(Some)
    }
}

/// The fields that an object has.
struct Fields {
    object: JsValue,
    names: std::slice::Iter<'static, &'static str>,
    value: JsValue,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        for name in self.names.by_ref() {
            let key = JsValue::from(*name);
            // A field that is there and undefined is a `None`; one that is not there has its default.
            if Reflect::has(&self.object, &key).map_err(|_| Unreadable)? {
                self.value = Reflect::get(&self.object, &key).map_err(|_| Unreadable)?;
                return seed.deserialize(StrDeserializer::new(name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value> {
        seed.deserialize(Value(std::mem::replace(&mut self.value, JsValue::UNDEFINED)))
    }
}

/// A variant by its name.
struct Variant {
    name: String,
    content: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unreadable;
    type Variant = Value;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Value)> {
        Ok((seed.deserialize(StringDeserializer::new(self.name))?, Value(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Value {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_struct("", fields, visitor)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

/// Every way to explain is overridden, so that none of them is linked.
impl Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}
