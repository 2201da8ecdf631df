//! What a test does with the page: look, click, type, wait; and what it may not find afterwards.

use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::site::{Site, Way, file_url};
use crate::webdriver::Session;

/// How long a test waits for what it expects.
const PATIENCE: Duration = Duration::from_secs(20);

/// The notice of an explorer that has stopped, above the plain version.
pub(crate) const STOPPED: &str = "#plain-stopped";

/// The error of a test that cannot be run here, and why.
#[derive(Debug)]
pub struct Skip(pub &'static str);

impl std::fmt::Display for Skip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Skip {}

/// One browser on one way to the page.
#[derive(Debug)]
pub struct Page<'a> {
    /// The browser.
    pub session: &'a Session,
    /// Which engine it is.
    pub engine: Engine,
    /// How the page is opened.
    pub way: Way,
    /// The build and the servers around it.
    pub site: &'a Site,
    /// The address last opened.
    opened: RefCell<String>,
}

impl<'a> Page<'a> {
    /// A browser about to open the page.
    #[must_use]
    pub fn new(session: &'a Session, engine: Engine, way: Way, site: &'a Site) -> Self {
        Self { session, engine, way, site, opened: RefCell::default() }
    }

    /// Opens the page with a fragment (without `#`) and waits until the application has taken over.
    ///
    /// # Errors
    /// When it does not.
    pub fn open(&self, fragment: &str) -> Result<()> {
        self.load(fragment)?;
        self.ready()
    }

