"""The lines of a composed release as a page prints them: as text with or without blank lines and wraps, or as HTML."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from composed.texts import Piece

FORMS = (
    *("text", "text, blanks", "text, blanks", "text, wrapped", "text, one line"),
    *("html p", "html div", "html br", "html table"),
)
_WIDTH = (64, 84)


@dataclass
class Line:
    """A printed line: what it is on the page, and the block of the text that it gives, if it is of the text."""

    kind: str
    text: str
    piece: Piece | None = None


def print_page(rng: Random, language: str, form: str, lines: Sequence[Line]) -> str:
    """A page in one of the forms."""
    lines = _place_days(lines)
    if form.startswith("html"):
        return _print_html(rng, language, form, lines)
    width = rng.randint(*_WIDTH)
    printed: list[str] = []
    for place, line in enumerate(lines):
        wraps = form == "text, wrapped" and line.kind == "body"
        printed += textwrap.wrap(line.text, width, break_long_words=False) if wraps else [line.text]
        below = lines[place + 1].kind if place + 1 < len(lines) else ""
        if form != "text" or ("body" in {line.kind, below} - {"", "site"} and line.kind != below):
            printed += [""] if line.kind != "site" or below != "site" else []
    return "\n".join(printed) + "\n"


def _place_days(lines: Sequence[Line]) -> list[Line]:
    """A site's labelled day stands below the headline."""
    days = [line for line in lines if line.kind == "day"]
    if not days:
        return list(lines)
    rest = [line for line in lines if line.kind != "day"]
    places = [place for place, line in enumerate(rest) if line.kind == "headline"]
    place = places[-1] + 1 if places else next(i for i, line in enumerate(rest) if line.piece is not None)
    return [*rest[:place], *days, *rest[place:]]


def _print_html(rng: Random, language: str, form: str, lines: Sequence[Line]) -> str:
    tags = {
        "site": rng.choice(("<div>{}</div>", "<span>{}</span><br>", "<p>{}</p>")),
        "headline": rng.choice(("<h1>{}</h1>", "<h2>{}</h2>", "<p><strong>{}</strong></p>", "<div><b>{}</b></div>")),
        "kicker": rng.choice(("<h3>{}</h3>", "<p>{}</p>", "<div>{}</div>")),
        "dateline": rng.choice(("<p>{}</p>", "<p><em>{}</em></p>", "<div>{}</div>")),
        "day": "<div>{}</div>",
        "caption": "<figure><figcaption>{}</figcaption></figure>",
        "body": {"html div": "<div>{}</div>", "html br": "{}<br><br>"}.get(form, "<p>{}</p>"),
    }
    parts = []
    for place, line in enumerate(lines):
        said = tags[line.kind].format(html.escape(line.text))
        if form == "html table" and line.kind == "body" and lines[place - 1].kind != "body":
            said = "<table><tr><td>" + said
        if form == "html table" and line.kind == "body" and [*lines, Line("", "")][place + 1].kind != "body":
            said += "</td></tr></table>"
        parts.append(said)
    direction = ' dir="rtl"' if language == "ar" else ""
    title = html.escape(next((line.text for line in lines if line.kind == "headline"), "Archive"))
    return "\n".join(
        [f'<html lang="{language}"{direction}><head><title>{title}</title></head><body>', *parts, "</body></html>", ""]
    )
