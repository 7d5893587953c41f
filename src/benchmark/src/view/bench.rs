//! What the view knows: what is chosen, what was measured, what is being measured and what comes next.

use std::collections::VecDeque;

use leptos::{html::H1, prelude::*, task::spawn_local};
use safelight_benchmark::format::{MEASURED, NOT_ALL};
use safelight_benchmark::{Machine, Report, Size, WANTED, Work, registry, steps, user_agent};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::worker::Measuring;
use crate::messages::{Files, News, Order};

/// A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Bench {
    /// Which work is shown.
    pub work: RwSignal<Work>,
    /// On which size.
    pub size: RwSignal<Size>,
    /// Whether as a table of numbers.
    pub as_table: RwSignal<bool>,
    /// What was measured.
    pub report: RwSignal<Report>,
    /// What is being measured, and how far that is.
    pub running: RwSignal<Option<(Order, f64)>>,
    /// How many more come after that.
    pub to_follow: RwSignal<usize>,
    /// What was done last, or what went wrong.
    pub said: RwSignal<String>,
    /// The words of the way back.
    pub way_back: RwSignal<&'static str>,
    /// The title, which takes the focus.
    pub title: NodeRef<H1>,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    worker: Option<Measuring>,
    next: VecDeque<Order>,
    /// Whether somebody asked for more than what is shown.
    is_asked: bool,
    /// Counts the workers, so that nobody listens to one that was ended.
    generation: u32,
    /// The title that the page had before.
    page_title: Option<String>,
}

/// The button that leads here, in the editor or in the empty room.
const WAY_HERE: &str = "#open-more, .landing .btn.link";

impl Bench {
    /// Nothing measured yet.
    pub fn new() -> Self {
        Self {
            work: RwSignal::new(Work::Sepia),
            size: RwSignal::new(Size::Two),
            as_table: RwSignal::new(false),
            report: RwSignal::new(Report { machine: this_machine(), ..Report::default() }),
            running: RwSignal::new(None),
            to_follow: RwSignal::new(0),
            said: RwSignal::new(String::new()),
            way_back: RwSignal::new("Back"),
            title: NodeRef::new(),
            inner: StoredValue::new_local(Inner::default()),
        }
    }

    /// Somebody comes here.
    pub fn enter(&self) {
        self.inner.update_value(|inner| inner.page_title = Some(document().title()));
        let has_photo = document().get_element_by_id("canvas").is_some();
        self.way_back.set(if has_photo { "Back to the photo" } else { "Back" });
        document().set_title("Benchmark – Safelight");
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(title) = self.title.get_untracked() {
            // Focus fails only where there is none to give.
            let _ = title.focus();
        }
        self.add(self.shown().into_iter().filter(|order| self.is_missing(*order)));
    }