    /// Opens the page and does not wait for the application.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub fn load(&self, fragment: &str) -> Result<()> {
        if self.way == Way::Offline {
            self.visit_once()?;
        }
        self.go(&self.site.address(self.way, fragment)?)?;
        if self.way.framed() {
            self.session.enter_frame("#dateline")?;
        }
        Ok(())
    }

    /// Opens any address afresh.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub fn go(&self, address: &str) -> Result<()> {
        self.session.leave_frames()?;
        // A change of the fragment alone would load nothing.
        self.session.open("about:blank")?;
        address.clone_into(&mut self.opened.borrow_mut());
        self.session.open(address)
    }

    /// Opens a packed explorer from the disk and waits until it runs.
    ///
    /// # Errors
    /// When it does not.
    pub fn open_file(&self, file: &Path, fragment: &str) -> Result<()> {
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        self.go(&(file_url(file)? + &hash))?;
        self.ready()
    }

    /// Visits the page with the server up until all is kept, then takes the server down.
    fn visit_once(&self) -> Result<()> {
        self.site.kept.set_down(false);
        self.go(&self.site.address(Way::Offline, "")?)?;
        let kept = "const done = arguments[arguments.length - 1];
            navigator.serviceWorker.ready.then(() => done(true));";
        self.session.script_async(kept, &[]).context("the page was not kept for offline use")?;
        self.site.kept.set_down(true);
        Ok(())
    }

    /// Waits until the application has taken the plain page's place.
    ///
    /// # Errors
    /// When it does not in time.
    pub fn ready(&self) -> Result<()> {
        self.until("the application to start", READY, &[]).map(drop)
    }

    /// Whether the application has taken the plain page's place by now.
    ///
    /// # Errors
    /// When the browser or the frame is gone.
    pub fn is_ready(&self) -> Result<bool> {
        Ok(self.session.script(READY, &[])? == true)
    }

    /// Loads the page again, as it now stands in the address bar.
    ///
    /// # Errors
    /// When it does not come back.
    pub fn reload(&self) -> Result<()> {
        if self.way.framed() {
            // A reader reloads the host page, whose frame starts from the snippet again; what must
            // survive is the frame's own address.
            let fragment = self.fragment()?;
            return self.open(&fragment);
        }
        self.load_again()?;
        self.ready()
    }

    /// Loads the top document again and waits until the old one is gone. The page is asked and not the
    /// driver: WebKit's does not wait, and Firefox's passes the service worker by.
    ///
    /// # Errors
    /// When it stays.
    pub fn load_again(&self) -> Result<()> {
        let reload = "window.datelineBefore = true; setTimeout(() => location.reload());";
        self.session.script(reload, &[])?;
        self.wait("!window.datelineBefore && document.readyState === 'complete'")
    }

    /// The fragment of the page's own address, without `#`.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn fragment(&self) -> Result<String> {
        let hash = self.eval("location.hash")?;
        Ok(hash.as_str().unwrap_or_default().trim_start_matches('#').to_owned())
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// When it throws.
    pub fn eval(&self, expression: &str) -> Result<Value> {
        self.session.script(&format!("return ({expression});"), &[])
    }

    /// Waits until the body of a function returns something true, and returns that.
    ///
    /// # Errors
    /// Names what was waited for, and what was last returned or thrown.
    pub fn until(&self, what: &str, body: &str, arguments: &[Value]) -> Result<Value> {
        let start = Instant::now();
        loop {
            let last = self.session.script(body, arguments);
            match &last {
                Ok(Value::Null | Value::Bool(false)) | Err(_) => {}
                Ok(Value::Number(number)) if number.as_f64() == Some(0.0) => {}
                Ok(Value::String(text)) if text.is_empty() => {}
                Ok(_) => return last,
            }
            if start.elapsed() > PATIENCE {
                return match last {
                    Ok(value) => bail!("waited in vain for {what}; last answer {value}"),
                    Err(error) => Err(error).with_context(|| format!("waited in vain for {what}")),
                };
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Does something and waits until `expression` (JavaScript) has another value than before.
    ///
    /// # Errors
    /// When it cannot be done, or the value stays; names `what` was to come.
    pub fn changes(
        &self,
        what: &str,
        expression: &str,
        act: impl FnOnce() -> Result<()>,
    ) -> Result<()> {
        let before = self.eval(expression)?;
        act()?;
        let body = format!("return ({expression}) !== arguments[0];");
        self.until(what, &body, &[before]).map(drop)
    }

    /// Waits until `expression` (JavaScript) is true.
    ///
    /// # Errors
    /// Names the expression.
    pub fn wait(&self, expression: &str) -> Result<()> {
        self.until(expression, &format!("return Boolean({expression});"), &[]).map(drop)
    }

    /// Waits until an element matches and can be seen.
    ///
    /// # Errors
    /// Names the selector.
    pub fn see(&self, css: &str) -> Result<()> {
        self.until(css, SEEN, &[json!(css)]).map(drop)
    }

    /// Waits for an element and clicks it.
    ///
    /// # Errors
    /// When it does not come, or something lies over it.
    pub fn click(&self, css: &str) -> Result<()> {
        self.see(css)?;
        let element = self.session.find(css)?.with_context(|| format!("{css} went away"))?;
        self.session.click(&element).with_context(|| format!("click on {css}"))
    }

    /// Replaces what is in a field.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn fill(&self, css: &str, text: &str) -> Result<()> {
        self.see(css)?;
        let element = self.session.find(css)?.with_context(|| format!("{css} went away"))?;
        if self.engine == Engine::WebKit && self.way.framed() {
            // Its driver cannot focus what is in a frame of another origin; a click can.
            self.session.click(&element)?;
            self.session.script("document.activeElement.select();", &[])?;
            return text.chars().try_for_each(|letter| self.session.press(&letter.to_string()));
        }
        self.session.clear(&element)?;
        self.session.send_keys(&element, text)
    }

    /// The text of every element that matches, white space as one space.
    ///
    /// # Errors
    /// When the selector is malformed.
    pub fn texts(&self, css: &str) -> Result<Vec<String>> {
        let texts = self.session.script(TEXTS, &[json!(css)])?;
        let texts = texts.as_array().context("texts are a list")?;
        Ok(texts.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect())
    }

    /// The text of the first element that matches.
    ///
    /// # Errors
    /// When none does.
    pub fn text(&self, css: &str) -> Result<String> {
        self.texts(css)?.into_iter().next().with_context(|| format!("nothing matches {css}"))
    }

    /// Makes the visible part of the page so large, in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn viewport(&self, width: u32, height: u32) -> Result<()> {
        if self.engine != Engine::Chromium {
            return self.session.resize(width, height);
        }
        // A window cannot be as narrow as a phone; what it shows can.
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session.devtools("Emulation.setDeviceMetricsOverride", &metrics).map(drop)
    }

    /// What must hold after every test: no complaint in the console, no request to another origin.
    ///
    /// # Errors
    /// Names the first complaint or request.
    pub fn clean(&self) -> Result<()> {
        let outside: Vec<_> = self.site.witness.take_log();
        let outside = outside.iter().find(|asked| !self.browsers_own(&asked.target));
        ensure!(outside.is_none(), "asked of another origin: {outside:?}");
        let stopped = self.eval(&format!("document.querySelector('{STOPPED}') !== null"))?;
        ensure!(stopped == Value::Bool(false), "the explorer has stopped");
        if self.engine != Engine::Chromium {
            return Ok(());
        }
        let console = self.session.chromium_log("browser")?;
        ensure!(console.is_empty(), "in the console: {}", console[0]["message"]);
        for line in self.session.chromium_log("performance")? {
            self.check_request(line["message"].as_str().unwrap_or_default())?;
        }
        Ok(())
    }

    /// Forgets what earlier pages left in logs.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn forget(&self) -> Result<()> {
        drop((self.site.witness.take_log(), self.site.own.take_log()));
        self.session.resize(1440, 1000)?;
        if self.engine == Engine::Chromium {
            self.session.devtools("Emulation.clearDeviceMetricsOverride", &json!({}))?;
            self.session.chromium_log("browser")?;
            self.session.chromium_log("performance")?;
        }
        Ok(())
    }

    /// Checks one event of Chromium's network domain.
    fn check_request(&self, message: &str) -> Result<()> {
        let event: Value = serde_json::from_str(message)?;
        let event = &event["message"];
        if event["method"] != "Network.requestWillBeSent" {
            return Ok(());
        }
        let url = event["params"]["request"]["url"].as_str().unwrap_or_default();
        let opened = self.opened.borrow();
        // On the disk the one file is all there is; the servers of the tests are on this machine.
        let allowed = match opened.split('#').next() {
            Some(file) if file.starts_with("file:") => url == file,
            _ => url.starts_with("http://127.0.0.1:"),
        };
        let local = ["about:", "data:", "blob:"].iter().any(|scheme| url.starts_with(scheme));
        ensure!(allowed || local, "asked for {url}");
        Ok(())
    }

    /// Whether a host is one the browser itself talks to, page or no page.
    fn browsers_own(&self, target: &str) -> bool {
        let hosts: &[&str] = match self.engine {
            Engine::Chromium => &["google.com", "googleapis.com", "gvt1.com"],
            Engine::Firefox => &["mozilla.com", "mozilla.net", "mozilla.org", "firefox.com"],
            Engine::WebKit => &[],
        };
        let host = target.split("://").last().unwrap_or_default();
        let host = host.split(['/', ':']).next().unwrap_or_default();
        hosts.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")))
    }
}

/// The application says so itself once its first drawing is done.
const READY: &str = "return document.documentElement.dataset.explorer === 'open' && Boolean(document.querySelector('h1'));";

const SEEN: &str = "const found = document.querySelector(arguments[0]);
    if (!found) return false;
    const box = found.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(found).visibility === 'visible';";

const TEXTS: &str = "return [...document.querySelectorAll(arguments[0])]
    .map(found => found.textContent.replace(/\\s+/g, ' ').trim());";
