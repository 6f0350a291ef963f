"""Composed releases, statements and speeches of the organisation, and others that are like them and not its own.

Kinds of releases, frames of sites, datelines, orders, lengths, endings and forms are crossed in three languages.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from composed.pages import describe
from composed.release_pages import FORMS, Line, print_page
from composed.release_words import Words
from composed.texts import Piece

LANGUAGES = ("ar", "en", "fr")
SPOKEN = ("speech", "chair", "message")
STATED = ("group", "statement")
OURS = (
    *("condemn", "welcome", "receive", "visit", "participate", "condole", "congratulate", "observe", "announce"),
    *("iphrc", *STATED, *SPOKEN),
)
OTHERS = (
    *("news", "ministrystate", "statereceives", "league", "gcc", "mwl", "isesco", "union", "statespeech", "unsg"),
)
# sites of the organisation and of its agency; the others copy
_OWN = ("oic", "iphrc", "mission", "relief", "un")
FRAMES = ("none", *_OWN, "embassy", "ministry", "wire", "zawya", "blog", "forum", "mail", "column")
DATELINES = ("inline", "inline", "inline city", "line", "line day", "hijri line", "end", "none")
ORDERS = ("headline", "kicker", "kicker below", "number", "immediate", "twice", "dateline first", "no headline")
LENGTHS = (1, 3, 4)
ENDINGS = ("none", "none", "end", "signature", "contact", "about", "related", "notes")
# what others end with does not name the organisation
_ENDINGS_OF_OTHERS = ("none", "none", "end", "related")
_FRAMES_OF_A_KIND = 5


@dataclass(frozen=True)
class Release:
    """What one composed page is like, in each of its dimensions."""

    language: str
    kind: str
    frame: str
    dateline: str
    order: str
    ending: str
    form: str
    length: int
    seed: int

    @property
    def name(self) -> str:
        """The file's name, without its suffix."""
        return f"{self.language}-{self.kind}-{self.frame}-{self.seed}"

    @property
    def is_ours(self) -> bool:
        """Whether the organisation speaks."""
        return self.kind in OURS


def list_releases(seeds: int, start: int = 0) -> list[Release]:
    """Every language and kind in some frames, as many times as ``seeds`` says; the other dimensions are drawn."""
    found = []
    for seed in range(start, start + seeds):
        for language in LANGUAGES:
            for kind in (*OURS, *OTHERS):
                rng = Random(f"release {language} {kind} {seed}")
                frames = [frame for frame in FRAMES if _is_framed(kind, frame)]
                found += [_draw(rng, language, kind, frame, seed) for frame in rng.sample(frames, _FRAMES_OF_A_KIND)]
    return found


def _is_framed(kind: str, frame: str) -> bool:
    if kind in OTHERS:
        return frame not in {*_OWN, "column"}
    if frame == "iphrc":
        return kind == "iphrc"
    return not (kind in (*SPOKEN, *STATED) and frame in {"wire", "zawya", "column", "relief"})


def _draw(rng: Random, language: str, kind: str, frame: str, seed: int) -> Release:
    dateline = rng.choice(DATELINES)
    if kind in SPOKEN and dateline.startswith("inline"):
        dateline = "line"
    if kind == "statespeech" and dateline.startswith("inline"):
        dateline = "none"
    order = rng.choice(ORDERS)
    if kind in (*SPOKEN, "statespeech", "news") or frame == "column":
        order = rng.choice(("headline", "twice"))
    if frame in {"oic", "iphrc", "mission", "wire", "relief"} and order in {"dateline first", "no headline"}:
        order = "headline"
    if order == "dateline first" and not dateline.endswith("line"):
        dateline = "line"
    if frame == "zawya":
        dateline = "inline city"
    if frame == "wire" and dateline not in {"inline", "line"}:
        dateline = "line"
    if frame in {"oic", "iphrc", "mission"} and dateline not in {"inline", "none", "line"}:
        dateline = "none"
    if order == "no headline" and dateline == "none":
        dateline = "inline"
    endings = ENDINGS if kind in OURS else _ENDINGS_OF_OTHERS
    ending = "end" if frame == "zawya" else rng.choice(endings)
    return Release(
        *(language, kind, frame, dateline, order, ending, rng.choice(FORMS), rng.choice(LENGTHS), seed),
    )