    /// Somebody leaves. Nothing goes on: what is measured beside other work means nothing.
    pub fn exit(&self) {
        self.cancel();
        if let Some(title) = self.inner.try_update_value(|inner| inner.page_title.take()).flatten() {
            document().set_title(&title);
            // The browser has taken the focus from the button that led here.
            let button = document().query_selector(WAY_HERE).ok().flatten();
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                // Focus fails only where there is none to give.
                let _ = button.focus();
            }
        }
    }

    /// Shows a work on a size, and measures it if it has not been.
    pub fn choose(&self, work: Work, size: Size) {
        self.work.set(work);
        self.size.set(size);
        let order = Order::Cell(work, size);
        if self.is_missing(order) && self.running_order() != Some(order) {
            let is_asked = self.inner.with_value(|inner| inner.is_asked);
            let (running, rest) = self.stop();
            // Another cell that is being measured was looked at, and is not any more.
            let stays = |next: &Order| *next != order && (is_asked || !matches!(next, Order::Cell(..)));
            let rest = running.into_iter().chain(rest).filter(stays);
            self.begin([order].into_iter().chain(rest).collect());
        }
    }

    /// Measures those of these that have not been; if all have been, once more. What is being measured comes first.
    pub fn measure(&self, orders: &[Order]) {
        let is_all_there = !orders.iter().any(|order| self.is_missing(*order));
        self.inner.update_value(|inner| inner.is_asked = true);
        self.add(orders.iter().copied().filter(|order| is_all_there || self.is_missing(*order)));
    }

    /// Measures these after what is being measured.
    fn add(&self, orders: impl Iterator<Item = Order>) {
        let running = self.running_order();
        let next = self.inner.try_update_value(|inner| {
            for order in orders {
                if running != Some(order) && !inner.next.contains(&order) {
                    inner.next.push_back(order);
                }
            }
            inner.next.clone()
        });
        let next = next.unwrap_or_default();
        if running.is_some() {
            self.to_follow.set(next.len());
        } else {
            self.begin(next);
        }
    }

    /// Measures what is shown once more, before anything else.
    pub fn again(&self) {
        let (running, rest) = self.stop();
        let shown = self.shown();
        let rest = running.into_iter().chain(rest).filter(|order| !shown.contains(order));
        self.begin(shown.into_iter().chain(rest).collect());
    }

    /// What is on the page without anybody asking for more.
    fn shown(&self) -> [Order; 3] {
        let cell = Order::Cell(self.work.get_untracked(), self.size.get_untracked());
        [cell, Order::Boundary, Order::Start]
    }

    /// Gives up what is being measured, and all that would follow.
    pub fn cancel(&self) {
        self.inner.update_value(|inner| inner.is_asked = false);
        if self.stop().0.is_some() {
            self.said.set("Cancelled".to_owned());
        }
    }

    /// Hears whether the page is hidden.
    pub fn set_hidden(&self, hidden: bool) {
        self.inner.with_value(|inner| inner.worker.iter().for_each(|worker| worker.set_hidden(hidden)));
    }

    /// Ends the worker; what it was doing, and what would have followed.
    fn stop(&self) -> (Option<Order>, VecDeque<Order>) {
        let next = self.inner.try_update_value(|inner| {
            inner.generation += 1;
            inner.worker = None;
            std::mem::take(&mut inner.next)
        });
        let running = self.running_order();
        self.running.set(None);
        (running, next.unwrap_or_default())
    }

    fn running_order(&self) -> Option<Order> {
        self.running.get_untracked().map(|(order, _)| order)
    }

    /// Starts a worker for the first of these.
    fn begin(&self, mut orders: VecDeque<Order>) {
        let Some(order) = orders.pop_front() else {
            self.inner.update_value(|inner| inner.is_asked = false);
            return;
        };
        self.to_follow.set(orders.len());
        let generation = self.inner.try_update_value(|inner| {
            inner.next = orders;
            inner.generation += 1;
            inner.generation
        });
        self.running.set(Some((order, 0.0)));
        self.report.update(|report| {
            let name = name(order);
            report.failures.retain(|failure| !failure.starts_with(&name));
            // These two come one by one.
            match order {
                Order::Stacks => report.stacks.clear(),
                Order::Filters => report.filters.clear(),
                _ => {}
            }
        });
        let bench = *self;
        let hear = move |news| {
            // Not from inside the worker's own closure, which goes with it.
            spawn_local(async move {
                if bench.inner.with_value(|inner| Some(inner.generation) == generation) {
                    bench.hear(order, news);
                }
            });
        };
        match Measuring::start(order, files(), hear) {
            Ok(worker) => self.inner.update_value(|inner| inner.worker = Some(worker)),
            Err(_) => self.hear(order, Err("The measuring worker could not be started.".to_owned())),
        }
    }

    fn hear(&self, order: Order, news: Result<News, String>) {
        let put = |change: &dyn Fn(&mut Report)| self.report.update(change);
        match news {
            Ok(News::Ready) => {}
            Ok(News::Progress(done)) => self.running.set(Some((order, done))),
            Ok(News::TimerUs(timer_us)) => put(&|report| report.machine.timer_us = timer_us),
            Ok(News::Cell(cell)) => put(&|report| report.put(cell.clone())),
            Ok(News::Boundary(found)) => put(&|report| report.boundary = Some(found.clone())),
            Ok(News::Start(found)) => put(&|report| report.start = Some(found.clone())),
            Ok(News::Stack(speed)) => put(&|report| report.stacks.push(speed.clone())),
            Ok(News::Filter(speed)) => put(&|report| report.filters.push(speed.clone())),
            Ok(News::Done) => self.go_on(),
            Err(error) => {
                let failure = format!("{} could not be measured: {error}", name(order));
                put(&|report| report.failures.push(failure.clone()));
                self.go_on();
            }
        }
    }

    /// Takes the next order, or says that there is none.
    fn go_on(&self) {
        let (_, next) = self.stop();
        let has_all = self.report.with_untracked(|report| report.failures.is_empty());
        self.said.set(if has_all { MEASURED } else { NOT_ALL }.to_owned());
        self.begin(next);
    }

    fn is_missing(&self, order: Order) -> bool {
        self.report.with_untracked(|report| match order {
            Order::Cell(work, size) => report.cell(work, size).is_none(),
            Order::Boundary => report.boundary.is_none(),
            Order::Start => report.start.is_none(),
            // Cancelled in the middle, some of these are there.
            Order::Stacks => {
                report.stacks.len() < WANTED.iter().filter(|wanted| steps(wanted.stack).is_some()).count()
            }
            Order::Filters => report.filters.len() < registry().count(),
        })
    }
}

/// What is measured, in words.
pub fn name(order: Order) -> String {
    match order {
        Order::Cell(work, size) => format!("{}, {} megapixels", work.name(), size.name()),
        Order::Boundary => "The boundary".to_owned(),
        Order::Start => "The start of the worker".to_owned(),
        Order::Stacks => "Stacks in copies of memory".to_owned(),
        Order::Filters => "Every filter".to_owned(),
    }
}

/// Where the files lie.
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
