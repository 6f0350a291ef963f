"""Signs that the engine takes for others, in the text of a recognised line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Decoded
from oic_reports.reading.pdf.tesseract import Word

# share of the apostrophes of a page that were read as raised commas, from which all are: a straight one hardly ever is
_SEVERAL = 0.25
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_LABEL = re.compile(r"-(\d{1,3})(?= |$)")


def put_right(text: str) -> tuple[str, tuple[Decoded, ...]]:
    """An Arabic line with its label, and this change: the engine gives a label in the order in which it is seen."""
    label = _LABEL.match(text)
    if label is None:
        return text, ()
    return f"{label.group(1)}-{text[label.end() :]}", (Decoded(0, label.end(), label.group(), "ocr.label"),)


def settle_apostrophes(words: Sequence[Word]) -> list[Word]:
    """The words of a page in Latin letters, with one kind of apostrophe: a curly one is often read as straight."""
    found = [sign for word in words for sign in _APOSTROPHE.findall(word.text)]
    if found.count("’") < max(_SEVERAL * len(found), 1):
        return list(words)
    return [_curl(word) for word in words]


def _curl(word: Word) -> Word:
    text = _APOSTROPHE.sub("’", word.text)
    if text == word.text:
        return word
    before = word.text if word.before is None else word.before
    return replace(word, text=text, before=before, rule=word.rule or "ocr.apostrophe")
