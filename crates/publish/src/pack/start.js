// Starts the module, and says so when it cannot start or has stopped. Draws nothing else.
const page = document.documentElement;
const spoken = page.lang;
let stopped = false;
addEventListener("dateline-stopped", () => stop(page.dataset.stopped));
for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, (event) => {
  const error = event.error ?? event.reason;
  if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) stop(error);
});
// What is broken is asked nothing more: these come before the page's own listeners.
for (const kind of ["hashchange", "popstate", "keydown", "scroll", "resize", "message", "selectionchange"])
  addEventListener(kind, (event) => stopped && event.stopImmediatePropagation(), true);
if (page.dataset.explorer === "opening") try {
  await __wbg_init({ module_or_path: MODULE });
  if (!stopped) page.dataset.explorer = "open";
} catch (error) {
  stop(error, "The explorer could not start.");
}

// Shows what happened above the plain version. The address stays as it is.
function stop(why, what = "The explorer has stopped because of a mistake in it.") {
  if (stopped) return;
  stopped = true;
  page.dataset.explorer = "failed";
  page.lang = spoken;
  page.removeAttribute("dir");
  document.getElementById("app").replaceChildren();
  const make = (name, text, ...inside) => {
    const element = document.createElement(name);
    element.append(...[text, ...inside].filter(Boolean));
    return element;
  };
  const again = make("button", "Start again");
  again.addEventListener("click", () => location.reload());
  const afresh = make("a", "Open it at its beginning");
  afresh.href = location.href.split("#")[0];
  const report = make("textarea");
  const lines = told(why);
  report.value = lines.join("\n");
  report.rows = 9;
  report.readOnly = true;
  report.setAttribute("aria-label", "The report");
  const copy = make("button", "Copy the report");
  const said = make("span");
  said.setAttribute("role", "status");
  copy.addEventListener("click", async () => {
    report.select();
    const copied = await navigator.clipboard?.writeText(report.value).then(() => true, () => false);
    said.textContent = copied || document.execCommand("copy") ? " Copied." : " It is selected, to be copied by hand.";
  });
  const notice = make("section", "",
    make("h2", what),
    make("p", "", make("code", lines[1])),
    make("p", "The address has not changed. What follows is the plain version, with the same events and documents."),
    make("p", "", again, " ", afresh),
    make("details", "", make("summary", "A report for whoever can mend it"),
      make("p", "It holds nothing of the documents and nothing of what was searched for."),
      report, make("p", "", copy, said)));
  notice.id = "plain-stopped";
  notice.lang = "en";
  notice.dir = "ltr";
  notice.setAttribute("role", "alert");
  document.getElementById("plain").prepend(notice);
  document.getElementById("plain-why").hidden = true;
  scrollTo(0, 0);
}

// What happened, without addresses, which may be paths of the reader's machine, and without values
// of the fragment, which may quote.
function told(why) {
  const parts = location.hash.slice(1).split("&").map((part) => part.match(/^[a-z-]{1,12}(?==)/)?.[0]);
  Error.stackTraceLimit = 40;
  const trace = `${why?.stack}${new Error().stack}`.match(/wasm-function\[\d+\](:0x[0-9a-f]+)?/g) ?? [];
  return [
    document.querySelector("meta[name=generator]").content,
    String(why).replace(/\b[a-z-]+:\/\/\S+/g, "(address)").slice(0, 400),
    `trace: ${trace.slice(0, 20).join(" ")}`,
    `opened: ${location.protocol.slice(0, -1)}${self === top ? "" : ", in a frame"}`,
    `view: ${parts.filter(Boolean).join(" ")}`,
    `window: ${innerWidth} x ${innerHeight}`,
    `browser: ${navigator.userAgent}`,
  ];
}
