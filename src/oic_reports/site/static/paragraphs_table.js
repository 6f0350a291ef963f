// The published paragraphs, read by ranges: short columns of a row group at once, texts page by page of the file.

import { parquetMetadataAsync, parquetScan, readOffsetIndex } from "../vendor/hyparquet/src/index.js";
import { decompress } from "../vendor/fzstd/esm/index.js";
import { remember } from "./word_index.js";

export const compressors = { ZSTD: (input, length) => decompress(input, new Uint8Array(length)) };
const SHORT = ["eid", "role", "label", "text_language"];
// pages of texts that are kept: some hundred paragraphs each
const KEPT = 48;

// milliseconds without a question after which there is time to read ahead: longer than between two letters that are typed
const IDLE = 400;

export class ParagraphsTable {
  constructor(file) {
    this.file = remember(file);
    this.opened = this.open();
    this.opened.catch(() => {});
    this.short = new Map();
    this.pages = new Map();
  }

  async open() {
    const metadata = await parquetMetadataAsync(this.file);
    const scan = () => parquetScan({ file: this.file, metadata, columns: [...SHORT, "text"], compressors });
    const groups = [];
    let first = 0;
    for (const group of metadata.row_groups) {
      const text = group.columns.find((column) => column.meta_data.path_in_schema[0] === "text");
      const end = first + Number(group.num_rows);
      groups.push({ first, end, index: [Number(text.offset_index_offset), text.offset_index_length] });
      first = end;
    }
    // a scan keeps what it read last of a column: short columns and texts have one each
    return { groups, short: await scan(), texts: await scan() };
  }

  async findGroup(row) {
    const { groups } = await this.opened;
    return groups.find((group) => row < group.end);
  }

  // the short columns of the row group that holds a row
  async readShort(row) {
    const group = await this.findGroup(row);
    if (!this.short.has(group.first)) this.short.set(group.first, this.readColumns(group));
    return this.short.get(group.first);
  }

  // the short columns of all row groups, one after the other, as long as nothing else is to be done
  async readAhead(isIdle) {
    const { groups } = await this.opened;
    for (const { first } of groups) {
      await new Promise((resolve) => setTimeout(resolve, IDLE));
      if (!isIdle()) return;
      await this.readShort(first);
    }
  }

  async readColumns({ first, end }) {
    const { short } = await this.opened;
    const read = await Promise.all(SHORT.map((column) => short.readColumn({ column, rowStart: first, rowEnd: end })));
    return { first, ...Object.fromEntries(SHORT.map((name, at) => [name, read[at]])) };
  }

  // where the pages of texts of a row group begin, as rows
  async listPages(group) {
    const [offset, length] = group.index;
    // a file without an index of its pages is read by row groups
    if (!offset || !length) return [group.first];
    const view = new DataView(await this.file.slice(offset, offset + length));
    return readOffsetIndex({ view, offset: 0 }).page_locations.map((page) => group.first + Number(page.first_row_index));
  }

  async readText(row) {
    const group = await this.findGroup(row);
    group.pages ??= this.listPages(group);
    const pages = await group.pages;
    let page = pages.length - 1;
    while (pages[page] > row) page -= 1;
    const first = pages[page];
    const kept = this.pages.get(first) ?? this.readPage(first, pages[page + 1] ?? group.end);
    this.pages.delete(first);
    this.pages.set(first, kept);
    if (this.pages.size > KEPT) this.pages.delete(this.pages.keys().next().value);
    return (await kept)[row - first];
  }

  async readPage(first, end) {
    const { texts } = await this.opened;
    return texts.readColumn({ column: "text", rowStart: first, rowEnd: end });
  }

  async read(row) {
    const [short, text] = await Promise.all([this.readShort(row), this.readText(row)]);
    const here = Object.fromEntries(SHORT.map((name) => [name, short[name][row - short.first]]));
    return { ...here, text };
  }
}
