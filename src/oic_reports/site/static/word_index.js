// Where words stand, read from the files of site/word_index.py, whose form is told there; only the parts that are asked for.

import { foldText, stripClitics } from "./folding.js";
import { Varints, openFile } from "./ranged_file.js";

const HEADER = 32;
const TAB = "\t";
// a place of a word as one number: its paragraph times this, and its number in it
const STEP = 2 ** 24;
// the step of paragraphs that may not be found: above those of all words of a question
export const NEVER = 65535;
const bytesOf = new TextEncoder();

function compare(one, other) {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) if (one[at] !== other[at]) return one[at] - other[at];
  return one.length - other.length;
}

const beginsWith = (key, wanted) => key.length >= wanted.length && wanted.every((byte, at) => key[at] === byte);

// the words of a question: phrases as they are written, other words by their beginning without article and clitics; a role
// is a word too
export function parseQuery(query, role) {
  const terms = role ? [{ beginning: bytesOf.encode(TAB + role + TAB) }] : [];
  const rest = query.replace(/["“”«»„]([^"“”«»„]+)["“”«»„]/g, (_, phrase) => {
    const words = foldText(phrase).split(" ").filter(Boolean);
    const keys = words.map((word) => {
      const stripped = stripClitics(word);
      return bytesOf.encode(stripped + TAB + word.slice(0, word.length - stripped.length));
    });
    if (keys.length) terms.push({ keys });
    return " ";
  });
  for (const word of foldText(rest).split(" ").filter(Boolean)) terms.push({ beginning: bytesOf.encode(stripClitics(word)) });
  return terms;
}

// raises the paragraphs that stand at a step and hold one of some words to the next
function markBeginning({ ends, bytes }, seen, step) {
  const reader = new Varints(bytes);
  for (const end of ends) {
    for (let row = 0; reader.at < end;) {
      const value = reader.next();
      row += value >>> 1;
      if (!(value & 1)) reader.next();
      if (seen[row] === step) seen[row] = step + 1;
    }
  }
}

// every place of one word in paragraphs that stand at a step, rising
function listPlaces({ where, which }, seen, step) {
  const [places, positions] = [new Varints(where), new Varints(which)];
  const found = [];
  for (let row = 0; places.at < where.length;) {
    const value = places.next();
    row += value >>> 1;
    let position = 0;
    for (let times = value & 1 ? 1 : places.next(); times > 0; times -= 1) {
      position += positions.next();
      if (seen[row] === step) found.push(row * STEP + position);
    }
  }
  return found;
}

function markPhrase(words, seen, step) {
  let standing = [];
  words.forEach((word, number) => {
    const following = listPlaces(word, seen, step);
    if (number === 0) {
      standing = following;
      return;
    }
    const both = [];
    let at = 0;
    for (const place of standing) {
      while (at < following.length && following[at] < place + 1) at += 1;
      if (following[at] === place + 1) both.push(place + 1);
    }
    standing = both;
  });
  for (const place of standing) {
    const row = Math.floor(place / STEP);
    if (seen[row] === step) seen[row] = step + 1;
  }
}

export class WordIndex {
  // {file, head} of search/index.json, and which paragraphs it has
  constructor(home, { file, head }, first, rows) {
    this.file = openFile(home + file);
    this.first = first;
    this.rows = rows;
    this.head = this.file(0, head).then((bytes) => this.readHead(bytes));
    this.head.catch(() => {});
  }

  readHead(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const [headSize, wordsSize, placesSize] = [16, 20, 24].map((at) => view.getUint32(at, true));
    const words = HEADER + headSize;
    const places = words + wordsSize;
    const at = { words, places, positions: places + placesSize };
    const reader = new Varints(bytes, HEADER);
    const blocks = [];
    for (let left = view.getUint32(12, true); left > 0; left -= 1) {
      const length = reader.next();
      const key = reader.bytes.subarray(reader.at, reader.at + length);
      reader.at += length;
      blocks.push({ key, ...at });
      at.words += reader.next();
      at.places += reader.next();
      at.positions += reader.next();
    }
    return { blocks, end: at };
  }

  // words whose key begins with some bytes, or is them: {places: [from, to], positions: [from, to]} of each, in bytes
  async findWords(wanted, whole) {
    const { blocks, end } = await this.head;
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(blocks[middle].key, wanted) <= 0) low = middle + 1;
      else high = middle;
    }
    const from = Math.max(0, low - 1);
    let to = low;
    while (!whole && to < blocks.length && beginsWith(blocks[to].key, wanted)) to += 1;
    if (from >= to) return [];
    const reader = new Varints(await this.file(blocks[from].words, (blocks[to] ?? end).words));
    let { places, positions } = blocks[from];
    let key = [];
    const found = [];
    while (reader.at < reader.bytes.length) {
      const shared = reader.next();
      const added = reader.next();
      key.length = shared;
      for (let byte = 0; byte < added; byte += 1) key.push(reader.bytes[reader.at++]);
      const ends = { places: places + reader.next(), positions: positions + reader.next() };
      if (beginsWith(key, wanted) && (!whole || key.length === wanted.length)) {
        found.push({ places: [places, ends.places], positions: [positions, ends.positions] });
      }
      ({ places, positions } = ends);
    }
    return found;
  }

  // the words with this beginning and the bytes of their places, which lie together
  async readBeginning(beginning) {
    const words = await this.findWords(beginning, false);
    const start = words[0]?.places[0] ?? 0;
    return { ends: words.map(({ places }) => places[1] - start), bytes: words.length ? await this.file(start, words.at(-1).places[1]) : [] };
  }

  // the bytes of places and positions of each word of a phrase, none where one of them is not here
  async readPhrase(keys) {
    const words = (await Promise.all(keys.map((key) => this.findWords(key, true)))).map(([word]) => word);
    if (!words.every(Boolean)) return [];
    return Promise.all(words.map(async ({ places, positions }) => {
      const [where, which] = await Promise.all([this.file(...places), this.file(...positions)]);
      return { where, which };
    }));
  }

  // the paragraphs, by their rows in the table, that hold all terms; `close` sets those that are not asked for to NEVER
  async find(terms, close) {
    const seen = new Uint16Array(this.rows);
    close(seen, this);
    // all at once, so that none waits for another
    const read = await Promise.all(terms.map(({ keys, beginning }) => (keys ? this.readPhrase(keys) : this.readBeginning(beginning))));
    read.forEach((places, step) => (terms[step].keys ? markPhrase : markBeginning)(places, seen, step));
    const found = [];
    for (let row = 0; row < this.rows; row += 1) if (seen[row] === terms.length) found.push(this.first + row);
    return found;
  }
}
