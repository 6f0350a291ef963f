"""Printed lines with their facts: each line is asked once what it is, and every rule reads the answers.

Facts are of the line alone (its words, its punctuation, what its reader said of it); what follows from its neighbours
is for the rules to find.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import FoundDate, find_dates, find_hijri_months, find_numeric_dates
from oic_reports.language.states import find_states
from oic_reports.model import Language, Line
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.forms import find_form, find_forms, find_opening
from oic_reports.structure.lines import marks, residue
from oic_reports.structure.lines.articles import LED_TO_PAGE, find_article, heads_article
from oic_reports.structure.lines.found_once import fact
from oic_reports.structure.lines.numbering import (
    Candidate,
    find_candidates,
    find_glued_label,
    is_page_mark,
)

# a character that could not be read may be a quotation mark
# behind it may stand the edge of a cell, which a copy of a table leaves at the end of a line
_CLOSED = compile_pattern(r"[.!?؟:;؛…][\"'»”’)\]*\ufffd]*(?:\s+\|)?$")
# marks of vowels are no letters either
_NO_LETTERS = compile_pattern(r"[\W_]+")
# a remark in brackets, which hold all of it
_NOTE = compile_pattern(r"[\[(](?:[^()\[\]]|[\[(][^()\[\]]*[\])])*[\])]")
_SMALL = compile_pattern("[a-zà-ÿ]")
# the name of a document's file, several words in capitals: ``34-ICFM-ECO-RES/FINAL``
_REFERENCE = compile_pattern(r"(?=\S*\d)(?=\S*[A-Z]{2}[-/]\S*[A-Z]{2})[A-Z0-9]+(?:[-/.]+[A-Za-z0-9]+){3,}")
# characters of a line of place and date, and of a line that holds a symbol; the share of capitals of a line in
# capitals; words of the name of a city
_PLACE_LENGTH = 90
_SYMBOL_LINE = 120
# characters of a city, the whole name of its state and days in two calendars
_LONGEST_PLACE = 150
_MOST_CAPITALS = 0.6
_WORDS_OF_A_CITY = 3
# the most letters beside its days that a line of place and date has, as a share of it; and one in brackets
_DATED = 0.5
_BRACKETED = 0.6
# of which calendar a day in figures is
_ERA = compile_pattern(r"\s?(?:A\.?[HD]|H|هـ?|م)\.?(?!\w)")
# marks of vowels, with which no form of a vocabulary is written
_VOWELS = compile_pattern("[\u064b-\u0652\u0670\u0640]")
_EMPTY = compile_pattern(r"[-–—]{1,3}")
_QUOTES = compile_pattern("^[\\s«»“”„‘\"'_\ufffd]+")
# letters beside a name in a part of a place line: ``at the``
_SMALL_REST = 6
_PLACE_PARTS = compile_pattern(r"[,،()]|\s[-–—ـ/:]\s?|[-–—ـ]\s|(?<=[^\W\d_])[-–](?=R[ée]publi|REPUBLI|Royaume|ROYAUME)")
# letters from which capitals tell something: ``OIC`` is in capitals everywhere
_LEAST_LETTERS = 8
_TITLED = 0.8
_DESCRIBED = (
    *("is_closed", "is_small", "is_capital", "ends_open", "is_rule", "is_page_mark", "is_excerpt_mark", "is_end_mark"),
    *(
        "is_signature",
        "is_residue",
        "opens_annex",
        "names_type",
        "names_body",
        "opens_body",
        "tells_of_meeting",
        "acts",
    ),
)


@dataclass(frozen=True)
class PrintedLine:
    """A line that is not blank, with whether a blank line stood before it, or its page shows that one begins.

    ``tells_article``: what stands behind the number of an article is its text, though it may look like its title.
    ``cites_article``: the article is one of another text. ``is_glued_label``: the line begins with the label of a list
    that is written to its word.
    """

    line: Line
    after_gap: bool
    language: Language = "en"
    tells_article: bool = False
    cites_article: bool = False
    is_glued_label: bool = False

    @fact
    def text(self) -> str:
        """The line's text."""
        return self.line.text

    @fact
    def hint(self) -> str | None:
        """What the markup or the page said of the line."""
        return self.line.hint

    @fact
    def flow(self) -> str | None:
        """What the printed page said of paragraphs: ``starts``, ``continues`` or None."""
        return self.line.flow

    def with_text(self, text: str, *, after_gap: bool | None = None, flow: str | None = None) -> PrintedLine:
        """The line with another text; ``flow`` None keeps what the page said."""
        line = replace(self.line, text=text, flow=flow or self.line.flow)
        return replace(self, line=line, after_gap=self.after_gap if after_gap is None else after_gap)

    @fact
    def normal(self) -> str:
        """The text as it is compared with others."""
        return normalise(self.text)

    @fact
    def plain(self) -> str:
        """The text without Arabic marks of vowels and without quotation marks before its first word."""
        return drop_vowels(_QUOTES.sub("", self.text))

    @fact
    def candidates(self) -> tuple[Candidate, ...]:
        """Everything that the line's start may be as a label; the dash of an empty cell is none."""
        if self.is_empty_cell:
            return ()
        article = None if self.is_article or self.cites_article else find_article(self.plain, self.language)
        if self.is_glued_label:
            return find_glued_label(self.text)
        return (article,) if article else find_candidates(self.text)

    @fact
    def opens_with_day(self) -> bool:
        """Whether what may be a label is the first of several days: ``1 - 3 Muharram 1440 AH``."""
        first = self.candidates[0] if self.candidates else None
        if first is None or not first.rest[:1].isdigit():
            return False
        return any(found.start == 0 for found in find_dates(self.text[:_PLACE_LENGTH], self.language))

    @fact
    def is_closed(self) -> bool:
        """Whether the line ends with closing punctuation."""
        return is_closed(self.text)

    @fact
    def is_small(self) -> bool:
        """Whether the line begins with a small letter, of scripts that have any."""
        return _SMALL.match(self.text) is not None

    @fact
    def is_capital(self) -> bool:
        """Whether most letters are capitals: a title, a heading."""
        letters = list(filter(str.isalpha, self.text))
        return len(letters) >= _LEAST_LETTERS and sum(map(str.isupper, letters)) > _MOST_CAPITALS * len(letters)

    @fact
    def is_titled(self) -> bool:
        """Whether nearly every longer word begins with a capital, as those of English headings do."""
        words = list(re.findall(r"[^\W\d_]{4,}", self.text))
        return len(words) > 1 and sum(word[0].isupper() for word in words) >= _TITLED * len(words)

    @fact
    def ends_open(self) -> bool:
        """Whether the line ends inside a phrase: with a word that cannot end one (``of the``, ``de la``, ``في``)."""
        return _ends_open(self.text, self.language)

    @fact
    def symbol(self) -> str | None:
        """The document symbol that the line prints."""
        return marks.find_symbol(self.text)

    @fact
    def annex(self) -> tuple[str, int | None] | None:
        """The annex label that is the whole line."""
        return marks.find_annex(self.text)

    @fact
    def opens_annex(self) -> bool:
        """Whether the line is an annex label, or one with a title."""
        return marks.opens_annex(self.text)

    @fact
    def is_rule(self) -> bool:
        """Whether the line is drawn from dashes and the like."""
        return marks.is_rule(self.text)

    @fact
    def is_page_mark(self) -> bool:
        """Whether the whole line is the number of a page; a number in a table is a cell of it."""
        return self.hint != "table" and is_page_mark(self.text)

    @fact
    def is_empty_cell(self) -> bool:
        """Whether the line is a cell of a table in which a dash says that there is nothing."""
        return self.hint == "table" and _EMPTY.fullmatch(self.text) is not None

    @fact
    def is_excerpt_mark(self) -> bool:
        """Whether the line says that text was left out."""
        return marks.is_excerpt_mark(self.text)

    @fact
    def is_end_mark(self) -> bool:
        """Whether the line says that the text ends."""
        return marks.is_end_mark(self.text)

    @fact
    def is_signature(self) -> bool:
        """Whether the line opens a place-and-date or signature formula."""
        return marks.is_signature(self.text)

    @fact
    def is_residue(self) -> bool:
        """Whether the line is made of phrases of site menus and widgets."""
        return residue.is_residue(self.text)

    @fact
    def opens_residue(self) -> bool:
        """Whether the line opens as links and notices of sites do."""
        return residue.opens_residue(self.text)

    @fact
    def names_type(self) -> bool:
        """Whether the line names a type of document."""
        return find_form("document_types", self.plain, self.language) is not None

    @fact
    def names_body(self) -> bool:
        """Whether the line names a body of the OIC."""
        return find_form("body_names", self.plain, self.language) is not None

    @fact
    def participle(self) -> re.Match[str] | None:
        """The form with which a preambular paragraph begins (``Recalling``, ``وإذ``)."""
        return find_opening("preambular_openings", self.plain, self.language)

    @fact
    def opens_body(self) -> bool:
        """Whether the line begins as bodies of reports do."""
        return find_opening("body_openings", self.plain, self.language) is not None

    @fact
    def enacts(self) -> bool:
        """Whether the line begins with who enacts the text: ``The Council …, meeting in``, ``إن مجلس``, ``Nous,``."""
        return load_pattern("enacting", self.language).match(self.plain) is not None

    @fact
    def is_article(self) -> bool:
        """Whether the line numbers an article: ``Article 3``, ``(المادّة الأولى)``."""
        is_text = self.tells_article or self.cites_article or self.is_row_of_contents
        return heads_article(self.plain, self.language) and not is_text

    @fact
    def is_chapter(self) -> bool:
        """Whether the line numbers a chapter: ``CHAPTER II``, ``Chapitre premier``, ``الفصل الثالث``."""
        is_row = self.is_row_of_contents
        return load_pattern("chapter_line", self.language).match(self.plain) is not None and not is_row

    @fact
    def is_row_of_contents(self) -> bool:
        """Whether dots lead from a line to the page at its end: ``Article 3 ........ 5``."""
        return LED_TO_PAGE.search(self.text) is not None

    @fact
    def tells_of_meeting(self) -> bool:
        """Whether the line holds a verb that tells that a meeting was held."""
        return find_form("opening_verbs", self.plain, self.language) is not None

    @fact
    def acts(self) -> bool:
        """Whether the line begins with what a body does (``Emphasizes``, ``To request``, ``Décidons``, ``يطلب``)."""
        return load_pattern("act_opening", self.language).match(self.plain) is not None

    @fact
    def tells_act(self) -> bool:
        """Whether a labelled line tells that a meeting was held or opened, or what it decided."""
        rest = drop_vowels(self.candidates[0].rest) if self.candidates else ""
        acts = load_pattern("body_acts", self.language).match(rest) is not None
        return bool(rest) and (acts or find_form("opening_verbs", rest, self.language) is not None)

    @fact
    def front_kind(self) -> str:
        """What the line would be before the body (see ``kind_of_front_line``)."""
        return kind_of_front_line(self.text, self.language)

    def describe(self) -> str:
        """The facts that hold, in few words, for a person who asks why a block is as it is."""
        found = [name for name in _DESCRIBED if getattr(self, name)]
        found += [f"{c.numbering}={c.ordinal}" for c in self.candidates]
        found += ["participle"] if self.participle else []
        found += [f"symbol={self.symbol}"] if self.symbol else []
        found += [f"hint={self.hint}"] if self.hint else []
        found += [self.flow] if self.flow else []
        return " ".join(found)


