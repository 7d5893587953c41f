//! The state of the view: what is chosen, what was measured, and the queue of tasks.

use std::collections::VecDeque;

use leptos::{html::H1, prelude::*, task::spawn_local};
use safelight_benchmark::format::{MEASURED, NOT_ALL};
use safelight_benchmark::{BenchmarkCase, ImageSize, Machine, Report, STACK_CASES, registry, steps};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::user_agent;
use super::worker::MeasuringWorker;
use crate::messages::{Files, MeasureEvent, Task};

/// The state, as signals. It is `Copy`; copies share it.
#[derive(Clone, Copy)]
pub struct BenchState {
    /// The case that is shown.
    pub case: RwSignal<BenchmarkCase>,
    /// The image size that is shown.
    pub size: RwSignal<ImageSize>,
    /// Whether it is shown as a table of numbers instead of bars.
    pub as_table: RwSignal<bool>,
    /// What was measured.
    pub report: RwSignal<Report>,
    /// The task that is being measured, and the fraction that is done.
    pub running: RwSignal<Option<(Task, f64)>>,
    /// The number of tasks that wait.
    pub waiting: RwSignal<usize>,
    /// The status message.
    pub message: RwSignal<String>,
    /// The label of the link back.
    pub back_label: RwSignal<&'static str>,
    /// The title, which gets the focus.
    pub title: NodeRef<H1>,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    worker: Option<MeasuringWorker>,
    queue: VecDeque<Task>,
    /// Whether a person asked for more than what is shown.
    is_requested: bool,
    /// Counts the workers, so that events of one that was ended are ignored.
    generation: u32,
    /// The title that the page had before.
    page_title: Option<String>,
}

/// Selects the button that leads here, in the editor or on the landing page.
const ENTRY_BUTTON: &str = "#open-more, .landing .btn.link";

impl BenchState {
    /// Nothing measured yet.
    pub fn new() -> Self {
        Self {
            case: RwSignal::new(BenchmarkCase::Sepia),
            size: RwSignal::new(ImageSize::Two),
            as_table: RwSignal::new(false),
            report: RwSignal::new(Report { machine: this_machine(), ..Report::default() }),
            running: RwSignal::new(None),
            waiting: RwSignal::new(0),
            message: RwSignal::new(String::new()),
            back_label: RwSignal::new("Back"),
            title: NodeRef::new(),
            inner: StoredValue::new_local(Inner::default()),
        }
    }

    /// To be called when the benchmark is shown.
    pub fn enter(&self) {
        self.inner.update_value(|inner| inner.page_title = Some(document().title()));
        let has_photo = document().get_element_by_id("canvas").is_some();
        self.back_label.set(if has_photo { "Back to the photo" } else { "Back" });
        document().set_title("Benchmark – Safelight");
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(title) = self.title.get_untracked() {
            // Focus fails only where there is none to give.
            let _ = title.focus();
        }
        self.enqueue(self.shown_tasks().into_iter().filter(|task| self.is_missing(*task)));
    }

