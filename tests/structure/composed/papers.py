"""Composed papers: texts in articles, reports of meetings, letters with an annex, plans of action, collections.

Kinds, layouts and frames of sites are crossed in three languages; those of other organisations are not the OIC's.
"""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from composed.covers import read_meeting
from composed.pages import describe
from composed.paper_forms import BODIES, PaperWriter
from composed.paper_pages import PAGES, RUN_IN, TEXTS, Line, print_page, print_piece
from composed.paper_words import COUNTED, PaperWords
from composed.texts import FrontLine

LANGUAGES = ("ar", "en", "fr")
ARTICLED = ("charter", "statute", "rules", "agreement")
REPORTS = ("ministers", "follow-up", "experts")
LETTERS = ("letter", "note")
KINDS = (*ARTICLED, *REPORTS, *LETTERS, "plan", "strategy", "collection")
# whose a paper is that is not the organisation's, and the kinds that it may be of
OTHERS: dict[str, tuple[str, ...]] = {
    "league": ("charter", "statute", "agreement", "ministers", "letter", "plan"),
    "ecowas": ("agreement", "statute", "ministers", "plan"),
    "african union": ("agreement", "statute", "experts", "plan", "strategy"),
    "gulf": ("charter", "statute", "agreement", "letter"),
    "united nations": ("statute", "rules", "ministers", "plan"),
    "parliaments": ("statute", "rules", "ministers"),
    "isesco": ("charter", "statute", "strategy", "experts"),
    "state": ("law",),
}
LAYOUTS = (*TEXTS, *PAGES)
FRAMES = ("none", "none", "none", "menu", "crumb", "viewer", "encyclopedia", "wiki", "forum", "posted")
_TYPES = {
    **dict.fromkeys(("charter", "statute", "rules"), "statute"),
    "agreement": "convention",
    **dict.fromkeys(REPORTS, "report"),
    **dict.fromkeys(LETTERS, "final_communique"),
    **dict.fromkeys(("plan", "strategy"), "programme"),
    "collection": "resolution",
}
_CODES = {"charter": "CH", "statute": "STAT", "rules": "ROP", "agreement": "CONV", "plan": "POA", "strategy": "POA"}
# kinds whose headings nothing would part from the text behind them in one line
_PARTLESS = dict.fromkeys(RUN_IN, ("plan", "strategy", "collection", "note"))
_LAYOUTS_OF_A_KIND = 7
_NARROW = (28, 44)
_SIGNED = {"date", "date_end", "city", "country_iso2"}


@dataclass(frozen=True)
class Paper:
    """What one composed page is like, in each of its dimensions."""

    language: str
    kind: str
    whose: str
    layout: str
    frame: str
    seed: int

    @property
    def name(self) -> str:
        """The file's name, without its suffix."""
        words = (self.language, self.kind, self.whose, self.layout, str(self.seed))
        return "-".join(words).replace(", ", "_").replace(" ", "_")

    @property
    def is_ours(self) -> bool:
        """Whether the paper is the organisation's."""
        return self.whose == "ours"


def list_papers(seeds: int, start: int = 0) -> list[Paper]:
    """Every language and kind in some layouts, as many times as ``seeds`` says; others' in one."""
    found = []
    for seed in range(start, start + seeds):
        for language in LANGUAGES:
            for kind in KINDS:
                rng = Random(f"paper {language} {kind} {seed}")
                layouts = [layout for layout in dict.fromkeys(LAYOUTS) if kind not in _PARTLESS.get(layout, ())]
                found += [
                    Paper(language, kind, "ours", layout, rng.choice(FRAMES), seed)
                    for layout in rng.sample(layouts, _LAYOUTS_OF_A_KIND)
                ]
            for whose, kinds in OTHERS.items():
                rng = Random(f"paper {language} {whose} {seed}")
                for kind in rng.sample(kinds, min(3, len(kinds))):
                    layouts = [layout for layout in LAYOUTS if kind not in _PARTLESS.get(layout, ())]
                    found.append(Paper(language, kind, whose, rng.choice(layouts), rng.choice(FRAMES), seed))
    return found


