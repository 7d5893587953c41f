//! The histogram of what is shown: outlines of the channels over faint fills, the luma as a body; what is clipped.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor, i18n::format, model::histogram::HistogramView, store::Store,
    ui::controls::icon::Icon, ui::controls::toolbar::Toolbar,
};

/// The channels in the order of the counts, by their names in the stylesheet.
const CHANNELS: [&str; 4] = ["red", "green", "blue", "luma"];
/// The body lies under the outlines.
const DRAWN: [usize; 4] = [3, 0, 1, 2];

/// The graph, a button for each channel, and what is clipped on either side.
#[component]
pub fn Histogram() -> impl IntoView {
    let store = expect_context::<Store>();
    let channels = RwSignal::new([true; 4]);
    let counts = store.view.inspection.counts;
    let clipped = move || {
        counts
            .with(|counts| HistogramView::new(counts).map(HistogramView::clipped_percent))
            .unwrap_or_default()
    };
    let outline = move |channel: usize| {
        let shown = channels.get();
        let outline = counts.with(|counts| Some(HistogramView::new(counts)?.path(channel, shown)));
        outline.filter(|_| shown[channel]).unwrap_or_default()
    };
    let status_message = move || {
        let [shadows, highlights] = clipped().map(format::percent_exact);
        let tones = counts
            .with(|counts| HistogramView::new(counts).map(HistogramView::max_count))
            .unwrap_or_default();
        editor().histogram_said.fill([&tones.0.to_string(), &tones.1.to_string(), &shadows, &highlights])
    };
    let paths = DRAWN
        .map(|channel| view! { <path class=CHANNELS[channel] d=move || outline(channel)></path> }.into_any());
    let texts = editor();
    let names = [texts.red, texts.green, texts.blue, texts.luma];
    let toggles = [0, 1, 2, 3].map(|channel| {
        let [letter, name] = names[channel];
        let toggle = move |_| channels.update(|channels| channels[channel] = !channels[channel]);
        view! {
            <button
                class=format!("btn {}", CHANNELS[channel])
                aria-label=name
                title=name
                aria-pressed=move || channels.get()[channel].to_string()
                on:click=toggle
            >
                {letter}
            </button>
        }
        .into_any()
    });
    let clip = move |which: usize, icon: &'static str| {
        let marked = store.view.inspection.clipping[which];
        let share = move || format::percent_exact(clipped()[which]);
        let name = move || {
            let texts = editor();
            [&texts.show_shadows, &texts.show_highlights][which].fill([&share()])
        };
        let meaning = [editor().shadows_mean, editor().highlights_mean][which];
        view! {
            <button
                class="btn"
                class:icon-end=which == 1
                aria-label=name
                title=meaning
                aria-pressed=move || marked.get().to_string()
                on:click=move |_| store.view.inspection.toggle_clipping_of(which)
            >
                <Icon name=icon/>
                <span>{share}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <section class="histogram" aria-labelledby="histogram-heading">
            <h2 class="visually-hidden" id="histogram-heading">{editor().histogram}</h2>
            <svg
                class="plot"
                viewBox="0 0 255 100"
                preserveAspectRatio="none"
                role="img"
                aria-label=status_message
            >
                <path class="grid-lines" d="M63.75 0V100M127.5 0V100M191.25 0V100"></path>
                {paths.into_iter().collect_view()}
            </svg>
            <Toolbar label=editor().histogram class="histogram-toolbar">
                {clip(0, "clip-shadows")}
                <div class="channel-buttons" role="group" aria-label=editor().channels>{toggles.into_iter().collect_view()}</div>
                {clip(1, "clip-highlights")}
            </Toolbar>
        </section>
    }
}
