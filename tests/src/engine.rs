//! The browser engines: how each is found, started and configured.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::webdriver::Session;

/// The three engines that browsers are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chrome, Edge, Opera, Brave, Samsung Internet.
    Chromium,
    /// Firefox, Tor Browser.
    Firefox,
    /// Safari and everything on iOS; here its GTK port.
    WebKit,
}

/// A running browser with its driver; everything ends when it is dropped.
#[derive(Debug)]
pub struct Browser {
    // Fields drop in this order: the session's end closes the browser before its driver dies.
    session: Session,
    _driver: Process,
    _display: Option<Process>,
}

impl Browser {
    /// The session to drive.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }
}

impl Engine {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in options and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Starts a fresh browser. What it asks of hosts other than this machine goes to the server at
    /// `witness` (host and port), so that the tests see it. `geckodriver` is its path, if known.
    ///
    /// # Errors
    /// Says what is missing or did not start.
    pub fn start(self, witness: &str, geckodriver: Option<&Path>) -> Result<Browser> {
        let port = free_port()?;
        let (mut command, capabilities, display) = match self {
            Self::Chromium => chromium(port, witness)?,
            Self::Firefox => firefox(port, witness, geckodriver)?,
            Self::WebKit => webkit(port, witness)?,
        };
        let driver = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
        wait_for(port)?;
        let session = Session::start(&format!("http://127.0.0.1:{port}"), &capabilities)?;
        Ok(Browser { session, _driver: driver, _display: display })
    }
}

type Plan = (Command, Value, Option<Process>);

fn chromium(port: u16, witness: &str) -> Result<Plan> {
    let binary = first(&["chromium", "chromium-browser", "google-chrome", "chrome"])?;
    let mut driver = Command::new(first(&["chromedriver"])?);
    driver.arg(format!("--port={port}"));
    let mut arguments = vec![
        "--headless=new".to_owned(),
        format!("--proxy-server={witness}"),
        "--window-size=1440,900".to_owned(),
    ];
    let quiet = "--disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --disable-default-apps --disable-extensions \
        --force-color-profile=srgb --hide-scrollbars --lang=en-US";
    arguments.extend(quiet.split_whitespace().map(str::to_owned));
    if is_root() {
        // Chromium refuses its own sandbox to root, as in most containers.
        arguments.push("--no-sandbox".to_owned());
    }
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": binary, "args": arguments },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    Ok((driver, capabilities, None))
}

fn firefox(port: u16, witness: &str, geckodriver: Option<&Path>) -> Result<Plan> {
    let binary = first(&["firefox", "firefox-esr"])?;
    let driver =
        geckodriver.map_or_else(|| first(&["geckodriver"]), |path| Ok(path.to_path_buf()))?;
    let mut driver = Command::new(driver);
    driver.args(["--port", &port.to_string()]);
    // What the browser itself would ask of its makers' hosts.
    let quiet = json!({
        "app.normandy.enabled": false,
        "app.update.enabled": false,
        "browser.newtabpage.enabled": false,
        "browser.safebrowsing.downloads.remote.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.search.geoip.url": "",
        "browser.startup.page": 0,
        "datareporting.healthreport.uploadEnabled": false,
        "dom.push.connection.enabled": false,
        "extensions.getAddons.cache.enabled": false,
        "intl.accept_languages": "en-US",
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "http://127.0.0.1:9/",
        "toolkit.telemetry.enabled": false,
    });
    let capabilities = json!({
        "browserName": "firefox",
        "proxy": { "proxyType": "manual", "httpProxy": witness, "sslProxy": witness },
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless", "--width=1440", "--height=900"],
            "prefs": quiet,
        },
    });
    Ok((driver, capabilities, None))
}

fn webkit(port: u16, witness: &str) -> Result<Plan> {
    let mut driver = Command::new(first(&["WebKitWebDriver"])?);
    let browser = mini_browser().context("WebKit's MiniBrowser is not installed")?;
    let (display, number) = virtual_display()?;
    driver.arg(format!("--port={port}"));
    driver.env("DISPLAY", format!(":{number}")).env_remove("WAYLAND_DISPLAY");
    // No session bus: the browser needs none, and would start one that outlives it.
    driver.envs([("NO_AT_BRIDGE", "1"), ("GTK_A11Y", "none"), ("LANG", "C.UTF-8")]);
    let capabilities = json!({
        "proxy": { "proxyType": "manual", "httpProxy": witness, "sslProxy": witness,
            "noProxy": ["127.0.0.1"] },
        "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
    });
    Ok((driver, capabilities, Some(display)))
}

/// The test browser of WebKitGTK; its folder's name holds the API's version.
fn mini_browser() -> Option<PathBuf> {
    let triple = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    [triple.as_str(), "/usr/lib", "/usr/lib64", "/usr/libexec"].iter().find_map(|lib| {
        ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
            .iter()
            .map(|version| Path::new(lib).join(version).join("MiniBrowser"))
            .find(|path| path.is_file())
    })
}

/// WebKitGTK has no headless mode: an X server in memory, and the number it chose for itself.
fn virtual_display() -> Result<(Process, String)> {
    let mut command = Command::new(first(&["Xvfb"])?);
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let mut process = Process::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let stdout = process.0.stdout.take().context("a piped child has a standard output")?;
    let mut number = String::new();
    BufReader::new(stdout).read_line(&mut number)?;
    Ok((process, number.trim().to_owned()))
}

/// A child process that does not outlive its owner.
#[derive(Debug)]
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_owned();
        Ok(Self(command.stdin(Stdio::null()).spawn().with_context(|| format!("{name:?}"))?))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn first(names: &[&str]) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    for name in names {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        if let Some(found) =
            std::env::split_paths(&path).map(|d| d.join(&file)).find(|p| p.is_file())
        {
            return Ok(found);
        }
    }
    bail!("{} is not installed", names.join(" or "))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn wait_for(port: u16) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if start.elapsed() > Duration::from_secs(20) {
            bail!("the driver does not listen");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