def drop_blank(lines: Sequence[Line], language: Language) -> list[PrintedLine]:
    """The lines with text; the first counts as standing after a gap."""
    printed: list[PrintedLine] = []
    gap = True
    for line in lines:
        if not line.text:
            gap = True
            continue
        printed.append(PrintedLine(line, gap or line.flow == "starts", language))
        gap = False
    return printed


def is_closed(text: str) -> bool:
    """Whether a text ends with closing punctuation; the full stop of a person's title (``…, Dr.``) closes nothing."""
    return bool(_CLOSED.search(text)) and not _titled_person().search(text)


@cache
def _titled_person() -> re.Pattern[str]:
    titles = "|".join(re.escape(row["form"]) for row in load_vocabulary("person_titles"))
    return compile_pattern(rf"(?<![\w.])(?:{titles})\.$")


def drop_vowels(text: str) -> str:
    """A text without Arabic marks of vowels."""
    return _VOWELS.sub("", text)


def normalise(text: str) -> str:
    """A text as it is compared with others: letters and digits only, in small letters."""
    return _NO_LETTERS.sub("", text.lower())


@cache
def _institutions() -> frozenset[str]:
    rows = (row for row in load_vocabulary("formulas") if row["kind"] == "institution")
    return frozenset(_normalise_plain(row["phrase"]) for row in rows)


