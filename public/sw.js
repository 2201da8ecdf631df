// Keeps one build of the page for reading offline: exactly the files named here, each held to its
// hash, in a cache of its own. Fetches and keeps nothing else.
const FILES = BUILD_FILES;
// Other collections may stand under the same origin.
const PREFIX = `dateline ${self.registration.scope} `;
const BUILD = `${PREFIX}BUILD_ID`;

const address = (file) => new URL(file, self.registration.scope).href;
const kept = new Map(Object.keys(FILES).map((file) => [address(file), file]));

// A file whose bytes are of another build does not fit its hash, and the old build stays.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(BUILD);
  await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
    const response = await fetch(address(file), { integrity, cache: "no-cache", credentials: "same-origin" });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    // A response that was redirected may not answer a navigation; a copy of it may. Its headers
    // stay, since a host may put a policy there, but the bytes are no longer compressed.
    const headers = new Headers(response.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    await cache.put(address(file), new Response(await response.blob(), { headers }));
  }));
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== BUILD);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  url.search = url.hash = "";
  if (url.href === address("index.html")) url.href = address("./");
  if (event.request.method !== "GET" || !kept.has(url.href)) return;
  event.respondWith((async () => {
    const cache = await caches.open(BUILD);
    return await cache.match(url.href) ?? fetch(event.request);
  })());
});
