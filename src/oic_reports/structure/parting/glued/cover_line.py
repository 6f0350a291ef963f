"""A cover in one line, read as a whole: the line is parted where all of it is parts of a cover, and nowhere else.

A part is known by its form: a symbol, the language of the original, the name of God, the organisation, a theme, a place
with its days, an index; or by how it begins, and then it ends where the next part does: a title, who adopted it, the
session. Behind the last part the line ends, or a text begins: with those who act, a participle, its first number, or
what tells of the meeting. Prose names all of these too, but no sentence is made of them alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_forms
from oic_reports.structure.lines.printed_lines import is_closed
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.parting.glued.cover_parts import COVER, OPEN, Part, PartFinder
from oic_reports.structure.parting.glued.index_heads import skip_blanks

# parts of a cover
_LEAST_PARTS = 2
# words of a theme without brackets
_SLOGAN = 3
# characters of a line that holds more than a paragraph
_LONG = 250
# the end of a clause
_ENDS_CLAUSE = compile_pattern(r"[.,;:؛،][\"'»”’)\]]*$")
# the number of a viewer's page
_PAGE = compile_pattern(r"(?P<number>\d{1,3})\s+(?=\S)")
# parts by which a line is known as a cover: prose has no such words without marks between them
_PROOFS = {"symbol", "origin", "office", "index", "invocation", "organisation", "first number"}
_TITLES = {"title", "session", "capitals"}


def find_edges_of_cover(text: str, language: Language) -> list[int]:
    """Where each part of a cover begins behind the first, and the rows or the text below it; none for no cover.

    Args:
        text: a line.
        language: its language.

    Returns:
        places of the line (code points), in order; without them no cover, or one that has but one part.
    """
    page = _PAGE.match(text)
    finder = PartFinder(text, language)
    parts = _read_parts(finder, page.end() if page else 0)
    if not _is_cover(finder, parts) or (page and not _may_be_page(int(page["number"]), parts, text)):
        return []
    rows = finder.find_rows(parts[-1].start) if parts[-1].kind == "index" else []
    edges = {part.start for part in parts} | set(rows)
    return sorted(edge for edge in edges if 0 < edge < len(text))


def _read_parts(finder: PartFinder, start: int) -> list[Part]:
    """The parts of a cover from a place to the end of the line or to its text; none where something else stands there.

    The last part is the text below the cover where one begins in the line.
    """
    parts: list[Part] = []
    place = start
    while place < len(finder.text):
        part = finder.find_part(place, parts) if place < COVER else None
        if part is None:
            return []
        parts.append(part)
        if part.is_last:
            break
        place = skip_blanks(finder.text, part.end)
    return parts


def _is_cover(finder: PartFinder, parts: Sequence[Part]) -> bool:
    """Whether parts are those of a cover: one names the text or who met, another is known by its form."""
    kinds = {part.kind for part in parts}
    if len(parts) < _LEAST_PARTS or not _TITLES & kinds or not any(_proves(finder, part) for part in parts):
        return False
    text, last = finder.text, parts[-1]
    if not last.is_last and is_closed(text):
        return False
    named = [(part.kind, text[part.start : part.end]) for part in parts if part.kind in OPEN]
    is_named = all(kind != "title" or _names_text(title, finder.language) for kind, title in named)
    return is_named and not any(_tells(title, finder.language) for _, title in named)


def _names_text(title: str, language: Language) -> bool:
    """Whether a title names the type of its text."""
    return find_form("document_types", title, language) is not None or read_statute_type(title, language) is not None


def _proves(finder: PartFinder, part: Part) -> bool:
    """Whether a line is known as a cover by a part."""
    text, is_end = finder.text, part.end == len(finder.text)
    if part.kind == "place":
        # ``… the Ninth Islamic Summit (Istanbul, 4 - 6 May 1993)`` is a title
        return not (text[part.start] == "(" and is_end)
    if part.kind == "theme":
        return not is_end
    if part.kind == "enacting":
        # a title may name the meeting: ``Final Communiqué The Meeting of …, held in Fez``
        return len(text) >= _LONG or _ENDS_CLAUSE.search(text) is not None
    return part.kind in _PROOFS


def _tells(title: str, language: Language) -> bool:
    """Whether words tell something, or say more than a title does: a venue, a theme behind the name of a session."""
    told = load_pattern("headline_verb", language).search(
        load_pattern("adopted_inside", language).sub(" ", f" {title}")
    )
    body = next(iter(find_forms("body_names", title, language)), None)
    behind = title[body.end("form") :].strip() if body and language != "ar" and not title.isupper() else ""
    # ``Senior Officials Meeting Preparatory to the Ninth Session of the Council …`` names another body
    has_slogan = (
        behind[:1].isupper() and len(behind.split()) >= _SLOGAN and not find_form("body_names", behind, language)
    )
    is_sentence = is_closed(title) or load_pattern("meeting_finite", language).search(title) is not None
    return told is not None or is_sentence or has_slogan or find_form("venues", title, language) is not None


def _may_be_page(number: int, parts: Sequence[Part], text: str) -> bool:
    """Whether a number before a cover is that of its page: the first, or that of a resolution with its text."""
    first, last = parts[0], parts[-1]
    is_resolution = first.kind == "title" and read_number(text[first.start : first.end]) is not None
    return number == 1 or (is_resolution and last.kind == "enacting")
