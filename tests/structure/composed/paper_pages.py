"""The lines of a composed paper as a page prints them: as text in its layouts, or as HTML with a site around."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from composed.paper_forms import CELL, PaperPiece
from composed.texts import Piece

TEXTS = (
    *("plain", "blank", "wrapped", "wrapped, blanks", "blank after each line", "label alone"),
    *("one line", "pages in one line", "viewer", "viewer, wrapped", "dump"),
)
# layouts in which nothing parts what has neither a label nor an end
RUN_IN = {"one line", "pages in one line"}
PAGES = ("html p", "html div", "html br", "html ol", "html table", "html h")
_WIDTHS = range(60, 91)
# the last line of a paragraph without a label below it is shorter than this share of the width: one sees where it ends
_SHORT = 0.85
_PAGE = range(14, 30)
_WRAPPED = {"wrapped", "wrapped, blanks", "blank after each line", "viewer, wrapped", "dump"}
# layouts with a blank line between paragraphs
_PARTED = {"blank", "wrapped, blanks", "label alone", "viewer"}


@dataclass
class Line:
    """A printed paragraph: ``site``, ``front`` or ``body``, its words, and the block of the text that it gives."""

    kind: str
    text: str
    piece: Piece | None = None


def print_piece(piece: Piece) -> str:
    """A paragraph with its label."""
    if isinstance(piece, PaperPiece) and piece.mark:
        return f"{piece.mark}{piece.text}"
    return f"{piece.label} {piece.text}" if piece.label else piece.text


def print_page(rng: Random, language: str, layout: str, lines: Sequence[Line], title: str, symbol: str) -> str:
    """A page in one of the layouts; ``title`` and ``symbol`` stand above each page of a dump."""
    if layout.startswith("html"):
        return _print_html(rng, language, layout, lines, title)
    return _print_text(rng, layout, lines, title, symbol)


def _print_text(rng: Random, layout: str, lines: Sequence[Line], title: str, symbol: str) -> str:
    if layout in RUN_IN:
        return "\n\n".join(_run_together(rng, layout, lines, symbol)) + "\n"
    width = _choose_width(rng, lines) if layout in _WRAPPED else 0
    printed: list[str] = []
    for line, below in pairwise([*lines, Line("end", "")]):
        if layout == "label alone" and line.piece and line.piece.label and line.text.startswith(line.piece.label):
            printed += [line.piece.label, "", line.piece.text]
        else:
            printed += _wrap(line.text, width) if line.kind != "site" else [line.text]
        parts = line.kind != below.kind or (layout in _PARTED and line.kind == "body")
        printed += [""] if parts or (layout in {"blank", "label alone", "viewer"} and line.kind == "front") else []
    if layout in {"blank after each line", "viewer, wrapped"}:
        printed = [part for line in printed if line for part in (line, "")]
    if layout in {"viewer", "viewer, wrapped", "dump"}:
        printed = _part_pages(rng, layout, printed, title, symbol)
    return "\n".join(printed) + "\n"


def _run_together(rng: Random, layout: str, lines: Sequence[Line], symbol: str) -> list[str]:
    """What a site prints apart, and the whole text in one line, or each page of it with its number and header."""
    said = [line.text.replace("\n", " ").replace(CELL, " ") for line in lines if line.kind != "site"]
    first = next(place for place, line in enumerate(lines) if line.kind != "site")
    above = [line.text for line in lines[:first]]
    below = [line.text for line in lines[first:] if line.kind == "site"]
    if layout == "one line":
        return [*above, " ".join(said), *below]
    pages, words = list[str](), " ".join(said).split(" ")
    length = rng.randint(90, 160)
    for number, place in enumerate(range(0, len(words), length), 1):
        head = f"{number} {symbol} " if symbol and number > 1 else f"{number} "
        pages.append(head + " ".join(words[place : place + length]))
    return [*above, *pages, *below]


def _wrap(said: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in said.split("\n"):
        if CELL in line or "....." in line or not width:
            lines.append(line.replace(CELL, "     "))
        else:
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    return lines


def _choose_width(rng: Random, lines: Sequence[Line]) -> int:
    """A width at which each paragraph without a label below it ends in a short line, or that comes nearest."""
    body = [line for line in lines if line.kind == "body"]
    open_ends = [line.text for line, below in pairwise(body) if below.piece and not below.piece.label]

    def count_full(width: int) -> int:
        return sum(len(_wrap(said, width)[-1]) > _SHORT * width for said in open_ends)

    widths = list(_WIDTHS)
    rng.shuffle(widths)
    return min(widths, key=count_full)


def _part_pages(rng: Random, layout: str, lines: Sequence[str], title: str, symbol: str) -> list[str]:
    """Pages of a viewer with its mark above each; those of a dump with a number below and a header above."""
    parted: list[str] = []
    length, number = rng.choice(_PAGE), 1
    header = symbol or title
    has_header = rng.random() < 0.6
    for place, line in enumerate(lines):
        # in a viewer that gives whole paragraphs a page ends where one does
        if place >= length * number and (layout == "dump" or not line):
            number += 1
            if layout != "dump":
                parted += ["", f"Page {number}: {title}", ""]
            else:
                parted += [f"- {number - 1} -" if has_header else str(number - 1), *([header] if has_header else [])]
        parted.append(line)
    return parted


def _print_html(rng: Random, language: str, layout: str, lines: Sequence[Line], title: str) -> str:
    site = rng.choice(("<div>{}</div>", "<span>{}</span><br>", "<p>{}</p>"))
    front = {"html h": "<h2>{}</h2>", "html br": "<b>{}</b><br>"}.get(layout, '<p align="center"><b>{}</b></p>')
    parts: list[str] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.kind == "site":
            parts.append(site.format(_escape(line.text)))
        elif line.kind == "front":
            parts.append(front.format(_escape(line.text)))
        elif CELL in line.text:
            rows, place = _take(lines, place, lambda line: CELL in line.text)
            parts += ["<table>", *(_print_row(row.text) for row in rows), "</table>"]
            continue
        elif layout == "html ol" and _is_counted(line):
            rows, place = _take(lines, place, lambda line: _is_counted(line) or _is_bulleted(line))
            parts += _print_list(rows)
            continue
        elif layout == "html table" and line.piece and line.piece.label:
            rows, place = _take(lines, place, lambda line: bool(line.piece and line.piece.label))
            parts += ["<table>", *(_print_labelled(row) for row in rows), "</table>"]
            continue
        else:
            parts.append(_print_paragraph(layout, line))
        place += 1
    direction = ' dir="rtl"' if language == "ar" else ""
    head = f'<html lang="{language}"{direction}><head><title>{html.escape(title)}</title></head><body>'
    return "\n".join([head, *parts, "</body></html>", ""])


def _take(lines: Sequence[Line], place: int, fits: Callable[[Line], bool]) -> tuple[list[Line], int]:
    end = place
    while end < len(lines) and lines[end].kind == "body" and fits(lines[end]):
        end += 1
    return list(lines[place:end]), end


def _print_paragraph(layout: str, line: Line) -> str:
    is_heading = line.piece is not None and line.piece.role in {"heading", "title"}
    tags = {
        "html h": ("<h3>{}</h3>", "<p>{}</p>"),
        "html div": ("<div><strong>{}</strong></div>", "<div>{}</div>"),
        "html br": ("{}<br><br>", "{}<br><br>"),
    }.get(layout, ("<p><b>{}</b></p>", "<p>{}</p>"))
    return tags[0 if is_heading else 1].format(_escape(line.text))


def _is_counted(line: Line) -> bool:
    piece = line.piece
    return piece is not None and piece.role == "operative" and _number(piece.label) is not None


def _number(label: str | None) -> int | None:
    """The figure of ``3.``: a list of HTML counts as it prints."""
    stem = (label or "").removesuffix(".")
    return int(stem) if label and label.endswith(".") and stem.isascii() and stem.isdigit() else None


def _is_bulleted(line: Line) -> bool:
    return line.piece is not None and line.piece.role == "list_item" and line.piece.label in {"-", "•"}


def _print_list(rows: Sequence[Line]) -> list[str]:
    """A list that counts its items; bullets stand in a list of their own below the item that leads to them."""
    assert rows[0].piece
    printed = [f'<ol start="{_number(rows[0].piece.label)}">']
    for row, below in pairwise([*rows, Line("end", "")]):
        assert row.piece
        if _is_bulleted(row):
            printed.append(f"<li>{_escape(row.piece.text)}</li>")
            if not _is_bulleted(below):
                printed.append("</ul></li>")
        elif _is_bulleted(below):
            printed.append(f"<li>{_escape(row.piece.text)}<ul>")
        else:
            printed.append(f"<li>{_escape(row.piece.text)}</li>")
    return [*printed, "</ol>"]


def _print_row(text: str) -> str:
    return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in text.split(CELL)) + "</tr>"


def _print_labelled(line: Line) -> str:
    assert line.piece
    if isinstance(line.piece, PaperPiece) and line.piece.mark:
        return f"<tr><td>{_escape(line.text)}</td></tr>"
    return f"<tr><td>{_escape(line.piece.label or '')}</td><td>{_escape(line.piece.text)}</td></tr>"


def _escape(said: str) -> str:
    return html.escape(said).replace("\n", "<br>")
