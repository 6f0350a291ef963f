"""The session that a press release tells of, where no list has the body whose session it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Flag, Header

_NOTE = "a press release tells of it, and no list has its body"


def leave_told_session(header: Header, flags: Sequence[Flag]) -> tuple[Header, tuple[Flag, ...]]:
    """The header of a press release without a session that is of no body, with a flag for it.

    ``The fourth session of the ministerial conference on … was opened`` is what the release tells of: the text of an
    organ that no list has would say so of itself.
    """
    if header.session is None or header.body_id is not None or header.session_source != "first_sentence":
        return header, tuple(flags)
    flag = Flag("session_unsure", "header.session", "warning", surface=header.session_evidence, note=_NOTE)
    bare = replace(
        header, session=None, session_kind=None, session_source=None, session_evidence=None, session_seq=None
    )
    return replace(bare, meeting_id=None), (*flags, flag)
