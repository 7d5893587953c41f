//! Chromium without a window.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::json;

use super::driver::Driver;
use super::fonts;

pub async fn driver(folder: &Path) -> Driver {
    let fonts = fonts::configuration(folder).display().to_string();
    Driver::start("chromedriver", &["--port={port}"], &[("FONTCONFIG_FILE", &fonts)]).await
}

pub fn capabilities(folder: &Path) -> Capabilities {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        // By a pipe instead of a port: the browser ends with its driver.
        "--remote-debugging-pipe".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
        // Whatever is not ours has no address.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned(),
        // Containers often have a /dev/shm that is too small for a browser.
        "--disable-dev-shm-usage".to_owned(),
        "--force-device-scale-factor=1".to_owned(),
        "--window-size=1280,800".to_owned(),
        format!("--user-data-dir={}", folder.join("profile").display()),
    ];
    if is_root() {
        // Chromium's sandbox refuses to run as root; what it would guard against is only our own page.
        arguments.push("--no-sandbox".to_owned());
    }
    let options = json!({
        "args": arguments,
        "prefs": {
            "download.default_directory": folder.join("downloads"),
            "download.prompt_for_download": false,
        },
    });
    Capabilities::from_iter([
        ("browserName".to_owned(), json!("chrome")),
        ("goog:chromeOptions".to_owned(), options),
        ("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" })),
    ])
}

fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}