def _normalise_plain(text: str) -> str:
    """A text as names of organisations are compared: capitals often lack their accents."""
    plain = unicodedata.normalize("NFD", normalise(text))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def is_organisation(text: str, language: Language) -> bool:
    """Whether a line is the name of an organisation and nothing else."""
    names = _institutions()
    plain = _normalise_plain(text)
    return (
        plain in names or plain.removeprefix("the") in names or (language == "fr" and plain.removeprefix("l") in names)
    )


@lru_cache(maxsize=4096)
def kind_of_front_line(text: str, language: Language) -> str:
    """What a line before the body is: ``symbol`` (or annex), ``place_date``, ``organisation``, ``note``, ``title``.

    Or of who printed it: ``imprint``, the office with place and month, and ``contact``, how to reach it.
    """
    is_symbol = marks.find_symbol(text) is not None and len(text) < _SYMBOL_LINE
    if is_symbol or _REFERENCE.fullmatch(text) or marks.find_annex(text) or marks.is_origin_note(text):
        return "symbol"
    if is_organisation(text, language):
        return "organisation"
    if _NOTE.fullmatch(text) and len(text) > _SYMBOL_LINE:
        return "note"
    if load_pattern("contact_line", "en").match(text):
        return "contact"
    if load_pattern("imprint", language).fullmatch(text):
        return "imprint"
    dates = find_dates(text, language) or _read_lone_date(text, language)
    if load_pattern("subject_line", language).match(text) and not dates:
        # ``بشأن القدس``: what a resolution is about may be a place
        return "title"
    rest = len(normalise(text)) - sum(len(normalise(found.raw)) for found in dates)
    if find_form("document_types", text, language):
        return "title"
    # a session with its place and day, below the title of its resolution
    is_placed = bool(dates) and not is_closed(text) and is_place_line(_tail_parts(text), language)
    named = find_form("body_names", text, language)
    # ``ICEM-2/2006/3`` is a symbol
    if (named and not text.startswith(("-", "/"), named.end())) or is_placed:
        return "place_date" if is_placed else "title"
    if is_closed(text) and find_form("opening_verbs", text, language):
        return "title"
    if is_place_line(text, language):
        return "place_date"
    places = [*find_forms("venues", text, language), *find_forms("cities", text, language)]
    if places and not dates and _leads_to(text[: min(match.start("form") for match in places)], language):
        return "title"
    rest -= sum(len(normalise(match.group("form"))) for match in places)
    begins_with_place = (
        any(match.start() == 0 for match in places)
        and len(text) < _PLACE_LENGTH
        and not is_closed(text)
        and not _tells_event(text, language)
        and not _is_named_after(text, places[0].end("form"), language)
    )
    # in brackets below a title stand its days, wherever it met: ``(Virtual meeting only, 25-26 November 2020)``
    most = _BRACKETED if text[0] == "(" and text[-1] == ")" else _DATED
    if (dates and rest <= max(12, most * len(text))) or (places and rest <= 12) or begins_with_place:  # noqa: PLR2004
        return "place_date"
    return "title"


