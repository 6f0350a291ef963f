"""The session that a press release tells of, which is not its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Block, Flag, Header, Language
from oic_reports.resources import load_pattern

_OF_NO_LIST = "a press release tells of it, and no list has its body"
_BESIDE = "a press release names it beside what it tells of, below a headline that does not"
# characters before the number of a session that say whether it is what its sentence is of
_BEFORE = 60


def leave_told_session(
    header: Header, flags: Sequence[Flag], blocks: Sequence[Block], language: Language
) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a press release without a session that it only tells of, with a flag for it.

    ``The fourth session of the ministerial conference on … was opened`` is what the release tells of: the text of an
    organ that no list has would say so of itself. Where a headline says what the release is of, a session beside the
    sentence is not what it is of: ``During its 15th session, the Commission convened its mechanism on Kashmir``.
    """
    if header.session is None or header.session_source != "first_sentence":
        return header, tuple(flags)
    if header.body_id is None:
        note = _OF_NO_LIST
    elif header.title is not None and _stands_beside(header, blocks, language):
        note = _BESIDE
    else:
        return header, tuple(flags)
    flag = Flag("session_unsure", "header.session", "warning", surface=header.session_evidence, note=note)
    bare = replace(
        header, session=None, session_kind=None, session_source=None, session_evidence=None, session_seq=None
    )
    return replace(bare, meeting_id=None), (*flags, flag)


def _stands_beside(header: Header, blocks: Sequence[Block], language: Language) -> bool:
    """Whether the session of a header is when or for what something was done, and not what was held or opened."""
    text = blocks[header.session_seq - 1].text if header.session_seq else ""
    place = text.find(header.session_evidence or "")
    before = text[max(0, place - _BEFORE) : place] if place > 0 else ""
    return load_pattern("beside_session", language).search(before) is not None
