"""A printed line cut at places of its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.structure.lines.cuts import cut_line
from oic_reports.structure.lines.printed_lines import PrintedLine


def cut_at(line: PrintedLine, places: Sequence[int]) -> list[PrintedLine]:
    """The line cut before each of some places of its text; whole where something that was put right would be cut."""
    if not places and line.text and line.text == line.text.strip():
        # the very line, with all facts that were found of it
        return [line]
    edges = [0, *places, len(line.text)]
    pieces = []
    for start, end in pairwise(edges):
        inner = line.text[start:end]
        first = start + len(inner) - len(inner.lstrip())
        piece = cut_line(line.line, first, first + len(inner.strip()))
        if piece is None:
            return [line]
        if piece.text:
            pieces.append(piece)
    return [
        PrintedLine(replace(piece, flow="starts" if place else line.flow), line.after_gap or place > 0, line.language)
        for place, piece in enumerate(pieces)
    ]


def put_hint(line: PrintedLine, hint: str | None) -> PrintedLine:
    """The line with what was found of it: the number of a page, residue of a viewer; None for nothing."""
    return PrintedLine(replace(line.line, hint=hint), line.after_gap, line.language)
