"""Composed fronts: types of texts, kinds of meetings, orders of covers, days, places, sites and layouts are crossed."""

from __future__ import annotations

import html
import json
import textwrap
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from composed.covers import ORDERS, PLACES, SEAT, TITLES, Cover, Plan, read_meeting, write_cover
from composed.facts import load
from composed.front_bodies import ARTICLE, OPENINGS, BodyWriter
from composed.gatherings import CALENDARS, DAYS, Teller, invent_gathering
from composed.pages import describe
from composed.texts import FrontLine, Piece

LANGUAGES = ("ar", "en", "fr")
# the kinds of meetings of which a type of text is
KINDS: dict[str, tuple[str, ...]] = {
    "final_communique": ("counted", "extraordinary", "margins", "executive", "sectoral", "coordination"),
    "communique": ("margins", "executive", "coordination"),
    "report": ("counted", "standing", "sectoral", "officials", "extraordinary"),
    "report_sg": ("counted", "sectoral", "standing"),
    "resolution": ("counted",),
    "declaration": ("counted", "extraordinary", "sectoral"),
    "programme": ("counted", "extraordinary", "sectoral"),
    "statute": ("counted", "extraordinary"),
    "convention": ("counted", "sectoral"),
    "statement": ("margins", "executive", "coordination"),
    "speech": ("counted", "standing", "sectoral", "officials"),
    "press_release": ("secretariat",),
}
# a French reader cannot tell a ``déclaration`` that states from one that proclaims
_UNTOLD = {"fr": {"statement"}}
_TYPES = {"report_sg": "report"}
# what a truth leaves to readers: of these the one who held the meeting, and its number
_OF_NOBODY = {"statement", "speech", "press_release"}
BREAKS = ("a line each", "wrapped", "run together")
DAYS_IN = ("cover and opening", "cover", "opening")
FRAMES = ("none", "none", "menu", "breadcrumb", "posted", "share", "page title", "lead", "letter", "viewer")
FORMS = ("text", "text", "text, blanks", "html p", "html h", "html br", "html cell")
# what newspapers give in full, and states have circulated under a letter
_CIRCULATED = {"final_communique", "communique", "report", "resolution", "declaration"}
# those that may meet at the seat of the organisation, and the types of texts that say so
_AT_SEAT, _TOLD_AT_SEAT = {"executive", "secretariat"}, {"final_communique", "communique", "press_release"}
# days that a page prints with a label, as it does that of posting
_LABELLED = {"plain", "spaced", "from to", "two months"}
_LETTER = ("letter", "letter_text", "letter_end", "annex")
_NARROW = (26, 40)


@dataclass(frozen=True)
class Front:
    """What one composed page is like, in each of its dimensions."""

    language: str
    kind: str
    gathering: str
    order: str
    breaks: str
    days: str
    days_in: str
    place: str
    frame: str
    form: str
    seed: int
    labels: str = "none"

    @property
    def name(self) -> str:
        """The file's name, without its suffix."""
        return f"{self.language}-{self.kind}-{self.order.replace(' ', '_')}-{self.seed}"


def list_fronts(seeds: int, start: int = 0) -> list[Front]:
    """Every language, type and order, as many times as ``seeds`` says; the other dimensions are drawn for each."""
    return [
        _draw(language, kind, order, seed)
        for seed in range(start, start + seeds)
        for language in LANGUAGES
        for kind in KINDS
        if kind not in _UNTOLD.get(language, ())
        for order in ORDERS
    ]


def _draw(language: str, kind: str, order: str, seed: int) -> Front:
    rng = Random(f"front {language} {kind} {order} {seed}")
    opens = kind in OPENINGS
    days_in = rng.choice(DAYS_IN) if opens else "cover"
    days = rng.choice((*DAYS[language], *CALENDARS))
    if kind in {"speech", "press_release", "statement"}:
        # a day of its own, not of a meeting that goes on
        days = rng.choice([day for day in DAYS[language] if day not in {"and", "two months", "from to", "ordinals"}])
    if days == "hijri only" and days_in != "cover and opening":
        days = "hijri first"
    place = rng.choice(PLACES)
    if place == "not on the cover" and (not opens or kind in {"resolution", "declaration"}):
        place = "city, state"
    if kind == "press_release" and rng.random() < 0.5:
        # the day and the place lead the first paragraph
        days_in, place = "opening", "not on the cover"
    frame = rng.choice(FRAMES)
    if frame in {"lead", "letter"} and kind not in _CIRCULATED:
        frame = "posted"
    front = Front(
        *(language, kind, rng.choice(KINDS[kind]), order, rng.choice(BREAKS)),
        *(days, days_in, place, frame, rng.choice(FORMS), seed),
    )
    return _draw_further(Random(f"further {front.name}"), front)


