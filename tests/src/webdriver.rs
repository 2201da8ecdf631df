//! A client of W3C WebDriver: one browser session over HTTP on loopback.
//!
//! Source: <https://www.w3.org/TR/webdriver2/>. Only the commands the tests use; what a browser can
//! say about itself is asked of it by script.

use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};

/// The key under which an element's reference travels.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the current document.
#[derive(Clone, Debug)]
pub struct Element(String);

/// One browser under control; it is closed when dropped.
#[derive(Debug)]
pub struct Session {
    agent: ureq::Agent,
    base: String,
}

impl Session {
    /// Asks the driver at `address` (`http://HOST:PORT`) for a browser.
    ///
    /// # Errors
    /// When the driver does not answer or refuses the capabilities.
    pub fn start(address: &str, capabilities: &Value) -> Result<Self> {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            // A driver answers at the latest when its own time-outs (30 s for a script) are over.
            .timeout_global(Some(Duration::from_secs(90)))
            .build();
        let mut session = Self { agent: config.into(), base: format!("{address}/session") };
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = session.post("", &body)?;
        let id = answer["sessionId"].as_str().context("the driver named no session")?;
        session.base = format!("{}/{id}", session.base);
        session
            .post("/timeouts", &json!({ "script": 30_000, "pageLoad": 60_000, "implicit": 0 }))?;
        Ok(session)
    }

    /// Opens an address and waits for its `load` event.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub fn open(&self, url: &str) -> Result<()> {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs the body of a function in the current frame; `arguments` is what it was given.
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Runs the body of a function whose last argument is called with its result.
    ///
    /// # Errors
    /// When the script throws or never calls back.
    pub fn script_async(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/async", &json!({ "script": body, "args": arguments }))
    }

    /// The first element that a CSS selector names; nothing when there is none.
    ///
    /// # Errors
    /// When the selector is malformed or the browser is gone.
    pub fn find(&self, css: &str) -> Result<Option<Element>> {
        let found = self.post("/elements", &json!({ "using": "css selector", "value": css }))?;
        Ok(found[0][ELEMENT].as_str().map(|id| Element(id.to_owned())))
    }

    /// The element that has the focus.
    ///
    /// # Errors
    /// When there is none.
    pub fn active(&self) -> Result<Element> {
        let found = self.get("/element/active")?;
        Ok(Element(found[ELEMENT].as_str().context("no element has the focus")?.to_owned()))
    }

    /// Clicks as a person would: at the middle of the element, after scrolling it into view.
    ///
    /// # Errors
    /// When something else would receive the click.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Empties a field.
    ///
    /// # Errors
    /// When it is not a field that can be edited.
    pub fn clear(&self, element: &Element) -> Result<()> {
        self.post(&format!("/element/{}/clear", element.0), &json!({})).map(drop)
    }

    /// Types into an element.
    ///
    /// # Errors
    /// When it cannot take the focus.
    pub fn send_keys(&self, element: &Element, text: &str) -> Result<()> {
        if text.is_empty() {
            // WebKit's driver refuses an empty text.
            return Ok(());
        }
        self.post(&format!("/element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// Presses keys one after the other, wherever the focus is. Modifiers among them (see
    /// [`crate::keys`]) are held to the end.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn press(&self, keys: &str) -> Result<()> {
        let modifier = |key: &char| ('\u{e008}'..='\u{e00a}').contains(key) || *key == '\u{e03d}';
        let mut actions = Vec::new();
        for key in keys.chars() {
            actions.push(json!({ "type": "keyDown", "value": key.to_string() }));
            if !modifier(&key) {
                actions.push(json!({ "type": "keyUp", "value": key.to_string() }));
            }
        }
        let held = keys.chars().filter(modifier);
        actions.extend(held.map(|key| json!({ "type": "keyUp", "value": key.to_string() })));
        self.actions(&json!([{ "type": "key", "id": "keyboard", "actions": actions }]))
    }

    /// Performs input actions.
    ///
    /// # Errors
    /// When they are malformed or point outside the window.
    pub fn actions(&self, actions: &Value) -> Result<()> {
        self.post("/actions", &json!({ "actions": actions })).map(drop)
    }

    /// Goes into the frame that a CSS selector names.
    ///
    /// # Errors
    /// When there is none.
    pub fn enter_frame(&self, css: &str) -> Result<()> {
        let frame = self.find(css)?.with_context(|| format!("no frame {css}"))?;
        self.post("/frame", &json!({ "id": { ELEMENT: frame.0 } })).map(drop)
    }

    /// Goes into the frame element that a script returns, as one in a shadow tree.
    ///
    /// # Errors
    /// When it returns none.
    pub fn enter_found_frame(&self, body: &str) -> Result<()> {
        let frame = self.script(body, &[])?;
        self.post("/frame", &json!({ "id": frame })).map(drop)
    }

    /// Goes back to the top document.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn leave_frames(&self) -> Result<()> {
        self.post("/frame", &json!({ "id": null })).map(drop)
    }

    /// Goes one step back in the history.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn back(&self) -> Result<()> {
        self.post("/back", &json!({})).map(drop)
    }

