//! gloo's codec over plain JavaScript values, so that buffers stay objects that can be moved.

use gloo_worker::Codec;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

use crate::deserializer::Value;

/// Messages as JavaScript objects. Both ends are of one build, which the worker's hello proves, so a
/// message that can't be read is a bug: it throws, and the page replaces the worker.
pub(crate) struct Objects;

impl Codec for Objects {
    fn encode<I: Serialize>(message: I) -> JsValue {
        serde_wasm_bindgen::to_value(&message).expect_throw("a message of ours can be written")
    }

    fn decode<O: for<'de> Deserialize<'de>>(message: JsValue) -> O {
        O::deserialize(Value(message)).expect_throw("a message of ours can be read")
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use safelight_recipe::{FilterStep, Recipe};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;
    use crate::{Extras, Reply, Request, View};

    #[test]
    fn a_recipe_arrives_as_it_was_sent() {
        let step = FilterStep {
            values: [("seed".to_owned(), 7.5)].into(),
            strength: 40.0,
            cube: Some("LUT_1D_SIZE 2\r\n0 0 0\r\n1 1 1 # “ü”".into()),
            ..FilterStep::new("grain")
        };
        let sent = Recipe::new(vec![FilterStep::new("invert"), step]);
        let seen = View { scale: 0.3, x: 1, y: 2, width: 3, height: 4 };
        let extras = Extras { counts: true, shadows: false, highlights: true };
        let message = Request::Render { job: 9, recipe: sent.clone(), view: seen, extras, spent: None };
        let Request::Render { job, recipe, view, extras: also, spent } =
            Objects::decode(Objects::encode(message))
        else {
            panic!("another message")
        };
        assert_eq!((job, recipe, view, also, spent), (9, sent, seen, extras, None));
    }

    #[test]
    fn sizes_arrive_as_they_were_sent() {
        let sent = vec![(176, 118), (0, 0), (1, 65_535)];
        let message = Reply::Thumbnails { job: 3, sizes: sent.clone(), pixels: js_sys::ArrayBuffer::new(8) };
        let Reply::Thumbnails { job, sizes, pixels } = Objects::decode(Objects::encode(message)) else {
            panic!("another message")
        };
        assert_eq!((job, sizes, pixels.byte_length()), (3, sent, 8));
    }
}