def _draw_further(rng: Random, front: Front) -> Front:
    """Places and labels that came later, drawn apart: pages without them stay as they were."""
    is_joint = front.order == "one line" or front.breaks == "run together"
    if front.gathering in _AT_SEAT and front.kind in _TOLD_AT_SEAT and rng.random() < 0.4:
        days_in = "cover" if front.kind == "press_release" else "cover and opening"
        return replace(front, place=SEAT, days_in=days_in)
    is_apart = front.days_in != "opening" and front.place != "with days" and not is_joint
    if is_apart and front.days in _LABELLED and front.kind in _CIRCULATED and rng.random() < 0.5:
        return replace(front, labels="days")
    if front.kind == "press_release" and front.language == "en" and front.frame == "posted" and not is_joint:
        return replace(front, frame="portal", form="text, blanks", days_in="opening", place="not on the cover")
    return front


def write_front(folder: Path, front: Front) -> Path:
    """Compose one page and write it with its truth; the same front gives the same page.

    Returns:
        the path of the page; its truth has the suffix ``.json`` and names the dimensions.
    """
    rng = Random(f"page {front.name}")
    page = _Page(rng, front)
    path = folder / f"{front.name}.{'html' if front.form.startswith('html') else 'txt'}"
    path.write_text(page.print(), encoding="utf-8")
    truth: dict[str, Any] = {"ours": True, "language": front.language, "family": "composed", "shape": front.order}
    truth |= {"dimensions": asdict(front), "document": page.facts, "blocks": page.list_blocks()}
    path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


class _Page:
    """One page: its cover, its body and the lines of a site."""

    def __init__(self, rng: Random, front: Front) -> None:
        self.rng, self.front = rng, front
        one_day = front.kind in {"speech", "press_release", "statement"}
        meeting = invent_gathering(rng, front.language, front.gathering, front.days, one_day=one_day)
        if front.place == SEAT:
            (seat,) = (row for row in load("cities", front.language) if row["city"] == "Jeddah")
            meeting = replace(meeting, place=seat)
        self.meeting, self.teller = meeting, Teller(rng, meeting)
        self.teller.is_at_seat = front.place == SEAT
        self.is_joint = front.order == "one line" or front.breaks == "run together"
        plan = Plan(
            *(front.kind, front.gathering, front.order, front.days, front.days_in),
            *(front.place, self.is_joint, self._find_labels(one_day=one_day)),
        )
        self.cover: Cover = write_cover(rng, plan, self.teller)
        self.body = BodyWriter(rng, plan, self.teller).write()
        self.facts = self._read_facts()

    def _find_labels(self, *, one_day: bool) -> str:
        """A label stands before several days only: one is that of posting."""
        is_range = not one_day and self.meeting.first != self.meeting.last
        return self.front.labels if is_range else "none"

    def _read_facts(self) -> dict[str, Any]:
        kind, language = self.front.kind, self.front.language
        facts: dict[str, Any] = {"document_type": _TYPES.get(kind, kind), **read_meeting(self.meeting)}
        facts |= self.cover.facts
        if kind in _OF_NOBODY:
            facts = {name: value for name, value in facts.items() if name not in {"body_id", "session"}}
        if kind == "statement":
            # in Arabic one word names a statement and a communiqué
            facts = {name: value for name, value in facts.items() if name != "document_type" or language != "ar"}
        if self.front.gathering == "officials":
            # it prepares a session, and is none
            facts.pop("session", None)
        if not self.cover.is_title_sure:
            facts.pop("title")
        return facts

    def _units(self) -> list[tuple[str, str]]:
        """The lines of the cover as they are printed, each with its kind."""
        units = [(line.kind, line.text) for line in self.cover.lines]
        if self.is_joint:
            return [("whole", " ".join(text for _, text in units))]
        return units

    def _repeat(self) -> list[str]:
        """The title again, above the text."""
        lines = [line.text for line in self.cover.lines if line.kind in TITLES]
        return [" ".join(lines)] if self.front.order == "title repeated" else []

    def list_blocks(self) -> list[dict[str, Any]]:
        """The blocks of the cover and of the body."""
        blocks, groups = [], list[list[FrontLine]]()
        for line in self.cover.lines:
            pair = {groups[-1][-1].kind, line.kind} if groups and not _is_adopted(line) else set()
            goes_on = pair and (
                pair <= set(TITLES) or pair == {"days"} or (self.is_joint and pair <= {"place", "days"})
            )
            if goes_on:
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            role = "title" if group[0].kind in TITLES and not _is_adopted(group[0]) else "header"
            also = {"organisation": ("boilerplate",), "release": ("title",), "margins": ("title",), "other": ("title",)}
            text = " ".join(line.text for line in group)
            blocks.append(describe(Piece(role, text, also=also.get(group[0].kind, ()))))
        blocks += [describe(Piece("title", text, also=("heading", "header"))) for text in self._repeat()]
        return [*blocks, *(describe(piece) for piece in self.body if piece.role != ARTICLE)]

    def _surround(self) -> tuple[list[str], list[str]]:
        """The lines of a site above and below."""
        say, frame = self.teller.say, self.front.frame
        if frame == "none":
            return [], []
        site = say("site")
        if frame == "page title":
            printed = " ".join(line.text for line in self.cover.lines if line.kind in TITLES)
            return [f"{printed}{self.rng.choice([' | ', ' - ', ' :: '])}{site}"], [say("below")]
        if frame == "letter":
            return [say(kind) for kind in _LETTER], []
        if frame == "portal":
            return [self.teller.fill(row) for row in self.teller.list_templates("portal")], [say("below")]
        kind = {"breadcrumb": "crumb"}.get(frame, frame)
        above = [site, say("menu")] if self.rng.random() < 0.5 else [site]
        return [*above, say(kind)], [say("below")] if self.rng.random() < 0.5 else []

    def print(self) -> str:
        """The page."""
        above, below = self._surround()
        printer = _print_html if self.front.form.startswith("html") else _print_text
        body = [f"{piece.label} {piece.text}" if piece.label else piece.text for piece in self.body]
        units = [(kind, self._break(text)) for kind, text in self._units()]
        return printer(self.front, above, [*units, *(("title", [text]) for text in self._repeat())], body, below)

    def _break(self, text: str) -> list[str]:
        if self.front.breaks != "wrapped" or self.front.order == "one line":
            return [text]
        return textwrap.wrap(text, self.rng.randint(*_NARROW), break_long_words=False, break_on_hyphens=False)


