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
_RANGE = re.compile(
    r"(?<![\w/.,-])(?:(?P<first>\d{1,3})-(?P<last>\d{1,3})|(?P<year>\d{4})-(?P<to_year>\d{4})"
    r"|(?P<day>\d{1,2})(?P<date>/\d{1,2}/\d{4})-(?P<to_day>\d{1,2}))(?![\w/-]|[.,]\d)"
)


def put_right(text: str) -> tuple[str, tuple[Decoded, ...]]:
    """An Arabic line with its label and its ranges, and these changes: the engine gives both in the order seen.

    An Arabic page shows the range ``3-7`` as ``7-3`` (UAX #9, W2 and N1: its numbers run from the right), and
    ``2-6/6/2029`` as ``6/6/2029-2``. What ascends as it was read stays: some programs set it from the left.
    """
    changes = []
    label = _LABEL.match(text)
    if label is not None:
        text = f"{label.group(1)}-{text[label.end() :]}"
        changes.append(Decoded(0, label.end(), label.group(), "ocr.label"))
    for match in _RANGE.finditer(text):
        first = match["first"] or match["year"] or match["day"]
        last = match["last"] or match["to_year"] or match["to_day"]
        if int(first) > int(last):
            turned = f"{last}-{first}{match['date'] or ''}"
            text = f"{text[: match.start()]}{turned}{text[match.end() :]}"
            changes.append(Decoded(match.start(), match.end(), match.group(), "ocr.range"))
    return text, tuple(changes)


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
