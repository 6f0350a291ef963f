"""Characters that are no text: folded or left out while reading, and counted.

Presentation forms (Unicode blocks FB00-FDFF and FE70-FEFF) are the shapes of letters, not letters: each becomes its
letters (NFKC, one by one; spacing marks become the bare mark), and what was read is kept beside them (``Decoded``).
Direction marks, zero-width characters and controls are left out. White space of every kind becomes one blank. What
remains is NFC. What of this is a repair is written in decision 0012.

A Cyrillic or Greek letter inside a Latin word that looks like a Latin one was typed for it: it becomes that letter,
where all strange letters of the word have one and Latin letters are not fewer (``look_alike_letters.csv``).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Decoded, Line
from oic_reports.resources import load_vocabulary

# bullets of the fonts Symbol and Wingdings, as programs save them that do not know the font: F000 and the font's code
SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
FOLDED_FORM = "folding.presentation_form"
FOLDED_LIGATURE = "folding.ligature"
FOLDED_LOOK_ALIKE = "folding.look_alike"
_FORMS = compile_pattern("[\ufb00-\ufb06\ufb1d-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")
# a run of forms with the letter before it and the marks behind it, which may become one character with what is folded
# (no letter carries more than a few marks)
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_RUN = compile_pattern(rf"(?:[^\W_]?[{_MARKS}]{{0,8}}){_FORMS.pattern}(?:{_FORMS.pattern}|[{_MARKS}])*")
# letters of Greek and Cyrillic, of Latin, and a word
_STRANGE = compile_pattern("[\u0370-\u03ff\u0400-\u04ff]")
_LATIN = compile_pattern("[A-Za-z\u00c0-\u024f]+")
_WORD = compile_pattern(r"[^\W\d_]+")
_INVISIBLE = compile_pattern(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = compile_pattern("[\x00-\x08\x0e-\x1b\x7f-\x9f]")
_SPACES = compile_pattern(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
LINE_ENDS = compile_pattern("\r\n|[\r\n\v\f\u2028\u2029]")


def fold_form(form: str) -> str:
    """The letters of one presentation form, in logical order: ``\ufefb`` gives lam and alef, a vowel sign itself."""
    letters = unicodedata.normalize("NFKC", form)
    bare = letters.lstrip(" \u0640")
    is_mark = bare and all(unicodedata.combining(character) for character in bare)
    return bare if is_mark else letters


def tidy_line(line: str, left_out: Counter[str]) -> str:
    """A line without what is invisible, blanks made one; ``left_out`` grows by ``control``."""
    line, invisible = _INVISIBLE.subn("", line)
    line, controls = _CONTROLS.subn("", line)
    left_out["control"] += invisible + controls
    return _SPACES.sub(" ", line).strip()


def fold_line(line: str, left_out: Counter[str]) -> tuple[str, tuple[Decoded, ...]]:
    """One line of text without what is no text, and each run of presentation forms in it as it was read.

    ``left_out`` is added to, by kind: ``presentation_forms`` (folded), ``control`` (direction marks, zero-width and
    control characters).
    """
    line = tidy_line(line, left_out)
    if _STRANGE.search(line) and not _FORMS.search(line):
        return _fold_look_alikes(line)
    text = ""
    place = 0
    decoded = []
    for run in _RUN.finditer(line):
        forms = _FORMS.findall(run.group())
        left_out["presentation_forms"] += len(forms)
        text += unicodedata.normalize("NFC", line[place : run.start()])
        letters = unicodedata.normalize("NFC", _FORMS.sub(lambda form: fold_form(form.group()), run.group()))
        rule = FOLDED_LIGATURE if all(len(fold_form(form)) > 1 for form in forms) else FOLDED_FORM
        decoded.append(Decoded(len(text), len(text) + len(letters), run.group(), rule))
        text += letters
        place = run.end()
    return text + unicodedata.normalize("NFC", line[place:]), tuple(decoded)


@cache
def _look_alikes() -> dict[str, str]:
    return {row["letter"]: row["latin"] for row in load_vocabulary("look_alike_letters")}


def _fold_look_alikes(line: str) -> tuple[str, tuple[Decoded, ...]]:
    """A line whose Latin words are without letters of other scripts that look like theirs, one letter for one."""
    line = unicodedata.normalize("NFC", line)
    letters = _look_alikes()
    text = line
    decoded = []
    for word in _WORD.finditer(line):
        if not _STRANGE.search(word.group()):
            continue
        strange, others = _STRANGE.findall(word.group()), _STRANGE.sub("", word.group())
        is_latin = _LATIN.fullmatch(others) is not None and len(others) >= len(strange)
        if not is_latin or not letters.keys() >= set(strange):
            continue
        folded = "".join(letters.get(character, character) for character in word.group())
        text = text[: word.start()] + folded + text[word.end() :]
        decoded.append(Decoded(word.start(), word.end(), word.group(), FOLDED_LOOK_ALIKE))
    return text, tuple(decoded)


def make_line(line: str, number: int, left_out: Counter[str], hint: str | None = None) -> Line:
    """A line of a file as it is read (see ``fold_line``)."""
    text, decoded = fold_line(line, left_out)
    return Line(text, number, hint=hint, decoded=decoded)


def unfold_line(line: Line) -> str:
    """The text of a line as it stood before it was folded."""
    raw = ""
    place = 0
    for change in line.decoded:
        raw += line.text[place : change.start] + change.before
        place = change.end
    return raw + line.text[place:]
