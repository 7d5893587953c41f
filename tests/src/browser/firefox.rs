//! Firefox without a window.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::json;

use super::driver::Driver;

pub async fn driver(folder: &Path) -> Driver {
    // Its profile, and whatever else it keeps at home, goes with the folder.
    let home = folder.join("profile").display().to_string();
    Driver::start("geckodriver", &["--port={port}"], &[("HOME", &home)]).await
}

pub fn capabilities(folder: &Path) -> Capabilities {
    let options = json!({
        "args": ["-headless", "--width=1280", "--height=800"],
        "prefs": {
            "browser.download.folderList": 2,
            "browser.download.dir": folder.join("downloads"),
            // Its list of downloads would take the focus.
            "browser.download.alwaysOpenPanel": false,
            "browser.helperApps.neverAsk.saveToDisk": "image/png,application/json",
            // Whatever is not ours has no address.
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": 1,
            "network.proxy.no_proxies_on": "127.0.0.1",
        },
    });
    Capabilities::from_iter([
        ("browserName".to_owned(), json!("firefox")),
        ("moz:firefoxOptions".to_owned(), options),
    ])
}
