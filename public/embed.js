// <dateline-explorer src="dateline.html" height="600|auto" mode theme lang state deep-link="name">
// shows an explorer in a frame that cannot touch the page around it. docs/EMBED.md says more.
customElements.define("dateline-explorer", class extends HTMLElement {
  #frame;
  #stop;

  connectedCallback() {
    const src = new URL(this.getAttribute("src") ?? "", document.baseURI);
    if (!/^(https?|file):$/.test(src.protocol)) return;
    const frame = this.#frame = document.createElement("iframe");
    const height = this.getAttribute("height") ?? "600";
    const own = new URLSearchParams();
    for (const key of ["mode", "theme", "lang"]) if (this.hasAttribute(key)) own.set(key, this.getAttribute(key));
    if (height === "auto") own.set("height", "auto");
    if (location.origin !== "null") own.set("host", location.origin);
    const state = this.#kept() ?? this.getAttribute("state") ?? src.hash.slice(1);
    // Of a key that is there twice the first counts, so the link's own comes before the attributes'.
    src.hash = [state, own].filter(String).join("&");
    frame.title = this.title || "Dateline";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write";
    frame.sandbox = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";
    Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${parseInt(height) || 400}px` });
    frame.src = src;
    // What stands in the element shows only where this script does not run.
    (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(frame);
    this.style.display ||= "block";

    const stop = new AbortController();
    this.#stop = () => stop.abort();
    // In a sandbox the origin is "null": the sender is known by its window.
    addEventListener("message", ({ source, data }) => {
      if (source === frame.contentWindow && data?.dateline === 1) this.#heard(data, height);
    }, { signal: stop.signal });
    addEventListener("hashchange", () => {
      const kept = this.#kept();
      if (kept !== null) this.setState(kept);
    }, { signal: stop.signal });
  }

  disconnectedCallback() {
    this.#stop?.();
    this.#frame?.remove();
  }

  /** Shows the state of a fragment, written as in a link. */
  setState(fragment) { this.#say({ type: "setState", fragment: String(fragment) }); }

  /** Chooses an event, by the id of one of its reports. */
  focusEvent(event) { this.#say({ type: "focus", event: String(event) }); }

  #say(message) { this.#frame?.contentWindow?.postMessage({ dateline: 1, ...message }, "*"); }

  #heard(data, height) {
    if (data.type === "size" && height === "auto" && data.height > 0) {
      this.#frame.style.height = `${Math.min(data.height, 2e4)}px`;
    }
    if (data.type === "state" && this.#key) {
      const parts = this.#parts().filter((part) => !part.startsWith(this.#key));
      if (data.fragment) parts.push(this.#key + encodeURIComponent(data.fragment));
      history.replaceState(history.state, "", `${location.pathname}${location.search}#${parts.join("&")}`);
    }
    this.dispatchEvent(new CustomEvent(`dateline-${data.type}`, { detail: data }));
  }

  get #key() { return this.hasAttribute("deep-link") ? `${this.getAttribute("deep-link") || "dateline"}=` : ""; }

  #parts() { return location.hash.slice(1).split("&").filter(Boolean); }

  /** The state that the address of the page around keeps; null where it keeps none. */
  #kept() {
    const part = this.#key && this.#parts().find((part) => part.startsWith(this.#key));
    try { return part ? decodeURIComponent(part.slice(this.#key.length)) : null; } catch { return null; }
  }
});
