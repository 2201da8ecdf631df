// What the page bench notes in every page: when the first event is there, and what Event Timing says of
// each key. Runs before any script of the page.
window.bench = { first: null, keys: new Map() };
new MutationObserver((_, observer) => {
  if (document.querySelector("#list li[data-event], .vis-item")) {
    window.bench.first = performance.now();
    observer.disconnect();
  }
}).observe(document, { childList: true, subtree: true });
// An event of less than 16 ms makes no entry.
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) {
    if (interactionId) {
      const known = window.bench.keys.get(interactionId) ?? 0;
      window.bench.keys.set(interactionId, Math.max(known, duration));
    }
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });
// The times between frames while `step` is called once in each, for so many frames or ten seconds.
window.bench.frames = (count, step) =>
  new Promise((done, failed) => {
    const times = [];
    const start = performance.now();
    let before = null;
    const frame = (now) => {
      if (before !== null) times.push(now - before);
      before = now;
      if (times.length >= count || now - start > 10000) return done(times);
      try {
        step(times.length);
      } catch (error) {
        return failed(`${error}`);
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
