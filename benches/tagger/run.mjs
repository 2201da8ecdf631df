// Measures the tagger as WebAssembly, and chrono-node, on the same texts in the same run.
// Arguments: the .wasm file, then text files or `docs.jsonl` files. chrono-node is looked for in
// the current folder's node_modules; without it only ours is measured.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const [wasmPath, ...files] = process.argv.slice(2);
const texts = [];
for (const file of files) {
  const content = await readFile(file, "utf8");
  if (!file.endsWith(".jsonl")) texts.push(content);
  else texts.push(...content.split("\n").filter(Boolean).map((line) => JSON.parse(line).text));
}
const encoder = new TextEncoder();
const bytes = texts.reduce((sum, text) => sum + encoder.encode(text).length, 0);

const measure = (name, times, run) => {
  // The best time of each text, so that what else the machine does counts as little as can be.
  let found = 0;
  let total = 0;
  for (const text of texts) {
    let best = Infinity;
    let expressions = 0;
    for (let n = 0; n < times; n++) {
      const start = performance.now();
      expressions = run(text);
      best = Math.min(best, performance.now() - start);
    }
    found += expressions;
    total += best;
  }
  const speed = bytes / 1e3 / total;
  console.log(`${name.padEnd(12)} ${bytes} bytes, ${found} expressions, ${speed.toFixed(2)} MB/s`);
  return speed;
};

const module = await readFile(wasmPath);
console.log(`module       ${module.length} bytes, ${gzipSync(module).length} gzipped`);
const { instance } = await WebAssembly.instantiate(module, {});
const wasm = instance.exports;
const ours = measure("wasm", 50, (text) => {
  const data = encoder.encode(text);
  // Making room can grow the memory, so the buffer is looked up after it.
  const place = wasm.room(data.length);
  new Uint8Array(wasm.memory.buffer, place, data.length).set(data);
  return wasm.tag();
});

let chrono;
try {
  chrono = createRequire(`${process.cwd()}/`)("chrono-node");
} catch {
  console.log("chrono-node  not installed here: npm install chrono-node");
}
if (chrono) {
  const day = new Date("1998-03-04T12:00:00Z");
  const theirs = measure("chrono-node", 5, (text) => chrono.parse(text, day).length);
  console.log(`ratio        ${(ours / theirs).toFixed(0)} times chrono-node`);
}