    /// Goes one step forward in the history.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn forward(&self) -> Result<()> {
        self.post("/forward", &json!({})).map(drop)
    }

    /// Sets the outer size of the window, in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.post("/window/rect", &json!({ "width": width, "height": height })).map(drop)
    }

    /// Handles of all windows and tabs.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn windows(&self) -> Result<Vec<String>> {
        let found = self.get("/window/handles")?;
        let handles = found.as_array().context("window handles are a list")?;
        Ok(handles.iter().filter_map(|handle| handle.as_str().map(str::to_owned)).collect())
    }

    /// Opens a new tab and returns its handle; the old one stays current.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn new_tab(&self) -> Result<String> {
        let made = self.post("/window/new", &json!({ "type": "tab" }))?;
        Ok(made["handle"].as_str().context("the new tab has no handle")?.to_owned())
    }

    /// Makes another window the current one.
    ///
    /// # Errors
    /// When there is no such window.
    pub fn switch(&self, handle: &str) -> Result<()> {
        self.post("/window", &json!({ "handle": handle })).map(drop)
    }

    /// Closes the current window; another one must be switched to.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn close_window(&self) -> Result<()> {
        self.command("DELETE", "/window", None).map(drop)
    }

    /// The visible part of the page as a PNG in base64.
    ///
    /// # Errors
    /// When the browser cannot draw.
    pub fn screenshot(&self) -> Result<String> {
        let picture = self.get("/screenshot")?;
        Ok(picture.as_str().context("a screenshot is a string")?.to_owned())
    }

    /// Lines of a log that Chromium keeps: `browser` or `performance`; each is given out once.
    ///
    /// # Errors
    /// When the driver keeps no such log.
    pub fn chromium_log(&self, kind: &str) -> Result<Vec<Value>> {
        let lines = self.post("/se/log", &json!({ "type": kind }))?;
        Ok(lines.as_array().cloned().unwrap_or_default())
    }

    /// A command of Chromium's developer-tools protocol.
    ///
    /// # Errors
    /// When the browser does not know it.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    fn get(&self, path: &str) -> Result<Value> {
        self.command("GET", path, None)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.command("POST", path, Some(body))
    }

    fn command(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let url = format!("{}{path}", self.base);
        let sent = match (method, body) {
            ("GET", _) => self.agent.get(&url).call(),
            // A browser that hangs must not hold up its own end.
            ("DELETE", _) => {
                let seconds = Some(Duration::from_secs(10));
                self.agent.delete(&url).config().timeout_global(seconds).build().call()
            }
            (_, body) => {
                let body = body.map(Value::to_string).unwrap_or_default();
                self.agent.post(&url).content_type("application/json").send(body)
            }
        };
        let mut answer = sent.map_err(|error| anyhow!("the driver did not answer: {error}"))?;
        // Screenshots of tall pages pass ureq's default of 10 MB.
        let text = answer.body_mut().with_config().limit(64 << 20).read_to_string()?;
        let mut value: Value = serde_json::from_str(&text)
            .with_context(|| format!("the driver answered no JSON to {path}: {text:.200}"))?;
        let value = value["value"].take();
        if !answer.status().is_success() {
            let (kind, message) = (&value["error"], &value["message"]);
            let message = message.as_str().unwrap_or_default().lines().next().unwrap_or_default();
            bail!("{} at {path}: {message}", kind.as_str().unwrap_or("driver error"));
        }
        Ok(value)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The driver's own end closes the browser too.
        drop(self.command("DELETE", "", None));
    }
}
