"""Numbers inside a line that follow one another, and the headings and bullets that stand between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Language
from oic_reports.resources import load_pattern, load_vocabulary
from oic_reports.structure.lines.numbering import Candidate, find_candidates, is_number

# a numbering with its form: ``decimal``, ``#.``
Form = tuple[str, str]

# numbers that are a list run together; fewer, where each is what a meeting does
_LEAST_RUN = 3
_LEAST_ACTS = 2
# the number with which paragraphs begin to count below a first one without any
_SECOND = 2
# characters of a heading, and of a label with its first word
_HEADING = 160
_REACH = 40
# bullets that are a list
_LEAST_BULLETS = 2

_TOKEN = compile_pattern(
    r"(?:(?<=\s)|^)(?=[(\[]?(?:\d{1,3}|[٠-٩]{1,3})\s?[.)\]/\-–:]|[\u0621-\u064a]+\s?[:\-–])"
    # where line ends were lost with their blanks: ``… in Baku.2. The``, ``Palestine3. The``, ``(18 May 2006)1.In``,
    # ``les eaux ;2. Exige``
    r"|(?:(?<=[^\W\d_])|(?<=[^\W\d_][.;:!?؟؛,،])|(?<=\s[;:!?])|(?<=[)»”\"][.;؛,،])|(?<=\d{4}[.;؛])|(?<=[)»”]))"
    r"(?=(?:\d{1,3}|[٠-٩]{1,3})\s?[.)\-–]\s?[^\W\d_])"
)
_SENTENCE_END = compile_pattern(r"[.;:!?؛؟][\"'»”’)\]]*\s*$")
_SENTENCE_MARK = compile_pattern(r"[.;:!?؛؟]\s")
_BETWEEN = compile_pattern(
    r"[.!?؟][\"'»”’)\]]*(?:\s+(?=[^\W\d_])"
    # where the blank was lost: ``means.Palestine``, ``resolution 302.Palestine``; ``REP.FINAL`` is a symbol
    r"|(?<=(?:[^\W\d_A-ZÀ-Þ]|\d)[.!?؟])(?=[\u0621-\u064aA-ZÀ-Þ]))"
)
# the letter of a heading, behind a sentence or what leads to its paragraphs: ``on water: A. Wells 1. Calls``
_LETTERED = compile_pattern(r"(?<!\d[.])(?<=[.;:!?])\s+(?=[A-Z][.)]\s+[^\W\d_])")
_BULLET = compile_pattern(r"\s+(?=(?P<mark>[-–•])\s+[^\W\d_])")
_ABBREVIATED = compile_pattern(r"(?:\bnos?\.|n°|\bnr\.)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A number that may begin a paragraph inside a line.

    ``is_strong``: a sentence ends before it; ``is_headed``: a heading with its letter stands between the two.
    """

    place: int
    candidate: Candidate
    is_strong: bool
    is_headed: bool = False

    @property
    def form(self) -> Form:
        """What numbers of one list have alike."""
        return self.candidate.numbering, self.candidate.shape

    @property
    def value(self) -> int:
        """The number."""
        return self.candidate.ordinal or 0


