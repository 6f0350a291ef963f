"""Writes one text of a form: its front, then piece by piece its body, in words that are taken once."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from composed.facts import invent, load
from composed.layouts import Groups
from composed.outlines import ITEMS, NUMBERS, write_label
from composed.sentences import Speaker, choose_style
from composed.texts import FrontLine, Piece, Text, compose_opening


@dataclass
class RealWriter:
    """Writes one text of a language: its front, then piece by piece its body."""

    rng: Random
    language: str
    text: Text = field(init=False)
    style: str = field(init=False)
    item: str = field(init=False)
    count: int = 0
    joins: bool = False

    def __post_init__(self) -> None:
        """Invents the meeting and draws the labels."""
        meeting = invent(self.rng, self.language)
        while meeting.session is None:
            meeting = invent(self.rng, self.language)
        self.speaker = Speaker(self.rng, meeting, choose_style(self.rng, self.language))
        self.text = Text(self.language, speaker=self.speaker)
        self.style = self.rng.choice(NUMBERS[self.language])
        self.item = self.rng.choice([item for item in ITEMS[self.language] if item not in {"-", "•", "(i)"}])
        self._left: dict[str, list[str]] = {}

    def group(self) -> Groups:
        """The printed paragraphs; where a form joins them, numbered ones stand in one."""
        groups: list[list[Piece]] = []
        for piece in self.text.body:
            if self.joins and piece.label and groups and groups[-1][0].label:
                groups[-1].append(piece)
            else:
                groups.append([piece])
        return groups

    def list_words(self, kind: str) -> list[str]:
        """All phrases of a kind, in their order."""
        found = [row["text"] for row in load("outlines", self.language) if row["kind"] == kind]
        return [text.replace("|", "\n") for text in found]

    def take(self, kind: str) -> str:
        """One phrase of a kind, another one each time until all were taken."""
        left = self._left.get(kind)
        if not left:
            left = self.list_words(kind)
            self.rng.shuffle(left)
            self._left[kind] = left
        return left.pop()

    def take_act(self, form: str = "present") -> str:
        """What is decided, another act each time."""
        left = self._left.get(form)
        if not left:
            left = [f"{row[form]} {row['rest']}" for row in load("acts", self.language)]
            self.rng.shuffle(left)
            self._left[form] = left
        return left.pop()

    @property
    def stop(self) -> str:
        """The mark behind a clause that others follow."""
        return {"ar": "؛", "en": ";", "fr": " ;"}[self.language]

    def open(self, kind: str) -> None:
        """The opening of a resolution, a report or a declaration."""
        compose_opening(self.rng, self.text, kind)

    def front(self, kind: str, *, with_session: bool = False) -> None:
        """A title of the CSV, with who adopted the text, and place and days below it."""
        session = self.speaker.slot("session")
        said = self.take(kind).replace("{ORG}", self.speaker.meeting.org.upper()).replace("{SESSION}", session.upper())
        self.text.front += [FrontLine("title", line) for line in said.split("\n")]
        if with_session:
            self.text.front.append(FrontLine("of", self.speaker.say("adopted")))
        place = self.speaker.meeting.place
        comma = "، " if self.language == "ar" else ", "
        self.text.front.append(FrontLine("place", f"{place['name']}{comma}{place['state']}"))
        self.text.front.append(FrontLine("place", self.speaker.say_days()))

    def add(self, role: str, said: str, label: str | None = None, also: tuple[str, ...] = ()) -> None:
        """A piece of the body."""
        self.text.body.append(Piece(role, said, label, also))

    def next_number(self, style: str | None = None) -> str:
        """The label of the next paragraph."""
        self.count += 1
        return write_label(style or self.style, self.count - 1, self.language)

    def add_numbered(self, number: int, style: str | None = None, *, kind: str | None = None) -> None:
        """Numbered paragraphs: acts, or sentences of a kind."""
        for _ in range(number):
            said = f"{self.take_act()}{self.stop}" if kind is None else f"{self.take(kind)}."
            self.add("operative", said, self.next_number(style))

    def add_items(self, said: list[str], style: str) -> None:
        """Items of a list; ``style`` counts them, or is their bullet."""
        for place, item in enumerate(said):
            self.add("list_item", item, write_label(style, place, self.language))
