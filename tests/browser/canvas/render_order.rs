//! Frames appear in the order of their requests, and the newest request wins.

use safelight_recipe::{FilterStep, Recipe};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::photos;
use serde_json::{Value, json};

const STACK: [(&str, &str); 3] = [("Sepia", "sepia"), ("Invert", "invert"), ("Grayscale", "grayscale")];
/// The switches to click, from all on, so that every combination comes once.
const TURNS: [usize; 7] = [0, 1, 0, 2, 0, 1, 0];

#[test]
fn frames_are_shown_in_the_order_in_which_they_were_wanted() {
    open_page(Build::Release, async |page| {
        let file = photos::plain_png(1600, 1200, [190, 120, 40]);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("plain.png", &file).await;
        for (name, _) in STACK {
            page.add_filter(name).await;
        }
        let combinations = combinations();
        let colours: Vec<_> = combinations.iter().map(|on| photo.render_full(on).at(0, 0)).collect();
        for (at, colour) in colours.iter().enumerate() {
            assert!(!colours[..at].contains(colour), "two combinations look alike: {colours:?}");
        }
        for pause_ms in [0, 4, 15, 40] {
            page.wait_for_canvas(&mut photo, &combinations[0]).await;
            let names: Vec<_> = TURNS.iter().map(|turn| STACK[*turn].0).collect();
            let script = "spy.drawn = [];
                const [names, pause] = arguments;
                return (async () => {
                    for (const name of names) {
                        spy.find('switch', name)[0].click();
                        await new Promise((done) => setTimeout(done, pause));
                    }
                })()";
            page.run(script, json!([names, pause_ms])).await;
            page.wait_for_canvas(&mut photo, &combinations[7]).await;
            let drawn = page.run("const drawn = spy.drawn; spy.drawn = null; return drawn", json!([])).await;
            let shown: Vec<_> =
                drawn.as_array().into_iter().flatten().map(|drawn| place(&colours, drawn)).collect();
            assert!(shown.is_sorted(), "an older frame came after a newer one: {shown:?}");
            assert_eq!(shown.last(), Some(&7), "the last change is the one that stays");
            page.click("switch", STACK[2].0).await;
        }
    });
}

#[test]
fn a_burst_of_changes_is_not_rendered_one_by_one() {
    open_page(Build::Release, async |page| {
        let file = photos::png(1600, 1200);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        let renders =
            async || page.worker_requests().await.iter().filter(|sent| sent.kind == "Render").count();
        let before = renders().await;
        page.run(
            "for (let turn = 0; turn < 201; turn += 1) spy.find('switch', 'Sepia')[0].click()",
            json!([]),
        )
        .await;
        page.wait_for_canvas(&mut photo, &[]).await;
        let asked = renders().await - before;
        assert!((1..=10).contains(&asked), "201 changes were rendered {asked} times");
    });
}

#[test]
fn the_last_value_of_a_slider_wins() {
    open_page(Build::Release, async |page| {
        let file = photos::plain_png(1600, 1200, [100, 60, 30]);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("plain.png", &file).await;
        page.add_filter("Brightness").await;
        page.wait_for_canvas(&mut photo, &["brightness"]).await;
        page.find("slider", "Amount").await;
        let script = "spy.drawn = [];
            const slider = spy.find('slider', 'Amount')[0];
            return (async () => {
                for (let value = -90; value <= 60; value += 3) {
                    slider.value = value;
                    slider.dispatchEvent(new Event('input', { bubbles: true }));
                    await new Promise((done) => setTimeout(done, 4));
                }
            })()";
        page.run(script, json!([])).await;
        let mut step = FilterStep::new("brightness");
        step.values.insert("amount".to_owned(), 60.0);
        page.wait_for_recipe(&mut photo, &Recipe::new(vec![step])).await;
        // Later frames are brighter.
        let drawn = page.run("return spy.drawn.map((colour) => colour[0])", json!([])).await;
        let drawn: Vec<_> = drawn.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        assert!(drawn.len() > 1 && drawn.is_sorted(), "an older frame came after a newer one: {drawn:?}");
        assert_eq!(drawn.last(), Some(&160));
    });
}

/// The filters that are on before the first click and after each.
fn combinations() -> Vec<Vec<&'static str>> {
    let mut on = [true; 3];
    let mut all = vec![filters(on)];
    for turn in TURNS {
        on[turn] = !on[turn];
        all.push(filters(on));
    }
    all
}

fn filters(on: [bool; 3]) -> Vec<&'static str> {
    STACK.iter().zip(on).filter_map(|((_, id), on)| on.then_some(*id)).collect()
}

fn place(colours: &[[u8; 4]], drawn: &Value) -> usize {
    let drawn: Vec<_> = drawn.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    let colour = colours
        .iter()
        .position(|colour| colour.iter().map(|value| u64::from(*value)).eq(drawn.iter().copied()));
    colour.unwrap_or_else(|| panic!("{drawn:?} is the colour of no combination; there are {colours:?}"))
}
