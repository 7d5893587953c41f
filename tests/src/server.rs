//! A static file server for one test, on a port of its own: it serves a folder below a sub-path, logs requests, and can
//! be told to fail.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::{AbortHandle, JoinSet};

/// The path of the page on the server: a page that only works at the root fails its tests.
pub const SUB_PATH: &str = "/some/path/";

/// The script that watches the page from outside.
const SPY: &str = "spy.js";

/// The server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    listening: AbortHandle,
}

/// A request, and how it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The path, from the root.
    pub path: String,
    /// The status of the response.
    pub status: u16,
}

#[derive(Debug)]
struct State {
    folder: PathBuf,
    /// Paths that contain one of these are answered with 404.
    not_found: Mutex<Vec<String>>,
    requests: Mutex<Vec<Request>>,
    /// Parts of paths, and which text is replaced by which in those files.
    replacements: Mutex<Vec<[String; 3]>>,
    /// Whether the page is cross-origin isolated; browsers then give it a finer clock.
    isolated: bool,
}

impl Server {
    /// Serves this folder on a free port of this machine.
    ///
    /// # Errors
    /// When there is no free port.
    pub async fn start(folder: &Path) -> std::io::Result<Self> {
        Self::with(State::new(folder, false)).await
    }

    /// Serves this folder on a free port, with the headers of cross-origin isolation: the page gets a finer clock.
    ///
    /// # Errors
    /// When there is no free port.
    pub async fn start_isolated(folder: &Path) -> std::io::Result<Self> {
        Self::with(State::new(folder, true)).await
    }

    async fn with(state: State) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let state = Arc::new(state);
        let listening = tokio::spawn(listen(listener, Arc::clone(&state))).abort_handle();
        Ok(Self { address, state, listening })
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub fn page(&self) -> String {
        format!("{}{SUB_PATH}", self.origin())
    }

    /// Answers 404 for every path that contains this from now on.
    pub fn respond_404_to(&self, part: &str) {
        lock(&self.state.not_found).push(part.to_owned());
    }

    /// Replaces a text in files whose path contains `part` from now on.
    pub fn replace_text(&self, part: &str, text: &str, by: &str) {
        lock(&self.state.replacements).push([part, text, by].map(str::to_owned));
    }

    /// Serves everything again.
    pub fn resume(&self) {
        lock(&self.state.not_found).clear();
    }

    /// Stops listening and breaks every connection, as a cable that is pulled.
    pub fn shut_down(&self) {
        self.listening.abort();
    }

    /// The requests so far, oldest first.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state.requests).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shut_down();
    }
}

