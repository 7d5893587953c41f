//! Every control has an accessible name, and none needs a pointer.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;
use serde_json::{Value, json};

/// Roles whose elements need a name, as the accessibility tree spells them.
const NAMED: [&str; 22] = [
    "button",
    "Canvas",
    "checkbox",
    "combobox",
    "complementary",
    "dialog",
    "graphics-document",
    "image",
    "img",
    "link",
    "listbox",
    "menu",
    "menuitem",
    "option",
    "progressbar",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
    "toolbar",
];

/// Checks that all elements of these roles have a name in the accessibility tree. Returns all roles and names.
pub async fn all_named(page: &Page, state: &str) -> Vec<(String, String)> {
    let tree = page.browser.devtools("Accessibility.getFullAXTree", json!({})).await;
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().trim().to_owned();
    let nodes = tree["nodes"].as_array().into_iter().flatten().filter(|node| node["ignored"] == false);
    let named: Vec<_> = nodes.map(|node| (text(&node["role"]), text(&node["name"]))).collect();
    assert!(named.len() > 5, "the {state} page has a tree: {named:?}");
    let nameless: Vec<_> =
        named.iter().filter(|(role, name)| NAMED.contains(&role.as_str()) && name.is_empty()).collect();
    assert!(
        nameless.is_empty(),
        "on the {state} page there is something without a name: {nameless:?}\n{named:#?}"
    );
    named
}

#[track_caller]
fn assert_has(named: &[(String, String)], roles: &[&str], part: &str) {
    let found = named.iter().any(|(role, name)| roles.contains(&role.as_str()) && name.contains(part));
    assert!(found, "no {roles:?} is named {part:?}: {named:#?}");
}

#[test]
fn everything_that_can_be_used_has_a_name_in_every_state() {
    open_page(Build::Test, async |page| {
        let empty = all_named(page, "empty").await;
        assert_has(&empty, &["button"], "Open photos");
        assert_has(&empty, &["button"], "Try the sample photo");

        let file = photos::png(2400, 1600);
        assert!(page.drag_file_over("hills.png", &file, (640, 400)).await);
        page.wait_for_status("Let go to open 1 photo").await;
        all_named(page, "drop").await;

        assert!(page.drop_file("hills.png", &file, (640, 400)).await);
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &["sepia"]).await;
        let editor = all_named(page, "editor").await;
        assert_has(&editor, &["image", "img", "Canvas"], "hills.png with 1 filter");
        assert_has(&editor, &["switch"], "Sepia");
        assert_has(&editor, &["button"], "Move Sepia; arrow keys change its place");
        assert_has(&editor, &["button"], "Remove Sepia");
        assert_has(&editor, &["button"], "Compare: hold to see the original");
        for name in ["Export", "Add filter", "Fit", "100 %"] {
            assert_has(&editor, &["button"], name);
        }
        assert!(editor.iter().any(|(role, _)| role == "status"), "the status line is one: {editor:#?}");
        assert!(editor.iter().any(|(role, _)| role == "main"), "the photo stands in main");
        assert_has(&editor, &["complementary"], "Develop");

        page.click("button", "Add filter").await;
        page.find("option", "Invert").await;
        let picker = all_named(page, "picker").await;
        assert_has(&picker, &["dialog"], "Add a filter");
        assert_has(&picker, &["combobox", "searchbox"], "Search filters");
        assert_has(&picker, &["option"], "Invert");
        page.press_key(&[], Key::Escape).await;
        page.wait_until_gone("option", "Invert").await;

        page.choose_bytes("letter.png", b"no photo").await;
        page.wait_for_notification("letter.png could not be opened.").await;
        assert_has(&all_named(page, "notice").await, &["button"], "Dismiss");

        page.set_viewport(PHONE).await;
        page.wait_until("narrow page", async || {
            let width = page.canvas().await.ok_or("no canvas")?.box_css[2];
            if width <= 390.0 { Ok(()) } else { Err(format!("the photo is {width} wide")) }
        })
        .await;
        all_named(page, "narrow").await;

        page.inject_fault("hang-open").await;
        page.choose_bytes("slow.png", &file).await;
        page.find("button", "Cancel").await;
        assert_has(&all_named(page, "opening").await, &["progressbar"], "Opening slow.png");
    });
}

/// Presses a key until the element of this name has a visible focus.
async fn walk_to(page: &Page, key: Key, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..40 {
        page.press_key(&[], key).await;
        let focused = page.focused().await;
        if focused == name {
            let seen = page.run("return document.activeElement.matches(':focus-visible')", json!([])).await;
            assert_eq!(seen, true, "the focus on {name:?} can be seen");
            return;
        }
        passed.push(focused);
    }
    panic!("{key:?} never leads to {name:?}, but past {passed:?}");
}

#[test]
fn a_photo_is_opened_filtered_and_saved_without_a_pointer() {
    open_page(Build::Release, needs_no_pointer);
}

pub async fn needs_no_pointer(page: &Page) {
    let mut photo = NativeImage::open(include_bytes!("../../../style/sample.jpg"));
    walk_to(page, Key::Tab, "No photo at hand? Try the sample photo").await;
    page.press_key(&[], Key::Enter).await;
    page.wait_for_canvas(&mut photo, &[]).await;

    walk_to(page, Key::Tab, "Add filter").await;
    page.press_key(&[], Key::Enter).await;
    page.find("option", "Sepia").await;
    page.type_text("sep").await;
    page.wait_until_gone("option", "Invert").await;
    page.press_key(&[], Key::Enter).await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    assert_eq!(page.focused().await, "Strength", "the focus is on the first setting of the new filter");

    page.hold_key('\\').await;
    page.wait_for_canvas(&mut photo, &[]).await;
    page.release_key('\\').await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;

    // On to the toolbar, one tab stop with arrow keys inside.
    walk_to(page, Key::Tab, "Undo: Added Sepia").await;
    walk_to(page, Key::Right, "Export").await;
    let before = page.downloaded();
    page.press_key(&[], Key::Enter).await;
    let (name, bytes) = page.new_download(&before).await;
    assert_eq!(name, "sample-sepia.png");
    assert_eq!(bytes, photo.export_filters(&["sepia"]));
}

#[test]
fn shortcuts_do_what_they_say() {
    open_page(Build::Release, async |page| {
        let file = photos::png(2400, 1600);
        let mut photo = NativeImage::open(&file);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.press_key(&[], '1').await;
        page.wait_until("photo at full size", async || {
            let scale =
                page.last_request("Render").await.ok_or("nothing was asked for")?.view["scale"].clone();
            if scale == 1.0 || scale == 1 { Ok(()) } else { Err(format!("its scale is {scale}")) }
        })
        .await;
        page.press_key(&[], '0').await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.press_key(&[], 'a').await;
        page.click("option", "Invert").await;
        page.wait_for_canvas(&mut photo, &["invert"]).await;
        let before = page.downloaded();
        page.press_key(&[Key::Control], 's').await;
        assert_eq!(page.new_download(&before).await.0, "hills-invert.png");
    });
}
