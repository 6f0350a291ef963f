"""A composed text as viewers and search engines print it: the lines of its cover, index and preamble run together."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from composed.facts import phrases
from composed.pages import describe
from composed.sentences import say_session
from composed.texts import FrontLine, Piece, Text, compose

_SHAPES = ("cover", "cover", "cover and preamble", "preamble", "pages", "index", "index")
# lines of one block: where a line of the first kind stands above one of the second
_ONE_BLOCK = {("title", "of"), ("title", "title"), ("place", "place")}
_TITLES = {"title", "of"}
_MARK = {"en": "Transcription", "fr": "Transcription", "ar": "Transcript"}
_HEADING = {"en": ("CONTENTS", "INDEX"), "fr": ("SOMMAIRE", "TABLE DES MATIÈRES"), "ar": ("الفهرس", "المحتويات")}
_ROW = {"en": "Resolution No. {}", "fr": "Résolution n° {}", "ar": "قرار رقم {}"}
_COLLECTION = {
    "en": "RESOLUTIONS ON POLITICAL AFFAIRS",
    "fr": "RÉSOLUTIONS SUR LES AFFAIRES POLITIQUES",
    "ar": "القرارات الخاصة بالشؤون السياسية",
}
_ADOPTED = {"en": "adopted by the {}", "fr": "adoptées par la {}", "ar": "الصادرة عن {}"}
_SUFFIX = {"en": "POL", "fr": "POL", "ar": "س"}


def write_run_in_page(folder: Path, language: str, seed: int) -> Path:
    """Compose one page of the organisation and write it with its truth, as ``write_page`` does."""
    rng = Random(f"run in {language} {seed}")
    text = compose(rng, language)
    shape = rng.choice(_SHAPES)
    if shape == "index":
        while text.facts["document_type"] != "resolution":
            text = compose(rng, language)
    if shape == "pages" and not any(piece.label for piece in text.body):
        # nothing parts paragraphs without numbers
        shape = "cover"
    lines, blocks = _print_index(rng, text) if shape == "index" else _print_text(rng, text, shape)
    has_mark = shape == "pages" or rng.random() < 0.2
    path = folder / f"{language}-run-in-{seed:04}.txt"
    path.write_text("\n\n".join([*([_MARK[language]] if has_mark else []), *lines]) + "\n", encoding="utf-8")
    truth: dict[str, Any] = {"ours": True, "language": language, "family": "composed", "shape": f"run in: {shape}"}
    truth |= {"document": text.facts, "blocks": blocks}
    path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _print_text(rng: Random, text: Text, shape: str) -> tuple[list[str], list[dict[str, Any]]]:
    front = " ".join(line.text for line in text.front)
    body = [f"{piece.label} {piece.text}" if piece.label else piece.text for piece in text.body]
    led = _count_preamble(text)
    blocks = [*_describe_front(text.front), *map(describe, text.body)]
    if shape == "cover":
        return [front, *body], blocks
    if shape == "cover and preamble":
        return [" ".join([front, *body[:led]]), *body[led:]], blocks
    if shape == "preamble":
        # a place and its days stand on two lines, which are two blocks
        blocks = [*_describe_front(text.front, parts_days=True), *map(describe, text.body)]
        return [*(line.text for line in text.front), " ".join(body[:led]), *body[led:]], blocks
    # a viewer's pages, each with its number before it and its own behind it
    middle = rng.randint(led, max(led, len(body) - 1))
    pages = [front, " ".join(body[:led]), " ".join(body[led:middle]), " ".join(body[middle:])]
    has_own = rng.random() < 0.5
    full = [page for page in pages if page]
    return [
        f"{number} {page}{f' {number}' if has_own and number > 1 else ''}" for number, page in enumerate(full, 1)
    ], blocks


def _count_preamble(text: Text) -> int:
    """How many paragraphs stand together above what is numbered or decided; one at least."""
    if text.facts["document_type"] not in {"resolution", "declaration"}:
        return 1
    return sum(piece.role == "preamble" for piece in text.body)


def _print_index(rng: Random, text: Text) -> tuple[list[str], list[dict[str, Any]]]:
    """A cover of a collection, its index in one line, and its first resolution."""
    language, speaker = text.language, text.speaker
    assert speaker
    meeting = speaker.meeting
    rows, page = [], rng.randint(2, 4)
    subjects = [*phrases("subject", language)] * 3
    has_count = rng.random() < 0.7
    dots = rng.choice(["", " ....."])
    for number, subject in enumerate(subjects[: rng.randint(3, 5)], 1):
        name = _ROW[language].format(f"{number}/{meeting.session}-{_SUFFIX[language]}")
        rows.append(f"{f'{number}. ' if has_count else ''}{name} {subject}{dots} {page}")
        page += rng.randint(1, 5)
    adopted = _ADOPTED[language].format(say_session(meeting, speaker.style))
    is_capital = rng.random() < 0.5
    symbol = f"OIC/{meeting.body['code']}-{meeting.session}/{meeting.first.year}/POL/RES"
    place = f"{meeting.place['name']}, {meeting.place['state']}".replace(",", "،" if language == "ar" else ",")
    cover = [
        FrontLine("title", _COLLECTION[language]),
        FrontLine("adopted_by", adopted.upper() if is_capital else adopted),
    ]
    if rng.random() < 0.4:
        cover.append(FrontLine("theme", f"({speaker.say('theme')})"))
    cover.append(FrontLine("place", f"{place.upper() if is_capital else place} {speaker.say_days()}"))
    text.facts |= {"symbol": None, "resolution_number": None}
    if rng.random() < 0.6:
        cover.insert(0, FrontLine("symbol", symbol))
        text.facts["symbol"] = symbol
    heading = rng.choice(_HEADING[language])
    front = " ".join(line.text for line in cover)
    body = [f"{piece.label} {piece.text}" if piece.label else piece.text for piece in text.body]
    # the first of them stands below
    title = f"{_ROW[language].format(f'1/{meeting.session}-{_SUFFIX[language]}')} {subjects[0]}"
    title = title if rng.random() < 0.5 else title.upper()
    blocks = [
        *_describe_front(cover),
        describe(Piece("heading", heading, also=("table",))),
        *(describe(Piece("table", row, also=("list_item",))) for row in rows),
        describe(Piece("title", title)),
        *map(describe, text.body),
    ]
    for block, row in zip(blocks[len(blocks) - len(text.body) - 1 - len(rows) :], rows, strict=False):
        # a row has its label before it
        block["label"] = row.split(".")[0] if has_count else None
        block["begins"] = " ".join(row.split()[int(has_count) :][:5])
    index = f"{heading} {' '.join(rows)}"
    led = _count_preamble(text)
    below = [title, *body] if rng.random() < 0.5 else [" ".join([title, *body[:led]]), *body[led:]]
    return ([front, index, *below] if rng.random() < 0.5 else [f"{front} {index}", *below]), blocks


def _describe_front(lines: list[FrontLine], *, parts_days: bool = False) -> list[dict[str, Any]]:
    """The blocks of a cover (decision 0041): each says one thing, and a place keeps its days in one line."""
    groups: list[list[FrontLine]] = []
    for line in lines:
        pair = (groups[-1][-1].kind, line.kind) if groups else None
        if pair in _ONE_BLOCK and not (parts_days and pair == ("place", "place")):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks = []
    for group in groups:
        role = "title" if group[0].kind in _TITLES else "header"
        also = ("preamble", "boilerplate") if group[0].kind == "invocation" else ()
        blocks.append(describe(Piece(role, " ".join(line.text for line in group), also=also)))
    return blocks
