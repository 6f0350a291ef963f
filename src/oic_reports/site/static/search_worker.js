// Finds paragraphs by the index of words, and reads what is shown of them. Messages in: {home, index} once, the address of
// what it reads and what stands in index.json there, and {id, query, filters, most, isExport}; out: {id, found, reports,
// done, hits, ended}, where an export has its hits at the end only, or {failed}. What is found stands in the order of the
// table: language, report, place.

// all at once: a script that only another one names is asked for after it
import "./folding.js";
import "./ranged_file.js";
import { ShownTexts, findLast } from "./shown_texts.js";
import { NEVER, WordIndex, parseQuery } from "./word_index.js";

// what is read before what is there so far is told; an export is told by larger pieces
const STEP = 100;
const EXPORT_STEP = 2000;
const REPORT_FILTERS = ["from", "to", "language", "body", "type"];
// milliseconds after which no question came with the page
const IDLE = 300;
let open = null;
// resolved by the first message
const opened = new Promise((resolve) => { open = resolve; });
let latest = 0;

async function readJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function describe(home, { segments, paragraphs }) {
  const starts = [0];
  for (const count of paragraphs) starts.push(starts.at(-1) + count);
  let reports = null;
  return {
    starts,
    indexes: segments.map(({ words, first, rows }) => new WordIndex(home, words, first, rows)),
    texts: segments.map(({ texts, first }) => new ShownTexts(home, texts, first)),
    firsts: segments.map(({ first }) => first),
    get reports() {
      reports ??= readJson(`${home}reports.json`);
      reports.catch(() => { reports = null; });
      return reports;
    },
  };
}

// which reports are asked for; null where all are
async function choose(site, filters) {
  if (!REPORT_FILTERS.some((name) => filters[name])) return null;
  const { language, year, body, type } = await site.reports;
  const matching = [
    [language, (value) => !filters.language || value === filters.language],
    [body, (value) => !filters.body || value === filters.body],
    [type, (value) => !filters.type || value === filters.type],
    [year, (value) => !filters.from || (value && Number(value) >= Number(filters.from))],
    [year, (value) => !filters.to || (value && Number(value) <= Number(filters.to))],
  ].map(([{ values, of }, test]) => [of, values.map(test)]);
  return language.of.map((_, report) => matching.every(([of, passing]) => passing[of[report]]));
}

// rows that are found, file by file of the index
async function find(site, { query, filters }) {
  const { starts, indexes } = site;
  const terms = parseQuery(query, filters.role);
  const passing = await choose(site, filters);
  const reportsOf = ({ first, rows }) => [findLast(starts, first), findLast(starts, first + rows - 1)];
  const isAsked = (index) => {
    if (!passing) return true;
    const [from, to] = reportsOf(index);
    return passing.slice(from, to + 1).some(Boolean);
  };
  // paragraphs of reports that are not asked for are never found
  const close = (seen, index) => {
    if (!passing) return;
    const [from, to] = reportsOf(index);
    for (let report = from; report <= to; report += 1) {
      if (!passing[report]) seen.fill(NEVER, Math.max(0, starts[report] - index.first), starts[report + 1] - index.first);
    }
  };
  return Promise.all(indexes.map((index) => (isAsked(index) ? index.find(terms, close) : [])));
}

// of how many reports rows are, which rise
function countReports(starts, found) {
  let count = 0;
  let report = 0;
  let end = -1;
  for (const rows of found) {
    for (const row of rows) {
      if (row < end) continue;
      while (starts[report + 1] <= row) report += 1;
      end = starts[report + 1];
      count += 1;
    }
  }
  return count;
}

async function readTexts({ firsts, texts }, rows) {
  const all = [];
  for (let at = 0; at < rows.length;) {
    const segment = findLast(firsts, rows[at]);
    const end = firsts[segment + 1] ?? Infinity;
    let to = at;
    while (to < rows.length && rows[to] < end) to += 1;
    all.push(texts[segment].read(rows.slice(at, to)));
    at = to;
  }
  return (await Promise.all(all)).flat();
}

async function answer(asked) {
  const site = await opened;
  // what is found will be shown: where texts stand is read meanwhile
  readAhead(site);
  const found = await find(site, asked);
  const count = found.reduce((sum, rows) => sum + rows.length, 0);
  const reports = countReports(site.starts, found);
  const wanted = [];
  for (const rows of found) for (const row of rows.slice(0, asked.most - wanted.length)) wanted.push(row);
  const hits = [];
  const tell = (ended) => postMessage({
    id: asked.id, found: count, reports, done: hits.length, hits: asked.isExport && !ended ? [] : hits, ended,
  });
  const step = asked.isExport ? EXPORT_STEP : STEP;
  // the first alone, so that something is there to read
  for (let at = 0, end = 1; at < wanted.length; at = end, end += step) {
    // a newer question comes first
    if (asked.id !== latest) return;
    for (const hit of await readTexts(site, wanted.slice(at, end))) hits.push(hit);
    if (end < wanted.length) tell(false);
  }
  tell(true);
}

// what further questions will want
function readAhead({ texts }) {
  for (const one of texts) one.head.catch(() => {});
}

onmessage = async ({ data }) => {
  try {
    if (data.index) {
      const site = describe(data.home, data.index);
      open(site);
      // where no question came with the page, there is time
      setTimeout(() => latest || readAhead(site), IDLE);
      return;
    }
    latest = data.id;
    await answer(data);
  } catch (error) {
    postMessage({ failed: error.message });
  }
};
