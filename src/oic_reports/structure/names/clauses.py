"""The clauses of a sentence that tell of this meeting, parted from those that tell of others.

A report opens with one sentence: who met, where and when. The same sentence cites other meetings: the one that decided
to hold this one, the one that this one prepares, the one that it was held beside. ``read_clauses`` finds the verb whose
subject is this meeting and blanks what is said of others; patterns are rows of ``patterns.csv``.
"""

from __future__ import annotations

import re

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_forms
from oic_reports.structure.names.bodies import find_body, find_other_bodies, is_in_name
from oic_reports.structure.names.evidence import FactSource, Passage, blank, keep
from oic_reports.structure.names.organisations import find_organisations

Span = tuple[int, int]

# a subject and its verb stand together: a subject with the list of its ministers takes some 250 characters
_SUBJECT_REACH = 250
# the name of a session behind its own meeting: ``at its 38th session (Session of Peace) held in``
_NAME_REACH = 80
# place and day of one meeting stand together: ``in Jeddah, Kingdom of Saudi Arabia, on 16 June``
_PAIR_REACH = 60
_SENTENCE = compile_pattern(
    r"(?<=[.!?؟])(?<!\b[A-Z]\.)(?<!H\.E\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bNo\.)(?<!\bM\.)(?<!\bGen\.)(?<!Mrs\.)"
    r"(?<!\bProf\.)(?<!\sد\.)(?<!\.د\.)"
    r"\s+(?!الموافق)(?=[\"«“(]?[A-ZÀ-Þ\u0600-\u06ff])"
)
# a stop behind an article or a preposition is damage: ``the Sixth Conference, The. Session of``
_STOP_INSIDE = compile_pattern(r"(?<!\w)(?:the|an?|of|from|les?|la|des|du)\.$", re.IGNORECASE)
# words of a theme
_THEME_WORDS = 3
_QUOTED = compile_pattern(r"[\"«“]([^\"«»“”]{3,120})[\"»”]")
_RELATIVE = compile_pattern(r"(?:which|that|qui)\b", re.IGNORECASE)
# what stands before the name of a body that is a subject: ``The``, ``La troisième session extraordinaire du``
_SESSION_OF = compile_pattern(
    r"(?:the|la|le|l['’])\s?(?:(?:[\w-]+\s+){0,3}?(?:session|meeting|réunion)\s+(?:\w+\s+)?(?:of\s+the|du|de\s+la|de\s+l['’])\s?)?",
    re.IGNORECASE,
)
_PARENTHESIS = compile_pattern(r"\([^()]*\)")
# what one meeting is to another, which does not end its subject
_PREPARES = compile_pattern(r"pr[ée]parator|préparatoire|preparing\b", re.IGNORECASE)
_STOP = compile_pattern(r"[,;:]")


def split_sentences(text: str) -> list[Span]:
    """The sentences of a paragraph as half-open ranges; an initial, a title (``H.E.``) or an article ends none."""
    spans, start = [], 0
    for match in _SENTENCE.finditer(text):
        if _STOP_INSIDE.search(text, start, match.start()):
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return spans


def read_clauses(
    sentence: str, language: Language, source: FactSource, seq: int, *, verbs: PatternName = "meeting_finite"
) -> Passage | None:
    """What a sentence tells of this meeting; None where it does not tell that it met, or by other ``verbs`` will."""
    if load_pattern("recital_infinitive", language).match(sentence):
        # ``to recall the Conference held in …`` below ``We, the Member States, determined:`` has no main clause
        return None
    printed, sentence = sentence, _blank_themes(sentence, language)
    finite = _find(verbs, sentence, language)
    participles = [
        span for span in _find("meeting_participle", sentence, language) if not any(_meet(span, one) for one in finite)
    ]
    own_meetings = _find("own_meeting", sentence, language)
    away = _find_away(sentence, language, finite, participles)
    away += _find_others(sentence, language, finite, participles, own_meetings)
    acts = [span for span in _find("clause_act", sentence, language) if not _inside(span[0], away)]
    acts = [span for span in acts if not any(_meet(span, verb) for verb in finite)]
    before = _find_before(sentence, language, finite, acts)
    away += before
    acts = [span for span in acts if not _inside(span[0], before)]
    # what a meeting did is said behind its verb, up to where its own session is named again
    away += [(start, _end_of_act(start, own_meetings, len(sentence))) for start, _ in acts]
    anchors = [span for span in sorted([*finite, *participles]) if not _inside(span[0], away)]
    if not anchors:
        return None
    anchor = anchors[0]
    if anchor not in finite and load_pattern("narrates", language).match(sentence):
        # ``He gave an account of the meeting of the Committee held in Agadir``
        return None
    attended = load_pattern("organ_takes_part", language).match(sentence)
    if attended and attended.end() <= anchor[0]:
        # ``The delegation of the Commission participated in the Session of the Council held in``
        return None
    beside = _find_beside(sentence, language, finite, participles)
    weak = _find_topics(sentence, language, anchors)
    weak = [span for span in weak if not _inside(span[0], away)]
    paired = [pair for span in weak if (pair := _find_pair(sentence, span, language))]
    own = blank(sentence, [*away, *beside, *weak])
    paired += _find_pairs_behind_invitations(sentence, away, language, told=own)
    placed = blank(sentence, [*away, *weak])
    for start, end in paired:
        placed = placed[:start] + sentence[start:end] + placed[end:]
        own = own[:start] + sentence[start:end] + own[end:]
    if not load_pattern("meeting_noun", language).search(own) or _is_of_outsiders(own, anchor[0], language):
        return None
    doubtful = blank(keep(sentence, [*weak, *_dated_ranges(sentence, beside, language)]), [*away, *paired])
    placed = blank(placed, _dated_ranges(sentence, beside, language))
    return Passage(printed, own, placed, doubtful, source, seq, is_finite=anchor in finite)


