//! The few lines of script that start the explorer, and what it and they agree on:
//!
//! - `<html data-explorer>` is absent where script cannot run, then `opening`, then `open` or
//!   `failed`. The plain version shows when it is absent or `failed`.
//! - A panic writes what happened, without anything of a document, into `<html data-stopped>` and
//!   sends the window the event `dateline-stopped`; what is shown then is made here, since the page
//!   cannot be trusted to draw any more.
//! - `#app` is where the page mounts; `#plain` holds the plain version, `#plain-why` its reason.
//! - Hosted, `<html data-update="ready">` and the window's event `dateline-update` say that a new
//!   build waits; the event `dateline-activate` sent to the window puts it in place and reloads.

/// What wasm-bindgen calls the function that starts a module.
pub(super) const INIT: &str = "__wbg_init";

/// Run in the head, before anything is drawn, so that the plain version is never seen to vanish.
/// Written in the oldest script there is: it also runs where the explorer cannot. Of what the
/// explorer needs, `light-dark()` came last to Chromium and Safari and popovers to Firefox. A script
/// that is refused, as in a sandbox without the host's leave, tells only by an event.
pub(super) const EARLY: &str = r#"if ("noModule" in document.createElement("script") && typeof WebAssembly === "object" &&
    "popover" in document.documentElement && window.CSS && CSS.supports("color", "light-dark(red, red)")) {
  document.documentElement.setAttribute("data-explorer", "opening");
  addEventListener("error", function (event) {
    if (event.target.localName === "script") document.documentElement.setAttribute("data-explorer", "failed");
  }, true);
}"#;

/// Ends the part of the script that wasm-bindgen wrote.
pub(super) const SEAM: &str = "// Starts the explorer.\n";

/// Around the start: `MODULE` is what the module is made from.
const AROUND: &str = include_str!("start.js");

/// What unpacks the bytes that stand in an element of the page.
const UNPACK: &str = r#"async function unpacked(id) {
  const text = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
"#;

/// The start of the single file: the module stands in the page.
pub(super) fn single() -> String {
    format!("{SEAM}{UNPACK}{}", AROUND.replace("MODULE", "await unpacked(\"dateline-wasm\")"))
}

/// The start of the importer, as a page and as a worker.
pub(super) fn import() -> String {
    format!("{UNPACK}{}", include_str!("import.js"))
}

/// The start of the hosted page: the module is fetched from `module`, and a service worker keeps
/// the page for reading offline, though never in a frame.
pub(super) fn hosted(module: &str) -> String {
    let offline = r#"if (self === top && isSecureContext && "serviceWorker" in navigator) {
  const same = { createScriptURL: (address) => address };
  const policy = self.trustedTypes?.createPolicy("dateline-offline", same) ?? same;
  navigator.serviceWorker.register(policy.createScriptURL("./sw.js")).then((registration) => {
    const watch = (worker) => worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) tell();
    });
    const tell = () => {
      page.dataset.update = "ready";
      dispatchEvent(new Event("dateline-update"));
    };
    if (registration.waiting && navigator.serviceWorker.controller) tell();
    registration.addEventListener("updatefound", () => watch(registration.installing));
    registration.update().catch(() => {});
    addEventListener("dateline-activate", () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      registration.waiting?.postMessage("activate");
    });
  }).catch(() => {});
}
"#;
    let fetched = format!("fetch(new URL(\"./{module}\", import.meta.url))");
    format!("{SEAM}{}{offline}", AROUND.replace("MODULE", &fetched))
}