def write_release(folder: Path, release: Release) -> Path:
    """Compose one page and write it with its truth; the same release gives the same page.

    Returns:
        the path of the page; its truth has the suffix ``.json`` and names the dimensions.
    """
    page = _Page(Random(f"page {release.name}"), release)
    path = folder / f"{release.name}.{'html' if release.form.startswith('html') else 'txt'}"
    path.write_text(print_page(page.rng, release.language, release.form, page.lines), encoding="utf-8")
    truth: dict[str, Any] = {"ours": release.is_ours, "language": release.language, "family": "composed"}
    truth |= {"shape": release.frame, "dimensions": asdict(release)}
    if release.is_ours:
        pieces = [line.piece for line in page.lines if line.piece is not None]
        truth |= {"document": page.facts, "blocks": [describe(piece) for piece in pieces]}
    path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


class _Page:
    """One page: the lines of a site, a release or two, and the facts."""

    def __init__(self, rng: Random, release: Release) -> None:
        self.rng, self.release = rng, release
        self.words = Words(rng, release.language, release.kind)
        self.headline = self.words.say(f"{release.kind}.headline")
        self.prints_day = False
        lines = self._write_text(self.words, self.headline)
        self.facts = self._read_facts()
        if release.frame == "column":
            lines += self._write_second()
        if release.form == "text, one line":
            lines = _join(lines)
        above, below = self._surround()
        self.lines = [*above, *lines, *below]

    def _write_second(self) -> list[Line]:
        """Another release below the first: what is of one of them only is no fact of the page."""
        kinds = [kind for kind in OURS if kind not in (*SPOKEN, *STATED, self.release.kind)]
        kind = self.rng.choice(kinds)
        words = Words(self.rng, self.release.language, kind, self.words.day + dt.timedelta(self.rng.choice([0, 1, 2])))
        lines = self._write_text(words, words.say(f"{kind}.headline"), kind)
        for name in ("title", "date", "city", "country_iso2"):
            self.facts.pop(name, None)
        return lines

    def _read_facts(self) -> dict[str, Any]:
        release = self.release
        kind = "press_release"
        if release.kind in SPOKEN:
            kind = "speech"
        elif release.kind in STATED:
            kind = "statement"
        facts: dict[str, Any] = {"document_type": kind, "resolution_number": None}
        if release.order != "number":
            # readers differ on whether the number of a release is its symbol
            facts["symbol"] = None
        if release.kind == "message" or (kind == "statement" and release.language != "en"):
            # readers differ on what a message is; ``بيان`` and ``déclaration`` are of two types
            facts.pop("document_type")
        is_called = release.frame == "un" and release.language == "en"
        if (kind == "statement" and release.order != "headline") or is_called:
            # what the page calls the text may be of another type than its headline
            facts.pop("document_type", None)
        if release.order != "no headline":
            facts["title"] = self.headline
        if self.prints_day or (release.frame in {"oic", "iphrc", "mission", "un"}):
            facts |= {"date": self.words.day.isoformat(), "date_end": None}
        elif release.frame in {"none", "column"} and release.dateline in {"none", "inline city"}:
            facts |= {"date": None, "date_end": None}
        if release.dateline in {"inline", "inline city", "line", "hijri line", "end"}:
            facts |= self.words.facts
        elif release.kind in {"condemn", "welcome", "condole", "congratulate", "observe"}:
            facts |= {"city": None, "country_iso2": None}
        return facts

    # the release

    def _write_text(self, words: Words, headline: str, kind: str = "") -> list[Line]:
        release, kind = self.release, kind or self.release.kind
        body = self._speak(words, kind) if kind in (*SPOKEN, "statespeech") else self._tell(words, kind)
        if words.dates_today and any(words.values["today"] in piece.text for piece in body):
            self.prints_day = True
        dateline = self._say_dateline(words)
        if release.frame == "wire":
            mark = words.say("wire_mark")
            dateline = f"{mark if release.is_ours else mark.replace('OIC', 'Desk')} {dateline}"
        front: list[Line] = []
        if release.order != "no headline":
            # the mission's site prints the day behind the headline
            printed = f"{headline} - {words.day.isoformat()}" if release.frame == "mission" else headline
            front.append(Line("headline", printed, Piece("title", printed)))
        label = words.say("kicker_statement" if kind in STATED else "kicker" if release.is_ours else "kicker_others")
        kicker = Line("kicker", label, Piece("header", label, also=("title", "boilerplate")))
        if release.frame == "column" or release.order in {"kicker", "kicker below", "no headline", "number"}:
            front.insert(len(front) if release.order == "kicker below" else 0, kicker)
        if release.order == "number":
            number = words.say("number" if release.is_ours else "number_others")
            front.insert(1, Line("kicker", number, Piece("header", number, also=("title", "boilerplate"))))
        if release.order == "immediate":
            said = words.say("immediate")
            front.insert(0, Line("kicker", said, Piece("boilerplate", said, also=("header", "title"))))
        if release.order == "twice":
            front.append(
                Line("headline", headline, Piece("boilerplate", headline, also=("title", "heading", "header")))
            )
        if dateline and release.dateline in {"line", "line day", "hijri line"}:
            line = Line("dateline", dateline, Piece("header", dateline, also=("operative", "preamble")))
            front.insert(0 if release.order == "dateline first" else len(front), line)
        elif dateline and release.dateline.startswith("inline"):
            body[0].text = dateline + body[0].text
        after: list[Line] = []
        if dateline and release.dateline == "end":
            after.append(Line("body", dateline, Piece("signature", dateline, also=("closing", "header"))))
        return [*front, *(Line("body", piece.text, piece) for piece in body), *after, *self._end(words)]

    def _tell(self, words: Words, kind: str) -> list[Piece]:
        said = [words.say(f"{kind}.open"), *words.sample(f"{kind}.body", self.release.length)]
        return [Piece("operative", line, also=() if place else ("preamble",)) for place, line in enumerate(said)]

    def _speak(self, words: Words, kind: str) -> list[Piece]:
        rng = self.rng
        pieces = []
        if kind != "message":
            if rng.random() < 0.5:
                pieces.append(Piece("preamble", words.say("speech.invocation"), also=("header", "closing")))
            pieces.append(Piece("preamble", words.say("speech.salutation")))
            if rng.random() < 0.4:
                pieces.append(Piece("preamble", words.say("speech.greeting"), also=("operative",)))
        pieces.append(Piece("operative", words.say(f"{kind}.open"), also=("preamble",)))
        said = words.sample(f"{kind}.body", self.release.length)
        if kind != "message" and len(said) > 2 and rng.random() < 0.3:
            said.insert(2, words.say("speech.salutation"))
        pieces += [Piece("operative", line, also=("preamble",)) for line in said]
        if kind != "message":
            pieces.append(Piece("operative", words.say("speech.thanks"), also=("closing",)))
            if rng.random() < 0.5:
                pieces.append(Piece("closing", words.say("speech.wassalam"), also=("operative", "signature")))
        return pieces

    def _say_dateline(self, words: Words) -> str:
        """Place and day of a release, in one of their writings."""
        rng, language, form = self.rng, words.language, self.release.dateline
        comma = "،" if language == "ar" else ","
        city = words.seat["name"]
        if form == "none":
            return ""
        if form == "inline city":
            mark = rng.choice([": ", " – ", " - "])
            return f"{city}{mark}"
        # a day alone below a headline may be that of the posting
        self.prints_day |= form != "line day"
        day = words.write_day(words.day, era=rng.random() < 0.3)
        if form == "line day":
            return day
        if form == "hijri line":
            return f"{city}{comma} {words.write_hijri(words.day)}"
        if form in {"line", "end"}:
            if language == "fr" and rng.random() < 0.5:
                return f"{city}, le {day}"
            if language == "ar" and rng.random() < 0.4:
                return f"{city} في {day}"
            return f"{city}{rng.choice([comma, comma, ' -', ''])} {day}"
        mark = rng.choice([" – ", " - ", ": "])
        oic = {"en": " (OIC)", "fr": " (OCI)", "ar": ""}[language] if rng.random() < 0.2 else ""
        article = "le " if language == "fr" and rng.random() < 0.5 else ""
        return f"{city}{oic}{comma} {article}{day}{mark}"

    def _end(self, words: Words) -> list[Line]:
        ending = self.release.ending
        if ending == "end":
            said = words.say("ending")
            return [Line("body", said, Piece("boilerplate", said, also=("closing",)))]
        aside = ("signature", "closing", "footnote", "header", "heading", "operative")
        kinds = {"signature": ("signature",), "contact": ("contact",), "about": ("about", "about_text")}
        kinds["notes"] = ("notes",)
        lines = []
        for kind in kinds.get(ending, ()):
            said = words.say(kind)
            role = "signature" if kind == "signature" else "boilerplate"
            lines.append(Line("body", said, Piece(role, said, also=aside)))
        return lines

    # the site

    def _surround(self) -> tuple[list[Line], list[Line]]:
        """The lines of a site above and below, none of them of the release."""
        say, rng, frame = self.words.say, self.rng, self.release.frame
        day = self._label_day()
        self.words.values["headline"] = self.headline
        above: dict[str, tuple[str, ...]] = {
            "oic": (say("oic_menu"), say("oic_site"), say("oic_motto")),
            "iphrc": (say("iphrc_site"), say("iphrc_site2"), say("iphrc_menu"), say("iphrc_crumb")),
            "mission": (say("mission_menu"),),
            "embassy": (say("embassy"), say("embassy_menu"), say("posted")),
            "ministry": (say("ministry"), say("ministry_crumb"), say("posted")),
            "wire": (say("wire_by"), say("share")),
            "zawya": (say("zawya_crumb"), say("posted"), say("share")),
            "relief": (say("relief_meta"), say("relief_source"), say("relief_posted")),
            "un": (say("un_note"), say("un_type"), say("un_source")),
            "blog": (say("blog_by"),),
            "forum": (say("forum_thread"), say("forum_user"), say("posted")),
            "mail": (say("mail_from"), say("mail_to"), say("mail_subject"), say("mail_date")),
            "column": (say("column"),),
        }
        below: dict[str, tuple[str, ...]] = {
            "embassy": (say("embassy_below"),),
            "ministry": (say("ministry_below"),),
            "relief": (say("relief_below"),),
            "blog": (say("blog_tags"),),
            "forum": (say("forum_below"),),
            "mail": (say("mail_below"),),
        }
        lines = [Line("site", said) for said in above.get(frame, ())]
        if frame in {"oic", "iphrc", "un"}:
            # the day stands below the headline, as the site prints it
            lines.append(Line("day", day))
        if frame not in {"none", "column", "oic", "iphrc", "mission"} and rng.random() < 0.2:
            lines.append(Line("caption", say("caption")))
        ends = [Line("site", said) for said in below.get(frame, ())]
        if self.release.ending == "related":
            ends += [Line("site", say("related")), Line("site", self._say_other())]
        return lines, ends

    def _label_day(self) -> str:
        day = self.words.day
        written = day.strftime("%d/%m/%Y")
        if self.release.frame == "iphrc" and day.day > 12:
            written = f"{day.month}/{day.day}/{day.year}"
        return self.words.templates("date_label")[0].format(d=written)

    def _say_other(self) -> str:
        kind = self.rng.choice([kind for kind in ("condemn", "visit", "welcome") if kind != self.release.kind])
        return self.words.say(f"{kind}.headline")


def _join(lines: list[Line]) -> list[Line]:
    """The paragraphs of each text in one line, as a dump has them that lost the breaks."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        fits = last and last.kind == "body" and line.kind == "body" and last.piece and line.piece
        if fits and last and last.piece and line.piece and line.piece.role in {"operative", "preamble"}:
            text = f"{last.text} {line.text}"
            joined[-1] = Line("body", text, Piece("operative", text, also=("preamble",)))
        else:
            joined.append(line)
    return joined
