"""Whole texts: a communiqué, a resolution, a declaration, an account that leads to decisions; and texts of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from composed.facts import Meeting, invent, load, phrases
from composed.sentences import Speaker, Style, choose_style, say_session, write_days

_TYPES = {
    "final_communique": {"en": "FINAL COMMUNIQUÉ", "fr": "COMMUNIQUÉ FINAL", "ar": "البيان الختامي"},
    "report": {"en": "REPORT", "fr": "RAPPORT", "ar": "تقرير"},
    "declaration": {"en": "{city} DECLARATION", "fr": "DÉCLARATION DE {city}", "ar": "إعلان {city}"},
}
_RESOLUTION = {"en": "RESOLUTION No. {}", "fr": "RÉSOLUTION N° {}", "ar": "قرار رقم {}"}
_SUFFIX = {"en": ("POL", "E", "C"), "fr": ("POL", "E", "C"), "ar": ("س", "أق", "ث")}
_CODES = {"final_communique": "FC", "report": "REP", "declaration": "DEC", "resolution": "RES"}
_LABELS = ("{}.", "{}.", "{}-", "({})", "{})", "{} -")
_STOPS = {"en": (";", ","), "fr": (" ;", ","), "ar": ("؛", "،")}


@dataclass
class Piece:
    """A printed paragraph: its role, others that a careful reader might give it, its label."""

    role: str
    text: str
    label: str | None = None
    also: tuple[str, ...] = ()


@dataclass
class FrontLine:
    """A line above the body: what it says of the text, and its words."""

    kind: str
    text: str


@dataclass
class Text:
    """A text in the order of its lines: those above the body, the body, and the facts that it prints."""

    language: str
    front: list[FrontLine] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    speaker: Speaker | None = None


def compose(rng: Random, language: str) -> Text:
    """A text of the organisation."""
    kind = rng.choice(["final_communique", "final_communique", "report", "resolution", "resolution", "declaration"])
    meeting = invent(rng, language)
    while meeting.session is None and kind in {"resolution", "declaration"}:
        meeting = invent(rng, language)
    style = choose_style(rng, language)
    speaker = Speaker(rng, meeting, style)
    text = Text(language, speaker=speaker)
    one_day = meeting.first == meeting.last
    text.facts = {
        "document_type": kind,
        "body_id": meeting.body["body_id"],
        "session": meeting.session,
        "date": meeting.first.isoformat(),
        "date_end": None if one_day else meeting.last.isoformat(),
        "city": meeting.place["city"],
        "country_iso2": meeting.place["country_iso2"],
        "symbol": None,
        "resolution_number": None,
    }
    {"resolution": _resolve, "declaration": _declare}.get(kind, _report)(rng, text, kind)
    return text


def compose_opening(rng: Random, text: Text, kind: str) -> None:
    """The lines above a text and what stands before its first paragraph.

    ``kind`` is ``resolution``, ``report`` or ``declaration``; a declaration's last words, which lead on, are left out.
    """
    speaker = text.speaker
    assert speaker
    if kind == "resolution":
        number = f"{rng.randint(1, 30)}/{speaker.meeting.session}-{rng.choice(_SUFFIX[text.language])}"
        head = _RESOLUTION[text.language].format(number)
        text.front += [FrontLine("title", head), FrontLine("title", speaker.say("subject").upper())]
        text.body = [Piece("preamble", speaker.say("enacts")), *_recall(rng, speaker)]
        return
    _write_head(rng, text, kind, speaker.meeting, speaker.style)
    if kind == "declaration":
        text.body = [Piece("preamble", speaker.say("declares")), *_recall(rng, speaker)]
        return
    held = speaker.say("held")
    text.body = [Piece("preamble", f"{held[0].upper()}{held[1:]}.", also=("operative",))]


def _write_head(rng: Random, text: Text, kind: str, meeting: Meeting, style: Style) -> None:
    """Symbol, title, session, motto, place and days, in one of the orders in which covers have them."""
    language = text.language
    if rng.random() < 0.4:
        number = f"-{meeting.session}" if meeting.session else ""
        text.facts["symbol"] = f"OIC/{meeting.body['code']}{number}/{meeting.first.year}/{_CODES[kind]}"
        text.front.append(FrontLine("symbol", text.facts["symbol"]))
    assert text.speaker
    if rng.random() < 0.15:
        text.front.append(FrontLine("original", text.speaker.say("original")))
    title = _TYPES[kind][language].format(city=meeting.place["name"])
    session = text.speaker.say("adopted" if kind == "declaration" else "of")
    if kind == "report" and language == "ar":
        session = say_session(meeting, style)
    # what a communiqué is of goes on with its title, but for a participle of its own (``الصادر عن``)
    is_adopted = kind == "declaration" or (kind == "final_communique" and language == "ar")
    below = "adopted_by" if is_adopted else "of"
    is_capital = rng.random() < 0.5
    if kind == "declaration" and rng.random() < 0.4:
        # who adopted it stands on a line of its own, and the title may come again above the text
        named = say_session(meeting, style)
        session, below = named[0].upper() + named[1:], "session"
        text.facts["title"] = title
    lines = [FrontLine("title", title), FrontLine(below, session.upper() if is_capital else session)]
    if rng.random() < 0.3:
        lines.append(FrontLine("theme", f"({text.speaker.say('theme')})"))
    place = f"{meeting.place['name']}, {meeting.place['state']}".replace(",", "،" if language == "ar" else ",")
    days = write_days(meeting, style, inside=False)
    comma = "، " if language == "ar" else ", "
    parts = [f"{place}{comma}{days}"] if rng.random() < 0.3 else [place, days]
    under = [FrontLine("place", part) for part in parts]
    if rng.random() < 0.15:
        under.reverse()
    if rng.random() < 0.15:
        text.front.append(FrontLine("organisation", meeting.org.upper()))
    if kind == "final_communique" and rng.random() < 0.2:
        # the session with its place and days, and below them what the text is
        named = say_session(meeting, style)
        text.front += [FrontLine("session", named[0].upper() + named[1:]), *under, FrontLine("title", title)]
    else:
        text.front += [*lines, *under]


def _report(rng: Random, text: Text, kind: str) -> None:
    speaker = text.speaker
    assert speaker
    meeting = speaker.meeting
    if kind == "report" or rng.random() < 0.8:
        _write_head(rng, text, kind, meeting, speaker.style)
    else:
        text.front.append(FrontLine("title", _TYPES[kind][text.language]))
    is_numbered = rng.random() < 0.7
    label = rng.choice(_LABELS) if is_numbered else None
    opening = speaker.say("held")
    told = [opening[0].upper() + opening[1:], *_sample(rng, speaker, "ceremony", rng.randint(0, 3))]
    pieces = [Piece("preamble", f"{sentence}.", also=("operative",)) for sentence in told]
    if not is_numbered:
        pieces.append(Piece("preamble", speaker.say("leads"), also=("operative",)))
    acts = rng.sample(load("acts", text.language), rng.randint(4, 7))
    has_headings = is_numbered and rng.random() < 0.3
    for place, row in enumerate(acts):
        if has_headings and place % 3 == 0:
            pieces.append(Piece("heading", phrases("heading", text.language)[place // 3]))
        pieces.append(Piece("operative", f"{_tell(row, meeting)}."))
    text.body = _number(pieces, label)


def _tell(row: dict[str, str], meeting: Meeting) -> str:
    """What a meeting did; the verb stands first in Arabic."""
    speaker = meeting.body["speaker"]
    words = (row["past"], speaker) if meeting.language == "ar" else (speaker, row["past"])
    return f"{' '.join(words)} {row['rest']}"


def _number(pieces: list[Piece], label: str | None) -> list[Piece]:
    number = 0
    for piece in pieces:
        if label is not None and piece.role != "heading":
            number += 1
            piece.label = label.format(number)
    return pieces


def _sample(rng: Random, speaker: Speaker, kind: str, number: int) -> list[str]:
    found = phrases(kind, speaker.meeting.language)
    return [speaker.fill(template) for template in rng.sample(found, min(number, len(found)))]


def _resolve(rng: Random, text: Text, _kind: str) -> None:
    speaker = text.speaker
    assert speaker
    meeting, language = speaker.meeting, text.language
    number = f"{rng.randint(1, 30)}/{meeting.session}-{rng.choice(_SUFFIX[language])}"
    text.facts["resolution_number"] = number
    subject = speaker.say("subject")
    head = _RESOLUTION[language].format(number)
    printed = [f"{head} {subject}"] if rng.random() < 0.5 else [head, subject.upper()]
    text.front += [FrontLine("title", line) for line in printed]
    text.body = [Piece("preamble", speaker.say("enacts")), *_recall(rng, speaker)]
    acts = rng.sample(load("acts", language), rng.randint(3, 6))
    label = rng.choice(_LABELS)
    text.body += _number([Piece("operative", f"{row['present']} {row['rest']}.") for row in acts], label)


def _declare(rng: Random, text: Text, kind: str) -> None:
    speaker = text.speaker
    assert speaker
    _write_head(rng, text, kind, speaker.meeting, speaker.style)
    text.body = [Piece("preamble", speaker.say("declares")), *_recall(rng, speaker)]
    text.body.append(Piece("preamble", speaker.say("declare_lead"), also=("operative", "heading")))
    acts = rng.sample(load("acts", text.language), rng.randint(3, 6))
    we = {"en": "We ", "fr": "Nous ", "ar": ""}[text.language]
    label = rng.choice(_LABELS) if rng.random() < 0.7 else None
    text.body += _number([Piece("operative", f"{we}{row['we']} {row['rest']}.") for row in acts], label)


def _recall(rng: Random, speaker: Speaker) -> list[Piece]:
    stop = rng.choice(_STOPS[speaker.meeting.language])
    said = _sample(rng, speaker, "participle", rng.randint(2, 5))
    return [Piece("preamble", f"{sentence}{stop}") for sentence in said]


def compose_foreign(rng: Random, language: str) -> Text:
    """A text that is not the organisation's own: an announcement, news, another organisation's, a speech."""
    meeting = invent(rng, language)
    speaker = Speaker(rng, meeting, choose_style(rng, language))
    kind = rng.choice(sorted({row["kind"] for row in load("foreign", language)}))
    lines = [row["line"] for row in load("foreign", language) if row["kind"] == kind]
    acts = rng.sample(load("acts", language), 2)
    for name, row in zip(("act", "act2"), acts, strict=True):
        lines = [line.replace(f"{{{name}_masc}}", row["past"]) for line in lines]
        lines = [line.replace(f"{{{name}_rest}}", row["rest"]) for line in lines]
    text = Text(language, speaker=speaker)
    text.front = [FrontLine("title", speaker.fill(lines[0]))]
    text.body = [Piece("operative", speaker.fill(line)) for line in lines[1:]]
    return text
