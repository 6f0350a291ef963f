"""Further layouts of real pages: labels alone or behind their lines, hanging indents, pages, cells, joined paragraphs."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from composed.texts import Piece, Text

# a text's paragraphs as they are printed: the pieces of one group stand in one printed paragraph
Groups = Sequence[Sequence[Piece]]
CELL = "\t"
# rows of an index are not wrapped: their leaders fill the line
LEADERS = "....."
WIDTHS = range(60, 86)
# the last line of a paragraph without a label below it is shorter than this share of the width: one sees where it ends
_SHORT = 0.85
_PAGE = 18


@dataclass(frozen=True)
class Layout:
    """How the lines of a text are set; ``label``: ``before`` the words, ``alone`` on its line, or ``behind`` it."""

    wraps: bool = False
    blanks: bool = False
    each_line: bool = False
    hangs: bool = False
    label: str = "before"
    has_pages: bool = False


TEXTS = {
    "plain": Layout(),
    "blank": Layout(blanks=True),
    "wrapped": Layout(wraps=True),
    "wrapped with blanks": Layout(wraps=True, blanks=True),
    "blank after each line": Layout(wraps=True, each_line=True),
    "hanging": Layout(wraps=True, hangs=True),
    "label alone": Layout(blanks=True, label="alone"),
    "label behind": Layout(wraps=True, blanks=True, label="behind"),
    "pages": Layout(wraps=True, blanks=True, has_pages=True),
}
# the tags of headings and of other paragraphs
PAGES = {
    "html": ("<p><b>{}</b></p>", "<p>{}</p>"),
    "html headings": ("<h3>{}</h3>", "<p>{}</p>"),
    "html divisions": ("<div><strong>{}</strong></div>", "<div>{}</div>"),
    "html breaks": ("{}<br>", "{}<br>"),
    "html cells": ('<tr><td colspan="2"><b>{}</b></td></tr>', "<tr>{}</tr>"),
}


def print_groups(rng: Random, text: Text, groups: Groups, layout: str) -> str:
    """A text in one of the layouts, as a text file or as a page of a site."""
    if layout in PAGES:
        return _print_page(text, groups, layout)
    return _print_text(rng, text, groups, TEXTS[layout])


def _print_text(rng: Random, text: Text, groups: Groups, layout: Layout) -> str:
    width = _choose_width(rng, groups) if layout.wraps else 0
    lines = [part for line in text.front for part in _wrap(line.text, width)]
    lines.append("")
    printed: list[str] = []
    for group in groups:
        first = group[0]
        if first.label and layout.label == "alone":
            printed += [first.label, "", *_wrap(first.text, width)]
        elif first.label and layout.label == "behind":
            head, *rest = _wrap(first.text, width)
            printed += [f"{head} {_turn(first.label)}", *rest]
        else:
            printed += _hang(_join(group), first, width) if layout.hangs else _wrap(_join(group), width)
        printed += [""] if layout.blanks else []
    if layout.each_line:
        printed = [part for line in printed for part in (line, "")]
    if layout.has_pages:
        printed = _part_pages(printed, text)
    return "\n".join([*lines, *printed]) + "\n"


def _join(group: Sequence[Piece]) -> str:
    return " ".join(f"{piece.label} {piece.text}" if piece.label else piece.text for piece in group)


def _wrap(said: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in said.split("\n"):
        if CELL in line or LEADERS in line or not width:
            lines.append(line.replace(CELL, "     "))
        else:
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    return lines


def _hang(said: str, piece: Piece, width: int) -> list[str]:
    """Lines below a label stand inside; a paragraph without one begins inside; headings stand at the margin."""
    lines = _wrap(said, width)
    if piece.role == "heading":
        return lines
    if piece.label:
        return [lines[0], *(f"      {line}" for line in lines[1:])]
    return [f"      {lines[0]}", *lines[1:]]


def _turn(label: str) -> str:
    """``1-`` as a program prints it that turned the line: ``-1``."""
    found = re.fullmatch(r"(\W*)(\w+)(\W*)", label)
    if found is None or found[1]:
        return label
    return f"{found[3].strip()}{found[2]}"


def _choose_width(rng: Random, groups: Groups) -> int:
    """A width at which each paragraph without a label below it ends in a short line, or that comes nearest."""
    open_ends = [_join(group) for group, below in pairwise(groups) if not below[0].label]

    def count_full(width: int) -> int:
        return sum(len(_wrap(said, width)[-1]) > _SHORT * width for said in open_ends)

    widths = list(WIDTHS)
    rng.shuffle(widths)
    return min(widths, key=count_full)


def _part_pages(lines: Sequence[str], text: Text) -> list[str]:
    """Below each eighteen lines a page ends; the next one has the text's symbol or title above it."""
    parted: list[str] = []
    header = next(line.text for line in text.front if line.kind in {"symbol", "title"})
    for place, line in enumerate(lines):
        if place and place % _PAGE == 0:
            parted += ["", str(place // _PAGE), "", header, ""]
        parted.append(line)
    return parted


def _print_page(text: Text, groups: Groups, layout: str) -> str:
    heading, paragraph = PAGES[layout]
    direction = ' dir="rtl"' if text.language == "ar" else ""
    parts = [f'<p align="center"><b>{_escape(line.text)}</b></p>' for line in text.front]
    in_table = layout == "html cells"
    body: list[str] = ["<table>"] if in_table else []
    rows: list[str] = []
    for group in [*groups, []]:
        if group and CELL in group[0].text and not in_table:
            cells = "".join(f"<td>{_escape(cell)}</td>" for cell in group[0].text.split(CELL))
            rows.append(f"<tr>{cells}</tr>")
            continue
        body += ["<table>", *rows, "</table>"] if rows else []
        rows = []
        if group and in_table and group[0].role != "heading":
            body.append(paragraph.format(_cell(group)))
        elif group:
            body.append((heading if group[0].role == "heading" else paragraph).format(_escape(_join(group))))
    body += ["</table>"] if in_table else []
    return f'<html lang="{text.language}"{direction}><head><title>Archive</title></head><body>\n' + "\n".join(
        [*parts, *body, "</body></html>", ""]
    )


def _cell(group: Sequence[Piece]) -> str:
    first = group[0]
    if CELL in first.text:
        return "".join(f"<td>{_escape(cell)}</td>" for cell in first.text.split(CELL))
    if len(group) > 1 or not first.label:
        return f'<td colspan="2">{_escape(_join(group))}</td>'
    return f"<td>{_escape(first.label)}</td><td>{_escape(first.text)}</td>"


def _escape(said: str) -> str:
    return html.escape(said).replace("\n", "<br>")
