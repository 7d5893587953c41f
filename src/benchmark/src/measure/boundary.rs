//! The costs of crossing the boundary between JavaScript and WASM, and between two workers.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use safelight_benchmark::{BoundaryCosts, Distribution, Filter, ImageSize, steps};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::baselines::call_for_each_pixel;
use super::buffer::allocate;
use super::compare::{Candidate, Limits, compare};
use super::context::Context;
use super::standalone_wasm::StandaloneWasm;
use crate::messages::MeasureEvent;

/// The name of the worker that echoes messages.
pub const ECHO: &str = "safelight-benchmark-echo";

const SIZE: ImageSize = ImageSize::Two;
const ROUNDS: u32 = 20;

/// Measures both boundaries.
pub async fn measure(context: &Context) -> Result<BoundaryCosts, JsValue> {
    let wasm = StandaloneWasm::load(&context.files.benchmark, true).await?;
    wasm.prepare(SIZE.px()).map_err(|_| "There is not enough memory.")?;
    wasm.stack(&steps(&[Filter::plain("invert")]).ok_or("the registry lacks a filter")?);
    let bytes = SIZE.px().0 * SIZE.px().1 * 4;
    let (from, to) = (allocate(bytes)?, allocate(bytes)?);
    let (source, target) = (Uint8Array::new(&from), Uint8Array::new(&to));

    let invert_pixel = wasm.invert_pixel();
    let mut calls = [
        Candidate::new(|| {
            call_for_each_pixel(&invert_pixel, &from, &to);
            Ok(())
        }),
        Candidate::new(|| {
            wasm.source(SIZE.px()).set(&source, 0);
            wasm.apply()?;
            target.set(&wasm.output(), 0);
            Ok(())
        }),
        Candidate::new(|| wasm.apply()),
    ];
    let limits = Limits { budget_ms: 2000.0, rounds: (5.0, f64::from(ROUNDS)), part: (0.0, 0.5) };
    compare(context, limits, &mut calls).await?;
    let [per_pixel, with_buffer, on_view] = calls.map(|call| call.distribution());
    let nothing = "nothing was timed";

    let echo = Echo::start(&context.files.benchmark).await?;
    let [mut cloned, mut moved_and_copied, mut moved, mut empty] = [const { Vec::new() }; 4];
    for round in 0..=ROUNDS {
        for (kind, samples) in [
            (Kind::Cloned, &mut cloned),
            (Kind::MovedAndCopied, &mut moved_and_copied),
            (Kind::Moved, &mut moved),
            (Kind::Empty, &mut empty),
        ] {
            let ms = echo.sample(context, kind, &to).await?;
            // The first round warms up.
            if !context.visibility.yield_now().await && round > 0 {
                samples.push(ms);
            }
        }
        context.post(&MeasureEvent::Progress(0.5 + 0.5 * f64::from(round) / f64::from(ROUNDS)));
    }

    let view = wasm.output();
    let view_before = f64::from(view.length());
    wasm.grow();
    Ok(BoundaryCosts {
        call_per_pixel: per_pixel.ok_or(nothing)?,
        call_with_buffer: with_buffer.ok_or(nothing)?,
        call_on_view: on_view.ok_or(nothing)?,
        cloned: Distribution::of(&cloned).ok_or(nothing)?,
        moved_and_copied: Distribution::of(&moved_and_copied).ok_or(nothing)?,
        moved: Distribution::of(&moved).ok_or(nothing)?,
        empty: Distribution::of(&empty).ok_or(nothing)?,
        view_before,
        view_after: f64::from(view.length()),
    })
}

/// How a buffer is posted.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Cloned,
    MovedAndCopied,
    Moved,
    Empty,
}

/// A worker that answers each message at once.
struct Echo {
    worker: Worker,
    /// Resolves the promise of the next answer.
    waiting: Rc<RefCell<Option<Function>>>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
}

impl Echo {
    async fn start(folder: &str) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(ECHO);
        let worker = Worker::new_with_options(&format!("{folder}safelight-benchmark_loader.js"), &options)?;
        let waiting = Rc::<RefCell<Option<Function>>>::default();
        let on_message = {
            let waiting = waiting.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(resolve) = waiting.take() {
                    // A promise's resolve function does not throw.
                    let _ = resolve.call1(&JsValue::NULL, &event.data());
                }
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let echo = Self { worker, waiting, _on_message: on_message };
        // The worker posts once when it can receive messages.
        JsFuture::from(echo.answer()).await?;
        Ok(echo)
    }

    /// Milliseconds from posting a message to its answer.
    async fn sample(&self, context: &Context, kind: Kind, buffer: &ArrayBuffer) -> Result<f64, JsValue> {
        // A transferred buffer comes back with the answer, as another object.
        let mut buffer = buffer.slice_with_end(0, buffer.byte_length());
        let (start, mut runs) = (context.clock.now_ms(), 0.0);
        loop {
            let answer = self.answer();
            match kind {
                Kind::Empty => self.worker.post_message(&JsValue::NULL)?,
                Kind::Cloned => self.worker.post_message(&Array::of1(&buffer))?,
                Kind::Moved | Kind::MovedAndCopied => {
                    let message = Array::of2(&buffer, &(kind == Kind::MovedAndCopied).into());
                    self.worker.post_message_with_transfer(&message, &Array::of1(&buffer))?;
                }
            }
            let answer = JsFuture::from(answer).await?;
            if let Ok(returned) = answer.dyn_into::<ArrayBuffer>() {
                buffer = returned;
            }
            runs += 1.0;
            let spent_ms = context.clock.now_ms() - start;
            if spent_ms >= context.clock.least_ms() {
                return Ok(spent_ms / runs);
            }
        }
    }

    fn answer(&self) -> Promise {
        Promise::new(&mut |resolve, _| {
            self.waiting.replace(Some(resolve));
        })
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Runs the worker that echoes messages. A transferred buffer is transferred back, and before that copied into linear
/// memory if the message says so.
pub fn echo(scope: &DedicatedWorkerGlobalScope) {
    let memory = RefCell::new(Vec::new());
    let answer = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let parts = event.data().dyn_into::<Array>().unwrap_or_default();
            let moved = parts.length() == 2;
            // Neither fails: what arrived in a message can be posted.
            let _ = match parts.get(0).dyn_into::<ArrayBuffer>() {
                Ok(buffer) if moved => {
                    if parts.get(1).is_truthy() {
                        let mut memory = memory.borrow_mut();
                        memory.resize(buffer.byte_length() as usize, 0u8);
                        Uint8Array::new(&buffer).copy_to(&mut memory);
                    }
                    scope.post_message_with_transfer(&buffer, &Array::of1(&buffer))
                }
                _ => scope.post_message(&JsValue::NULL),
            };
        })
    };
    scope.set_onmessage(Some(answer.into_js_value().unchecked_ref()));
    let _ = scope.post_message(&JsValue::NULL);
}