def _is_adopted(line: FrontLine) -> bool:
    """Whether a line that goes on with a title says who adopted the text, as Arabic has it."""
    return line.text.startswith("الصادر")


Units = list[tuple[str, list[str]]]


def _print_text(front: Front, above: list[str], units: Units, body: list[str], below: list[str]) -> str:
    has_blanks = front.form == "text, blanks"
    lines = [*above, ""] if above else []
    for _, printed in units:
        lines += [*printed, *([""] if has_blanks else [])]
    lines += [] if has_blanks else [""]
    for said in body:
        lines += [said, ""]
    return "\n".join([*lines, *below]) + "\n"


def _print_html(front: Front, above: list[str], units: Units, body: list[str], below: list[str]) -> str:
    parts = [f"<div>{html.escape(line)}</div>" for line in above]
    printed = [(kind, "<br>\n".join(map(html.escape, lines))) for kind, lines in units]
    if front.form == "html br":
        parts.append('<div align="center"><b>' + "<br>\n".join(text for _, text in printed) + "</b></div>")
    elif front.form == "html cell":
        rows = "\n".join(f'<tr><td align="center">{text}</td></tr>' for _, text in printed)
        parts.append(f"<table>\n{rows}\n</table>")
    elif front.form == "html h":
        tags = {"title": "h1", "whole": "h1", "of": "h2", "about": "h2", "session": "h2", "place": "h3", "days": "h3"}
        parts += [f"<{tags.get(kind, 'p')}>{text}</{tags.get(kind, 'p')}>" for kind, text in printed]
    else:
        parts += [f'<p align="center"><b>{text}</b></p>' for _, text in printed]
    parts += [f"<p>{html.escape(said)}</p>" for said in body]
    parts += [f"<div>{html.escape(line)}</div>" for line in below]
    direction = ' dir="rtl"' if front.language == "ar" else ""
    title = html.escape(above[0]) if front.frame == "page title" else "Archive"
    head = f'<html lang="{front.language}"{direction}><head><title>{title}</title></head><body>'
    return "\n".join([head, *parts, "</body></html>", ""])
