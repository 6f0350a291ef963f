"""The forms of papers: articles and their chapters, items of an agenda, goals of a plan, rows of an index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from composed.facts import load
from composed.outlines import write_label
from composed.paper_words import PaperWords
from composed.texts import FrontLine, Piece

CELL = "\t"
_EITHER = ("preamble", "operative")
_LISTED = ("operative", "list_item")
# how the number of an article is written, by language
NUMBERS = {
    "en": ("{word} {n}", "{word} {n}", "{word} ({n})", "{WORD} {n}", "{WORD} {roman}", "{word} {roman}"),
    "fr": ("{word} {first}", "{word} {first}", "{WORD} {n}", "{WORD} {roman}", "{word} {n}"),
    "ar": ("{word} ({n})", "{word} {n}", "{word} {nth}", "{bare} {n}", "{bare} ({n})"),
}
# where an article has its title or its text
ARTICLES = ("alone", "alone", "alone, colon", "titled", "titled", "title below", "inline")
_JOINTS = {"en": (" – ", ": ", ". ", " - "), "fr": (" – ", " : ", ". ", " - "), "ar": (": ", " - ", " – ", " ")}
_PARAGRAPHS = {
    "en": ("none", "none", "1.", "(1)", "1 -", "n.1"),
    "fr": ("none", "none", "1.", "1)", "1 -", "n.1"),
    "ar": ("none", "none", "1-", "(1)", "1 -", "1."),
}
_ITEMS = {
    "en": ("(a)", "a)", "a.", "(i)", "-", "•"),
    "fr": ("a)", "(a)", "a.", "-", "•"),
    "ar": ("(أ)", "أ)", "أ -", "أ-", "-", "•"),
}
_COUNTS = {"en": ("1.", "1.", "(1)", "1)"), "fr": ("1.", "1.", "1)", "1 -"), "ar": ("1.", "1-", "1 -", "(1)")}
_ROWS = ("1-", "1-", "-", "1)", "none")
HEADINGS = ("item first", "item first", "item last", "lettered", "plain", "capitals")


@dataclass
class PaperPiece(Piece):
    """A paragraph whose label stands among other words: ``Article 3 – ``."""

    mark: str = ""


@dataclass
class PaperWriter:
    """Writes one paper: the lines above its body, those of a letter that it came under, and its body."""

    rng: Random
    language: str
    words: PaperWords
    is_joined: bool = False
    front: list[FrontLine] = field(default_factory=list)
    # what was sent with the text, and is none of it
    letter: list[str] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    count: int = 0
    # words that one text has all through
    kept: dict[str, str] = field(default_factory=dict)

    # pieces

    def add(self, role: str, said: str, label: str | None = None, also: tuple[str, ...] = ()) -> None:
        """A piece of the body."""
        self.body.append(Piece(role, said, label, also))

    def add_list(self, said: list[str], style: str, role: str = "list_item", also: tuple[str, ...] = ()) -> None:
        """Items; ``style`` counts them, is their bullet or ``none``."""
        for place, item in enumerate(said):
            label = None if style == "none" else write_label(style, place, self.language)
            self.add(role, item, label, also)

    def keep(self, kind: str) -> str:
        """A template of a kind, the same one all through the text."""
        return self.kept.setdefault(kind, self.words.say(kind))

    def choose(self, styles: dict[str, tuple[str, ...]]) -> str:
        """One of the styles of the language; what was drawn is kept with the page."""
        style = self.rng.choice(styles[self.language])
        self.labels.append(style)
        return style

    # texts in articles

    def preamble(self, *, aims: bool) -> None:
        """Those who agree, why they do, and the words that lead to the articles."""
        words, rng = self.words, self.rng
        if rng.random() < 0.5:
            self.add("heading", words.say("preamble_head"), also=("preamble",))
        self.add("preamble", words.say("we"))
        for _ in range(rng.randint(2, 3)):
            self.add("preamble", words.take("recital"))
        if aims:
            self.add("preamble", words.say("resolved"))
            style = rng.choice(["none", "none", "-", "•"])
            self.add_list(words.order("aim_clause")[: rng.randint(2, 4)], style, "preamble", ("list_item",))
        self.add("preamble", words.say("agreed"), also=("operative", "heading"))

    def articles(self, *, word: str, number: int, chapters: bool, defines: bool, first: str = "") -> None:
        """Articles: each with its number, mostly a title, and paragraphs or a list below."""
        words, rng = self.words, self.rng
        style = self.choose(NUMBERS)
        form = rng.choice(["alone", "inline"] if self.is_joined else ARTICLES)
        joint, item = rng.choice(_JOINTS[self.language]), self.choose(_ITEMS)
        counted = self.choose(_PARAGRAPHS)
        self.labels.append(form)
        titles = words.order("article_title")
        if defines:
            titles.insert(0, words.say("definitions_title"))
        joins_part = rng.choice(["\n", ": ", " - ", "\n"])
        per_chapter = rng.randint(2, 3)
        listed = rng.randrange(1, number)
        for place in range(number):
            if chapters and place % per_chapter == 0:
                self._add_part(place // per_chapter, joins_part)
            name, label = self.number_of(style, word, place)
            is_inline = form == "inline" and not (defines and not place)
            inline = (label, f"{name}{joint}") if is_inline else None
            if not is_inline:
                self.add("heading", self._head(form, name, joint, titles[place % len(titles)]))
            lead = None
            if defines and not place:
                self._define(item)
                continue
            if first and place == int(defines):
                lead = first
            if place == listed:
                self._add_clause(words.take("lead_clause"), inline)
                self.add_list(rng.sample(words.order("duty"), 3), item)
                continue
            several = 1 if is_inline or (self.is_joined and counted == "none") else rng.randint(1, 3)
            for below in range(several):
                said = lead if lead and not below else words.take("clause")
                if is_inline or counted == "none" or several == 1:
                    self._add_clause(said, inline)
                elif counted == "n.1":
                    self.add("operative", said, f"{place + 1}.{below + 1}")
                else:
                    self.add("operative", said, write_label(counted, below, self.language))

    def _add_clause(self, said: str, inline: tuple[str, str] | None) -> None:
        """A paragraph, below its article or, with its label and what is printed of it, in one line with it."""
        if inline:
            label, mark = inline
            self.body.append(PaperPiece("operative", said, label, mark=mark))
        else:
            self.add("operative", said)

    def _add_part(self, place: int, joint: str) -> None:
        words = self.words
        part = self.kept.setdefault("part", self.rng.choice(words.templates("part")))
        head = words.fill(part, roman=words.roman(place + 1), n=place + 1, nth_m=words.nth_m(place + 1))
        titles = words.order("part_title")
        if self.is_joined:
            self.add("heading", head)
        else:
            self.add("heading", f"{head}{joint}{titles[min(place, len(titles) - 1)]}")

    def number_of(self, style: str, word: str, place: int) -> tuple[str, str]:
        """The number of an article with its noun, and the number alone."""
        words, number = self.words, place + 1
        first = "premier" if number == 1 else str(number)
        name = style.format(
            word=word,
            WORD=word.upper(),
            bare=word.removeprefix("ال"),
            n=number,
            roman=words.roman(number),
            first=first,
            nth=words.nth_of(number),
        )
        return name, name.split(" ", 1)[1]

    def _head(self, form: str, name: str, joint: str, title: str) -> str:
        if form == "titled":
            return f"{name}{joint}{title}"
        if form == "title below":
            return f"{name}\n{title}"
        return f"{name}{' :' if self.language == 'fr' else ':'}" if form == "alone, colon" else name

    def _define(self, item: str) -> None:
        """What the words of a text mean: a list, each word with its meaning."""
        words, rng = self.words, self.rng
        self.add("operative", words.say("define_lead"))
        marks = {"en": ('"', '"'), "fr": ("« ", " »"), "ar": ('"', '"')}[self.language]
        form, means = rng.choice(["means", "colon", "colon, plain"]), words.say("means")
        stop = {"ar": "؛", "en": ";", "fr": " ;"}[self.language]
        said = []
        for row in words.order("define"):
            term, meaning = row.split("|")
            quoted = f"{marks[0]}{term}{marks[1]}" if form != "colon, plain" else term
            said.append(f"{quoted} {means} {meaning}{stop}" if form == "means" else f"{quoted}: {meaning}{stop}")
        self.add_list(said, item if self.is_joined else rng.choice(["none", item, "-"]), "list_item", ("operative",))

    def list_contents(self) -> None:
        """A table of contents above the text: its headings with leaders and the figures of pages."""
        heads = [" ".join(piece.text.split()) for piece in self.body if piece.role == "heading"]
        page, rows = 1, []
        for head in heads:
            page += self.rng.randint(0, 2)
            rows.append(Piece("table", f"{head} {'.' * max(6, 60 - len(head))} {page}", also=("list_item",)))
        contents = Piece("heading", self.words.say("contents"), also=("table", "header"))
        self.body = [contents, *rows, *self.body]

    def done(self) -> None:
        """Where and when a text was signed."""
        self.add("signature", self.words.say("done"), also=("closing", "header", "operative"))

    # reports of meetings

    def open_report(self, held: str, number: str | None) -> None:
        """Who met, where and when; who came."""
        words, rng = self.words, self.rng
        said = f"{words.say(held)}."
        self._tell(said[0].upper() + said[1:], number, _EITHER)
        states = words.order("state")
        rng.shuffle(states)
        if self.is_joined or rng.random() < 0.3:
            self._tell(words.say("attended"), number, _EITHER)
        else:
            self._tell(words.say("attended_lead"), number, _EITHER)
            style = rng.choice([row for row in _ROWS if row == "-" or not number or row != number])
            self.labels.append(style)
            offices = words.order("office")
            with_office = rng.random() < 0.4 and style != "none"
            colon = " : " if rng.random() < 0.5 or self.language == "fr" else ": "
            said_states = [
                f"{state}{colon}{offices[place]}" if with_office and place < len(offices) else state
                for place, state in enumerate(states[: rng.randint(4, 7)])
            ]
            self.add_list(said_states, style, "list_item", ("table",))
        if rng.random() < 0.4:
            self._see_annex(1)

    def _see_annex(self, number: int) -> None:
        if not self.is_joined:
            said = self.words.say("see_annex", roman=self.words.roman(number), n=number)
            self.add("operative", said, also=("preamble", "footnote", "boilerplate", "annex"))

    def _tell(self, said: str, number: str | None, also: tuple[str, ...] = ("preamble",)) -> None:
        self.count += 1
        label = write_label(number, self.count - 1, self.language) if number else None
        self.add("operative", said, label, also)

    def report(self, held: str, *, number: str | None, items: int) -> None:
        """The items of the agenda, each with what was said of it."""
        words, rng = self.words, self.rng
        self.open_report(held, number)
        form = rng.choice(HEADINGS[:4] if self.is_joined else HEADINGS)
        self.labels.append(form)
        titles = words.order("item_title")
        middle = rng.sample(range(3, 8), items - 4)
        for place, title in enumerate([*titles[:3], *(titles[index] for index in sorted(middle)), titles[8]], 1):
            self._head_item(form, place, title)
            if place == 2 and rng.random() < 0.7 and not self.is_joined:
                self._elect(number)
                continue
            if place == 3 and rng.random() < 0.6:
                self._adopt(number)
                continue
            if place == items:
                for said in words.order("thanks"):
                    self._tell(said, number)
                continue
            starts_under = form != "plain" and rng.random() < 0.5 and place > 3
            self._tell(words.take("under") if starts_under else words.take("told"), number)
            for _ in range(rng.randint(0, 2)):
                self._tell(words.take("told"), number)
            if place == 1 and rng.random() < 0.4:
                self._see_annex(2)
            if place == items - 1 and rng.random() < 0.6:
                self._tell(words.say("recommend_lead"), number)
                self.add_list(words.order("recommend"), self.choose(_ITEMS), "list_item", ("operative",))
        self._end_report()

    def _head_item(self, form: str, place: int, title: str) -> None:
        words = self.words
        word = words.say("item_word")
        if self.is_joined and form != "lettered":
            # nothing would part a title from the text behind it
            self.add("heading", f"{word} {place}:", also=("operative",))
            return
        if form == "item first":
            colon = {"en": ": ", "fr": " : ", "ar": ": "}[self.language]
            word = self.kept.setdefault("item", self.rng.choice([word, word.upper()]))
            self.add("heading", f"{word} {place}{colon}{title}")
        elif form == "item last":
            self.add("heading", f"{title} ({word} {place})")
        elif form == "lettered":
            first = "أ" if self.language == "ar" else "A"
            label = write_label(f"{first}.", place - 1, self.language)
            if self.is_joined:
                return
            self.add("heading", title, label)
        else:
            self.add("heading", title.upper() if form == "capitals" else title)

    def _elect(self, number: str | None) -> None:
        words = self.words
        self._tell(words.say("bureau_lead"), number)
        offices = ["{}: {}".format(*pair) for pair in zip(words.order("office"), words.order("state"), strict=False)]
        self.add_list(offices, self.rng.choice(["-", "none", "•"]), "list_item", ("operative", "table"))

    def _adopt(self, number: str | None) -> None:
        words = self.words
        self._tell(words.say("agenda_lead"), number)
        style = self.rng.choice([row for row in ("1-", "1)", "-", "(i)") if row != number])
        if self.language == "ar" and style == "(i)":
            style = "-"
        self.add_list(words.order("item_title")[:6], style)

    def _end_report(self) -> None:
        words, rng = self.words, self.rng
        if self.is_joined:
            return
        if rng.random() < 0.5:
            self.add("heading", words.say("annexes"), also=("annex", "header", "table", "title"))
            word = words.say("annex_word")
            for place, row in enumerate(words.order("annex_row"), 1):
                mark = str(place) if self.language == "ar" else words.roman(place)
                colon = " : " if self.language == "fr" else ": "
                self.add("annex", f"{word} {mark}{colon}{row}", also=("table", "list_item", "heading"))
        elif rng.random() < 0.5:
            self.add("heading", words.say("participants"), also=("annex", "header", "title"))
            for state in words.order("state")[:3]:
                self.add("heading", state.upper(), also=("list_item", "annex", "table"))
                for _ in range(2):
                    self.add("list_item", words.take("participant"), also=("table", "annex"))

    # a communiqué that came under a letter

    def communique(self, number: str) -> None:
        """Numbered paragraphs below headings."""
        words, rng = self.words, self.rng
        self._tell(words.say("communique_held"), number, _EITHER)
        for _ in range(2):
            self._tell(words.take("told"), number)
        for head in words.order("communique_head"):
            if not self.is_joined:
                self.add("heading", head)
            acts = rng.sample(load("acts", self.language), 2)
            speaker = words.meeting.body["speaker"]
            for row in acts:
                pair = (row["past"], speaker) if self.language == "ar" else (speaker, row["past"])
                self._tell(f"{' '.join(pair)} {row['rest']}.", number)

    # plans of action

    def plan(self, *, with_table: bool, number: str) -> None:
        """Areas, objectives and measures: numbers of two or three levels, goals or bullets; a timetable."""
        words, rng = self.words, self.rng
        form = "decimal" if self.is_joined else rng.choice(["decimal", "decimal deep", "goals", "measures", "letters"])
        self.labels += [form, number]
        item = self.choose(_ITEMS)
        if not self.is_joined:
            self.add("heading", words.say("plan_intro"), also=("preamble",))
        for said in words.order("plan_told") if not self.is_joined else ():
            self.add("operative", said, also=("preamble",))
        for place, area in enumerate(words.order("area"), 1):
            self.add("heading", area if form != "letters" else area.upper(), self._label_area(form, place))
            self._fill_area(form, place, item)
        if with_table and not self.is_joined:
            self.add("heading", words.say("table_title"), also=("table",))
            self.add("table", words.say("table_head").replace("|", CELL), also=("heading",))
            for row in words.order("table_row"):
                self.add("table", row.replace("|", CELL))
            if rng.random() < 0.5:
                self.add("heading", words.say("follow_head"))
                self.add("operative", words.say("follow"))

    def _label_area(self, form: str, place: int) -> str | None:
        if form == "letters":
            return write_label("A." if self.language != "ar" else "أ -", place - 1, self.language)
        return write_label("I.", place - 1, "en") if form in {"goals", "measures"} else f"{place}."

    def _fill_area(self, form: str, place: int, item: str) -> None:
        words, rng = self.words, self.rng
        if form == "decimal":
            for below in range(rng.randint(2, 4)):
                self.add("operative", words.take("goal"), f"{place}.{below + 1}", _LISTED)
        elif form == "decimal deep":
            for below, kind in enumerate(("objectives", "measures"), 1):
                self.add("heading", words.templates(kind)[0].rstrip(" :"), f"{place}.{below}")
                for inner in range(2):
                    self.add("operative", words.take("goal"), f"{place}.{below}.{inner + 1}", _LISTED)
        elif form == "goals":
            colon = " : " if self.language == "fr" else ": "
            for below in range(2):
                word = self.keep("goal_word")
                self.add("heading", f"{word} {below + 1}{colon}{words.take('goal')[:-1]}", also=_LISTED)
                self.add_list([words.take("goal") for _ in range(2)], item, "list_item", ("operative",))
        elif form == "measures":
            for kind in ("objectives", "measures"):
                self.add("heading", self.keep(kind))
                self.add_list([words.take("goal") for _ in range(2)], item, "operative", ("list_item",))
        else:
            for below in range(3):
                self.add("operative", words.take("goal"), write_label("1.", below, self.language), _LISTED)

    # collections of resolutions

    def collection(self, number: str) -> None:
        """An index, and a few resolutions."""
        words, rng = self.words, self.rng
        session = words.meeting.session
        suffix = {"en": "E", "fr": "E", "ar": "أق"}[self.language]
        named = [words.say("number", number=f"{place}/{session}-{suffix}") for place in range(1, 5)]
        topics = rng.sample(words.templates("topic"), 4)
        subjects = [words.fill(words.templates("subject")[0], topic=topic) for topic in topics]
        self.add("heading", words.say("index"), also=("table", "header"))
        self.add("table", words.say("index_head"), also=("heading",))
        dots = rng.choice([" ", " ........ ", " ............... "])
        for place, (name, subject) in enumerate(zip(named, subjects, strict=True), 1):
            self.add("table", f"{name} {subject}{dots}{place * 3}", f"{place}.")
        joint = rng.choice(["\n", " "])
        stop = {"ar": "؛", "en": ";", "fr": " ;"}[self.language]
        for name, subject in list(zip(named, subjects, strict=True))[:3]:
            head = f"{name}{joint}{subject}"
            self.add("title", head.upper() if rng.random() < 0.5 else head)
            self.add("preamble", words.teller.say("enacts"))
            for _ in range(rng.randint(2, 3)):
                self.add("preamble", f"{words.teller.say('participle')}{stop}")
            for place, row in enumerate(rng.sample(load("acts", self.language), rng.randint(2, 4))):
                self.add("operative", f"{row['present']} {row['rest']}.", write_label(number, place, self.language))


Form = Callable[[PaperWriter], None]


def _charter(w: PaperWriter) -> None:
    w.preamble(aims=True)
    w.articles(word=w.words.say("article"), number=w.rng.randint(5, 9), chapters=w.rng.random() < 0.7, defines=False)


def _statute(w: PaperWriter) -> None:
    if w.rng.random() < 0.4:
        w.preamble(aims=False)
    number, founded = w.rng.randint(5, 9), w.words.say("founded")
    w.articles(
        word=w.words.say("article"),
        number=number,
        chapters=w.rng.random() < 0.4,
        defines=w.rng.random() < 0.4,
        first=founded,
    )


def _rules(w: PaperWriter) -> None:
    w.articles(
        word=w.words.say("rule" if w.rng.random() < 0.7 else "article"),
        number=w.rng.randint(5, 9),
        chapters=w.rng.random() < 0.5,
        defines=w.rng.random() < 0.6,
    )


def _agreement(w: PaperWriter) -> None:
    w.preamble(aims=False)
    w.articles(
        word=w.words.say("article"),
        number=w.rng.randint(5, 8),
        chapters=w.rng.random() < 0.3,
        defines=w.rng.random() < 0.6,
    )
    if w.rng.random() < 0.5:
        w.done()


def _report_of(held: str) -> Form:
    def write(w: PaperWriter) -> None:
        is_numbered = w.is_joined or w.rng.random() < 0.75
        number = w.choose(_COUNTS) if is_numbered else None
        w.report(held, number=number, items=w.rng.randint(5, 7))

    return write


def _communique(w: PaperWriter) -> None:
    w.communique(w.choose(_COUNTS))


def _plan(w: PaperWriter) -> None:
    w.plan(with_table=False, number=w.choose(_COUNTS))


def _strategy(w: PaperWriter) -> None:
    w.plan(with_table=True, number=w.choose(_COUNTS))


def _collection(w: PaperWriter) -> None:
    w.collection(w.choose(_COUNTS))


def _law(w: PaperWriter) -> None:
    w.add("preamble", w.words.say("law_by"))
    style = w.choose(NUMBERS)
    for place, clause in enumerate(w.words.order("law_clause")):
        name, _ = w.number_of(style, w.words.say("article"), place)
        w.add("heading", name)
        w.add("operative", clause)


# the body of each kind
BODIES: dict[str, Form] = {
    "charter": _charter,
    "statute": _statute,
    "rules": _rules,
    "agreement": _agreement,
    "ministers": _report_of("held"),
    "follow-up": _report_of("held_follow"),
    "experts": _report_of("held_experts"),
    "letter": _communique,
    "note": _communique,
    "plan": _plan,
    "strategy": _strategy,
    "collection": _collection,
    "law": _law,
}
