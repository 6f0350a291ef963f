"""The parts of a cover that may stand in one line: what begins at a place of it, and where that ends."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.dates import find_dates
from oic_reports.language.particles import ARTICLE
from oic_reports.language.states import find_countries, find_states
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_forms, find_opening
from oic_reports.structure.lines.numbering import find_candidates, is_number
from oic_reports.structure.lines.printed_lines import is_closed, is_organisation
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.officers import find_own_office
from oic_reports.structure.names.place_names import TRIM, find_cities_apart, find_state_behind
from oic_reports.structure.names.sessions import find_session
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.page.imprint import find_end_of_address, find_end_of_office
from oic_reports.structure.parting.glued.index_heads import end_symbol, find_headed_rows, skip_blanks

Kind = Literal[
    "symbol",
    "origin",
    "invocation",
    "organisation",
    "office",
    "theme",
    "place",
    "index",
    "title",
    "capitals",
    "adopted",
    "session",
    "enacting",
    "first number",
    "text",
]
# parts that end where the next one begins
OPEN: frozenset[Kind] = frozenset({"title", "capitals", "adopted", "session"})
# parts below which the text stands
_LAST: frozenset[Kind] = frozenset({"index", "enacting", "first number", "text"})
# characters of a cover, of one of its titles, of what stands at a place, of the words that name a type
COVER = 1500
_TITLE = 400
_REACH = 80
_TYPE = 60
# characters of the first sentence of a text, words of a theme and of the name of an organisation
_SENTENCE_REACH = 600
_THEME_WORDS = 3
_NAME_WORDS = 9
# letters of a particle between the words of a name: ``of the``
_PARTICLE = 3
# characters of the name of who met, its ordinal with it
_NAME = 44
# words in capitals that are a title
_LEAST_CAPITALS = 3
_WORD = compile_pattern(r"\s+(?=\S)")
_LETTERS = compile_pattern(r"[^\W\d_]+")
_SENTENCE = compile_pattern(
    r"(?<!\bNo)(?<!\b[A-Z])(?<!\b[MD][rR])(?<!\bMrs)(?<!\bMme)[.;:!?؛؟][\"'»”’)\]]*\s+(?=[^\W\d_])"
)
_THEME = compile_pattern(r"(?:[(\[][^()\[\]]{6,200}[)\]]|[“«\"][^“”«»\"]{6,200}[”»\"])(?=\s|$)")
# a document's own signature, of whatever series: ``ICEM-2/2006/3.3``
_CODE = compile_pattern(r"[A-Z]{2,10}(?:[-–]\d{1,3})?(?:/[A-Z0-9][\w.()&-]*){2,}(?=\s|$)")
# days in a calendar whose month is spelled as no vocabulary has it: ``22 nd -24 th Zul Qi da 1427 A.H./``
_HIJRI = compile_pattern(
    r"\(?\d{1,2}\s?(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}\s?(?:st|nd|rd|th)?)?\s?(?:[^\W\d_][^\W\d_'’-]*\s){1,4}?"
    r"1[34]\d\d\s?(?:A\.?\s?H\.?|H\.?|هـ?)?\)?"
)
# what may stand between a place and its days, or between days
_BETWEEN_DAYS = TRIM + "HhAه\u0640م/"
_ERA = compile_pattern(r"(?:\s?(?:A\.?H\.?|H|h|AD|C\.?E\.?|هـ?|م|de\s+l['’]\s?[Hh][ée]gire)(?!\w))?(?:\s?[)\]])?\.?")
_SPELLED_ERA = compile_pattern(r"de\s+l['’]\s?[Hh][ée]gire")
# a part ends: the line does, or a word without small letters begins behind it
_ENDS = compile_pattern(r"$|(?=\s)")
_CAPITAL = compile_pattern(r"[A-ZÀ-Þ][A-ZÀ-Þ’'\-–,/&.()0-9]*(?=\s|$)")
# a sentence begins with who met, which no title does; in Arabic with the verb
_BEGINS_SENTENCE: dict[Language, re.Pattern[str]] = {
    "en": compile_pattern(r"The\s"),
    "fr": compile_pattern(r"(?:L[ae]s?\s|L['’]\s?)"),
    "ar": compile_pattern(r"(?:و(?:قد\s)?)?(?:عُ?قدت?|انعقدت?|اجتمعت?|التأمت?|التقى)\s"),
}
# between the word for a draft and its type
_OF = compile_pattern(r"^\s+(?:d(?:e\s+l)?['’]|(?:de\s+la|du|des?|of(?:\s+the)?)\s)", re.IGNORECASE)
# between a venue and its city
_BELOW_VENUE = compile_pattern(r"\s?[,،]\s?|\s[-–—]\s")
# signs behind which a phrase goes on
_GOES_ON = (",", "،", "-", "–", "—", "/", "(", "[", ":")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a cover: what it is, and its half-open range in the line (code points)."""

    kind: Kind
    start: int
    end: int

    @property
    def is_last(self) -> bool:
        """Whether it holds the rest of the line: an index, or the text below the cover."""
        return self.kind in _LAST


