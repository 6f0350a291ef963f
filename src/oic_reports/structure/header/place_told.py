"""The place in which a sentence or a title says that the meeting was held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates, find_numeric_dates
from oic_reports.language.states import find_countries
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_forms
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.evidence import BLANK, Passage
from oic_reports.structure.names.place_names import (
    TRIM,
    VENUE_REACH,
    PlaceFact,
    blank_dates,
    find_city_of_state,
    find_namesake,
    find_row,
    find_state_behind,
    find_venue,
    print_plain,
)
from oic_reports.structure.names.sessions import find_sessions

# letters between a verb of hosting and its city: ``استضافت العاصمة القطرية الدوحة``
_HOST_REACH = 30
# letters between a city and its date in a title: ``في كراتشي - 25 أبريل``
_DATE_REACH = 12
_APPOSITION = compile_pattern(r"^\s*(?:,[^,]{0,60},)?\s*")
# letters between a verb and the body that met
_SUBJECT_START = 30
# letters between a meeting's name and its city in a title: an adjective and an ordinal
_NOUN_REACH = 45
# marks around days and between two calendars
DAY_MARKS = " \x00,،.-–—()[]/"
_BRACKET_END = compile_pattern(rf"(?<=[){BLANK}])[\s,،]*$")
_SEAT_COMMA = compile_pattern(r",\s+$")
_PAUSE = compile_pattern(r"[،,;؛:–—]|\s-|-\s")


def blank_elsewhere(title: str, language: Language) -> str:
    """A title of the same length without what it welcomes or condemns, which happened elsewhere.

    ``The OIC welcomes the outcome of the Jeddah Summit``.
    """
    stance = load_pattern("stance_verb", language).search(title)
    return title[: stance.start()] + BLANK * (len(title) - stance.start()) if stance else title


def find_told_place(passage: Passage, text: str, language: Language, *, needs_verb: bool = False) -> PlaceFact | None:
    """The city in which a passage says that the meeting was held, with its preposition as printed.

    ``needs_verb``: the passage is a title, in which a city may stand for other reasons.
    """
    at = load_pattern("place_preposition", language)
    hosts = load_pattern("host_verb", language)
    not_before = load_pattern("not_place_before", language)
    around = load_pattern("not_place_around", language)
    for match in find_forms("cities", text, language):
        start, end = match.span("form")
        before = re.search(rf"(?<!\w){at.pattern}$", text[:start], re.IGNORECASE)
        particle = language == "ar" and match.group().startswith("ب")
        if language == "ar":
            host = hosts.search(text[max(0, start - _HOST_REACH) : start])
        else:
            # ``Doha hosted``, ``Baghdad, capital of Iraq, hosted``
            host = hosts.match(_APPOSITION.sub("", text[end:]))
        # ``the 11th Dakar Summit of the OIC``
        is_named = (
            needs_verb and load_pattern("city_summit", language).search(f"{text[:start]}\n{text[end:]}") is not None
        )
        if is_named:
            before = re.compile("$").search(text[:start])
        seat = _find_seat(text, start, language)
        is_seat = seat is not None
        before = seat or before
        bracket = None if before or particle or host else _BRACKET_END.search(text[:start])
        if bracket and find_state_behind(text, end, language)[0]:
            # ``meeting in its 11th session (Session of Peace) Dakar, Republic of Senegal``
            before = bracket
        if not (before or particle or host):
            continue
        begin = before.start() if before else match.start()
        if not_before.search(text[:start]) or around.search(text[:begin]) or around.search(text[end:]):
            continue
        venues = find_forms("venues", text[max(0, begin - VENUE_REACH) : begin], language)
        if before and before.group().startswith((",", "،")) and not (venues or is_seat):
            continue
        state, behind = find_state_behind(text, end, language)
        if needs_verb and not (is_named or state or _is_held(text[:begin], text[end:], language)):
            continue
        if venues:
            begin = max(0, begin - VENUE_REACH) + venues[-1].start("form")
        row = find_row("cities", match, language)
        name, iso2 = row["city"], row["country_iso2"]
        if state and state != iso2:
            name, iso2 = find_namesake(match, state, language) or (print_plain(name), state)
        raw = passage.printed[begin:end].strip(TRIM)
        venue = find_venue(text, start, language)
        return PlaceFact(venue, name, iso2, raw, passage.quote(begin, behind or end))
    return _find_state(passage, text, language, needs_verb=needs_verb)


def _find_seat(text: str, city: int, language: Language) -> re.Match[str] | None:
    """What joins a city to the seat before it: ``held at the headquarters of the Academy, Jeddah``; None for none."""
    comma = _SEAT_COMMA.search(text[:city])
    if comma and load_pattern("seat_before", language).search(text[: comma.start()]):
        return comma
    # ``held at the OIC Headquarters, Jeddah``
    return load_pattern("own_seat", language).search(text, 0, city)


def _find_state(passage: Passage, text: str, language: Language, *, needs_verb: bool) -> PlaceFact | None:
    """A state that a meeting was held in, where no city is named: ``was held in the State of Qatar``."""
    # between the verb and the state may stand the days: ``held on 5 and 6 May 2010 in the State of Qatar``
    text = blank_dates(text, language)
    met = _find_verbs(text, ("meeting_participle", "meeting_finite"), language)
    told = met or _find_verbs(text, ("meeting_planned",), language)
    for country in find_countries(text, language):
        before = text[: country.start]
        preposition = re.search(
            r"(?:\bin\s+(?:the\s+)?|\b(?:au|en|aux)\s+|(?<![\u0621-\u064a])ف[يى]\s+|(?<![\u0621-\u064a])ب)$",
            before,
            re.IGNORECASE,
        )
        if not preposition:
            continue
        named = find_city_of_state(text[country.start :], find_countries(text[country.start :], language), language)
        if named and named[1].start == 0:
            begin, end = preposition.start(), country.start + named[2].end
            return PlaceFact(None, named[0], country.iso2, passage.printed[begin:end], passage.quote(begin, end))
        if needs_verb:
            continue
        verbs = [(start, end) for start, end in told if end <= preposition.start()]
        between = (text[end : preposition.start()] for _, end in verbs)
        is_told = any(_is_days(words, language) or _is_subject(words, language) for words in between)
        if is_told or any(_is_own_session(text, span, preposition.start(), language) for span in verbs):
            begin = preposition.start()
            printed = passage.printed[begin : country.end]
            return PlaceFact(None, None, country.iso2, printed, passage.quote(begin, country.end))
    return None


def _find_verbs(text: str, names: Sequence[PatternName], language: Language) -> list[tuple[int, int]]:
    return [match.span() for name in names for match in load_pattern(name, language).finditer(text)]


def _is_days(words: str, language: Language) -> bool:
    return not load_pattern("day_words", language).sub("", words).strip(DAY_MARKS)


def _is_own_session(text: str, verb: tuple[int, int], end: int, language: Language) -> bool:
    """Whether the session alone stands between a verb and the state at ``end``: ``meeting in its 15th session in``."""
    own = load_pattern("own_meeting", language).search(text, verb[0], end)
    if own is None or text[verb[1] : own.start()].strip(DAY_MARKS):
        return False
    counted = [found.end for found in find_sessions(text[:end], language)]
    return not text[max([own.end(), *counted]) : end].strip(DAY_MARKS)


def _is_subject(words: str, language: Language) -> bool:
    """Whether between an Arabic verb and the state stands who met, and no more: ``عقد مجلس وزراء الخارجية دورته``."""
    if language != "ar" or re.search(r"[،,؛:]", words) or find_countries(words, language):
        return False
    body = find_body(words, language)
    return (
        body is not None and body.start <= _SUBJECT_START and not load_pattern("clause_topic", language).search(words)
    )


def _is_held(before: str, behind: str, language: Language) -> bool:
    """Whether in a title a verb or a meeting's name stands right before a city, or its date behind it."""
    if load_pattern("meeting_participle", language).search(before):
        return True
    dates = [*find_dates(behind, language), *find_numeric_dates(behind, language)]
    if dates and dates[0].start <= _DATE_REACH:
        return True
    nouns = [match.end() for match in load_pattern("meeting_noun", language).finditer(before)]
    between = before[nouns[-1] :] if nouns else ""
    # ``مؤتمر القمة الإسلامي الثالث في مكة المكرمة``; what a meeting was about is no place of it
    return (
        bool(nouns)
        and len(between) <= _NOUN_REACH
        and not _PAUSE.search(between)
        and not load_pattern("subject_line", language).search(between)
    )
