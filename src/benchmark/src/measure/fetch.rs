//! Files for the measurements.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Request, RequestCache, RequestInit, Response};

/// Fetches a file, which has to be there; with `bypass_cache` always over the network.
pub async fn fetch(url: &str, bypass_cache: bool) -> Result<Response, JsValue> {
    let response: Response = JsFuture::from(request(url, bypass_cache)?).await?.unchecked_into();
    if response.ok() { Ok(response) } else { Err(format!("{url} is not there.").into()) }
}

fn request(url: &str, bypass_cache: bool) -> Result<Promise, JsValue> {
    let options = RequestInit::new();
    if bypass_cache {
        options.set_cache(RequestCache::NoStore);
    }
    let request = Request::new_with_str_and_init(url, &options)?;
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    Ok(scope.fetch_with_request(&request))
}