def _is_of_outsiders(own: str, verb: int, language: Language) -> bool:
    """Whether others met than those who issue the text: ``a group of scholars met in``, and no body is named.

    ``The First OIC Meeting of Muslim scholars was held`` tells of a meeting.
    """
    outsiders = load_pattern("outsiders", language).search(own[:verb])
    if outsiders is None or find_body(own, language) is not None:
        return False
    return all(named.standing != "own" for named in find_organisations(own[: outsiders.start()], language))


def _blank_themes(sentence: str, language: Language) -> str:
    """The sentence without the theme of its session, which says nothing of its subject: quoted words, or brackets.

    Quoted words that name a meeting are no theme; a word or two in quotes is the other name of a month. Brackets that
    begin with the word for a session hold its theme (``(Session of Values for Peace)``), unless they count or date it.
    """
    noun, named = load_pattern("meeting_noun", language), load_pattern("theme_bracket", language)
    quotes = [match for match in _QUOTED.finditer(sentence) if len(match.group(1).split()) >= _THEME_WORDS]
    brackets = [match.span() for match in _PARENTHESIS.finditer(sentence) if named.match(match.group())]
    return blank(sentence, [*(match.span(1) for match in quotes if not noun.search(match.group(1))), *brackets])


def _find(name: PatternName, text: str, language: Language) -> list[Span]:
    return [match.span() for match in load_pattern(name, language).finditer(text)]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(place: int, spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _end_of_act(start: int, own_meetings: list[Span], length: int) -> int:
    return next((begin for begin, _ in own_meetings if begin > start), length)


def _find_away(sentence: str, language: Language, finite: list[Span], participles: list[Span]) -> list[Span]:
    """Ranges that cite another meeting, each from its first word to where the main clause begins or goes on."""
    starts = _find("clause_away", sentence, language) + _find("clause_participle", sentence, language)
    first = min((start for start, _ in finite), default=len(sentence))
    # an invitation goes before the subject; behind the verb, what follows it is said of this meeting again
    starts += [span for span in _find("clause_invitation", sentence, language) if span[0] < first]
    spans: list[Span] = []
    position = 0
    for start, behind in sorted(starts):
        if start < position or _is_own_relative(sentence, start, language):
            continue
        own = _find_verb_of_preparing(sentence, start, behind, language, finite)
        position = own or _resume(sentence, behind, language, finite, participles)
        spans.append((start, position))
    # ``(held in Tunis in 1990)`` is said of what stands before it
    brackets = [match.span() for match in _PARENTHESIS.finditer(sentence)]
    spans += [one for one in brackets if any(_meet(one, verb) for verb in [*finite, *participles])]
    return spans


def _find_verb_of_preparing(
    sentence: str, start: int, behind: int, language: Language, finite: list[Span]
) -> int | None:
    """Where the verb stands of a meeting that prepares another: ``The Meeting preparatory to the Session was held``."""
    is_subject = load_pattern("meeting_noun", language).search(sentence, 0, start) is not None
    if not is_subject or not _PREPARES.match(sentence, start):
        return None
    verb = next((begin for begin, _ in finite if begin >= behind), None)
    return verb if verb is not None and not _STOP.search(sentence, 0, verb) else None


def _is_own_relative(sentence: str, start: int, language: Language) -> bool:
    """Whether leaders tell by a relative clause where they met: ``We, …, attending the Session …, which was held in``.

    The meeting stands right before it, behind what those who declare do, and none is cited before.
    """
    if not _RELATIVE.match(sentence, start):
        return False
    before = sentence[:start]
    if any(not before[end:].strip(" ,،") for _, end in _find("own_meeting", before, language)):
        # ``concluded its 15th Regular Session, which was held in``
        return True
    concluded = load_pattern("own_session", language).search(before)
    if concluded and not before[concluded.end() :].strip(" ,،"):
        return True
    if not load_pattern("declaring", language).match(sentence):
        return _is_of_subject(sentence, start, language)
    present = list(load_pattern("attends", language).finditer(before))
    if not present or load_pattern("clause_act", language).search(before, present[0].end()):
        return False
    return start - present[0].end() <= _SUBJECT_REACH and find_body(before[present[0].end() :], language) is not None


def _is_of_subject(sentence: str, start: int, language: Language) -> bool:
    """Whether a relative clause is said of the meeting that begins the sentence, and acts or issues a text behind it.

    ``The Summit, which was held in Doha on 5 May, adopted the following resolution:``; ``The Summit, which was held in
    Doha on 5 May,`` above its recitals.
    """
    before = sentence[:start].lstrip("\x00 ")
    if not before.rstrip().endswith((",", "،")) or not load_pattern("subject_opening", language).match(before):
        return False
    bodies = find_other_bodies(before, language)
    is_one = len(bodies) == 1 and "," not in before.rstrip(" ,")
    is_subject = is_one and _SESSION_OF.fullmatch(before[: bodies[0].start]) is not None
    acts_below = sentence.rstrip("\x00 ").endswith((",", "،"))
    return is_subject and (acts_below or load_pattern("press_issued", language).search(sentence, start) is not None)


def _find_before(sentence: str, language: Language, finite: list[Span], acts: list[Span]) -> list[Span]:
    """The beginning of a sentence that tells of an earlier meeting: ``The Second Conference had decided``."""
    earlier = load_pattern("earlier_act", language).search(sentence)
    if earlier is None or any(start < earlier.start() for start, _ in [*finite, *acts]):
        return []
    return [(0, earlier.end())]


def _find_others(
    sentence: str, language: Language, finite: list[Span], participles: list[Span], own_meetings: list[Span]
) -> list[Span]:
    """Ranges that tell where a meeting named behind a comma was held: ``…, Chair of the Session held in Tunis``.

    Where another verb of meeting stands between, it is the own one: ``…, gathered at the Summit held in Makkah``.
    """
    noun = load_pattern("meeting_noun", language)
    spans = []
    # ``نحن ملوك ورؤساء الدول الأعضاء، في منظمة …، المجتمعين في``: what those who declare do is said first
    first = min((begin for begin, _ in [*finite, *participles]), default=0)
    spoken = first if load_pattern("declaring", language).match(sentence) else None
    for start, _ in participles:
        if start == spoken:
            continue
        comma = max(sentence.rfind(mark, 0, start) for mark in ",،;؛")
        before = sentence[comma + 1 : start]
        is_own = any(comma < end <= start and start - end < _NAME_REACH for _, end in own_meetings)
        is_own = is_own or any(comma < begin < start for begin, _ in [*finite, *participles])
        if comma < 0 or is_own or not noun.search(before) or _begins_subject(before, language):
            continue
        end = re.search(r"[,،;؛]", sentence[start:])
        spans.append((comma + 1, start + end.start() if end else len(sentence)))
    return spans


def _begins_subject(text: str, language: Language) -> bool:
    """Whether words are a subject of their own: ``…, the Twelfth Conference held in …`` behind a clause that cites."""
    return load_pattern("subject_opening", language).match(text.lstrip()) is not None


def _resume(sentence: str, place: int, language: Language, finite: list[Span], participles: list[Span]) -> int:
    """Where the main clause begins behind a clause that cites another meeting; the end, where it does not."""
    if language == "ar":
        opening = load_pattern("subject_opening", language)
        subject = next(
            (
                m.start()
                for m in re.finditer(r"(?<=،\s)", sentence)
                if m.start() >= place and opening.match(sentence, m.start())
            ),
            None,
        )
        verb = next((start for start, _ in finite if start >= place), None)
        acts = load_pattern("verb_of_meeting", language).search(sentence, place)
        behind_comma = _comma_then_own(sentence, place)
        found = [at for at in (subject, verb, behind_comma, acts.start("verb") if acts else None) if at is not None]
        return min(found, default=len(sentence))
    starts = [match.end() for match in re.finditer(r"[,;:–—]\s+", sentence) if match.end() >= place]
    for start in starts:
        if any(start == begin for begin, _ in finite) or _is_subject(sentence, start, language, finite, participles):
            return start
    bare = [begin for begin, _ in finite if begin > place]
    if bare and not starts:
        # no comma parts them: the last article before the verb that opens a meeting's name
        articles = [
            match.start()
            for match in re.finditer(
                r"(?<!\w)(?:the|la|le|les)\s|(?<!\w)l['’]", sentence[place : bare[0]], re.IGNORECASE
            )
        ]
        noun = load_pattern("meeting_noun", language)
        named = [at for at in articles if noun.search(sentence, place + at, bare[0])]
        if named:
            return place + named[-1]
    own = [start for start, _ in _find("own_meeting", sentence, language) if start >= place]
    return min(own, default=len(sentence))


def _comma_then_own(sentence: str, place: int) -> int | None:
    """Behind a comma, the object of the verb before the clause: ``…، اجتماعا في جدة``."""
    for match in re.finditer(r"،\s*", sentence):
        if match.end() >= place and re.match(r"(?:اجتماع|دورت|جلس|في\s+دورت|وذلك)", sentence[match.end() :]):
            return match.end()
    return None


def _is_subject(sentence: str, start: int, language: Language, finite: list[Span], participles: list[Span]) -> bool:
    """Whether the main clause's subject begins here: a meeting's name up to the next comma, and a verb behind it."""
    if not load_pattern("subject_opening", language).match(sentence, start):
        return False
    comma = re.search(r"[,;]", sentence[start:])
    end = start + comma.start() if comma else len(sentence)
    verb = next((begin for begin, _ in finite if begin > start), None)
    other = next((begin for begin, _ in participles if begin > start), None)
    nearest = min((at for at in (verb, other) if at is not None), default=None)
    if nearest is None or nearest - start > _SUBJECT_REACH:
        return False
    noun = load_pattern("meeting_noun", language).search(sentence, start, min(end, nearest))
    if noun is None:
        # ``…, the Secretary General convened the Meeting of the Committee``
        return load_pattern("convenes", language).match(sentence, start) is not None
    # ``…, the Summit held in Makkah, and …, the Conference met``: a participle before the comma opens no clause
    return verb == nearest or (other == nearest and nearest > end)


def _find_beside(sentence: str, language: Language, finite: list[Span], participles: list[Span]) -> list[Span]:
    """Ranges that name what the meeting was held beside: from ``on the sidelines`` to a comma or the verb."""
    spans = []
    for start, behind in _find("clause_beside", sentence, language):
        if _is_own_occasion(sentence, start, behind, language, [*finite, *participles]):
            continue
        comma = re.search(r"[,;،؛]", sentence[behind:])
        end = behind + comma.start() if comma else len(sentence)
        verb = next((begin for begin, _ in finite if begin > start), end)
        spans.append((start, min(end, verb)))
    return spans


def _is_own_occasion(sentence: str, start: int, behind: int, language: Language, verbs: list[Span]) -> bool:
    """Whether leaders name the session that they met in as an occasion: ``We, …, gathered on the occasion of the …``.

    The verb and a place at most stand before it, and no body is named but the one behind it (``bodies.find_body``).
    """
    if not load_pattern("declaring", language).match(sentence):
        return False
    if not any(start - end <= _PAIR_REACH for _, end in verbs if end <= start):
        return False
    if load_pattern("margins", language).search(sentence[start:behind]):
        return False
    comma = re.search(r"[,;،؛]", sentence[behind:])
    end = behind + comma.start() if comma else len(sentence)
    named, occasion = find_body(sentence[:start], language), find_body(sentence[behind:end], language)
    # ``We, the Ministers of Tourism of the OIC, …``: those who speak may be named as the body is
    return occasion is not None and (named is None or named.body_id == occasion.body_id)


def _dated_ranges(sentence: str, beside: list[Span], language: Language) -> list[Span]:
    """Several days inside a range that names what a meeting was held beside: these are the other meeting's."""
    return [
        (start + date.start, start + date.end)
        for start, end in beside
        for date in find_dates(sentence[start:end], language)
        if date.iso_end is not None or date.precision != "day"
    ]


def _find_topics(sentence: str, language: Language, anchors: list[Span]) -> list[Span]:
    """Ranges that say what a meeting was about: up to the next verb, else to the end of the sentence."""
    spans = []
    verbs = [start for start, _ in anchors]
    groups = [
        (start, min([end, *(verb for verb in verbs if verb > start)]))
        for start, end in _find("contact_group", sentence, language)
    ]
    for start, behind in _find("clause_topic", sentence, language):
        if _inside(start, groups) or is_in_name(sentence, start, language):
            # ``Contact Group on the situation in …``, ``Ministerial Conference on Water`` are names
            continue
        verb = next((begin for begin, _ in anchors if begin >= behind), None)
        if start > anchors[0][0]:
            verb = next((begin for begin, _ in _find("own_meeting", sentence, language) if begin >= behind), None)
        spans.append((start, verb if verb is not None else len(sentence)))
    return spans


def _find_pair(sentence: str, topic: Span, language: Language) -> Span | None:
    """Place and day of this meeting behind its topic, where the topic has a place of its own: the second place."""
    inside = sentence[topic[0] : topic[1]]
    cities = [match.span("form") for match in find_forms("cities", inside, language)]
    dates = find_dates(inside, language)
    if not cities or not dates:
        return None
    city, date = cities[-1], dates[-1]
    gap = date.start - city[1] if date.start >= city[1] else city[0] - date.end
    before = inside[: min(city[0], date.start)]
    if not 0 <= gap <= _PAIR_REACH or not _names_place(before, language):
        return None
    at = re.search(rf"(?<!\w){load_pattern('place_preposition', language).pattern}$", before, re.IGNORECASE)
    return topic[0] + (at.start() if at else len(before)), topic[1]


def _find_pairs_behind_invitations(sentence: str, away: list[Span], language: Language, *, told: str) -> list[Span]:
    """Places and days of this meeting behind who asked for it: ``…, at the request of …, at the hall in …, on …``.

    A comma, a preposition, perhaps a venue, and the city; no other meeting is named between, and the day stands next.
    Or a day between commas, behind who asked: where ``told``, what the sentence says of this meeting, has another day,
    that is the meeting's, and the day between commas the request's.
    """
    is_dated = any(day.precision == "day" for day in find_dates(told, language))
    invited = {start for start, _ in _find("clause_invitation", sentence, language)}
    found = []
    for start, end in away:
        if start not in invited:
            continue
        for comma in re.finditer(r"[,،]\s+", sentence[start:end]):
            begin = start + comma.end()
            pair = _read_pair(sentence, begin, end, language)
            if pair is None and not is_dated:
                pair = _read_day(sentence, start, begin, end, language)
            if pair is not None:
                found.append((begin, pair))
                break
    return found


def _read_pair(sentence: str, begin: int, end: int, language: Language) -> int | None:
    """Where a place and a day end that begin at ``begin``; None where none do."""
    at = re.compile(load_pattern("place_preposition", language).pattern, re.IGNORECASE)
    if not at.match(sentence, begin):
        return None
    city = find_form("cities", sentence[begin:end], language)
    days = [day for day in find_dates(sentence[begin:end], language) if city and day.start >= city.end("form")]
    if city is None or city.start("form") > _NAME_REACH or not days or days[0].start - city.end("form") > _PAIR_REACH:
        return None
    # ``the Conference Palace`` is no meeting
    venues = [venue.span("form") for venue in find_forms("venues", sentence[begin:end], language)]
    between = blank(sentence[begin:end], venues)[: days[0].start]
    is_cited = any(load_pattern(name, language).search(between) for name in ("meeting_noun", "meeting_participle"))
    return None if is_cited else begin + days[0].end


def _read_day(sentence: str, start: int, begin: int, end: int, language: Language) -> int | None:
    """Where a day ends that stands by itself at ``begin``, between commas; None where none does.

    Who asked, named from ``start`` on, names no other meeting, nor how the request was sent: that was on its own day.
    """
    asked = sentence[start:begin]
    names: tuple[PatternName, ...] = ("meeting_noun", "meeting_participle", "request_sent")
    if any(load_pattern(name, language).search(asked) for name in names):
        return None
    days = find_dates(sentence[begin:end], language)
    lead = load_pattern("day_lead", language).fullmatch(sentence[begin : begin + days[0].start]) if days else None
    if lead is None or days[0].precision != "day":
        return None
    # both calendars may stand there
    last = next((one for one in reversed(days) if one.iso == days[0].iso), days[0])
    behind = sentence[begin + last.end : end].lstrip(" )")
    return begin + last.end if not behind or behind[0] in ",،;؛" else None


def _names_place(text: str, language: Language) -> bool:
    return bool(_places(text, language))


def _places(text: str, language: Language) -> list[int]:
    from oic_reports.language.states import find_countries  # noqa: PLC0415

    return [state.start for state in find_countries(text, language)] + [
        match.start("form") for match in find_forms("cities", text, language)
    ]
