"""The city in which a press release was issued, as its own dateline prints it: ``Jeddah, 12 March 2019: The OIC …``.

The dateline of a newspaper is where the paper wrote, and says nothing of a meeting. That of a release which an organ of
the OIC issued, without the name of an agency in it, is its place of issue, as its day is its date; so is the line of
place and day with which it ends. One that tells of a meeting has the place of that meeting, or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.codes import FlagName
from oic_reports.model import Block, Flag, Header, Language
from oic_reports.structure.header.own_seat import find_seat
from oic_reports.structure.header.release_day import find_own_line, is_released
from oic_reports.structure.names.bodies import tells_of_meeting
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.evidence import Passage, whole
from oic_reports.structure.names.place_lines import read_place_line
from oic_reports.structure.text_blocks import is_body

_OF_PLACES: frozenset[FlagName] = frozenset({"place_conflict", "place_unsure"})


def take_release_place(
    header: Header, flags: tuple[Flag, ...], blocks: Sequence[Block], language: Language
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a press release with the city of its dateline; as it was where it has a place, or none is sure.

    Args:
        header: facts of a text that states something of itself; what it tells of may have been elsewhere.
        flags: what is flagged of it; a conflict between places stays one.
        blocks: all of its blocks.
        language: its language.
    """
    if tells_of_meeting(header):
        return header, flags
    own = find_own_line(blocks, language)
    place = read_place_line(whole(own.words, own.source, own.seq), language, is_placed=True) if own else None
    if place is not None and place.city is not None:
        # what the text tells of was elsewhere
        flags = tuple(flag for flag in flags if flag.flag not in _OF_PLACES)
    elif header.city or header.country_iso2 or any(flag.flag in _OF_PLACES for flag in flags):
        return header, flags
    elif (header.date_source == "first_sentence" or is_released(blocks, language)) and (
        told := _read_first_sentence(blocks)
    ):
        place = find_seat(told, language)
    if place is None or place.city is None:
        return header, flags
    return replace(
        header,
        city=place.city,
        country_iso2=place.country_iso2,
        venue_raw=place.raw,
        place_source=place.evidence.source,
        place_evidence=place.evidence.words,
        place_seq=place.evidence.seq,
    ), flags


def _read_first_sentence(blocks: Sequence[Block]) -> Passage | None:
    first = next(((seq, block) for seq, block in enumerate(blocks, 1) if is_body(block)), None)
    if first is None:
        return None
    seq, text = first[0], first[1].text.replace("\n", " ")
    return whole(text[slice(*split_sentences(text)[0])], "first_sentence", seq)
