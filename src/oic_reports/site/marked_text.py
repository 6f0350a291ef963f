"""A paragraph as HTML: its text with what is flagged in it, its notes called, and its raw form beside the clean one.

Everything that comes from the data is escaped here, character by character as it stands; only our own tags are markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from oic_reports.site.release_contents import Row

# how Markdown writes the mark of a note
_MARKDOWN = re.compile(r"\[\^([\w-]+)\]:?")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of a text, what marks it (a class), and what it is called."""

    start: int
    end: int
    css: str
    title: str


def mark_text(text: str, spans: Sequence[Span], calls: Mapping[int, Markup]) -> Markup:
    """A text as HTML; ``calls`` are put in before the code point of their key.

    Spans that overlap are cut at each other's ends, and a piece has the title of all that cover it; what lies outside
    the text is passed over.
    """
    inside = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    edges = {0, len(text), *(span.start for span in inside), *(span.end for span in inside)}
    places = sorted(edges | {place for place in calls if 0 <= place <= len(text)})
    parts: list[Markup] = []
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        parts.append(calls.get(start, Markup()))
        piece = escape(text[start:end])
        over = [span for span in inside if span.start <= start < end <= span.end]
        if over:
            css = " ".join(dict.fromkeys(span.css for span in over))
            title = "; ".join(dict.fromkeys(span.title for span in over))
            piece = Markup('<mark class="{}" title="{}">{}</mark>').format(css, title, piece)
        parts.append(piece)
    return Markup().join(parts)


def show_mark(mark: str) -> str:
    """The mark or label of a note as a reader of print knows it: ``[^1]`` and ``[^1]:`` are 1."""
    return _MARKDOWN.sub(r"\1", mark.strip())


def show_repairs(raw: str, repairs: Sequence[Row]) -> tuple[Markup, Markup]:
    """The raw text with what was taken out marked, and the clean one with what was put in; repairs in their order."""
    before: list[Markup] = []
    after: list[Markup] = []
    at = 0
    for repair in sorted(repairs, key=lambda row: int(row["raw_start"])):
        start, end = repair["raw_start"], repair["raw_end"]
        kept = escape(raw[at:start])
        before += [kept, Markup("<del>{}</del>").format(raw[start:end]) if end > start else Markup()]
        after += [kept, Markup("<ins>{}</ins>").format(repair["to_text"]) if repair["to_text"] else Markup()]
        at = end
    rest = escape(raw[at:])
    return Markup().join([*before, rest]), Markup().join([*after, rest])
