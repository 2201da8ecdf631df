//! A static server on loopback that remembers what it was asked for.
//!
//! It serves files of one folder under one prefix, one request a connection. It is for tests and for
//! looking at a build; it knows no ranges, no caching and no TLS.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How a server answers.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// Path under which they stand: empty, or with a leading and no final slash (`/a/b`).
    pub prefix: String,
    /// Header lines added to every answer, without line ends.
    pub headers: Vec<String>,
}

/// One request as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, ...
    pub method: String,
    /// Path and query; an absolute address when the server is used as a proxy.
    pub target: String,
    /// The status it was answered with.
    pub status: u16,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    settings: Mutex<Settings>,
    log: Mutex<Vec<Request>>,
    stopped: AtomicBool,
    down: AtomicBool,
}

impl Server {
    /// Starts a server on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(settings: Settings) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            settings: Mutex::new(settings),
            log: Mutex::default(),
            stopped: AtomicBool::new(false),
            down: AtomicBool::new(false),
        });
        let served = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if served.stopped.load(Ordering::Relaxed) {
                    break;
                }
                if served.down.load(Ordering::Relaxed) {
                    continue;
                }
                let (Ok(stream), served) = (stream, Arc::clone(&served)) else { continue };
                // A browser that goes away early is nothing to report.
                std::thread::spawn(move || drop(answer(&served, stream)));
            }
        });
        Ok(Self { address, shared })
    }

    /// `http://127.0.0.1:PORT`, without a path.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of a file, given by its path in the folder.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{}/{path}", self.origin(), lock(&self.shared.settings).prefix)
    }

    /// Host and port, as a proxy setting wants them.
    #[must_use]
    pub fn authority(&self) -> String {
        self.address.to_string()
    }

    /// Everything asked for since the last call.
    #[must_use]
    pub fn take_log(&self) -> Vec<Request> {
        std::mem::take(&mut *lock(&self.shared.log))
    }

    /// While down, every connection is closed without an answer.
    pub fn set_down(&self, down: bool) {
        self.shared.down.store(down, Ordering::Relaxed);
    }

    /// Serves another folder from now on, under the same address.
    pub fn set_folder(&self, folder: &Path) {
        folder.clone_into(&mut lock(&self.shared.settings).folder);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a connection.
        drop(TcpStream::connect(self.address));
    }
}

fn answer(shared: &Shared, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = first.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };

    let settings = lock(&shared.settings).clone();
    let found = file_of(&settings, target).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let (status, kind, body) = match found {
        Some((body, path)) => ("200 OK", media_type(&path), body),
        None => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
    };
    lock(&shared.log).push(Request {
        method: method.to_owned(),
        target: target.to_owned(),
        status: if status.starts_with("200") { 200 } else { 404 },
    });
    let mut head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n",
        body.len()
    );
    for line in &settings.headers {
        head.push_str(line);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file a request target names; nothing when it is outside prefix or folder.
fn file_of(settings: &Settings, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix(settings.prefix.as_str())?.strip_prefix('/')?;
    let path = percent_decode(path);
    let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
    let inside = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| settings.folder.join(path))
}

fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = (byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A panic in one connection's thread leaves the log as readable as before.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(target: &str, expected: Option<&str>) {
        let settings =
            Settings { folder: "/f".into(), prefix: "/a/b".to_owned(), ..Settings::default() };
        assert_eq!(file_of(&settings, target), expected.map(PathBuf::from), "{target}");
    }

    #[test]
    fn targets_name_files_inside_the_folder_alone() {
        check("/a/b/", Some("/f/index.html"));
        check("/a/b/x.js?v=1#top", Some("/f/x.js"));
        check("/a/b/d%20e/", Some("/f/d e/index.html"));
        check("/a/b", None);
        check("/a/c/x.js", None);
        check("/a/b/../../etc/passwd", None);
        check("/a/b/%2e%2e/x", None);
        check("/a/b//etc/passwd", None);
        check("http://elsewhere.test/a/b/x", None);
    }
}
