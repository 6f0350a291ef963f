"""The facts of blocks as they are read in words that the vocabularies know, quoted as they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.cleaning.lost_accents import RULE as LOST_ACCENT
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.front.cover import gather_cover
from oic_reports.structure.header.header import read_header
from oic_reports.structure.known_words import drop_vowel_signs, match_case, put_accents_back
from oic_reports.structure.lost_apostrophes import find_lost_mark, put_apostrophes_back
from oic_reports.structure.spelling import find_spellings, quote_as_printed, spell_as_known

# facts that name their paragraph
_POINTING = ("document_type", "body", "level", "status", "date", "place", "session", "resolution_number")
# what a header quotes of its text
_QUOTED = (*(f"{name}_evidence" for name in _POINTING), "title", "date_raw", "venue", "venue_raw", "dateline_raw")
# by what is quoted: the source of its fact, which a cover may be
_SOURCE_OF = {
    **{name: f"{name.removesuffix('_evidence')}_source" for name in _QUOTED},
    "date_raw": "date_source",
    "venue": "place_source",
    "venue_raw": "place_source",
}
# by what is quoted: the place of the block of its fact
_SEQ_OF = {name: f"{source.removesuffix('_source')}_seq" for name, source in _SOURCE_OF.items()}


def read_printed_header(
    blocks: Sequence[Block], language: Language, cover: Header | None = None
) -> tuple[Header, tuple[Flag, ...]]:
    """The facts of blocks, their vowel signs left out; the title as it is printed."""
    mark = find_lost_mark(blocks, language)
    if mark:
        header, found = read_printed_header(put_apostrophes_back(blocks, mark), language, cover)
        own = (name for name in _QUOTED if getattr(header, _SOURCE_OF[name], None) != "collection")
        quoted = {name: value.replace(mark, " ") for name in own if (value := getattr(header, name))}
        printed = replace(header, **quoted)
        return printed, tuple(_quote_blanks(flag, mark) for flag in found)
    spellings = find_spellings(blocks, language)
    if spellings:
        known = spell_as_known(blocks, spellings, language)
        header, found = _read_known(known, language, cover)
        return _quote_spelling(header, known, blocks), tuple(_quote_flag(flag, known, blocks) for flag in found)
    return _read_known(blocks, language, cover)


def _read_known(blocks: Sequence[Block], language: Language, cover: Header | None) -> tuple[Header, tuple[Flag, ...]]:
    whole = put_accents_back(blocks)
    gathered, places = gather_cover(whole)
    plain = drop_vowel_signs(gathered, language)
    header, flags = read_header(plain, language, cover=cover)
    if plain is not gathered and header.title:
        header = replace(header, title=read_header(gathered, language, cover=cover)[0].title or header.title)
    header = _point_at(header, drop_vowel_signs(whole, language), places)
    return (header if whole is blocks else _say_as_printed(header, blocks)), tuple(flags)


def _quote_spelling(header: Header, known: Sequence[Block], printed: Sequence[Block]) -> Header:
    """The header with what it quotes of this text, not of its cover, in the printed spelling."""
    own = (name for name in _QUOTED if getattr(header, _SOURCE_OF[name], None) != "collection")
    quoted = {
        name: quote_as_printed(value, known, printed, getattr(header, _SEQ_OF[name], None))
        for name in own
        if (value := getattr(header, name))
    }
    return replace(header, **quoted)  # type: ignore[arg-type]


def _quote_flag(flag: Flag, known: Sequence[Block], printed: Sequence[Block]) -> Flag:
    return replace(flag, surface=quote_as_printed(flag.surface, known, printed)) if flag.surface else flag


def _say_as_printed(header: Header, blocks: Sequence[Block]) -> Header:
    """The header whose quotations lack the letters again that were put back to read it."""
    printed = {
        word: flag.surface
        for block in blocks
        for flag in block.flags
        if flag.rule == LOST_ACCENT and flag.expected and flag.surface
        for word in (flag.expected, match_case(flag.expected, flag.surface))
    }
    changes = {
        name: re.sub(r"[\w’]+", lambda word: printed.get(word.group(), word.group()), value)
        for name in _QUOTED
        if (value := getattr(header, name))
    }
    return replace(header, **changes)  # type: ignore[arg-type]


def _quote_blanks(flag: Flag, mark: str) -> Flag:
    """A flag that quotes a text as it is printed, without the apostrophes that were put back to read it."""
    return replace(flag, surface=flag.surface.replace(mark, " ")) if flag.surface else flag


def _point_at(header: Header, blocks: Sequence[Block], places: Sequence[Sequence[int]]) -> Header:
    """The header with each fact at the block that holds its words, where the cover was gathered to read it."""
    changes = {}
    for name in _POINTING:
        seq, words = getattr(header, f"{name}_seq"), getattr(header, f"{name}_evidence")
        if seq is not None:
            group = places[seq - 1]
            holding = (place for place in group if words and words in " ".join(blocks[place - 1].text.split()))
            changes[f"{name}_seq"] = next(holding, group[0])
    return replace(header, **changes)