def _is_named_after(text: str, end: int, language: Language) -> bool:
    """Whether words behind the city that ends at a place say what was given its name: ``ISTANBUL VISION FOR TRADE``."""
    behind = text[end:]
    is_name = behind[:1] == " " and behind[1:2].isalpha() and not find_forms("venues", text, language)
    return is_name and load_pattern("aim_word", language).search(behind) is not None


def _leads_to(before: str, language: Language) -> bool:
    """Whether the words before a place are a phrase that goes on with it: ``الدول الأعضاء في`` above its city.

    ``City of`` and ``held in`` say no more than the place does, and so does who signed there.
    """
    rest = load_pattern("place_words", language).sub(" ", before)
    is_word = re.search(r"[^\W\d_]{4,}", rest) is not None
    is_held = load_pattern("meeting_participle", language).search(before) is not None
    return is_word and not is_held and not marks.is_signature(before) and _ends_open(before, language)


def _ends_open(text: str, language: Language) -> bool:
    return load_pattern("ends_open", language).search(text.rstrip()) is not None


def _tells_event(text: str, language: Language) -> bool:
    """Whether a line is a headline: something acts in it (``Islamabad hosts …``, ``The Secretariat condemns …``)."""
    return load_pattern("headline_verb", language).search(text) is not None


