// Reads the published table piece by piece, folds each text once, and answers questions while the rest is still coming.
// Messages in: {base, sizes, id, query, filters, most}; out: {id, done, all, found, reports, hits, ended} or {failed}.

import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from "../vendor/hyparquet/src/index.js";
import { decompress } from "../vendor/fzstd/esm/index.js";
import { Folder, foldText, stripClitics } from "./folding.js";

// rows that are read at once: a page of text holds about as many, and their words are searched in some milliseconds
const PIECE = 4096;
const compressors = { ZSTD: (input, length) => decompress(input, new Uint8Array(length)) };
const COLUMNS = ["document_id", "eid", "role", "label", "text", "text_language"];

// pieces that have been read, each {first, rows, folded, starts}: one long text, and where each row begins in it
const pieces = [];
const documents = new Map();
let total = 0;
let whole = false;
let question = null;
let begun = null;
// where the languages begin, so that those of the question come first
let order = [];

async function begin(base, [small, large]) {
  const file = await asyncBufferFromUrl({ url: `${base}documents.parquet`, byteLength: small });
  const columns = ["document_id", "language", "date", "body_id", "document_type", "title", "title_supplied"];
  for (const row of await parquetReadObjects({ file, columns, compressors })) {
    documents.set(row.document_id, {
      language: row.language, year: row.date ? row.date.getUTCFullYear() : null, body: row.body_id ?? "none",
      type: row.document_type, title: (row.title ?? row.title_supplied ?? row.document_id).replace(/\s+/g, " "),
      date: row.date ? row.date.toISOString().slice(0, 10) : "",
    });
  }
  const table = await asyncBufferFromUrl({ url: `${base}paragraphs.parquet`, byteLength: large });
  const metadata = await parquetMetadataAsync(table);
  total = Number(metadata.num_rows);
  order = planPieces(metadata);
  return { table, metadata };
}

// pieces of each row group with the languages that it holds, as its statistics say
function planPieces(metadata) {
  const plan = [];
  let first = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const column = group.columns.find((one) => one.meta_data.path_in_schema[0] === "language");
    const range = column?.meta_data.statistics ?? {};
    for (let at = 0; at < rows; at += PIECE) {
      plan.push({ first: first + at, rows: Math.min(PIECE, rows - at), low: range.min_value ?? "", high: range.max_value ?? "\uffff" });
    }
    first += rows;
  }
  return plan;
}

async function readPiece({ table, metadata }, { first, rows }) {
  const read = await parquetReadObjects({
    file: table, metadata, columns: COLUMNS, rowStart: first, rowEnd: first + rows, compressors, useOffsetIndex: true,
  });
  const starts = new Uint32Array(read.length + 1);
  const folder = new Folder(read.reduce((sum, row) => sum + row.text.length + 4, 64));
  for (let row = 0; row < read.length; row += 1) {
    starts[row] = folder.length;
    folder.add(read[row].text);
    folder.part();
  }
  starts[read.length] = folder.length;
  return { first, rows: read, folded: folder.read(), starts };
}

// what must occur: phrases as they are, words by their beginning once article and clitics are off
function parseQuery(query) {
  const terms = [];
  const rest = query.replace(/["“”«»„]([^"“”«»„]+)["“”«»„]/g, (_, phrase) => {
    const folded = foldText(phrase);
    if (folded) terms.push({ phrase: ` ${folded} `, needle: ` ${folded} ` });
    return " ";
  });
  for (const word of foldText(rest).split(" ").filter(Boolean)) {
    const stripped = stripClitics(word);
    terms.push({ stripped, needle: stripped });
  }
  // the longest first: it occurs least
  return terms.sort((one, other) => other.needle.length - one.needle.length);
}