/// A panic while a lock is held fails its own test; what is locked here is never half written.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn listen(listener: TcpListener, state: Arc<State>) {
    // Owned by this task, so that ending it ends its connections too.
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        connections.spawn(async move {
            let answer = service_fn(move |request: hyper::Request<Incoming>| {
                let response = state.answer(request.uri().path());
                async move { Ok::<_, Infallible>(response) }
            });
            // A browser may close a connection in the middle.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

impl State {
    fn new(folder: &Path, isolated: bool) -> Self {
        Self {
            folder: folder.to_owned(),
            not_found: Mutex::default(),
            requests: Mutex::default(),
            replacements: Mutex::default(),
            isolated,
        }
    }

    fn answer(&self, path: &str) -> Response<Full<Bytes>> {
        let is_missing = lock(&self.not_found).iter().any(|part| path.contains(part.as_str()));
        let found = if is_missing { None } else { self.file(path) };
        let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
        if !path.ends_with(SPY) {
            lock(&self.requests).push(Request { path: path.to_owned(), status: status.as_u16() });
        }
        let (kind, body) = found.unwrap_or(("text/plain", b"not found".to_vec()));
        let body = self.with_replacements(path, body);
        let mut response = Response::builder();
        if self.isolated {
            response = response
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Embedder-Policy", "require-corp");
        }
        response
            .status(status)
            .header(CONTENT_TYPE, kind)
            .header(CACHE_CONTROL, "no-store")
            // As on a careful host: a wrong content type fails.
            .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
            // Only scripts of the folder run.
            .header(CONTENT_SECURITY_POLICY, "script-src 'self' 'wasm-unsafe-eval'")
            .body(Full::new(Bytes::from(body)))
            .expect("status and headers are constants")
    }

    fn with_replacements(&self, path: &str, mut body: Vec<u8>) -> Vec<u8> {
        for [part, text, by] in lock(&self.replacements).iter().filter(|[part, ..]| path.contains(part)) {
            let before = String::from_utf8(body).unwrap_or_else(|_| panic!("{part} is text"));
            assert!(before.contains(text), "{path} has no {text:?}");
            body = before.replace(text, by).into_bytes();
        }
        body
    }

    /// The page, and before its own scripts the spy. No standard of drivers brings scripts before those of a page,
    /// so all browsers get it in the same way.
    fn index(&self) -> Option<Vec<u8>> {
        let page = std::fs::read_to_string(self.folder.join("index.html")).ok()?;
        let spy = format!("<head><script src=\"{SUB_PATH}{SPY}\"></script>");
        Some(page.replacen("<head>", &spy, 1).into_bytes())
    }

    fn file(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let inside = path.strip_prefix(SUB_PATH)?;
        match inside {
            "" | "index.html" => return Some((content_type("index.html"), self.index()?)),
            SPY => return Some((content_type(SPY), include_bytes!("../scripts/spy.js").to_vec())),
            _ => {}
        }
        if !Path::new(inside).components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        Some((content_type(inside), std::fs::read(self.folder.join(inside)).ok()?))
    }
}

fn content_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(state: &State, path: &str) -> (u16, String) {
        let response = state.answer(path);
        let kind = response.headers()[CONTENT_TYPE].to_str().unwrap_or_default().to_owned();
        (response.status().as_u16(), kind)
    }

    #[test]
    fn a_folder_is_served_below_the_sub_path_only() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::create_dir(folder.path().join("in")).expect("the folder is writable");
        for file in ["index.html", "a.wasm", "in/b.js"] {
            std::fs::write(folder.path().join(file), file).expect("the folder is writable");
        }
        let state = State::new(folder.path(), false);
        assert_eq!(answers(&state, "/some/path/"), (200, "text/html; charset=utf-8".to_owned()));
        assert_eq!(answers(&state, "/some/path/a.wasm"), (200, "application/wasm".to_owned()));
        assert_eq!(answers(&state, "/some/path/in/b.js"), (200, "text/javascript".to_owned()));
        for outside in ["/", "/a.wasm", "/some/path", "/some/path/../a.wasm", "/some/path//etc/hosts"] {
            assert_eq!(answers(&state, outside).0, 404, "{outside}");
        }
        let requests = lock(&state.requests).clone();
        assert_eq!(requests[1], Request { path: "/some/path/a.wasm".to_owned(), status: 200 });
        assert_eq!(requests.len(), 8);
    }

    #[test]
    fn a_missing_file_is_served_after_resume() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::write(folder.path().join("worker.js"), "").expect("the folder is writable");
        let state = State::new(folder.path(), false);
        lock(&state.not_found).push("work".to_owned());
        assert_eq!(answers(&state, "/some/path/worker.js").0, 404);
        lock(&state.not_found).clear();
        assert_eq!(answers(&state, "/some/path/worker.js").0, 200);
    }

    #[test]
    fn a_text_in_a_file_is_replaced() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::write(folder.path().join("a.js"), "one + one").expect("the folder is writable");
        let state = State::new(folder.path(), false);
        lock(&state.replacements).push(["a.js", "one", "two"].map(str::to_owned));
        assert_eq!(state.with_replacements("/some/path/a.js", b"one + one".to_vec()), b"two + two");
        assert_eq!(state.with_replacements("/some/path/b.js", b"one + one".to_vec()), b"one + one");
    }
}
