// What is shown of paragraphs, read from the files of site/shown_texts.py, whose form is told there.

import { Varints, openFile } from "./ranged_file.js";

const HEADER = 16;
// blocks that are kept, of some ten paragraphs each
const KEPT = 256;
// bytes between two blocks that are sooner read than asked around, and most that are asked for at once
const GAP = 32_768;
const MOST = 524_288;

async function unpack(bytes) {
  const stream = new DecompressionStream("deflate");
  const writer = stream.writable.getWriter();
  // what is wrong with the bytes is told by the reading end
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return new Response(stream.readable).json();
}

// the place of the last that is not above a value, in what rises
export function findLast(rising, value) {
  let low = 0;
  let high = rising.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

export class ShownTexts {
  // {file, head} of search/index.json, and the row of the first paragraph
  constructor(home, { file, head }, first) {
    this.file = openFile(home + file);
    this.size = head;
    this.first = first;
    this.blocks = new Map();
  }

  // rows and bytes where blocks begin, and where the last ends
  get head() {
    this.opened ??= this.file(0, this.size).then((bytes) => {
      const numbers = new Varints(bytes, HEADER);
      const rows = [this.first];
      const at = [this.size];
      while (numbers.at < bytes.length) {
        rows.push(rows.at(-1) + numbers.next());
        at.push(at.at(-1) + numbers.next());
      }
      return { rows, at };
    });
    this.opened.catch(() => { this.opened = null; });
    return this.opened;
  }

  // what is shown of some paragraphs, by their rows, which rise
  async read(wanted) {
    const { rows, at } = await this.head;
    const places = wanted.map((row) => findLast(rows, row));
    const blocks = this.readBlocks([...new Set(places)], at);
    return Promise.all(wanted.map(async (row, number) => {
      const { id, title, date, language, paragraphs } = await blocks.get(places[number]);
      const [eid, label, textLanguage, text] = paragraphs[row - rows[places[number]]];
      return { document_id: id, title, date, language, eid, label, text_language: textLanguage, text };
    }));
  }

  // block by its number; those that lie together are asked for at once
  readBlocks(numbers, at) {
    const found = new Map();
    let run = [];
    const ask = () => {
      if (!run.length) return;
      const start = at[run[0]];
      const bytes = this.file(start, at[run.at(-1) + 1]);
      for (const number of run) found.set(number, bytes.then((all) => unpack(all.subarray(at[number] - start, at[number + 1] - start))));
      run = [];
    };
    for (const number of numbers) {
      const kept = this.blocks.get(number);
      if (kept) {
        found.set(number, kept);
        continue;
      }
      if (run.length && (at[number] - at[run.at(-1) + 1] > GAP || at[number + 1] - at[run[0]] > MOST)) ask();
      run.push(number);
    }
    ask();
    for (const [number, block] of found) {
      this.blocks.delete(number);
      this.blocks.set(number, block);
      block.catch(() => this.blocks.delete(number));
      if (this.blocks.size > KEPT) this.blocks.delete(this.blocks.keys().next().value);
    }
    return found;
  }
}