class PartFinder:
    """Finds the parts of a cover in one line; what is asked of the whole line is asked once."""

    def __init__(self, text: str, language: Language) -> None:
        """A finder for a line."""
        self.text = text
        self.language: Language = language

    @cached_property
    def _days(self) -> dict[int, int]:
        """Where days begin, and where they end."""
        return {day.start: day.end for day in find_dates(self.text[:COVER], self.language)}

    @cached_property
    def _cities(self) -> dict[int, int]:
        found = find_cities_apart(self.text[:COVER], self.language)
        return {city.start("form"): city.end("form") for city in found if city.start() == city.start("form")}

    @cached_property
    def _venues(self) -> dict[int, int]:
        found = find_forms("venues", self.text[:COVER], self.language)
        return {venue.start("form"): venue.end("form") for venue in found if venue.start() == venue.start("form")}

    def find_rows(self, place: int) -> list[int]:
        """Where the heading and the rows of an index begin that stands at a place; none where none does."""
        return find_headed_rows(self.text, place, self.language) if place else []

    def find_part(self, place: int, above: Sequence[Part]) -> Part | None:
        """The part that begins at a place below those above it; None where none does."""
        last = above[-1].kind if above else None
        if last is None and self._enacts(place):
            # a preamble, and no cover above it
            return None
        known = self._find_below(place, last) or self._find_known(place)
        if known is None and last == "organisation":
            known = self._find_letterhead(place)
        if known is not None:
            return known
        kind = self._begin_open(place, last)
        end = self._end_open(place, kind) if kind else None
        if kind and end is not None:
            return Part(kind, place, end)
        is_text = last == "place" or (last == "title" and self._is_type(above[-1].start, above[-1].end))
        return Part("text", place, len(self.text)) if is_text and self._tells_meeting(place) else None

    def _begins_session(self, place: int) -> bool:
        """Whether the name of a session begins at a place, and not a word before it: ``VINGT / ET UNIÈME SESSION``."""
        line = load_pattern("session_line", self.language)
        words = self.text[max(0, place - _REACH) : place].split()[-2:]
        earlier = (" ".join([*words[-count:], self.text[place : place + _REACH]]) for count in range(1, len(words) + 1))
        named = line.match(self.text[place : place + _REACH])
        return named is not None and not any(line.match(text) for text in earlier)

    def _is_place_below(self, start: int, end: int, place: Part, kind: Kind) -> bool:
        """Whether a place is a line below what stands from ``start`` to ``end``, and not of its words.

        The subject of a resolution or a speech may name a place; what was held goes on with where and when.
        """
        above = self.text[start:end]
        is_dated = any(place.start <= day < place.end for day in self._days)
        is_held = load_pattern("meeting_participle", self.language).search(above) is not None
        names_city = any(place.start <= city < place.end for city in self._cities)
        if is_held:
            return False
        if kind == "title" and (not is_dated or read_number(above) is not None):
            return names_city and self._is_whole_without(above, place)
        if not is_dated and self._is_named_by_city(above.split()[-1:]):
            return False
        return names_city or not self._ends_with_place(above)

    def _is_named_by_city(self, words: Sequence[str]) -> bool:
        """Whether a city behind some words may be of a name: ``… ISLAMIC UNIVERSITY NIAMEY``, ``قمة مكة المكرمة``."""
        named = load_pattern("named_by_city", self.language)
        return any(named.fullmatch(word.strip("(),.")) for word in words)

    def _is_whole_without(self, title: str, place: Part) -> bool:
        """Whether a title is whole without the place behind it: it names who met, or a state stands with the city.

        In Arabic what has the article is whole: ``الدول الأعضاء غير الساحلية`` before ``طهران، إيران``.
        """
        about = load_pattern("subject_of_title", self.language).search(title)
        if about and load_pattern("speech_title", self.language).match(title):
            # ``Address by … on the floods that struck Dakar, Senegal``
            return False
        if about is None and read_number(title) is None:
            is_named = self._is_named_by_city(title.split()[-1:])
            return not is_named and find_body(title, self.language) is not None
        is_whole = title.rsplit(maxsplit=1)[-1].startswith(ARTICLE)
        if self.language != "ar":
            is_whole = not self._is_named_by_city(title[about.start() if about else 0 :].split())
        return is_whole and bool(find_countries(self.text[place.start : place.end], self.language))

    def _ends_with_place(self, text: str) -> bool:
        places = [place.end() for place in find_forms("cities", text, self.language)]
        return len(text) in {*places, *(state.end for state in find_states(text, self.language))}

    def _is_type(self, start: int, end: int) -> bool:
        """Whether a title is the type of its text in capitals, and no more: ``FINAL COMMUNIQUÉ``."""
        title = self.text[start:end]
        typed = find_opening("document_types", title, self.language)
        return typed is not None and typed.end("form") == len(title) and (title.isupper() or self.language == "ar")

    def _find_below(self, place: int, last: Kind | None) -> Part | None:
        """An index or the text at a place below a cover."""
        if last is None:
            return None
        whole = len(self.text)
        if self.find_rows(place) or self._heads_index(place):
            return Part("index", place, whole)
        if self._enacts(place):
            return Part("enacting", place, whole)
        if self._is_first_number(place):
            return Part("first number", place, whole)
        return None

    def _heads_index(self, place: int) -> bool:
        """Whether the rest of the line is the heading of an index, whose rows stand below."""
        rest = self.text[place:] if len(self.text) - place <= _REACH else ""
        heading = (
            find_opening("index_words", rest, self.language) if rest[:1].isupper() or self.language == "ar" else None
        )
        return heading is not None and heading.end() == len(rest)

    def _enacts(self, place: int) -> bool:
        """Whether those who act stand at a place, or a participle with its capital."""
        text = self.text
        # within capitals a body may be named
        is_capital = self.language != "ar" and text[place : place + 3].isupper()
        if not is_capital and load_pattern("enacting", self.language).match(text, place):
            return True
        opening = find_opening("preambular_openings", text[place : place + _REACH], self.language)
        return opening is not None and not text[place].islower()

    def _is_first_number(self, place: int) -> bool:
        """Whether the first numbered paragraph begins at a place."""
        if self.text[place] not in "(1١[":
            return False
        candidates = [c for c in find_candidates(self.text[place : place + _SENTENCE_REACH]) if is_number(c)]
        first = candidates[0] if candidates and "<" not in candidates[0].shape else None
        if first is None or first.ordinal != 1 or not first.rest or first.rest[0].islower():
            return False
        return first.rest[0].isalpha() and self._tells(first.rest)

    def _tells_meeting(self, place: int) -> bool:
        """Whether a sentence stands at a place that tells that a meeting was held."""
        rest = self.text[place : place + _SENTENCE_REACH]
        begins = _BEGINS_SENTENCE[self.language].match(rest) is not None
        return begins and is_closed(self.text) and self._tells(rest)

    def _tells(self, sentence: str) -> bool:
        acts = load_pattern("body_acts", self.language).match(sentence) is not None
        held = load_pattern("meeting_finite", self.language).search(sentence) is not None
        return acts or held or find_form("opening_verbs", sentence, self.language) is not None

    def _find_known(self, place: int) -> Part | None:
        """A part at a place that is known by its own form."""
        ends: tuple[tuple[Kind, int | None], ...] = (
            ("office", find_end_of_office(self.text, place, self.language)),
            ("office", find_end_of_address(self.text, place, self.language)),
            ("symbol", self._end_symbol(place)),
            ("origin", self._end_origin(place)),
            ("theme", self._end_theme(place)),
            ("place", self._end_place(place)),
            ("organisation", self._end_organisation(place)),
            ("invocation", self._end_invocation(place)),
        )
        return next((Part(kind, place, end) for kind, end in ends if end and _ENDS.match(self.text, end)), None)

    def _end_symbol(self, place: int) -> int | None:
        code = _CODE.match(self.text, place)
        return end_symbol(self.text, place) or (code.end() if code else None)

    def _end_origin(self, place: int) -> int | None:
        origin = load_pattern("origin_note", "en").match(self.text[place : place + _REACH])
        return place + origin.end() if origin else None

    def _end_theme(self, place: int) -> int | None:
        theme = _THEME.match(self.text, place) if self.text[place] in '([“«"' else None
        is_theme = theme is not None and len(_LETTERS.findall(theme.group())) >= _THEME_WORDS
        holds_days = theme is not None and any(theme.start() <= day < theme.end() for day in self._days)
        return theme.end() if theme and is_theme and not holds_days else None

    def _end_organisation(self, place: int) -> int | None:
        """Where the name of the organisation ends, the longest that stands there."""
        if not self.text[place].isalpha():
            return None
        blanks = _WORD.finditer(self.text, place, min(len(self.text), place + 2 * _REACH))
        ends = [blank.start() for blank, _ in zip(blanks, range(_NAME_WORDS), strict=False)]
        named = [end for end in [*ends, len(self.text)] if is_organisation(self.text[place:end], self.language)]
        # a comma goes on with a list
        return named[-1] if named and not self.text[: named[-1]].endswith(_GOES_ON) else None

    def _find_letterhead(self, place: int) -> Part | None:
        """What stands below the organisation's name: its secretariat, its motto."""
        names: tuple[PatternName, ...] = ("secretariat_line", "motto_words")
        ends = [named.end() for name in names if (named := load_pattern(name, self.language).match(self.text, place))]
        return next((Part("organisation", place, end) for end in ends if _ENDS.match(self.text, end)), None)

    def _end_invocation(self, place: int) -> int | None:
        """Where the name of God ends at the head of a cover: with its last word, before the next part."""
        named = load_pattern("invocation", self.language).match(self.text, place)
        if named is None:
            return None
        for blank in _WORD.finditer(self.text, named.end(), named.end() + 2 * _REACH):
            if self._begins(blank.end(), None):
                return blank.start()
        return None

    def _end_place(self, place: int) -> int | None:
        """Where a city with its state or days ends, or days with the city behind them."""
        text = self.text
        leads = self.language == "ar" and load_pattern("day_words", self.language).match(text, place) is not None
        if text[place].islower() or leads:
            # ``… issued by the Organisation on 12 October 2006`` is a phrase
            return None
        opened = place + 1 if text[place] in "([" else place
        end = self._end_city(opened)
        days = 0
        while True:
            at = self._skip_to_days(end if end is not None else place)
            if at is None:
                break
            end = at
            days += 1
        if end is None or (opened == place and not days and self._end_city(opened) is None):
            return None
        if days and self._end_city(opened) is None:
            # ``4-5 May 2011 Doha, State of Qatar``
            below = skip_blanks(text, self._skip_era(end))
            end = self._end_city(below) or self._end_state(below) or end
        return self._skip_era(end)

    def _skip_era(self, place: int) -> int:
        era = _ERA.match(self.text, place)
        return era.end() if era else place

    def _end_city(self, place: int) -> int | None:
        """Where a city ends with its state, or a city right before days or at the end; None for any other.

        A venue may stand before it: ``UNITED NATIONS HEADQUARTERS, NEW YORK``.
        """
        city = self._cities.get(place)
        venue = self._venues.get(place) if city is None else None
        behind = _BELOW_VENUE.match(self.text, venue) if venue is not None else None
        if behind is not None and behind.end() in self._cities:
            return self._end_city(behind.end()) or self._cities[behind.end()]
        if city is None:
            state = self._end_state(place)
            return state if state is not None and self._skip_to_days(state) is not None else None
        _, state = find_state_behind(self.text[: city + _REACH], city, self.language)
        is_end = place > 0 and city == len(self.text)
        return state or (city if is_end or self._skip_to_days(city) is not None else None)

    def _end_state(self, place: int) -> int | None:
        """Where a state ends that stands at a place, its title with it: ``STATE OF KUWAIT``."""
        head = self.text[place : place + _REACH]
        state = next(iter(find_states(head, self.language)), None)
        titled = load_pattern("state_title", self.language)
        is_first = state is not None and (not state.start or titled.fullmatch(head[: state.start].strip()) is not None)
        if state is None or not is_first:
            return None
        # a city of its state's name: ``تونس، الجمهورية التونسية``
        end = place + state.end
        return find_state_behind(self.text[: end + _REACH], end, self.language)[1] or end

    def _skip_to_days(self, place: int) -> int | None:
        """Where days end that stand right behind a place; None where none do."""
        window = self.text[place : place + _REACH]
        start = next((day for day in sorted(self._days) if day >= place), None)
        if start is not None and start - place <= _REACH:
            between = load_pattern("day_words", self.language).sub("", self.text[place:start])
            # of ``A.H./13-15 December 2006`` the days are known by their month alone
            if not _SPELLED_ERA.sub("", between).strip(_BETWEEN_DAYS + string.digits):
                return self._days[start]
        hijri = _HIJRI.match(window.lstrip(" ,،"))
        return place + len(window) - len(window.lstrip(" ,،")) + hijri.end() if hijri else None

    def _begin_open(self, place: int, last: Kind | None) -> Kind | None:
        """The kind of a part that begins at a place and has no end of its own."""
        head = self.text[place : place + _REACH]
        if not head[:1].isalnum() or (last is None and head[:1].islower()):
            # an item of a list, a line that goes on with the one above it
            return None
        if load_pattern("adopted_line", self.language).match(head):
            return "adopted"
        if load_pattern("session_line", self.language).match(head):
            return "session"
        is_title = self._names_title(place)
        names_body = self._names(place, "body_names") or self._names_meeting(place)
        if names_body and not is_title:
            return "session"
        if is_title:
            return "title"
        words = self._count_capitals(place)
        return "capitals" if last is not None and words >= _LEAST_CAPITALS else None

    def _names_title(self, place: int) -> bool:
        """Whether a title begins at a place: with its type, or with a name before it (``Dakar DECLARATION``)."""
        head = self.text[place : place + _TYPE]
        draft = load_pattern("status_draft", self.language).match(head)
        rest = _OF.sub("", head[draft.end() :]) if draft else head
        begins = find_opening("document_types", rest, self.language) is not None
        begins = begins or read_statute_type(head, self.language) is not None or self._names_speaker(place)
        return begins or (self.language == "en" and self._names(place, "document_types"))

    def _names_speaker(self, place: int) -> bool:
        """Whether the title of a speech begins at a place, that of an officer whose office it names."""
        title = load_pattern("speech_title", self.language).match(self.text[place : place + _TITLE])
        return title is not None and find_own_office(title.group("speaker"), self.language) is not None

    def _names(self, place: int, vocabulary: str) -> bool:
        """Whether a form stands at a place, or behind words that all have capitals: ``Islamic Conference of …``."""
        head = self.text[place : place + _TYPE]
        form = find_form(vocabulary, head, self.language)
        if form is None:
            return False
        words = [word for word in head[: form.start("form")].split() if len(word) > _PARTICLE]
        has_case = self.language != "ar" and all(word[0].isupper() for word in words)
        return not head.startswith("The ") and (has_case or not words)

    def _names_meeting(self, place: int) -> bool:
        """Whether a meeting of the organisation is named at a place: ``Ministerial Meeting of the OIC …``."""
        head = self.text[place : place + _TYPE]
        noun = load_pattern("meeting_noun", self.language).search(head) if self.language != "ar" else None
        before = head[: noun.start()].split() if noun else ["the"]
        is_name = all(word[0].isupper() for word in before) and not head.lower().startswith("the ")
        return is_name and load_pattern("organisation", self.language).search(head) is not None

    def _count_capitals(self, place: int) -> int:
        words = 0
        while capital := _CAPITAL.match(self.text, place):
            words += len(capital.group()) > 1
            blanks = _WORD.match(self.text, capital.end())
            if blanks is None:
                break
            place = blanks.end()
        return words

    def _begins(self, place: int, kind: Kind | None) -> bool:
        """Whether another part begins at a place within one of a kind."""
        if self._find_below(place, kind or "title") or self._find_known(place):
            return True
        begun = self._begin_open(place, kind or "title")
        return begun not in {None, kind, "capitals"}

    def _end_open(self, place: int, kind: Kind) -> int | None:
        """Where a title, who adopted it or a session ends: where the next part begins, or the line ends.

        None where a sentence ends before that: prose is no cover.
        """
        window = self.text[: place + _TITLE]
        sentence = _SENTENCE.search(window, place)
        stop = sentence.start() if sentence else len(window)
        for blank in _WORD.finditer(window, place, stop):
            if self._is_whole(place, blank.start(), kind) and self._ends_at(place, blank, kind):
                return blank.start()
        return len(self.text) if stop == len(self.text) else None

    def _is_whole(self, place: int, end: int, kind: Kind) -> bool:
        before = self.text[place:end]
        if self.text[end:].lstrip()[:1] in "([":
            # ``… OF FOREIGN MINISTERS, (SESSION OF PEACE)``
            before = before.rstrip(",")
        if before.endswith(_GOES_ON) or load_pattern("ends_open", self.language).search(before):
            return False
        # a type goes on with what it is of
        return kind != "capitals" or self._count_capitals(place) >= _LEAST_CAPITALS

    def _ends_at(self, start: int, blank: re.Match[str], kind: Kind) -> bool:
        """Whether a part of a kind ends before a place: another begins there that may stand below it."""
        text, place = self.text, blank.end()
        if self._find_below(place, kind):
            return True
        if kind == "title" and self._is_type(start, blank.start()) and self._tells_meeting(place):
            return True
        known = self._find_known(place)
        if known is not None:
            is_own = known.kind != "place" or self._is_place_below(start, blank.start(), known, kind)
            return is_own and known.kind not in {"organisation", "invocation"}
        begun = self._begin_open(place, kind)
        if begun == "adopted":
            return kind in {"title", "capitals"}
        if begun == "session":
            title = text[start : blank.start()]
            is_whole = kind == "title" and len(title.split()) > 1
            names_meeting = load_pattern("meeting_noun", self.language).search(title) is not None
            # an Arabic noun goes on with the next: who met counts its meetings right behind its name
            counts = self.language != "ar" or find_session(text[place : place + _NAME], self.language) is not None
            return is_whole and not names_meeting and counts and self._begins_session(place)
        is_shouted = self.language == "ar" or text[place : place + 3].isupper()
        return begun == "title" and kind in {"session", "adopted"} and is_shouted
