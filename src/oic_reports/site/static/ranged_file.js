// A file of the site of which only parts are asked for, each once.

// parts that are kept
const KEPT = 200;

export function openFile(url) {
  const kept = new Map();
  // all of it, from a host that does not give parts
  let whole = null;

  async function ask(start, end) {
    if (whole) return (await whole).slice(start, end);
    const answer = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    if (answer.status === 206) return answer.arrayBuffer();
    whole ??= answer.arrayBuffer();
    return (await whole).slice(start, end);
  }

  // the bytes of a half-open range
  return async function read(start, end) {
    const key = `${start} ${end}`;
    const found = kept.get(key) ?? ask(start, end);
    kept.delete(key);
    kept.set(key, found);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    found.catch(() => kept.delete(key));
    return new Uint8Array(await found);
  };
}

// numbers of seven bits a byte, the lowest first; the eighth says that more follow
export class Varints {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  next() {
    const { bytes } = this;
    let byte = bytes[this.at++];
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let scale = 128; byte >= 128; scale *= 128) {
      byte = bytes[this.at++];
      value += (byte & 127) * scale;
    }
    return value;
  }
}