    /// To be called when the benchmark is left. Measuring stops, because other work would distort it.
    pub fn exit(&self) {
        self.cancel();
        if let Some(title) = self.inner.try_update_value(|inner| inner.page_title.take()).flatten() {
            document().set_title(&title);
            // The browser has taken the focus from the button that led here.
            let button = document().query_selector(ENTRY_BUTTON).ok().flatten();
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                // Focus fails only where there is none to give.
                let _ = button.focus();
            }
        }
    }

    /// Shows a case on an image size, and measures it if it has not been.
    pub fn choose(&self, case: BenchmarkCase, size: ImageSize) {
        self.case.set(case);
        self.size.set(size);
        let task = Task::Case(case, size);
        if self.is_missing(task) && self.running_task() != Some(task) {
            let is_requested = self.inner.with_value(|inner| inner.is_requested);
            let (running, rest) = self.stop();
            // Another case that was only shown, and not asked for, is dropped.
            let stays = |next: &Task| *next != task && (is_requested || !matches!(next, Task::Case(..)));
            let rest = running.into_iter().chain(rest).filter(stays);
            self.start([task].into_iter().chain(rest).collect());
        }
    }

    /// Measures those of these tasks that have no result; if all have one, all of them once more. The running task goes
    /// on first.
    pub fn measure(&self, tasks: &[Task]) {
        let is_all_there = !tasks.iter().any(|task| self.is_missing(*task));
        self.inner.update_value(|inner| inner.is_requested = true);
        self.enqueue(tasks.iter().copied().filter(|task| is_all_there || self.is_missing(*task)));
    }

    /// Adds tasks to the queue.
    fn enqueue(&self, tasks: impl Iterator<Item = Task>) {
        let running = self.running_task();
        let next = self.inner.try_update_value(|inner| {
            for task in tasks {
                if running != Some(task) && !inner.queue.contains(&task) {
                    inner.queue.push_back(task);
                }
            }
            inner.queue.clone()
        });
        let next = next.unwrap_or_default();
        if running.is_some() {
            self.waiting.set(next.len());
        } else {
            self.start(next);
        }
    }

    /// Measures what is shown once more, before anything else.
    pub fn repeat(&self) {
        let (running, rest) = self.stop();
        let shown = self.shown_tasks();
        let rest = running.into_iter().chain(rest).filter(|task| !shown.contains(task));
        self.start(shown.into_iter().chain(rest).collect());
    }

    /// The tasks whose results are shown.
    fn shown_tasks(&self) -> [Task; 3] {
        let case = Task::Case(self.case.get_untracked(), self.size.get_untracked());
        [case, Task::Boundary, Task::Start]
    }

    /// Cancels the running task and the queue.
    pub fn cancel(&self) {
        self.inner.update_value(|inner| inner.is_requested = false);
        if self.stop().0.is_some() {
            self.message.set("Cancelled".to_owned());
        }
    }

    /// Tells the worker whether the page is hidden.
    pub fn set_hidden(&self, hidden: bool) {
        self.inner.with_value(|inner| inner.worker.iter().for_each(|worker| worker.set_hidden(hidden)));
    }

    /// Terminates the worker. Returns its task and the queue.
    fn stop(&self) -> (Option<Task>, VecDeque<Task>) {
        let next = self.inner.try_update_value(|inner| {
            inner.generation += 1;
            inner.worker = None;
            std::mem::take(&mut inner.queue)
        });
        let running = self.running_task();
        self.running.set(None);
        (running, next.unwrap_or_default())
    }

    fn running_task(&self) -> Option<Task> {
        self.running.get_untracked().map(|(task, _)| task)
    }

    /// Starts a worker for the first of these tasks.
    fn start(&self, mut tasks: VecDeque<Task>) {
        let Some(task) = tasks.pop_front() else {
            self.inner.update_value(|inner| inner.is_requested = false);
            return;
        };
        self.waiting.set(tasks.len());
        let generation = self.inner.try_update_value(|inner| {
            inner.queue = tasks;
            inner.generation += 1;
            inner.generation
        });
        self.running.set(Some((task, 0.0)));
        self.report.update(|report| {
            let name = name(task);
            report.failures.retain(|failure| !failure.starts_with(&name));
            // These results arrive one by one.
            match task {
                Task::Stacks => report.stacks.clear(),
                Task::Filters => report.filters.clear(),
                _ => {}
            }
        });
        let bench = *self;
        let on_event = move |event| {
            // Not inside the worker's own closure, which is dropped with the worker.
            spawn_local(async move {
                if bench.inner.with_value(|inner| Some(inner.generation) == generation) {
                    bench.on_event(task, event);
                }
            });
        };
        match MeasuringWorker::start(task, files(), on_event) {
            Ok(worker) => self.inner.update_value(|inner| inner.worker = Some(worker)),
            Err(_) => self.on_event(task, Err("The measuring worker could not be started.".to_owned())),
        }
    }

    fn on_event(&self, task: Task, event: Result<MeasureEvent, String>) {
        let put = |change: &dyn Fn(&mut Report)| self.report.update(change);
        match event {
            Ok(MeasureEvent::Ready) => {}
            Ok(MeasureEvent::Progress(done)) => self.running.set(Some((task, done))),
            Ok(MeasureEvent::TimerUs(timer_us)) => put(&|report| report.machine.timer_us = timer_us),
            Ok(MeasureEvent::Case(result)) => put(&|report| report.put(result.clone())),
            Ok(MeasureEvent::Boundary(found)) => put(&|report| report.boundary = Some(found.clone())),
            Ok(MeasureEvent::Start(found)) => put(&|report| report.start = Some(found.clone())),
            Ok(MeasureEvent::Stack(time)) => put(&|report| report.stacks.push(time.clone())),
            Ok(MeasureEvent::Filter(time)) => put(&|report| report.filters.push(time.clone())),
            Ok(MeasureEvent::Done) => self.start_next(),
            Err(error) => {
                let failure = format!("{} could not be measured: {error}", name(task));
                put(&|report| report.failures.push(failure.clone()));
                self.start_next();
            }
        }
    }

    /// Starts the next task, or sets the message that all is done.
    fn start_next(&self) {
        let (_, next) = self.stop();
        let has_all = self.report.with_untracked(|report| report.failures.is_empty());
        self.message.set(if has_all { MEASURED } else { NOT_ALL }.to_owned());
        self.start(next);
    }

    fn is_missing(&self, task: Task) -> bool {
        self.report.with_untracked(|report| match task {
            Task::Case(case, size) => report.case(case, size).is_none(),
            Task::Boundary => report.boundary.is_none(),
            Task::Start => report.start.is_none(),
            // After a cancelled task only some of these are there.
            Task::Stacks => {
                report.stacks.len()
                    < STACK_CASES.iter().filter(|wanted| steps(wanted.stack).is_some()).count()
            }
            Task::Filters => report.filters.len() < registry().count(),
        })
    }
}

/// The name of a task, as messages give it.
pub fn name(task: Task) -> String {
    match task {
        Task::Case(case, size) => format!("{}, {} megapixels", case.name(), size.name()),
        Task::Boundary => "The boundary".to_owned(),
        Task::Start => "The start of the worker".to_owned(),
        Task::Stacks => "Stacks in copies of memory".to_owned(),
        Task::Filters => "Every filter".to_owned(),
    }
}

/// Where the files are.
pub fn files() -> Files {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let base = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    Files {
        benchmark: format!("{base}/{}", folder("benchmark")),
        worker: format!("{base}/{}", folder("worker")),
    }
}

/// The folder of a program, as the page names it.
fn folder(program: &str) -> String {
    let meta = document().query_selector(&format!("meta[name=safelight-{program}]")).ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

fn this_machine() -> Machine {
    let navigator = window().navigator();
    let (browser, system) = user_agent::of_user_agent(&navigator.user_agent().unwrap_or_default());
    let date = js_sys::Date::new_0().to_iso_string();
    Machine {
        browser,
        system,
        threads: navigator.hardware_concurrency() as u32,
        timer_us: 0.0,
        build: build(),
        date: date.as_string().unwrap_or_default().chars().take(10).collect(),
    }
}

/// The version, and the first letters of what the benchmark's folder is named by.
fn build() -> String {
    let hash: String = folder("benchmark").trim_start_matches("benchmark-").chars().take(8).collect();
    format!("{} ({hash})", env!("CARGO_PKG_VERSION"))
}
