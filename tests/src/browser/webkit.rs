//! `WebKitGTK` in its own small browser, on a screen and a message bus that nobody sees.

use std::path::{Path, PathBuf};

use fantoccini::wd::Capabilities;
use serde_json::json;

use super::driver::{Driver, Helper};

pub async fn driver(folder: &Path) -> Driver {
    let screen = Helper::start("Xvfb", &["-displayfd", "1", "-screen", "0", "1280x800x24"]).await;
    let bus = Helper::start("dbus-daemon", &["--session", "--nofork", "--print-address"]).await;
    let display = format!(":{}", screen.said);
    let home = folder.join("profile");
    // It asks the desktop where downloads go.
    let settings = home.join(".config");
    std::fs::create_dir_all(&settings).expect("the temporary folder is writable");
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.join("downloads").display());
    std::fs::write(settings.join("user-dirs.dirs"), folders).expect("the temporary folder is writable");
    let (home, settings) = (home.display().to_string(), settings.display().to_string());
    let environment = [
        ("DISPLAY", display.as_str()),
        ("DBUS_SESSION_BUS_ADDRESS", &bus.said),
        ("HOME", &home),
        ("XDG_CONFIG_HOME", &settings),
        // No graphics card, and none is asked for.
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
    ];
    let driver = Driver::start("WebKitWebDriver", &["--port={port}"], &environment).await;
    driver.with([screen, bus])
}

pub fn capabilities() -> Capabilities {
    let options = json!({ "binary": mini_browser(), "args": ["--automation", "--geometry=1280x800"] });
    Capabilities::from_iter([
        ("browserName".to_owned(), json!("MiniBrowser")),
        ("webkitgtk:browserOptions".to_owned(), options),
    ])
}

/// It stands beside the library, not on the PATH.
fn mini_browser() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let found = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|file| file.is_file());
    found.expect("WebKitGTK's MiniBrowser is installed; `cargo xtask test` says what is missing")
}
