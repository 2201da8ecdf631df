// Starts the importer: as the page, or as the worker in which the page has the documents read.
if (typeof document === "undefined") {
  onmessage = ({ data: [module, ...job] }) => {
    onmessage = null;
    wasm_bindgen({ module_or_path: module }).then(() => wasm_bindgen.work(...job))
      // A rejection would be told to nobody; an error is told to the page.
      .catch((error) => setTimeout(() => { throw error; }));
  };
} else if (document.documentElement.dataset.explorer === "opening") start().catch(broken);

async function start() {
  addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && broken(error));
  const module = await WebAssembly.compile(await unpacked("dateline-wasm"));
  globalThis.datelineModule = module;
  await wasm_bindgen({ module_or_path: module });
  document.documentElement.dataset.explorer = "open";
}

// A worker that runs this same script; it is told the module and the job.
function datelineWorker() {
  const script = document.getElementById("dateline-script").textContent;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const same = { createScriptURL: (address) => address };
  datelineWorker.policy ??= self.trustedTypes?.createPolicy("dateline-worker", same) ?? same;
  return new Worker(datelineWorker.policy.createScriptURL(address));
}

// Says so where the page itself has broken, which cannot be trusted to draw any more.
function broken(why) {
  document.documentElement.dataset.explorer = "failed";
  document.documentElement.lang = "en";
  document.documentElement.removeAttribute("dir");
  document.getElementById("app").replaceChildren();
  const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const notice = make("section", "");
  notice.id = "plain-stopped";
  notice.setAttribute("role", "alert");
  const again = make("button", "Start again");
  again.addEventListener("click", () => location.reload());
  notice.append(make("h2", "The importer has stopped because of a mistake in it."),
    make("p", "The documents are where they were; nothing was changed or sent."),
    make("p", String(why).slice(0, 400)), again);
  document.getElementById("plain").prepend(notice);
}
