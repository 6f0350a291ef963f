"""The city of the OIC's own seat, where the first sentence says that this meeting was there.

``at the OIC headquarters, Jeddah``, ``au siège du Secrétariat général à Djeddah``, ``بمقر الأمانة العامة بجدة``: such
words are said of the meeting that the sentence tells, however far behind its verb they stand, unless the sentence cites
another meeting right before them, announces one, or says what it thinks of an event; or was itself in another city,
which it names first: ``received in Cairo the envoy, whom he had met at the OIC headquarters in Jeddah``.
"""

from __future__ import annotations

import re

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms
from oic_reports.structure.names.evidence import Passage
from oic_reports.structure.names.place_names import TRIM, PlaceFact, find_row, find_state_behind, find_venue

# article 21 of the Charter; what is said of a seat elsewhere is said of another organisation's
_SEAT = "Jeddah"
_PAUSE = compile_pattern(r"[,،;؛]\s*$")
_ELSEWHERE: tuple[PatternName, ...] = ("stance_verb", "meeting_planned", "not_place_before")
_CITED: tuple[PatternName, ...] = ("clause_away", "clause_act", "earlier_act")


def find_seat(passage: Passage, language: Language) -> PlaceFact | None:
    """The place of the first words of a passage that name the OIC's own seat with its city."""
    text = passage.printed
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        row = find_row("cities", match, language)
        if row["city"] != _SEAT:
            if _is_told_there(text, match, language):
                return None
            continue
        seat = load_pattern("own_seat", language).search(text, 0, start)
        if seat is None or seat.end() != start or not _is_of_meeting(text[: seat.start()], language):
            continue
        _, behind = find_state_behind(text, end, language)
        raw = text[seat.start() : end].strip(TRIM)
        evidence = passage.quote(seat.start(), behind or end)
        return PlaceFact(find_venue(text, start, language), row["city"], row["country_iso2"], raw, evidence)
    return None


def _is_told_there(text: str, city: re.Match[str], language: Language) -> bool:
    """Whether a sentence tells something in another city: ``received in Cairo``, ``في القاهرة``."""
    at = load_pattern("place_preposition", language)
    is_joined = language == "ar" and city.group().startswith("ب")
    return is_joined or re.search(rf"(?<!\w){at.pattern}$", text[: city.start("form")], re.IGNORECASE) is not None


def _is_of_meeting(before: str, language: Language) -> bool:
    """Whether words before a seat cite no other meeting that was there, and no event."""
    if before.count("(") > before.count(")") or any(load_pattern(name, language).search(before) for name in _ELSEWHERE):
        return False
    invited = [match.start() for match in load_pattern("clause_invitation", language).finditer(before)]
    cited = [
        match.start()
        for name in _CITED
        for match in load_pattern(name, language).finditer(before)
        if match.start() not in invited
    ]
    if not cited:
        return True
    # behind a comma the sentence goes on with its own meeting
    behind = before[max(cited) :]
    is_held = load_pattern("meeting_participle", language).search(behind) is not None
    return _PAUSE.search(before) is not None and not is_held
