// Reads the exports and citations of a corpus with the libraries that other programs read them with,
// and holds what they understand against the corpus. Run it as README.md says.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const folder = path.resolve(process.argv[2]);
const file = (name) => fs.readFileSync(path.join(folder, name), "utf8");
const corpus = JSON.parse(file("corpus.json"));
// The libraries are looked for where the run was started, not beside this file.
const require = createRequire(path.join(process.cwd(), "index.js"));

/** Year, month and day of a plain EDTF value, and of the two ends of an interval of such. */
const plain = (edtf) => {
  const ends = edtf.replace(/[~?%]/g, "").split("/").map((end) => /^(-?\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?$/.exec(end));
  return ends.every(Boolean) ? ends.map((end) => end.slice(1).filter(Boolean).map(Number)) : null;
};
const one = (text) => text.trim().replace(/\s+/g, " ");

async function citations() {
  const { Cite, plugins } = require("@citation-js/core");
  for (const name of ["csl", "bibtex", "ris"]) require(`@citation-js/plugin-${name}`);
  for (const name of ["CSL-JSON.json", "BibTeX.bib", "RIS.ris"]) {
    const text = file(`cite-${name}`);
    const entries = name.endsWith("ris") ? ris(text) : (await Cite.async(text)).data;
    assert.equal(entries.length, corpus.documents.length, name);
    entries.forEach((entry, index) => {
      const document = corpus.documents[index];
      assert.equal(one(entry.title), one(document.title), name);
      assert.equal(entry.author?.length ?? 0, document.authors.length, name);
      const date = document.issued && plain(document.issued);
      if (date) assert.deepEqual(entry.issued["date-parts"][0].map(Number), date[0], `${name} ${document.issued}`);
      assert.match(JSON.stringify(entry), new RegExp(document.sha256), name);
    });
  }
  assert.ok(plugins.list().includes("@csl"));
  const apa = new Cite(JSON.parse(file("cite-CSL-JSON.json"))).format("bibliography", { template: "apa" });
  // The style chooses its own quotation marks and apostrophes.
  const words = (text) => text.normalize().match(/[\p{L}\p{N}]+/gu) ?? [];
  const cited = new Set(words(apa.replaceAll("&amp;", "&")));
  corpus.documents.forEach(({ title }) => assert.deepEqual(words(title).filter((word) => !cited.has(word)), []));
}

/** RIS as its specification reads, since the library only writes it. */
function ris(text) {
  const records = text.split("ER  - \r\n").slice(0, -1);
  return records.map((record) => {
    const lines = record.split("\r\n").filter(Boolean).map((line) => {
      assert.match(line, /^[A-Z][A-Z0-9] {2}- ./);
      return [line.slice(0, 2), line.slice(6)];
    });
    assert.equal(lines[0][0], "TY");
    const all = (tag) => lines.filter(([name]) => name === tag).map(([, value]) => value);
    const date = all("DA")[0]?.split("/").filter(Boolean).map(Number);
    return { title: all("TI")[0], author: all("AU"), issued: { "date-parts": [date] }, note: all("N1") };
  });
}

function calendar() {
  const { default: library } = { default: require("ical.js") };
  const ICAL = library.default ?? library;
  const component = new ICAL.Component(ICAL.parse(file("events.ics")));
  const events = component.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  // The format writes years of four digits.
  const year = (day) => Number(/^-?\d+/.exec(day)[0]);
  const fits = ({ first_day: first, last_day: last }) => year(first ?? last) > 0 && year(last ?? first) < 9999;
  const expected = JSON.parse(file("events.json")).events.filter(fits);
  assert.equal(events.length, expected.length);
  events.forEach((event, index) => {
    const { date, title } = expected[index];
    assert.equal(event.summary, title.trimEnd());
    assert.equal(event.component.getFirstPropertyValue("x-dateline-edtf"), date);
    assert.ok(event.startDate.isDate && event.endDate.isDate);
    assert.ok(event.endDate.compare(event.startDate) > 0);
    const day = /^\d{4}-\d\d-\d\d$/.test(date);
    if (day) assert.equal(event.startDate.toString(), date);
    if (day) assert.equal(event.duration.toSeconds(), 86_400);
  });
}

function tables() {
  const parse = require("papaparse").parse;
  const rows = (name) => {
    const { data, errors } = parse(file(name), { header: true, skipEmptyLines: true });
    assert.deepEqual(errors, [], name);
    return data;
  };
  const events = rows("events.csv");
  assert.equal(events.length, corpus.events.length);
  events.forEach((row, index) => {
    // An apostrophe leads what a spreadsheet would reckon with, such as a year before the common era.
    const harmless = (value) => (/^[-+=@](?!\d+$)/.test(value) ? `'${value}` : value);
    assert.equal(row.edtf, harmless(corpus.events[index].date));
    assert.equal(row.title, harmless(corpus.events[index].title));
    Object.values(row).forEach((cell) => assert.doesNotMatch(cell, /^[=+@\t]/));
  });
  const timeline = rows("events.timeline.csv");
  assert.equal(timeline.length, corpus.events.length + 1);
  assert.equal(timeline[0].Type, "title");
  timeline.slice(1).forEach((row, index) => {
    const date = plain(corpus.events[index].date);
    if (date) assert.deepEqual([row.Year, row.Month, row.Day].filter(Boolean).map(Number), date[0]);
  });
}

function exported() {
  const { events } = JSON.parse(file("events.json"));
  assert.deepEqual(events.map((event) => event.date), corpus.events.map((event) => event.date));
  const documents = new Map(corpus.documents.map((document) => [document.id, document]));
  for (const report of events.flatMap((event) => event.reports)) {
    const text = Buffer.from(documents.get(report.document).text);
    assert.equal(report.sentence, one(text.subarray(...report.span).toString()));
  }
}

/** TimelineJS itself, in a browser: a slide for each event and the title, each with its words. */
function timeline() {
  const library = path.dirname(require.resolve("@knight-lab/timelinejs/dist/js/timeline.js"));
  const page = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "timeline-")), "page.html");
  // Not in an attribute or an inline object: no text of the events is read as HTML here.
  const data = file("events.timeline.json").replaceAll("<", "\\u003c");
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><div id="line" style="height:600px"></div>
    <script src="file://${library}/timeline.js"></script>
    <script>const errors = [];
      onerror = (message) => errors.push(message);
      const line = new TL.Timeline("line", ${data}, { font: null });
      setTimeout(() => {
        document.title = JSON.stringify({ errors, slides: document.querySelectorAll(".tl-slide").length,
          markers: document.querySelectorAll(".tl-timemarker").length,
          dates: [...document.querySelectorAll(".tl-headline-date")].map((date) => date.textContent) });
      }, 4000);</script>`);
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=8000", `--user-data-dir=${page}.profile`];
  const dom = execFileSync(process.env.CHROMIUM, [...options, "--dump-dom", `file://${page}`], { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const seen = JSON.parse(/<title>(.*?)<\/title>/s.exec(dom.toString())[1].replaceAll("&amp;", "&"));
  assert.deepEqual(seen.errors, []);
  assert.equal(seen.slides, corpus.events.length + 1);
  assert.equal(seen.markers, corpus.events.length);
  const words = JSON.parse(file("events.json")).events.map((event) => event.date_in_words);
  assert.deepEqual([...new Set(seen.dates.filter(Boolean))].sort(), [...new Set(words)].sort());
}

for (const check of [citations, calendar, tables, exported, timeline]) {
  if (check === timeline && !process.env.CHROMIUM) {
    console.log("timeline: skipped, CHROMIUM names no browser");
    continue;
  }
  await check();
  console.log(`${check.name}: read and the same`);
}
