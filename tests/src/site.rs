//! The built page as its readers meet it: served, as a file, in somebody else's frame.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};

use crate::run::Options;
use crate::server::{Server, Settings};

/// A way of opening the explorer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// From a server, under a path and not at its root.
    Http,
    /// The single file, by double click.
    File,
    /// The hosted page in a frame of a page from elsewhere.
    Frame,
    /// The single file in a frame that may run scripts and nothing else.
    Sandbox,
    /// The hosted page again, after one visit, with the server gone.
    Offline,
}

impl Way {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 5] = [Self::Http, Self::File, Self::Frame, Self::Sandbox, Self::Offline];

    /// The name in options and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::File => "file",
            Self::Frame => "frame",
            Self::Sandbox => "sandbox",
            Self::Offline => "offline",
        }
    }

    /// Whether the page stands in a frame, whose document must be entered.
    #[must_use]
    pub const fn framed(self) -> bool {
        matches!(self, Self::Frame | Self::Sandbox)
    }
}

/// The servers around one build.
#[derive(Debug)]
pub struct Site {
    /// The build under a sub-path, with no header that lets other origins read it.
    pub own: Server,
    /// The build again, on an origin of its own, for what service workers keep.
    pub kept: Server,
    /// Pages of somebody else, who embeds the explorer.
    pub elsewhere: Server,
    /// Answers for every other host, through the browsers' proxy setting: nothing may come here.
    pub witness: Server,
    dist: PathBuf,
    /// The script of axe-core, when it is installed.
    pub axe: Option<PathBuf>,
    scratch: PathBuf,
    tool: PathBuf,
    count: AtomicU32,
}

impl Site {
    /// Serves the build.
    ///
    /// # Errors
    /// When the build is missing or no port can be had.
    pub fn start(options: &Options) -> Result<Self> {
        let Options { dist, scratch, .. } = options;
        let index = dist.join("index.html");
        ensure!(index.is_file(), "{} is missing: build the page first", index.display());
        let dist = dist.canonicalize()?;
        fs::create_dir_all(scratch)?;
        let scratch = scratch.canonicalize()?;
        let hosts = scratch.join("hosts");
        let nothing = scratch.join("nothing");
        fs::create_dir_all(&hosts)?;
        fs::create_dir_all(&nothing)?;
        let serve = |folder: &Path, prefix: &str| {
            Server::start(Settings {
                folder: folder.to_path_buf(),
                prefix: prefix.to_owned(),
                headers: vec!["cache-control: no-cache".to_owned()],
            })
        };
        Ok(Self {
            own: serve(&dist, "/archive/moscow")?,
            kept: serve(&dist, "/kept")?,
            elsewhere: serve(&hosts, "")?,
            witness: serve(&nothing, "")?,
            dist,
            scratch,
            axe: options.axe.clone(),
            tool: options.tool.clone(),
            count: AtomicU32::new(0),
        })
    }

    /// The address a browser is sent to, for a way and a fragment without its `#`.
    ///
    /// # Errors
    /// When a host page cannot be written.
    pub fn address(&self, way: Way, fragment: &str) -> Result<String> {
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        Ok(match way {
            Way::Http => self.own.url("") + &hash,
            Way::Offline => self.kept.url("") + &hash,
            Way::File => format!("{}{hash}", file_url(&self.single_file())?),
            Way::Frame => self.host("", &(self.own.url("") + &hash))?,
            Way::Sandbox => {
                self.host(" sandbox=\"allow-scripts\"", &(self.own.url("dateline.html") + &hash))?
            }
        })
    }

    /// The single file of the build.
    #[must_use]
    pub fn single_file(&self) -> PathBuf {
        self.dist.join("dateline.html")
    }

    /// The address of the importer beside the page, for the ways that are no frames.
    ///
    /// # Errors
    /// When it has none.
    pub fn importer(&self, way: Way) -> Result<String> {
        match way {
            Way::Http => Ok(self.own.url("import.html")),
            _ => file_url(&self.dist.join("import.html")),
        }
    }

    /// The folder of the build.
    #[must_use]
    pub fn dist(&self) -> &Path {
        &self.dist
    }

    /// Writes a page of another origin with any body and returns its address.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn host_page(&self, body: &str) -> Result<String> {
        let name = format!("host-{}.html", self.number());
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title>\
             <link rel=\"icon\" href=\"data:,\"><style>body{{margin:0}}\
             iframe{{width:100vw;height:95vh;border:0}}</style>\n{body}\n</html>\n"
        );
        fs::write(self.scratch.join("hosts").join(&name), page).context("the host page")?;
        Ok(self.elsewhere.url(&name))
    }

    /// Packs a folder of these files (name and content) with the command, and returns the explorer.
    ///
    /// # Errors
    /// When the command writes none.
    pub fn pack(&self, files: &[(&str, &[u8])]) -> Result<PathBuf> {
        let folder = self.folder(files)?;
        self.pack_folder(&folder, &[])
    }

    /// Writes a folder of these files, by their paths in it and their contents.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn folder(&self, files: &[(&str, &[u8])]) -> Result<PathBuf> {
        let folder = self.scratch(&format!("packed-{}", self.number()))?;
        for (name, content) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
            fs::write(path, content)?;
        }
        Ok(folder)
    }

    /// Packs a folder with the command and these further words, and returns the explorer.
    ///
    /// # Errors
    /// When the command writes none.
    pub fn pack_folder(&self, folder: &Path, further: &[&str]) -> Result<PathBuf> {
        let page = folder.with_extension("html");
        drop(fs::remove_file(&page));
        let mut pack = Command::new(&self.tool);
        pack.arg("pack").arg(folder).args(further).arg("--shell").arg(self.single_file());
        let out = pack.arg("--output").arg(&page).output().context("the command dateline")?;
        let errors = String::from_utf8_lossy(&out.stderr);
        ensure!(page.is_file(), "dateline pack wrote nothing: {errors}");
        Ok(page)
    }

    /// A new empty folder of this name for what a test writes.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn scratch(&self, name: &str) -> Result<PathBuf> {
        let folder = self.scratch.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    fn number(&self) -> u32 {
        self.count.fetch_add(1, Ordering::Relaxed)
    }

    fn host(&self, attributes: &str, src: &str) -> Result<String> {
        let src = src.replace('&', "&amp;").replace('"', "&quot;");
        self.host_page(&format!(
            "<iframe id=\"dateline\" title=\"Dateline\"{attributes} src=\"{src}\"></iframe>"
        ))
    }
}

/// The `file:` address of an absolute path.
///
/// # Errors
/// When the path is not absolute or not UTF-8.
pub(crate) fn file_url(path: &Path) -> Result<String> {
    let path = path.to_str().context("the path is not UTF-8")?;
    ensure!(path.starts_with('/'), "{path} is not absolute");
    let mut url = "file://".to_owned();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            url.push(byte.into());
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    Ok(url)
}
