//! The few lines of script that start the explorer, and what it and they agree on:
//!
//! - `<html data-explorer>` is absent where script cannot run, then `opening`, then `open` or
//!   `failed`. The plain version shows when it is absent or `failed`; a panic of the running page
//!   sets it to `failed`.
//! - `#app` is where the page mounts; `#plain` holds the plain version, `#plain-why` its reason.
//! - Hosted, `<html data-update="ready">` and the window's event `dateline-update` say that a new
//!   build waits; the event `dateline-activate` sent to the window puts it in place and reloads.

/// What wasm-bindgen calls the function that starts a module.
pub(super) const INIT: &str = "__wbg_init";

/// Run in the head, before anything is drawn, so that the plain version is never seen to vanish.
/// Written in the oldest script there is: it also runs where the explorer cannot. A script that is
/// refused, as in a sandbox without the host's leave, tells only by an event.
pub(super) const EARLY: &str = r#"if ("noModule" in document.createElement("script") && typeof WebAssembly === "object") {
  document.documentElement.setAttribute("data-explorer", "opening");
  addEventListener("error", function (event) {
    if (event.target.localName === "script") document.documentElement.setAttribute("data-explorer", "failed");
  }, true);
}"#;

/// Ends the part of the script that wasm-bindgen wrote.
pub(super) const SEAM: &str = "// Starts the explorer.\n";

const AROUND: &str = r#"const page = document.documentElement;
try {
  await __wbg_init({ module_or_path: MODULE });
  page.dataset.explorer = "open";
} catch (error) {
  page.dataset.explorer = "failed";
  document.getElementById("plain-why").textContent =
    `The explorer could not start in this browser (${error}). This is the plain version.`;
}
"#;

/// The start of the single file: the module stands in the page.
pub(super) fn single() -> String {
    let unpack = r#"async function unpacked() {
  const text = atob(document.getElementById("dateline-wasm").textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
"#;
    format!("{SEAM}{unpack}{}", AROUND.replace("MODULE", "await unpacked()"))
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
