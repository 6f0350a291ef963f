"""What stands below the cover of a text of any kind: an opening and a few paragraphs."""

from __future__ import annotations

from random import Random

from composed.covers import SEAT, Plan
from composed.facts import load
from composed.gatherings import IN_NEW_YORK, Teller, write_cover_days
from composed.texts import Piece

# the sentences that tell who met, by the type of a text
OPENINGS = {
    **dict.fromkeys(("final_communique", "communique", "report", "statement"), "held"),
    "resolution": "enacts",
    "declaration": "declares",
}
# the role of a heading such as ``Article 3``: readers take its number for a label or leave it in its text
ARTICLE = "article"


class BodyWriter:
    """Writes the body of one text."""

    def __init__(self, rng: Random, plan: Plan, teller: Teller) -> None:
        """A writer of the paragraphs of a text of the meeting of a teller."""
        self.rng, self.plan, self.teller, self.meeting = rng, plan, teller, teller.meeting
        self.language = self.meeting.language

    def write(self) -> list[Piece]:
        """The paragraphs."""
        kind = self.plan.kind
        writers = {
            "report_sg": self._report,
            "programme": self._list_measures,
            "speech": self._speak,
            "press_release": self._release,
            "statute": self._regulate,
            "convention": self._regulate,
        }
        if kind in writers:
            return writers[kind]()
        opening = Piece("preamble", self._open(), also=("operative",))
        if kind in {"resolution", "declaration"}:
            stop = {"ar": "؛", "en": ";", "fr": " ;"}[self.language]
            recalled = [f"{said}{stop}" for said in self._sample("participle", 2)]
            pieces = [opening, *(Piece("preamble", said) for said in recalled)]
            form = "present" if kind == "resolution" else "we"
            if kind == "declaration":
                pieces.append(Piece("preamble", self.teller.say("declare_lead"), also=("operative", "heading")))
            we = {"en": "We ", "fr": "Nous ", "ar": ""}[self.language] if kind == "declaration" else ""
            acts = self.rng.sample(load("acts", self.language), self.rng.randint(3, 5))
            return pieces + self._number([f"{we}{row[form]} {row['rest']}." for row in acts])
        speaker = self.meeting.body["speaker"]
        acts = self.rng.sample(load("acts", self.language), self.rng.randint(3, 5))
        told = [
            " ".join((row["past"], speaker) if self.language == "ar" else (speaker, row["past"])) + f" {row['rest']}."
            for row in acts
        ]
        if self.rng.random() < 0.6:
            numbered = self._number([opening.text, *told])
            return [Piece("preamble", opening.text, numbered[0].label, ("operative",)), *numbered[1:]]
        return [opening, *(Piece("operative", said) for said in told)]

    def _open(self) -> str:
        """The sentence that tells who met, with the place and, but where the cover alone has them, the days."""
        kind = OPENINGS[self.plan.kind]
        if self.plan.gathering in IN_NEW_YORK and kind == "held" and self.plan.days_in != "cover":
            kind = "held_margins"
        if self.plan.days_in == "cover":
            kind = f"{kind}_bare"
        elif self.plan.kind == "resolution":
            # a body that meets ``in its Third Session`` is one that counts its sessions
            return self.teller.fill(self.rng.choice(_counted_openings(self.language)))
        opening = self.teller.say(kind)
        opening = opening[0].upper() + opening[1:]
        return opening if opening.endswith((",", "،")) else f"{opening}."

    def _number(self, told: list[str]) -> list[Piece]:
        label = self.rng.choice(["{}.", "{}-", "({})", "{})"])
        return [Piece("operative", said, label.format(number)) for number, said in enumerate(told, 1)]

    def _sample(self, kind: str, number: int) -> list[str]:
        found = self.teller.list_templates(kind)
        if not found:
            found = [row["text"] for row in load("phrases", self.language) if row["kind"] == kind]
        return [self.teller.fill(said) for said in self.rng.sample(found, min(number, len(found)))]

    def _report(self) -> list[Piece]:
        told = [row["text"] for row in load("outlines", self.language) if row["kind"] == "told"]
        said = [f"{self.teller.say('report_open')}.", *(f"{line}." for line in self.rng.sample(told, 4))]
        numbered = self._number(said)
        return [Piece("operative", said[0], numbered[0].label, ("preamble",)), *numbered[1:]]

    def _list_measures(self) -> list[Piece]:
        return self._number([f"{said}." for said in self._sample("measure", 5)])

    def _regulate(self) -> list[Piece]:
        clauses = self._sample("clause", 4)
        pieces: list[Piece] = []
        if self.plan.kind == "statute":
            clauses.insert(0, self.teller.say("founded"))
        else:
            considered = self.teller.list_templates("considering") if self.rng.random() < 0.6 else []
            said = [self.teller.say("parties"), *considered, self.teller.say("parties_agree")]
            pieces = [Piece("preamble", line) for line in said]
        for number, clause in enumerate(clauses, 1):
            heading = self.rng.choice(self.teller.list_templates("article")).replace("{n}", str(number))
            pieces += [Piece(ARTICLE, heading), Piece("operative", f"{clause}.")]
        return pieces

    def _speak(self) -> list[Piece]:
        said = [self.teller.say("speech_open"), *self._sample("speech_body", 4)]
        end = Piece("operative", f"{self.teller.say('speech_end')}.", also=("closing",))
        opening = Piece("preamble", self.teller.say("salutation"))
        return [opening, *(Piece("operative", f"{line}.") for line in said), end]

    def _release(self) -> list[Piece]:
        kind = "release_open_seat" if self.plan.place == SEAT else "release_open"
        said = [f"{line}." for line in (self.teller.say(kind), *self._sample("release_body", 3))]
        if self.plan.days_in == "opening":
            (day,) = write_cover_days(self.rng, self.meeting, self.plan.days)
            said[0] = f"{self.meeting.place['name']}{'، ' if self.language == 'ar' else ', '}{day} - {said[0]}"
        return [Piece("operative", line, also=("preamble",) if not number else ()) for number, line in enumerate(said)]


def _counted_openings(language: str) -> list[str]:
    return [row["text"] for row in load("phrases", language) if row["kind"] == "enacts"]
