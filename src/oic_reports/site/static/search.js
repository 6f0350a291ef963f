// The search page: the question stands in the address, the worker finds, here hits are shown and marked.

import { foldText, listWords, stripClitics } from "./folding.js";

const root = document.body.dataset.root;
const language = document.body.dataset.language;
const form = document.getElementById("search");
const list = document.getElementById("results");
const state = document.getElementById("state");
const more = document.getElementById("more");
const csv = document.getElementById("csv");
const worker = new Worker(new URL("./search_worker.js", import.meta.url), { type: "module" });
const home = new URL(`${root}search/`, location.href).href;
const FIELDS = ["from", "to", "language", "body", "type", "role"];
// results that are shown at once; and all, for a file
const STEP = 25;
const ALL = 1e9;
const numbers = new Intl.NumberFormat(language === "ar" ? "ar-u-nu-latn" : language);
let asked = 0;
let since = 0;
let most = STEP;
let exporting = 0;

function readForm() {
  const given = new FormData(form);
  return { query: String(given.get("q") ?? "").trim(), filters: Object.fromEntries(FIELDS.map((name) => [name, given.get(name) ?? ""])) };
}

function fillForm() {
  const given = new URLSearchParams(location.search);
  for (const name of ["q", ...FIELDS]) form.elements[name].value = given.get(name) ?? "";
}

function writeAddress({ query, filters }, replace) {
  const given = new URLSearchParams(Object.entries({ q: query, ...filters }).filter(([, value]) => value));
  const address = given.size ? `?${given}` : location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  dispatchEvent(new Event("statechanged"));
}

function ask() {
  const wanted = readForm();
  if (!wanted.query && !Object.values(wanted.filters).some(Boolean)) {
    list.replaceChildren();
    state.textContent = "";
    more.hidden = csv.hidden = true;
    asked += 1;
    return;
  }
  asked += 1;
  since = performance.now();
  state.dataset.ended = "false";
  worker.postMessage({ id: asked, most, ...wanted });
  if (!list.children.length) state.textContent = state.dataset.loading;
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? numbers.format(values[name]) : values[name]));

// the words of a text that the question found, marked
function markHits(text, query) {
  const stems = foldText(query).split(" ").filter(Boolean).map(stripClitics);
  const shown = document.createDocumentFragment();
  let at = 0;
  for (const [start, end, word] of listWords(text)) {
    const folded = foldText(word).split(" ");
    if (!stems.some((stem) => folded.some((one) => stripClitics(one).startsWith(stem)))) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    shown.append(text.slice(at, start), mark);
    at = end;
  }
  shown.append(text.slice(at));
  return shown;
}

const direction = (code) => (code === "ar" ? "rtl" : "ltr");

function showHit(hit, query) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `reports/${hit.document_id}.html#${hit.eid}`;
  link.lang = hit.language;
  link.dir = direction(hit.language);
  link.textContent = [hit.title, hit.label].filter(Boolean).join(" · ");
  const text = document.createElement("p");
  text.lang = hit.text_language;
  text.dir = direction(hit.text_language);
  text.append(markHits(hit.text, query));
  const place = document.createElement("p");
  place.className = "soft";
  const id = document.createElement("code");
  id.dir = "ltr";
  id.textContent = `${hit.document_id}/${hit.eid}`;
  place.append(hit.date ? `${hit.date} · ` : "", id);
  item.append(link, text, place);
  return item;
}

function tellFailure(why) {
  state.textContent = fill(state.dataset.failed, { why });
}

// asked for while the worker's scripts come
async function openIndex() {
  const answer = await fetch(`${home}index.json`);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  worker.postMessage({ home, index: await answer.json() });
}

worker.onmessage = ({ data }) => {
  if (data.failed) {
    tellFailure(data.failed);
    return;
  }
  if (data.id === exporting) {
    state.textContent = fill(data.ended ? state.dataset.done : state.dataset.reading, data);
    if (data.ended) saveCsv(data.hits);
    return;
  }
  if (data.id !== asked) return;
  const { query } = readForm();
  list.replaceChildren(...data.hits.map((hit) => showHit(hit, query)));
  state.textContent = fill(data.found ? state.dataset.done : state.dataset.none, data);
  state.dataset.ended = String(data.ended);
  // milliseconds from the question until its first answer stood here, and the whole of it
  state.dataset.ms = String(Math.round(performance.now() - since));
  if (state.dataset.answers !== String(data.id)) state.dataset.first = state.dataset.ms;
  state.dataset.answers = String(data.id);
  state.dataset.found = String(data.found);
  more.hidden = data.found <= data.hits.length;
  csv.hidden = data.found === 0;
};

// cells that a spreadsheet would take for formulas begin with an apostrophe, as in the release's own files
function printCell(value) {
  const text = String(value ?? "");
  const safe = /^[ \u00a0]*[=+\-@\t\r\n'＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function saveCsv(hits) {
  exporting = 0;
  const columns = ["paragraph_id", "document_id", "language", "date", "title", "role", "label", "text"];
  const lines = hits.map((hit) => columns.map((name) => printCell(name === "paragraph_id" ? `${hit.document_id}/${hit.eid}` : hit[name])).join(","));
  const address = URL.createObjectURL(new Blob(["\ufeff", [columns.join(","), ...lines].join("\r\n"), "\r\n"], { type: "text/csv" }));
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: `oic-reports-${form.dataset.version}-results.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

csv.addEventListener("click", () => {
  asked += 1;
  exporting = asked;
  worker.postMessage({ id: exporting, most: ALL, isExport: true, ...readForm() });
});
more.addEventListener("click", () => {
  most += 4 * STEP;
  ask();
});

let waiting = 0;
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  most = STEP;
  waiting = setTimeout(() => {
    writeAddress(readForm(), true);
    ask();
  }, event.target.name === "q" ? 200 : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  most = STEP;
  writeAddress(readForm(), false);
  ask();
});
addEventListener("popstate", () => {
  fillForm();
  ask();
});
openIndex().catch((error) => tellFailure(error.message));
fillForm();
ask();
