"""A title block as what it tells of the meeting: its subject and the meetings that it cites are left out."""

from __future__ import annotations

from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.resolutions import find_number
from oic_reports.structure.names.bodies import find_body, is_in_name
from oic_reports.structure.names.evidence import BLANK, Passage, blank
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.ours.speech import read_speech_title

# code points before the ordinal in a line that is a session's name: ``The ``, ``الدورة ``
_SESSION_REACH = 10


def read_title_passage(text: str, language: Language, seq: int) -> Passage:
    """A title block as one passage; its subject is not said of the meeting, nor are meetings that it cites."""
    printed = text.replace("\n", " ")
    issued = [match.start() for match in load_pattern("issued_by", language).finditer(printed)]
    issued = sorted([*issued, *_find_session_lines(text, language), *_find_adopted_lines(text, language)])
    away = [
        (match.start(), _next(issued, match.end(), len(printed)))
        for match in load_pattern("clause_away", language).finditer(printed)
        if match.start() not in issued
    ]
    number = find_number(text)
    subject = load_pattern("subject_line", language)
    # a number that cannot be read leaves the word: ``Resolution No .l/5-E``
    named = None if number else load_pattern("resolution_word", language).match(printed)
    end = number.end if number else named.end() if named else None
    begin = subject.search(printed, end) if end is not None else None
    if begin:
        # behind the number of a resolution stands its subject, up to the words that say who adopted it
        away.append((begin.start(), _next(issued, begin.end(), len(printed))))
    typed = load_pattern("states_on", language).search(printed)
    if typed:
        # ``OIC statement on the meeting of the scholars in Najaf``
        away.append((typed.end(), _next(issued, typed.end(), len(printed))))
    reported = load_pattern("officers_report", language).match(printed)
    about = load_pattern("subject_of_title", language).search(printed, reported.end() - 1) if reported else None
    if about:
        # ``Report of the Secretary General on the Commission``, down to the session to which it was given
        given = [match.start() for match in load_pattern("adopted_inside", language).finditer(printed)]
        away.append((about.start(), _next(sorted([*issued, *given]), about.end(), len(printed))))
    spoken = read_speech_title(printed, language)
    if spoken:
        # ``Address by …, Chairman of the Ninth Islamic Summit, to the Annual Coordination Meeting``
        start, end = spoken.speaker
        away = [span for span in away if not start <= span[0] < end]
        away.append((start, end))
    attended = load_pattern("organ_takes_part", language).match(printed)
    if attended:
        away.append((attended.end(), len(printed)))
    held = [match.start() for match in load_pattern("meeting_participle", language).finditer(printed)]
    ends = sorted([*issued, *held])
    groups = [match.span() for match in load_pattern("contact_group", language).finditer(printed)]
    weak = [
        (match.start(), _next(ends, match.end(), len(printed)))
        for match in load_pattern("clause_topic", language).finditer(printed)
        if not any(start <= match.start() < end for start, end in groups)
        and not is_in_name(printed, match.start(), language)
    ]
    own = blank(printed, [*away, *weak])
    return Passage(printed, own, own, BLANK * len(printed), "title", seq)


def _find_adopted_lines(text: str, language: Language) -> list[int]:
    """Places of lines, behind the first, that say who adopted a text or to whom it was given: they end its subject."""
    adopted = load_pattern("adopted_line", language)
    first, *below = text.split("\n")
    found, place = [], len(first) + 1
    for line in below:
        found += [place] if adopted.match(line) else []
        place += len(line) + 1
    return found


def _find_session_lines(text: str, language: Language) -> list[int]:
    """Places of lines that name the session and its body and nothing before them: below a subject, they end it.

    The body's name may go on in the next line. Below ``on`` at the end of a line the session is the subject itself.
    """
    open_end = load_pattern("ends_open", language)
    subject = load_pattern("subject_line", language)
    found, place, above = [], 0, ""
    lines = text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        is_open = not above or open_end.search(above) or subject.fullmatch(above.strip())
        sessions = [] if is_open else find_sessions(line, language)
        body = find_body(f"{line} {below}", language) if sessions else None
        if sessions and sessions[0].start <= _SESSION_REACH and body is not None and body.start < len(line):
            found.append(place)
        place += len(line) + 1
        above = line
    return found


def _next(places: list[int], behind: int, end: int) -> int:
    return min((place for place in places if place >= behind), default=end)
