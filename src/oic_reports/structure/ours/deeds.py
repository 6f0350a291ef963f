"""What an officer or an organ of the OIC does, told with its day: a visit, a reception, a workshop.

Nobody but the OIC prints that such a thing was done on ``15 March 2022``: a newspaper tells of it the next day, and
names the weekday. What a conference or a council does is told by everybody, and is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.language.dates import FoundDate, find_dates
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.datelines import find_dateline
from oic_reports.structure.names.officers import ORGANS_WITH_SEATS, find_actor
from oic_reports.structure.names.organisations import find_organisations
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.ours.openings import FIRST_REACH
from oic_reports.structure.text_blocks import find_above_text

# code points of paragraphs in which the day of a text stands
_DAYS = 600
# code points between the OIC and its organ (``OIC Independent …``)
_NAME = 5


def find_deed(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> str | None:
    """The words that name who acts in the first sentence of a text, where it tells of a day; else None.

    What will be done is announced, by anybody; how an organ was founded, or who its officer is, encyclopedias tell.
    """
    dateline = find_dateline(body[0].text, language, 1)
    text = body[0].text[dateline.end if dateline else 0 :]
    sentence = text[slice(*split_sentences(text)[0])][:FIRST_REACH]
    if any(load_pattern(name, language).search(sentence) for name in ("announces", "tells_history")):
        return None
    end = find_actor(sentence, language)
    host = _find_host(sentence, language)
    if end is None or host:
        return host
    if load_pattern("defines_itself", language).match(sentence, end):
        # ``The Commission is an advisory body``: what others, and its own pages, say of it
        return None
    is_of_meeting = _tells_of_meeting(sentence, end, language)
    return sentence[:end].strip() if not is_of_meeting and _tells_day(blocks, body, language) else None


def read_deed_day(sentence: str, language: Language) -> FoundDate | None:
    """The one day that the first sentence of a text tells, where an officer or an organ of ours acts in it; else None.

    What was done today was done on the day of the text, whoever did it. Else what an organ states tells the day of
    something else.
    """
    days = [day for day in find_dates(sentence, language) if day.precision == "day"]
    told = load_pattern("told_today", language)
    today = [day for day in days if day.iso_end is None and told.search(sentence[: day.start])]
    if len({day.iso for day in today}) == 1:
        return today[0]
    acts = find_actor(sentence, language) is not None or _find_host(sentence, language) is not None
    if not acts or load_pattern("oic_states", language).match(sentence):
        return None
    if any(load_pattern("day_of_other", language).search(sentence[: day.start]) for day in days):
        # ``to follow the vote held on 9 October``, or of what is yet to be done
        return None
    is_one = len({day.iso for day in days}) == 1 and all(day.iso_end is None for day in days)
    return days[-1] if is_one else None


def _find_host(sentence: str, language: Language) -> str | None:
    """An organ with a seat of its own that a sentence names with a day in both calendars: so it tells of its guests.

    ``the President received the Secretary General of the Academy on 11 Jumada al-Ula 1443H corresponding to …``.
    """
    organs = (one for one in find_organisations(sentence, language) if one.standing == "own")
    organ = next((one for one in organs if one.organisation_id in ORGANS_WITH_SEATS), None)
    if organ is None or not _tells_both_calendars(sentence, language):
        return None
    return sentence[organ.start : organ.end]


def _tells_both_calendars(sentence: str, language: Language) -> bool:
    calendars = {day.calendar for day in find_dates(sentence, language)}
    return calendars >= {"hijri", "gregorian"} or "both" in calendars


def _tells_of_meeting(sentence: str, end: int, language: Language) -> bool:
    """Whether the body that a sentence begins with meets in it; between its sessions some do other things."""
    met = find_body(sentence, language)
    if met is None or met.start > end + _NAME:
        # organs that are no bodies of meetings have sessions too (``the 25th session of the Academy``)
        meets = load_pattern("meeting_finite", language).search(sentence)
        is_first = meets is not None and meets.start() <= end + _NAME
        return is_first and bool(find_sessions(sentence, language)) and not _tells_both_calendars(sentence, language)
    return not met.states_between or any(
        load_pattern(name, language).search(sentence) for name in ("meeting_finite", "closes_session")
    )


def _tells_day(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> bool:
    """Whether a text prints a day in full: above it, in its first paragraphs, or below it."""
    above = [block.text for block in find_above_text(blocks, language)]
    below = [block.text for block in blocks if block.role == "signature"]
    told = "\n".join(block.text for block in body[:2])[:_DAYS]
    return any(day.precision == "day" for text in (*above, told, *below) for day in find_dates(text, language))