def _read_lone_date(text: str, language: Language) -> list[FoundDate]:
    """Days in figures that are the whole line: ``15.07.2018``, ``Thursday 1438/4/21 - 2017/01/19``, ``3/6/1441H``.

    Beside other words they may be numbers of a document.
    """
    found = find_numeric_dates(text, language)
    dated = sum(len(normalise(one.raw)) + len(normalise(_read_era(text, one.end))) for one in found)
    weekday = load_pattern("weekday_end", language).search(text[: found[0].start].rstrip(" ,،")) if found else None
    return found if dated and dated + len(weekday.group() if weekday else "") == len(normalise(text)) else []


def _read_era(text: str, end: int) -> str:
    """The letters behind a day that say of which calendar it is: ``1438H``; none where none do."""
    era = _ERA.match(text, end)
    return era.group() if era else ""


@lru_cache(maxsize=4096)
def is_place_line(text: str, language: Language) -> bool:
    """Whether a line is made of places alone: ``United Nations, New York``, ``DAKAR - REPUBLIC OF SENEGAL``.

    One of its parts at least is a city or a state, and the others are states, venues, organisations or dates.
    """
    if len(text) > _LONGEST_PLACE or is_closed(text):
        return False
    parts = [part for part in _PLACE_PARTS.split(text) if normalise(part)]
    kinds = [_kind_of_part(part, language) for part in parts]
    if len(parts) > 1 and kinds[0] is None and kinds[1] == "state" and len(parts[0].split()) <= _WORDS_OF_A_CITY:
        # a city that no vocabulary knows, with its state
        kinds = kinds[1:]
        return all(kinds)
    return all(kinds) and ("city" in kinds or (len(parts) > 1 and "state" in kinds))


def _tail_parts(text: str) -> str:
    """The last two parts of a line that commas part."""
    return ", ".join(part.strip() for part in re.split("[,،]", text)[-2:])


def _kind_of_part(text: str, language: Language) -> str | None:
    """What one part of a place line is; None for anything else."""
    whole = len(normalise(text))
    for kind, name in (("city", "cities"), ("venue", "venues")):
        match = find_form(name, text, language)
        if match and len(normalise(match.group())) + _SMALL_REST >= whole:
            return kind
    states = find_states(text, language)
    if states and load_pattern("state_title", language).fullmatch(text[: states[0].start].strip()):
        return "state" if len(normalise(text[states[-1].end :])) <= _SMALL_REST else None
    if is_organisation(text, language):
        return "organisation"
    spans = [*((date.start, date.end) for date in find_dates(text, language)), *find_hijri_months(text, language)]
    return "date" if spans and sum(len(normalise(text[a:b])) for a, b in spans) + _SMALL_REST >= whole else None