def find_tokens(text: str) -> list[Token]:
    """Every number of a text that may begin a paragraph, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        place = match.start()
        # as if the line began here; a label may hang behind a line, which no piece does
        candidates = [c for c in find_candidates(text[place : place + _REACH]) if is_number(c) and "<" not in c.shape]
        if not candidates or not candidates[0].rest:
            continue
        is_strong = place == 0 or _SENTENCE_END.search(text, max(0, place - _REACH), place) is not None
        begins = candidates[0].rest[0]
        if _ABBREVIATED.search(text[max(0, place - _REACH) : place]):
            continue
        if is_strong or (not begins.islower() and not names_number(text[max(0, place - _REACH) : place])):
            found.append(Token(place, candidates[0], is_strong, is_headed=_find_lettered(text, 0, place) is not None))
    return found


def _find_lettered(text: str, start: int, place: int) -> int | None:
    """Where a heading with its letter begins right above a number: ``…; B. Wells of the Coast 1. Calls``."""
    head = next(reversed(list(_LETTERED.finditer(text, max(start, place - _HEADING), place))), None)
    is_whole = head is not None and _SENTENCE_MARK.search(text, head.end() + len("A."), place) is None
    return head.end() if head and is_whole else None


def names_number(before: str) -> bool:
    """Whether a number behind a text names a thing, and begins no paragraph: ``Resolution No. 3.``, ``Article 5.``."""
    return _named().search(before) is not None


@cache
def _named() -> re.Pattern[str]:
    rows = load_vocabulary("numbered_things")
    latin = "|".join(re.escape(row["form"]) for row in rows if row["language"] != "ar")
    # an Arabic word may have its article, or a particle, before it
    arabic = "|".join(row["form"] for row in rows if row["language"] == "ar")
    return compile_pattern(rf"(?:\b(?:{latin})\.?|{arabic})\s*$", re.IGNORECASE)


def find_chains(
    tokens: Sequence[Token], last: Mapping[Form, int], below: Mapping[Form, int], language: Language | None = None
) -> list[Token]:
    """The runs of numbers, each of one form: from one on, or on from the number of that form in the lines before.

    A run may begin anew behind another, and a list of another form stand within one, behind the end of a sentence.

    Args:
        tokens: the numbers of a line.
        last: the last number of each form in the lines before.
        below: the first number of each form in the lines behind.
        language: where it is given, two numbers are a run where a meeting acts in both.

    Returns:
        The numbers of every sure run, in order.
    """
    runs: dict[Form, list[list[Token]]] = {}
    for token in tokens:
        own = runs.setdefault(token.form, [[]])
        chain = own[-1]
        following = last.get(token.form, 0) + 1
        # the first paragraph of many reports has no number
        first = {1, following} if token.form in last or not token.is_strong else {1, _SECOND}
        if token.value in ({chain[-1].value + 1} if chain else first) or (not chain and not token.place):
            # an extract may begin with the sixth paragraph
            chain.append(token)
        elif token.value == following > 1 and len(chain) == 1 and not chain[0].place:
            # ``1. TRADE 6. The Council``: a heading counts by itself above numbers that go on from the line before
            own[-1] = [token]
        elif token.value == 1 and len(chain) == 1:
            # the first of them began nothing
            own[-1] = [token]
        elif token.value == 1 and _begins_anew(token, language) and _is_sure(chain, last, below, language):
            own.append([token])
    sure = [chain for own in runs.values() for chain in own if chain and _is_sure(chain, last, below, language)]
    by_form: dict[Form, list[Token]] = {}
    for chain in sure:
        by_form.setdefault(chain[0].form, []).extend(chain)
    longest = max(by_form.values(), key=len, default=[])
    beside = [chain for chain in sure if chain[0].form != longest[0].form and chain[0].is_strong]
    return sorted((token for chain in (longest, *beside) for token in chain), key=lambda token: token.place)


def _is_sure(
    chain: Sequence[Token], last: Mapping[Form, int], below: Mapping[Form, int], language: Language | None
) -> bool:
    first, end = chain[0], chain[-1]
    if len(chain) >= _LEAST_RUN or (first.form in last and first.value == last[first.form] + 1):
        return True
    if below.get(end.form) == end.value + 1 and len(chain) + 1 >= _LEAST_RUN:
        return True
    if first.is_headed and first.value == 1 and _acts(first, language):
        return True
    return len(chain) >= _LEAST_ACTS and all(_acts(token, language) for token in chain)


def _begins_anew(token: Token, language: Language | None) -> bool:
    """Whether the next text of a line counts anew at a number: behind a sentence, or with what a meeting does."""
    return token.is_strong or _acts(token, language)


def _acts(token: Token, language: Language | None) -> bool:
    return language is not None and load_pattern("act_opening", language).match(token.candidate.rest) is not None


def find_heading(text: str, start: int, end: int, language: Language) -> int | None:
    """Where a heading begins that stands between ``start`` and a number at ``end``; None for none."""
    items = [match.start() for match in load_pattern("agenda_item", language).finditer(text, start, end)]
    ends = [match.end() for match in _BETWEEN.finditer(text, start, end)]
    lettered = _find_lettered(text, start, end)
    ends = ends if lettered is None else [lettered]
    place = max([*items[-1:], *ends[-1:]], default=start)
    begins_page = place == start == 0
    return place if (place > start or begins_page) and end - place <= _HEADING else None


def find_bullets(text: str) -> list[int]:
    """Places of bullets of one form behind a colon; none where there are fewer than two."""
    colon = text.find(":")
    bullets = list(_BULLET.finditer(text, colon + 1)) if colon >= 0 else []
    if not bullets or bullets[0].start() != colon + 1:
        return []
    places = [bullet.end() for bullet in bullets if bullet.group("mark") == bullets[0].group("mark")]
    return places if len(places) >= _LEAST_BULLETS else []
