// Measures the same searches over the same documents in Node: this project's index as WebAssembly,
// and MiniSearch. Arguments: the .wasm file, and the corpus that the native bench wrote.
// MiniSearch is looked for in the current folder's node_modules; without it only ours is measured.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [wasmPath, corpusPath] = process.argv.slice(2);
const bytes = await readFile(corpusPath);
const queries = JSON.parse(await readFile(`${corpusPath}.queries`, "utf8"));

const time = (work) => {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
};
const at = (times, share) => times[Math.round((times.length - 1) * share)].toFixed(2).padStart(7);
const report = (name, run) => {
  for (const [kind, texts] of queries) {
    const times = texts.map((text) => time(() => run(text))[0]).sort((a, b) => a - b);
    const line = `p50 ${at(times, 0.5)} p95 ${at(times, 0.95)} p99 ${at(times, 0.99)} ms`;
    console.log(`${name.padEnd(12)} ${kind.padEnd(12)} ${line}`);
  }
};

const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {});
const wasm = instance.exports;
const encoder = new TextEncoder();
const write = (data) => {
  const place = wasm.room(data.length);
  new Uint8Array(wasm.memory.buffer, place, data.length).set(data);
};
const [decoding, events] = time(() => (write(bytes), wasm.load()));
const [indexing, size] = time(() => wasm.index());
console.log(`ours         ${events} events, decoded in ${decoding.toFixed(0)} ms, ` +
  `indexed in ${indexing.toFixed(0)} ms, index of ${(size / 1e6).toFixed(1)} MB`);
report("ours", (text) => (write(encoder.encode(text)), wasm.search()));

let MiniSearch;
try {
  MiniSearch = createRequire(`${process.cwd()}/`)("minisearch");
} catch {
  console.log("minisearch   not installed here: npm install minisearch");
}
if (MiniSearch) {
  const { documents } = JSON.parse(bytes);
  const options = { fields: ["title", "text"], idField: "id" };
  const mini = new MiniSearch(options);
  const [loading] = time(() => mini.addAll(documents));
  console.log(`minisearch   indexed in ${loading.toFixed(0)} ms`);
  // Phrases and exclusion are not in MiniSearch: there it does less work.
  const run = (text) => mini.search(text.replace(/["-]/g, ""), { prefix: true, combineWith: "AND" });
  report("minisearch", run);
}
