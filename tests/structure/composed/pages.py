"""A composed text as a page prints it: wrapped or not, with blank lines, a site's lines around it, or as HTML."""

from __future__ import annotations

import html
import json
import textwrap
from pathlib import Path
from random import Random
from typing import Any

from composed.texts import FrontLine, Piece, Text, compose, compose_foreign

_LAYOUTS = ("plain", "blank", "blank", "wrapped", "wrapped with blanks", "html")
_ARTICLES = {"en": "of the ", "fr": "de ", "ar": ""}
# words by which a block is known in the truth
_BEGIN, _END = 5, 4


def write_page(folder: Path, language: str, seed: int, *, ours: bool = True) -> Path:
    """Compose one page and write it with its truth; the same seed gives the same page.

    Returns:
        the path of the page; its truth has the suffix ``.json``.
    """
    rng = Random(f"{language} {seed} {ours}")
    text = compose(rng, language) if ours else compose_foreign(rng, language)
    layout = rng.choice(_LAYOUTS)
    above, below = _surround(rng, text) if rng.random() < 0.5 else ([], [])
    if ours and rng.random() < 0.25:
        above += _introduce(rng, text)
    if rng.random() < 0.1:
        assert text.speaker
        text.front.insert(0, FrontLine("invocation", text.speaker.say("invocation")))
    path = folder / f"{language}-{'' if ours else 'no-'}{seed:04}.{'html' if layout == 'html' else 'txt'}"
    printed = _print_html(text, above, below) if layout == "html" else _print(rng, text, layout, above, below)
    path.write_text(printed, encoding="utf-8")
    truth: dict[str, Any] = {"ours": ours, "language": language, "family": "composed", "shape": layout}
    if ours:
        truth |= {"document": text.facts, "front": False, "blocks": [describe(piece) for piece in text.body]}
    path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def print_page(rng: Random, text: Text, layout: str) -> str:
    """A text in one of the layouts, without a site's lines around it."""
    if not layout.startswith("html"):
        return _print(rng, text, layout, [], [])
    return _print_html(text, [], [], breaks=layout == "html breaks")


def _surround(rng: Random, text: Text) -> tuple[list[str], list[str]]:
    """The lines of a site above and below a text; its day of posting is not the meeting's."""
    assert text.speaker
    kinds = ["menu", "posted", "share"]
    above = ["Crescent Archive", *(text.speaker.say(kind) for kind in kinds if rng.random() < 0.8)]
    return above, [text.speaker.say("below")] if rng.random() < 0.6 else []


def _introduce(rng: Random, text: Text) -> list[str]:
    """What stands above a text that was sent under a letter, or that a newspaper gives: days that are not its own."""
    assert text.speaker
    if rng.random() < 0.5:
        return [text.speaker.say("lead")]
    return [text.speaker.say(kind) for kind in ("letter", "letter_text", "letter_end", "annex")]


def describe(piece: Piece) -> dict[str, Any]:
    """A block as a truth has it."""
    words = piece.text.split()
    return {
        "role": piece.role,
        "role_any": list(piece.also),
        "label": piece.label,
        "begins": " ".join(words[:_BEGIN]),
        "ends": " ".join(words[-_END:]),
    }


def _print(rng: Random, text: Text, layout: str, above: list[str], below: list[str]) -> str:
    width = rng.randint(60, 85)
    gap = rng.choice([" ", " ", "  "])
    has_pages, page = bool(text.facts.get("symbol")) and rng.random() < 0.4, 0
    has_blanks = layout in {"blank", "wrapped with blanks"}
    lines = [*above, *([""] if above else [])]
    for line in text.front:
        lines += textwrap.wrap(line.text, width) if layout.startswith("wrapped") else [line.text]
    lines.append("")
    for piece in text.body:
        printed = f"{piece.label}{gap}{piece.text}" if piece.label else piece.text
        wraps = layout.startswith("wrapped")
        lines += textwrap.wrap(printed, width, break_long_words=False, break_on_hyphens=False) if wraps else [printed]
        lines += [""] if has_blanks else []
        if has_pages and rng.random() < 0.3:
            # the page ends here, and the next one has the symbol above its text
            page += 1
            lines += ["", f"- {page} -", "", str(text.facts["symbol"]), ""]
    return "\n".join([*lines, *([""] if below else []), *below]) + "\n"


def _print_html(text: Text, above: list[str], below: list[str], *, breaks: bool = False) -> str:
    direction = ' dir="rtl"' if text.language == "ar" else ""
    parts = [f"<div>{html.escape(line)}</div>" for line in above]
    parts += [f'<p align="center"><b>{html.escape(line.text)}</b></p>' for line in text.front]
    body = [(piece, html.escape(f"{piece.label} {piece.text}" if piece.label else piece.text)) for piece in text.body]
    if breaks:
        parts.append("<div>" + "<br>\n".join(printed for _, printed in body) + "</div>")
    else:
        parts += [f"<p><b>{said}</b></p>" if piece.role == "heading" else f"<p>{said}</p>" for piece, said in body]
    parts += [f"<div>{html.escape(line)}</div>" for line in below]
    return f'<html lang="{text.language}"{direction}><head><title>Archive</title></head><body>\n' + "\n".join(
        [*parts, "</body></html>", ""]
    )
