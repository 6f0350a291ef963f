// Text as it is searched: the same as release/folding.py, held by the same vectors (schemas/search_folding.csv).
// A code point becomes what stands for it, once; a text is then a walk over its code points.

const HAMZA = 0x0654;
const LETTERS = {
  "ة": "ه", "ى": "ي", "ٱ": "ا", "ی": "ي", "ک": "ك", "ہ": "ه", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ı": "i",
  "ß": "ss", "ẞ": "ss",
};
const DROPPED = new Set("\u0640\u0621\u02bb\u02bc\u02bd\u02be\u02bf");
const MARK = /[\p{M}\p{Cf}]/u;
const DIGIT = /\p{Nd}/u;
const WORD = /[\p{L}\p{N}]/u;
const ARTICLES = ["ال", "لل"];
const CLITICS = "وفبكل";
const WHOLE = "الله";
const AFTER_CLITIC = 3;
const AFTER_ARTICLE = 2;

// digits stand in runs of ten, from zero
function digitOf(character) {
  let code = character.codePointAt(0);
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
}

function foldCharacter(character) {
  let folded = "";
  for (const part of character.normalize("NFKD")) {
    if (part.codePointAt(0) === HAMZA) folded += part;
    else if (DROPPED.has(part) || MARK.test(part)) continue;
    else if (part in LETTERS) folded += LETTERS[part];
    else if (DIGIT.test(part)) folded += digitOf(part);
    else {
      const small = part.toLowerCase();
      // what is no letter or digit parts words
      folded += [...small].map((one) => (WORD.test(one) ? one : MARK.test(one) ? "" : " ")).join("");
    }
  }
  return folded;
}

// what a UTF-16 unit becomes: another one, 0 for nothing, or one of these
const UNKNOWN = -1;
const SEVERAL = -2;
const single = new Int32Array(65536).fill(UNKNOWN);
const several = new Map();
const BLANK = 0x20;
const WAW = 0x0648;
const YEH = 0x064a;
const utf16 = new TextDecoder("utf-16le");

function learn(unit) {
  const folded = unit >= 0xd800 && unit < 0xe000 ? " " : foldCharacter(String.fromCharCode(unit));
  if (folded.length > 1) several.set(unit, folded);
  single[unit] = folded.length > 1 ? SEVERAL : folded.length ? folded.charCodeAt(0) : 0;
  return single[unit];
}

// Folded text of many, in one buffer: strings that grow letter by letter take several times as long.
export class Folder {
  constructor(room) {
    this.buffer = new Uint16Array(room);
    this.length = 0;
    // whether the waw before is what two became
    this.isPaired = false;
  }

  write(unit) {
    let { length } = this;
    const { buffer } = this;
    if (unit === HAMZA) {
      buffer[this.length++] = unit;
      return;
    }
    if (length > 0 && buffer[length - 1] === HAMZA) {
      let hamzas = 0;
      while (length > 0 && buffer[length - 1] === HAMZA) {
        length -= 1;
        hamzas += 1;
      }
      if (hamzas === 1 && unit === WAW && length > 0 && buffer[length - 1] === YEH) length -= 1;
    }
    const before = length > 0 ? buffer[length - 1] : BLANK;
    if (unit === BLANK && before === BLANK) {
      this.length = length;
      return;
    }
    if (unit === WAW && before === WAW && !this.isPaired) {
      this.isPaired = true;
      this.length = length;
      return;
    }
    this.isPaired = false;
    buffer[length] = unit;
    this.length = length + 1;
  }

  // a blank, the words of a text with a blank between them, a blank
  add(text) {
    // no character becomes more than eighteen
    if (this.buffer.length - this.length < 18 * text.length + 4) {
      const larger = new Uint16Array(2 * this.buffer.length + 18 * text.length + 4);
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.write(BLANK);
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      let folded = single[unit];
      if (folded === UNKNOWN) folded = learn(unit);
      if (folded > 0) {
        if (unit < 0xd800 || unit >= 0xe000) this.write(folded);
        else {
          const code = text.codePointAt(at);
          if (code > 0xffff) at += 1;
          const whole = code > 0xffff ? foldCharacter(String.fromCodePoint(code)) : " ";
          for (let one = 0; one < whole.length; one += 1) this.write(whole.charCodeAt(one));
        }
      } else if (folded === SEVERAL) {
        const all = several.get(unit);
        for (let one = 0; one < all.length; one += 1) this.write(all.charCodeAt(one));
      }
    }
    this.write(BLANK);
  }

  // a mark between two texts, which no question holds
  part() {
    this.buffer[this.length] = 0x0a;
    this.length += 1;
  }

  read() {
    return utf16.decode(this.buffer.subarray(0, this.length));
  }
}

export function foldText(text) {
  const folder = new Folder(text.length + 8);
  folder.add(text);
  return folder.read().trim();
}

// a folded word without article and clitics, as far as a word is left
export function stripClitics(word) {
  for (;;) {
    if (ARTICLES.some((article) => word.startsWith(article)) && word.length >= AFTER_ARTICLE + 2 && word !== WHOLE) {
      word = word.slice(2);
    } else if (CLITICS.includes(word[0]) && word.length >= AFTER_CLITIC + 1) {
      word = word.slice(1);
    } else {
      return word;
    }
  }
}

export const stripText = (folded) => folded.split(" ").map(stripClitics).join(" ");

// the words of a text as they stand: where each begins and ends, with its marks
export function* listWords(text) {
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}ـ]+/gu)) {
    yield [found.index, found.index + found[0].length, found[0]];
  }
}
