//! The start of the worker: download, compilation, both at once, and the time to its first message.

use js_sys::{ArrayBuffer, Promise, WebAssembly};
use safelight_benchmark::{Distribution, StartupTimes};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{PerformanceResourceTiming, Worker, WorkerOptions, WorkerType};

use super::baselines::{unseen, unseen_stream};
use super::context::Context;
use super::fetch::fetch;
use crate::messages::MeasureEvent;

const ROUNDS: u32 = 5;

/// Measures the start of the worker that renders photos.
pub async fn measure(context: &Context) -> Result<StartupTimes, JsValue> {
    let file = |name: &str| format!("{}safelight-worker{name}", context.files.worker);
    let (wasm, loader) = (file("_bg.wasm"), file("_loader.js"));
    let [mut download, mut compile, mut streaming, mut ready] = [const { Vec::new() }; 4];
    let bytes = downloaded(&wasm).await?.byte_length();
    let scripts = [downloaded(&loader).await?, downloaded(&file(".js")).await?];
    let mut round = 0;
    while round < ROUNDS {
        let start = context.clock.now_ms();
        let buffer = downloaded(&wasm).await?;
        let download_ms = context.clock.now_ms() - start;

        let buffer = unseen(&buffer);
        let start = context.clock.now_ms();
        JsFuture::from(WebAssembly::compile(&buffer)).await?;
        let compile_ms = context.clock.now_ms() - start;

        let start = context.clock.now_ms();
        let response = JsValue::from(unseen_stream(&fetch(&wasm, true).await?));
        JsFuture::from(WebAssembly::compile_streaming(&Promise::resolve(&response))).await?;
        let streaming_ms = context.clock.now_ms() - start;

        let start = context.clock.now_ms();
        first_message(&loader).await?;
        let ready_ms = context.clock.now_ms() - start;

        if context.visibility.yield_now().await {
            continue;
        }
        download.push(download_ms);
        compile.push(compile_ms);
        streaming.push(streaming_ms);
        ready.push(ready_ms);
        round += 1;
        context.post(&MeasureEvent::Progress(f64::from(round) / f64::from(ROUNDS)));
    }
    let median = |samples: &[f64]| Distribution::of(samples).map_or(0.0, |spread| spread.median_ms);
    Ok(StartupTimes {
        bytes: bytes.into(),
        sent_bytes: sent_bytes(context, &wasm),
        script_bytes: scripts.map(|script| f64::from(script.byte_length())).iter().sum(),
        download_ms: median(&download),
        compile_ms: median(&compile),
        streaming_ms: median(&streaming),
        ready_ms: median(&ready),
    })
}

/// Downloads a file over the network.
async fn downloaded(address: &str) -> Result<ArrayBuffer, JsValue> {
    let bytes = JsFuture::from(fetch(address, true).await?.array_buffer()?).await?;
    Ok(bytes.unchecked_into())
}

/// Starts the worker, waits for its first message, and terminates it.
async fn first_message(address: &str) -> Result<(), JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(address, &options)?;
    let message = Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
    });
    let received = JsFuture::from(message).await;
    worker.terminate();
    received.map(drop)
}

/// The bytes that went over the network, compressed if they were. 0 where the browser does not tell.
fn sent_bytes(context: &Context, address: &str) -> f64 {
    let entries = context.scope.performance().map(|performance| performance.get_entries_by_name(address));
    let entry = entries.and_then(|entries| entries.pop().dyn_into::<PerformanceResourceTiming>().ok());
    entry.map_or(0.0, |entry| entry.encoded_body_size())
}