function occursIn(folded, start, end, term) {
  for (let at = folded.indexOf(term.needle, start); at >= 0 && at < end; at = folded.indexOf(term.needle, at + 1)) {
    if (term.phrase) return true;
    const begins = folded.lastIndexOf(" ", at) + 1;
    const word = folded.slice(begins, folded.indexOf(" ", at));
    if (stripClitics(word).startsWith(term.stripped)) return true;
  }
  return false;
}

function passes(row, filters) {
  const report = documents.get(row.document_id);
  return Boolean(report)
    && (!filters.role || row.role === filters.role)
    && (!filters.language || report.language === filters.language)
    && (!filters.body || report.body === filters.body)
    && (!filters.type || report.type === filters.type)
    && (!filters.from || (report.year !== null && report.year >= Number(filters.from)))
    && (!filters.to || (report.year !== null && report.year <= Number(filters.to)));
}

function searchPiece(piece, asked) {
  const [lead, ...others] = asked.terms;
  const { folded, starts, rows } = piece;
  const matches = (row) => {
    const hit = rows[row];
    if (!passes(hit, asked.filters)) return;
    for (const term of others) if (!occursIn(folded, starts[row], starts[row + 1], term)) return;
    asked.found += 1;
    asked.reports.add(hit.document_id);
    asked.hits.push({ order: piece.first + row, hit });
  };
  if (!lead) {
    for (let row = 0; row < rows.length; row += 1) matches(row);
    return;
  }
  let row = 0;
  for (let at = folded.indexOf(lead.needle); at >= 0;) {
    // the row that the place lies in: rows rise, and most hits are near the one before
    let low = row;
    let high = rows.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= at) low = middle;
      else high = middle;
    }
    row = low;
    if (occursIn(folded, at, starts[row + 1], lead)) matches(row);
    at = folded.indexOf(lead.needle, starts[row + 1]);
    row = Math.min(row + 1, rows.length - 1);
  }
}

function answer(asked, ended) {
  // in the order of the table, whatever came first
  asked.hits.sort((one, other) => one.order - other.order);
  const hits = asked.hits.slice(0, asked.most).map(({ hit }) => {
    const { title, date, language } = documents.get(hit.document_id);
    return { ...hit, title, date, language };
  });
  const done = pieces.reduce((sum, piece) => sum + piece.rows.length, 0);
  postMessage({ id: asked.id, done, all: total, found: asked.found, reports: asked.reports.size, hits, ended, ms: performance.now() - asked.since });
}

// whether a piece may hold what is asked: rows of the language, or of a language in the script of the question
function mayHold({ low, high }) {
  const language = question?.filters.language;
  if (language) return low <= language && language <= high;
  if (question?.script === "Arab") return low <= "ar" && "ar" <= high;
  return question?.script !== "Latn" || high > "ar";
}

async function readRest(opened) {
  let told = performance.now();
  while (order.length > 0) {
    const next = Math.max(0, order.findIndex(mayHold));
    const piece = await readPiece(opened, order.splice(next, 1)[0]);
    pieces.push(piece);
    if (question) {
      const before = question.found;
      searchPiece(piece, question);
      const first = before === 0 && question.found > 0;
      if (first || performance.now() - told > 400) {
        told = performance.now();
        answer(question, false);
      }
    }
  }
  whole = true;
  if (question) answer(question, true);
}

onmessage = async ({ data }) => {
  try {
    question = {
      ...data, terms: parseQuery(data.query), found: 0, reports: new Set(), hits: [], since: performance.now(),
      script: /[\u0600-\u06ff]/.test(data.query) ? "Arab" : /\p{L}/u.test(data.query) ? "Latn" : "",
    };
    const asked = question;
    if (!begun) {
      begun = begin(data.base, data.sizes);
      readRest(await begun).catch((error) => postMessage({ failed: error.message }));
      return;
    }
    for (const piece of pieces) searchPiece(piece, asked);
    if (asked === question) answer(asked, whole);
  } catch (error) {
    postMessage({ failed: error.message });
  }
};