def write_paper(folder: Path, paper: Paper) -> Path:
    """Compose one page and write it with its truth; the same paper gives the same page.

    Returns:
        the path of the page; its truth has the suffix ``.json`` and names the dimensions.
    """
    page = _Page(Random(f"page {paper.name}"), paper)
    path = folder / f"{paper.name}.{'html' if paper.layout.startswith('html') else 'txt'}"
    printed = print_page(page.rng, paper.language, paper.layout, page.lines, page.title, page.symbol)
    path.write_text(printed, encoding="utf-8")
    truth: dict[str, Any] = {"ours": paper.is_ours, "language": paper.language, "family": "composed"}
    truth |= {"shape": paper.layout, "dimensions": asdict(paper), "labels": " | ".join(page.writer.labels)}
    if paper.is_ours:
        blocks = [describe(line.piece) for line in page.lines if line.piece is not None]
        truth |= {"document": page.facts, "front": False, "blocks": blocks}
    path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


class _Page:
    """One page: the lines of a site and of a letter, the front and body of a paper, and its facts."""

    def __init__(self, rng: Random, paper: Paper) -> None:
        self.rng, self.paper = rng, paper
        self.words = PaperWords(rng, paper.language, self._find_other(), self._find_kinds())
        self.case = rng.choice(["capitals", "plain"])
        self.writer = PaperWriter(rng, paper.language, self.words, is_joined=paper.layout in RUN_IN)
        self.facts: dict[str, Any] = {"document_type": _TYPES.get(paper.kind), "resolution_number": None}
        self.title, self.symbol = "", ""
        self.front = self._write_front()
        BODIES[paper.kind](self.writer)
        if paper.kind in ARTICLED and not self.writer.is_joined and rng.random() < 0.2:
            self.writer.list_contents()
        if paper.kind == "collection":
            # each resolution has its own
            del self.facts["resolution_number"]
        if not self.facts.get("date") and any(piece.role == "signature" for piece in self.writer.body):
            # where and when a text was signed may be what it tells of its place and day
            self.facts = {name: value for name, value in self.facts.items() if name not in _SIGNED}
        above, below = self._surround()
        letter = [Line("site", said) for said in self._write_letter()] if paper.kind in LETTERS else []
        front = [Line("front", line.text) for line in self.front]
        body = [Line("body", print_piece(piece), piece) for piece in self.writer.body]
        self.lines = [*above, *letter, *front, *body, *below]

    def _find_other(self) -> str:
        return "" if self.paper.whose in {"ours", "state"} else self.paper.whose

    def _find_kinds(self) -> tuple[str, ...]:
        """The kinds of meetings that a paper may be of: a committee that follows up is of a standing one."""
        return {"follow-up": ("standing",), "collection": ("counted",)}.get(self.paper.kind, COUNTED)

    def _capital(self, said: str) -> str:
        return said.upper() if self.case == "capitals" and self.paper.language != "ar" else said

    def _write_front(self) -> list[FrontLine]:
        words, rng, kind = self.words, self.rng, self.paper.kind
        titles = {"follow-up": "follow_up_title", "ministers": "report_title", "law": "law_title"}
        titles |= dict.fromkeys(LETTERS, "communique_title")
        is_dated = kind in {*REPORTS, *LETTERS, "collection"} or rng.random() < 0.5
        name = titles.get(kind, f"{kind}_title")
        if kind == "plan" and self.paper.is_ours and self.paper.language != "ar" and rng.random() < 0.5:
            name = "plan_title_ours"
        elif kind == "rules" and not is_dated:
            # nothing else would say whose they are
            name = "meetings_rules_title"
        self.title = self._capital(words.say(name, n=rng.randint(3, 90)))
        self.facts["title"] = self.title
        if self.paper.whose == "state":
            return [FrontLine("title", self.title)]
        where = self._write_where()
        lines = self._break(self.title)
        if kind in {*ARTICLED, "plan", "strategy", "collection"} and is_dated:
            lines.append(FrontLine("adopted", self._capital(words.say("adopted"))))
        if is_dated:
            lines += where
        if kind == "follow-up" and rng.random() < 0.3:
            # who printed the report, and where
            lines += [FrontLine("office", line) for line in words.say("office_line").split("|")]
        self._read_facts(is_dated=is_dated)
        return [*self._write_head(is_dated=is_dated), *lines]

    def _read_facts(self, *, is_dated: bool) -> None:
        kind, words = self.paper.kind, self.words
        found = read_meeting(words.meeting)
        if not is_dated:
            found = dict.fromkeys(found)
            if kind in {"rules", "statute", "agreement", "plan", "strategy"}:
                # readers differ on whether an institution that a text founds is the body
                found.pop("body_id")
        if kind in {"follow-up", "experts"}:
            # a meeting below the sessions of a body; readers differ on its number
            found = {name: value for name, value in found.items() if name not in {"session", "body_id"}}
        self.facts |= found

    def _write_where(self) -> list[FrontLine]:
        words, rng = self.words, self.rng
        place = words.meeting.place
        comma = "، " if self.paper.language == "ar" else ", "
        said = f"{place['name']}{comma}{place['state']}"
        days = words.say_days()
        form = rng.choice(["lines", "lines", "one line", "brackets"])
        if form == "brackets" and len(days) == 1 and "(" not in days[0]:
            return [FrontLine("place", f"({self._capital(place['name'])}{comma}{days[0]})")]
        if form == "one line" and len(days) == 1:
            return [FrontLine("place", f"{self._capital(said)}{comma}{days[0]}")]
        return [FrontLine("place", self._capital(said)), *(FrontLine("days", self._capital(day)) for day in days)]

    def _write_head(self, *, is_dated: bool) -> list[FrontLine]:
        """The symbol and the original language, which stand above a title."""
        words, rng, kind = self.words, self.rng, self.paper.kind
        lines = []
        self.facts["symbol"] = None
        if kind in LETTERS:
            del self.facts["symbol"]
            if rng.random() < 0.6:
                lines.append(FrontLine("original", words.say("un_original")))
            return lines
        if is_dated and rng.random() < 0.4:
            stem = f"{words.meeting.body['code']}-{words.meeting.session}/{words.meeting.first.year}"
            code = _CODES.get(kind, "RES" if kind == "collection" else "REP")
            whose = "OIC" if self.paper.is_ours else self.paper.whose[:4].upper().strip()
            self.symbol = f"{whose}/{stem}/{code}{rng.choice(['', '/FINAL'])}"
            self.facts["symbol"] = self.symbol
            lines.append(FrontLine("symbol", self.symbol))
        if rng.random() < 0.3:
            lines.append(FrontLine("original", words.say("original")))
        return lines

    def _break(self, title: str) -> list[FrontLine]:
        if self.paper.layout in RUN_IN or self.rng.random() < 0.5:
            return [FrontLine("title", title)]
        parted = textwrap.wrap(title, self.rng.randint(*_NARROW), break_long_words=False, break_on_hyphens=False)
        return [FrontLine("title", line) for line in parted]

    def _write_letter(self) -> list[str]:
        """A letter or a note of a State that had the text circulated; none of it is of the text."""
        words, rng, kind = self.words, self.rng, self.paper.kind
        year = words.meeting.first.year
        above = [words.say("un_top"), f"A/{year - 1946}/{rng.randint(100, 900)}-S/{year}/{rng.randint(100, 900)}"]
        above += [words.say("un_distr"), words.say("un_organs"), words.say("un_session"), words.say("un_items")]
        mine = "letter_text" if self.paper.is_ours else "letter_text_other"
        said = (
            [words.say("note"), words.say("note_text"), words.say("note_end")]
            if kind == "note"
            else [words.say("letter"), words.say(mine), words.say("letter_end"), words.say("signed")]
        )
        if kind == "letter" and rng.random() < 0.7:
            said.append(words.say("signed_office"))
        annex = words.say("annex_of" if kind == "letter" and rng.random() < 0.4 else "annex")
        return [*(above[: rng.randint(2, 6)] if rng.random() < 0.6 else []), *said, annex]

    def _surround(self) -> tuple[list[Line], list[Line]]:
        """The lines of a site above and below."""
        words, frame = self.words, self.paper.frame
        below = [words.say("below")]
        title = " ".join(self.title.split())
        above: dict[str, list[str]] = {
            "menu": [words.say("site"), words.say("menu")],
            "crumb": [words.say("site"), words.say("crumb", title=title), words.say("share")],
            "viewer": [title, *words.say("viewer").split("|")],
            "encyclopedia": [words.say("encyclopedia"), words.say("encyclopedia_site"), title, words.say("source")],
            "wiki": [title, *words.say("wiki").split("|")],
            "forum": words.say("forum").split("|"),
            "posted": [words.say("site"), words.say("posted")],
        }
        ends = {
            "menu": below,
            "crumb": [words.say("related"), *words.order("related_row")],
            "wiki": [words.say("wiki_below")],
            "forum": [words.say("forum_below")],
            "encyclopedia": [f"<{self.rng.randint(1, 9)}>"],
        }
        if frame == "none":
            return [], []
        lines = [Line("site", said) for said in above[frame]]
        return lines, [Line("site", said) for said in ends.get(frame, [])]
