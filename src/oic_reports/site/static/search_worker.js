// Finds paragraphs by the index of words, and reads the texts that are shown from the published table.
// Messages in: {base, search, sizes} at first, then {id, query, filters, most, isExport}; out: {id, found, reports, done,
// hits, ended, ms}, where an export has its hits at the end only, or {failed}. What is found stands in the order of the table: language, report, place in it.

import { asyncBufferFromUrl, parquetReadObjects } from "../vendor/hyparquet/src/index.js";
import { ParagraphsTable, compressors } from "./paragraphs_table.js";
import { NEVER, WordIndex, parseQuery } from "./word_index.js";

// texts that are read before what is there so far is told
const STEP = 5;
let opened = null;
let latest = 0;

async function openReports(url, byteLength) {
  const file = await asyncBufferFromUrl({ url, byteLength });
  const columns = ["document_id", "language", "date", "body_id", "document_type", "title", "title_supplied"];
  const rows = await parquetReadObjects({ file, columns, compressors });
  return rows.map((row) => ({
    id: row.document_id, language: row.language, year: row.date ? row.date.getUTCFullYear() : null, body: row.body_id ?? "none",
    type: row.document_type, title: (row.title ?? row.title_supplied ?? row.document_id).replace(/\s+/g, " "),
    date: row.date ? row.date.toISOString().slice(0, 10) : "",
  }));
}

async function openIndex(home) {
  const answer = await fetch(`${home}index.json`);
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const { segments, paragraphs } = await answer.json();
  const indexes = await Promise.all(segments.map(async (segment) => {
    const file = await asyncBufferFromUrl({ url: home + segment.file, byteLength: segment.bytes });
    return new WordIndex(file, segment);
  }));
  const starts = [0];
  for (const count of paragraphs) starts.push(starts.at(-1) + count);
  return { indexes, starts };
}

async function open({ base, search, sizes: [small, large] }) {
  const table = asyncBufferFromUrl({ url: `${base}paragraphs.parquet`, byteLength: large }).then((file) => new ParagraphsTable(file));
  const reports = openReports(`${base}documents.parquet`, small);
  const { indexes, starts } = await openIndex(search);
  return { table: await table, reports: await reports, indexes, starts };
}

function passes(report, filters) {
  return (!filters.language || report.language === filters.language)
    && (!filters.body || report.body === filters.body)
    && (!filters.type || report.type === filters.type)
    && (!filters.from || (report.year !== null && report.year >= Number(filters.from)))
    && (!filters.to || (report.year !== null && report.year <= Number(filters.to)));
}

// the report that a row is of: its place, by the rows where reports begin
function findReport(starts, row) {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= row) low = middle;
    else high = middle;
  }
  return low;
}

async function find({ reports, starts, indexes, table }, { query, filters }) {
  const terms = parseQuery(query);
  const passing = reports.map((report) => passes(report, filters));
  const isAsked = (index) => {
    const last = findReport(starts, index.first + index.rows - 1);
    return passing.slice(findReport(starts, index.first), last + 1).some(Boolean);
  };
  // paragraphs of reports that are not asked for are never found
  const close = (seen, first) => {
    for (let report = findReport(starts, first); report < reports.length && starts[report] < first + seen.length; report += 1) {
      if (!passing[report]) seen.fill(NEVER, Math.max(0, starts[report] - first), starts[report + 1] - first);
    }
  };
  const found = (await Promise.all(indexes.filter(isAsked).map((index) => index.find(terms, close)))).flat();
  if (!filters.role) return found;
  const kept = [];
  for (const row of found) {
    const short = await table.readShort(row);
    if (short.role[row - short.first] === filters.role) kept.push(row);
  }
  return kept;
}

async function answer(asked) {
  const since = performance.now();
  const { reports, starts, table } = await opened;
  const found = await find(await opened, asked);
  const of = new Set();
  for (const row of found) of.add(findReport(starts, row));
  const hits = [];
  const tell = (ended) => postMessage({
    id: asked.id, found: found.length, reports: of.size, done: hits.length, hits: asked.isExport && !ended ? [] : hits,
    ended, ms: performance.now() - since,
  });
  const wanted = found.slice(0, asked.most);
  // the first alone, so that something is there to read
  for (let at = 0, end = 1; at < wanted.length; at = end, end += STEP) {
    // a newer question comes first
    if (asked.id !== latest) return;
    hits.push(...await Promise.all(wanted.slice(at, end).map(async (row) => {
      const { id, title, date, language } = reports[findReport(starts, row)];
      return { ...await table.read(row), document_id: id, title, date, language };
    })));
    if (end < wanted.length) tell(false);
  }
  tell(true);
  // what further questions will want
  if (asked.id === latest) await table.readAhead(() => asked.id === latest);
}

onmessage = async ({ data }) => {
  try {
    if (data.base) {
      opened = open(data);
      await opened;
      return;
    }
    latest = data.id;
    await answer(data);
  } catch (error) {
    postMessage({ failed: error.message });
  }
};
