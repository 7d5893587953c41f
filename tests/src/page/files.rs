//! Files that go to the page and come from it.

use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Locator;
use serde_json::json;

use super::{Page, TIMEOUT};

/// How often the folder of downloads is read.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

impl Page {
    /// Chooses a file with the file input of the “Open photos” button.
    ///
    /// # Panics
    /// When there is no file input.
    pub async fn choose_file(&self, file: &Path) {
        let input = self.browser.client.find(Locator::Css("input[type=file]")).await.expect("a file input");
        input.send_keys(&file.display().to_string()).await.expect("a file can be chosen");
    }

    /// Writes bytes into a file of this name and chooses it.
    pub async fn choose_bytes(&self, name: &str, bytes: &[u8]) {
        self.choose_files(&[(name, bytes)]).await;
    }

    /// Writes bytes into files of these names and chooses all of them at once.
    ///
    /// # Panics
    /// When a file can't be written, or there is no file input.
    pub async fn choose_files(&self, files: &[(&str, &[u8])]) {
        let paths = files.iter().map(|(name, bytes)| {
            let path = self.browser.folder().join(name);
            std::fs::write(&path, bytes).expect("the temporary folder is writable");
            path.display().to_string()
        });
        let paths: Vec<_> = paths.collect();
        let input = self.browser.client.find(Locator::Css("input[type=file]")).await.expect("a file input");
        input.send_keys(&paths.join("\n")).await.expect("files can be chosen");
    }

    /// Drags a file over this position of the page without dropping it; whether the page accepts it.
    pub async fn drag_file_over(&self, name: &str, bytes: &[u8], at: (u32, u32)) -> bool {
        self.dispatch_file("hover", name, bytes, at).await
    }

    /// Drops a file at this position of the page; whether the page accepts it.
    pub async fn drop_file(&self, name: &str, bytes: &[u8], at: (u32, u32)) -> bool {
        self.dispatch_file("drop", name, bytes, at).await
    }

    /// Pastes a file into the focused element; whether the page accepts it.
    pub async fn paste_file(&self, name: &str, bytes: &[u8]) -> bool {
        self.dispatch_file("paste", name, bytes, (0, 0)).await
    }

    async fn dispatch_file(&self, event: &str, name: &str, bytes: &[u8], (x, y): (u32, u32)) -> bool {
        let kind = if bytes.starts_with(&[0xff, 0xd8]) { "image/jpeg" } else { "image/png" };
        let arguments = json!([event, name, kind, BASE64_STANDARD.encode(bytes), x, y]);
        self.run(include_str!("../../scripts/drag_file.js"), arguments).await == true
    }

    /// Exports the photo; the downloaded file's name and bytes.
    pub async fn export(&self) -> (String, Vec<u8>) {
        let before = self.downloaded();
        self.click("button", "Export").await;
        self.new_download(&before).await
    }

    /// Waits for a download that is not among `before`; its name and bytes.
    ///
    /// # Panics
    /// When there is none in time.
    pub async fn new_download(&self, before: &[String]) -> (String, Vec<u8>) {
        let start = Instant::now();
        loop {
            let files = self.downloaded();
            let new: Vec<_> = files.iter().filter(|name| !before.contains(name)).collect();
            if let [name] = new[..]
                && is_named(name)
            {
                let bytes = std::fs::read(self.browser.downloads().join(name)).unwrap_or_default();
                if is_complete(name, &bytes) {
                    return (name.clone(), bytes);
                }
            }
            assert!(start.elapsed() < TIMEOUT, "there is no whole download: {files:?}");
            tokio::time::sleep(POLL_INTERVAL).await;
        }
    }

    /// The names of all downloads of this test so far.
    ///
    /// # Panics
    /// When the folder can't be read.
    pub fn downloaded(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.browser.downloads()).expect("the downloads can be read");
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
    }
}

/// Whether a download has its final name.
fn is_named(download: &str) -> bool {
    let endings = [".crdownload", ".part", ".wkdownload"];
    !download.starts_with('.') && !endings.iter().any(|ending| download.ends_with(ending))
}

/// Whether all bytes of a download are there. Firefox keeps an empty file of the final name until then, and `WebKitGTK`
/// writes into the file of that name: the file's last bytes tell.
fn is_complete(name: &str, bytes: &[u8]) -> bool {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("png") => bytes.ends_with(b"IEND\xaeB`\x82"),
        Some("zip") => bytes.len().checked_sub(22).is_some_and(|end| bytes[end..].starts_with(b"PK\x05\x06")),
        Some("json") => serde_json::from_slice::<serde_json::Value>(bytes).is_ok(),
        _ => !bytes.is_empty(),
    }
}
