//! How long the worker takes to start: its download, its compilation, both at once, and until its first message.

use js_sys::{Promise, WebAssembly};
use safelight_benchmark::{Spread, Start};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{PerformanceResourceTiming, Worker, WorkerOptions, WorkerType};

use super::rivals::{unseen, unseen_stream};
use super::{Bench, fetched};
use crate::messages::News;

const ROUNDS: u32 = 5;

/// Measures the start of the worker that photos are developed in.
pub async fn measure(bench: &Bench) -> Result<Start, JsValue> {
    let wasm = format!("{}safelight-worker_bg.wasm", bench.files.worker);
    let [mut download, mut compile, mut streaming, mut ready] = [const { Vec::new() }; 4];
    let mut bytes = 0.0;
    for round in 0..ROUNDS {
        let start = bench.clock.now_ms();
        let buffer = JsFuture::from(fetched(&wasm, true).await?.array_buffer()?).await?;
        download.push(bench.clock.now_ms() - start);

        let buffer = unseen(buffer.unchecked_ref());
        bytes = f64::from(buffer.byte_length());
        let start = bench.clock.now_ms();
        JsFuture::from(WebAssembly::compile(&buffer)).await?;
        compile.push(bench.clock.now_ms() - start);

        let start = bench.clock.now_ms();
        let response = JsValue::from(unseen_stream(&fetched(&wasm, true).await?));
        JsFuture::from(WebAssembly::compile_streaming(&Promise::resolve(&response))).await?;
        streaming.push(bench.clock.now_ms() - start);

        let start = bench.clock.now_ms();
        first_message(&format!("{}safelight-worker_loader.js", bench.files.worker)).await?;
        ready.push(bench.clock.now_ms() - start);
        bench.tell(&News::Progress(f64::from(round + 1) / f64::from(ROUNDS)));
        bench.visibility.turn().await;
    }
    let median = |samples: &[f64]| Spread::of(samples).map_or(0.0, |spread| spread.median_ms);
    Ok(Start {
        bytes,
        sent_bytes: sent_bytes(bench, &wasm),
        download_ms: median(&download),
        compile_ms: median(&compile),
        streaming_ms: median(&streaming),
        ready_ms: median(&ready),
    })
}

/// Starts the worker and ends it when it has said something.
async fn first_message(address: &str) -> Result<(), JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(address, &options)?;
    let said = Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
    });
    let heard = JsFuture::from(said).await;
    worker.terminate();
    heard.map(drop)
}

/// Bytes over the line as the browser saw them, compressed or not; 0 where it does not tell.
fn sent_bytes(bench: &Bench, address: &str) -> f64 {
    let entries = bench.scope.performance().map(|performance| performance.get_entries_by_name(address));
    let entry = entries.and_then(|entries| entries.pop().dyn_into::<PerformanceResourceTiming>().ok());
    entry.map_or(0.0, |entry| entry.encoded_body_size())
}
