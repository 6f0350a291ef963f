"""Labels of paragraphs: what may be one, and what number it is.

The forms are those that were seen in OIC documents: ``1.``, ``1-``, ``- 1-``, ``(1)``, ``1)``, ``1/``, ``1:-``, ``i.``,
``(a)``, ``A.``, ``أ-``, Arabic-Indic digits, bullets. Whether a candidate is a label is decided by its sequence
(``sequence``): a year, a date or an initial at the start of a line looks the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from oic_reports.cleaning.bullets import find_bullet
from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.numerals import parse_roman
from oic_reports.resources import load_vocabulary

_ARABIC_INDIC = "٠-٩۰-۹"
# a newspaper that quotes a text sets a quotation mark before each of its paragraphs
_QUOTES = "\"'«“„‘"
_OPEN = rf"(?P<open>[{_QUOTES}]?\s?\*{{0,3}}(?:§\s?)?[-–—•]?\s?\*{{0,3}}[(\[]?\s?)"
_NUMBER = rf"(?P<number>\d{{1,3}}|[{_ARABIC_INDIC}]{{1,3}}|[ivxlcIVXLC]{{1,7}}|[A-Za-z]|هـ|[\u0621-\u064a])"
_CLOSE = r"(?P<close>(?:\s?[)\]])?(?:\s?[.:/\-–—ـ)°]{1,2})?\*{0,3})"
_LABEL = compile_pattern(rf"{_OPEN}{_NUMBER}{_CLOSE}(?=(?P<gap>\s+|$)|(?P<next>[^\s\d]))")
_BULLET = compile_pattern(
    r"(?P<label>[-‐‑–—―−ـ•●▪■◦·○➢►✓¨*]|o(?=\s))\s+(?=\S)|(?P<glued>[-–•])(?=[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:[-’'][A-Za-zÀ-ÿ]+)*:?\s)"
)
# a bullet on a line of its own, its text below
_LONE_BULLET = compile_pattern("[-‐‑–—―−•●▪■◦¨]")
# letters that a reader takes for others in lower-case roman numbers: ``Hi`` for ``iii``, ``vm`` for ``viii``
_MISREAD = compile_pattern(r"(?=[ivxlHm1]*[Hlm1])(?P<number>[ivxHlm1]{1,5})(?P<close>\.|\))(?=\s+\S)")
_LOOKS_LIKE = str.maketrans({"H": "ii", "m": "iii", "l": "i", "1": "i"})
# a label that was put behind its Arabic line: ``النص -1``
_FLIPPED = compile_pattern(
    rf"(?<=[\u0621-\u064a.,;:؛،؟)])\s+(?P<label>[-–—]\s?(?P<number>\d{{1,3}}|[{_ARABIC_INDIC}]{{1,3}}))$"
)
# a label whose mark was put before its number, at the beginning of an Arabic line: ``-1 النص``; with a stop, of any
# line: ``.4 The delegations``
_TURNED = compile_pattern(
    rf"(?P<mark>[-–—.])(?P<number>\d{{1,3}}|[{_ARABIC_INDIC}]{{1,3}})"
    r"(?:\s+(?=[\u0621-\u064a\"«(])|(?<=\.\d)\s+(?=[A-ZÀ-Þ])|(?<=\.\d\d)\s+(?=[A-ZÀ-Þ])|$)"
)
# a number below another one, or below a letter: ``1.1``, ``2.2.1.``, ``II.1``; amounts look alike, so that its sequence
# must bear it out
_NESTED = compile_pattern(
    r"\(?(?P<prefix>(?:\d{1,2}|[A-Z]|[IVX]{2,5}|[\u0621-\u064a])\.(?:\d{1,2}\.){0,2})(?P<number>\d{1,2})(?P<close>[.)\-–:]{0,2})\s+(?=[^\W\d_a-zà-ÿ]|[«“\"(])"
)
NESTED = "decimal-nested"
# the shape of numbers that a word for an article stands before
ARTICLE = "article"
# a paragraph that was put in later: ``2 bis.``
_BIS = compile_pattern(r"(?P<number>\d{1,3})\s?(?:bis|ter|quater)(?P<close>[.)\-–:]{0,2})\s+(?=\S)", re.IGNORECASE)
_BRACKETS = frozenset("([")
# a word, or what is left of one before an apostrophe: ``b)rebuild the wells``, ``a)d'ouvrir``
_WORD = compile_pattern(r"(?:[^\W\d_]{2,}|[a-zà-ÿ])[\s,;:’'-]")
# a bullet that is written to its word
_GLUED_BULLET = compile_pattern(r"(?P<label>[-–—*•●▪■◦○➢►✓])(?=[^\W\d_]+[\s,;:.’'-])(?!.*[^\s*]\*$)")
_CAPITAL_WORD = compile_pattern(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}\s")
# signs of vowels: ``أوّلاً`` is ``أولا``
_VOWELS = compile_pattern("[\u064b-\u0652]")
_BLANK = compile_pattern(r"^|\s+")
_NUMBERS = ("decimal", "arabic-indic", "ordinal-word")
_PAGE_MARK = compile_pattern(r"[-–—<\[(]\s?\d{1,3}\s?[-–—>\])]|[!|~]\s?\d{1,3}\s?[!|~]?|\d{1,3}(?:\s?/\s?\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible label at the start of a line: the printed label, its kind and value, and the rest of the line.

    ``shape`` is the label with its number taken out: two labels of one list have the same. A bullet's ordinal is None.
    ``is_misread`` says that a roman number was made of letters that look like it (``Hi.`` for ``iii.``).
    """

    label: str
    numbering: str
    ordinal: int | None
    shape: str
    rest: str
    is_misread: bool = False

    @property
    def is_spelled(self) -> bool:
        """Whether the label is the name of a letter (``ألف -``)."""
        return self.shape.startswith("name")

    @property
    def levels(self) -> int:
        """How many numbers a nested number holds: 2 for ``1.1``; 1 for any other label."""
        return self.shape.count(".") - self.shape.partition("#")[2].count(".") + 1 if self.numbering == NESTED else 1


def is_number(candidate: Candidate) -> bool:
    """Whether a label is a number rather than a letter, a small roman number or a bullet; that of an article is one."""
    return candidate.numbering in _NUMBERS or candidate.shape == ARTICLE


@cache
def _abjad() -> dict[str, int]:
    return {row["letter"]: int(row["value"]) for row in load_vocabulary("abjad")}


@cache
def _letter_names() -> tuple[dict[str, int], re.Pattern[str]]:
    """Names of letters that head sections (``ألف -``), to their places in the alphabet."""
    names = {row["form"]: int(row["value"]) for row in load_vocabulary("letter_names")}
    alternatives = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return names, compile_pattern(rf"\(?(?P<number>{alternatives})\s?(?P<close>[:\-–/.)ـ]{{1,2}})\s*")


@cache
def _ordinal_words() -> tuple[dict[str, int], re.Pattern[str]]:
    words = {_VOWELS.sub("", row["form"]): int(row["value"]) for row in load_vocabulary("arabic_ordinals")}
    marked = (
        "".join(f"{re.escape(c)}{_VOWELS.pattern}*" for c in form) for form in sorted(words, key=len, reverse=True)
    )
    alternatives = "|".join(marked)
    return words, compile_pattern(rf"(?P<number>{alternatives})\s?(?P<close>[:\-–/.)ـ]{{1,2}})\s*")


def find_ordinal_words(text: str) -> Iterator[tuple[int, int]]:
    """Arabic ordinals that head what stands behind them (``ثانياً:``) anywhere in a text: value and place of each."""
    words, pattern = _ordinal_words()
    for blank in _BLANK.finditer(text):
        match = pattern.match(text, blank.end())
        if match:
            yield words[_VOWELS.sub("", match.group("number"))], blank.end()


# accents of French ordinals
_PLAIN = str.maketrans("èé", "ee")


@cache
def _latin_ordinals() -> tuple[dict[str, int], re.Pattern[str]]:
    """Ordinals that count paragraphs (``First: …``, ``Secondly: …``, ``Premièrement : …``), to their values.

    French capitals are often typed without accents.
    """
    rows = [row for row in load_vocabulary("ordinals") if row["kind"] == "unit" and row["language"] in {"en", "fr"}]
    words = {form: int(row["value"]) for row in rows for form in (row["form"], row["form"].translate(_PLAIN))}
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return words, compile_pattern(
        rf"(?P<number>{alternatives})(?:ly|ment)?(?P<close>\s?:|\s[-–—])\s+(?=\S)", re.IGNORECASE
    )


def find_candidates(line: str) -> tuple[Candidate, ...]:
    """Everything that a line's start may be as a label, the likelier reading first; empty for plain text."""
    match = _LABEL.match(line)
    if match and _is_delimited(match):
        return tuple(_interpret(match, line))
    again = _BIS.match(line)
    if again:
        shape, rest = f"#{again.group('close')}", line[again.end() :].strip()
        return (Candidate(again.group().strip(), "decimal", int(again.group("number")), shape, rest),)
    nested = _NESTED.match(line)
    if nested:
        shape = f"{nested.group('prefix')}#{nested.group('close')}"
        ordinal = int(nested.group("number"))
        return (Candidate(nested.group().strip(), NESTED, ordinal, shape, line[nested.end() :].strip()),)
    misread = _MISREAD.match(line)
    if misread:
        value = parse_roman(misread.group("number").translate(_LOOKS_LIKE))
        if value is not None:
            shape = f"#{misread.group('close')}"
            rest = line[misread.end() :].strip()
            return (Candidate(misread.group().strip(), "roman-lower", value, shape, rest, is_misread=True),)
    turned = _TURNED.match(line)
    if turned:
        number = turned.group("number")
        kind = "decimal" if number.isascii() else "arabic-indic"
        rest = line[turned.end() :].strip()
        return (Candidate(turned.group().strip(), kind, int(number), f"{turned.group('mark')}#", rest),)
    flipped = find_flipped(line)
    if flipped and line[:1] not in "-–—•":
        number = flipped.group("number")
        kind = "decimal" if number.isascii() else "arabic-indic"
        label = flipped.group("label")
        shape = label.replace(number, "#").replace(" ", "")
        return (Candidate(label, kind, int(number), f"{shape}<", line[: flipped.start()].strip()),)
    for words, pattern in (_ordinal_words(), _latin_ordinals()):
        spelled = pattern.match(line)
        if spelled:
            value = words[_VOWELS.sub("", spelled.group("number").lower())]
            shape, rest = spelled.group("close").strip(), line[spelled.end() :]
            return (Candidate(spelled.group().strip(), "ordinal-word", value, shape, rest),)
    names, pattern = _letter_names()
    named = pattern.match(line)
    if named:
        shape = f"name{named.group('close')}"
        rest = line[named.end() :]
        return (Candidate(named.group().strip(), "alpha-arabic", names[named.group("number")], shape, rest),)
    if _LONE_BULLET.fullmatch(line):
        return (Candidate(line, "bullet", None, line, ""),)
    bullet = _BULLET.match(line) or find_bullet(line)
    if bullet:
        mark, rest = bullet.group().strip(), line[bullet.end() :]
        # written to its word it is of another list than one with a blank behind it
        return (Candidate(mark, "bullet", None, mark if bullet.group()[-1:].isspace() else f"{mark}+", rest),)
    return ()


def find_glued_label(line: str) -> tuple[Candidate, ...]:
    """The label with which a line begins if it is written to its word, by each reading of it; only a list proves it."""
    bullet = _GLUED_BULLET.match(line)
    if bullet:
        mark = bullet.group("label")
        return (Candidate(mark, "bullet", None, f"{mark}+", line[bullet.end() :]),)
    match = _LABEL.match(line)
    if match is None or match.group("number").isdigit() or not match.group("close") or match.group("gap") is not None:
        return ()
    return tuple(_interpret(match, line)) if _WORD.match(line, match.end()) else ()


def find_flipped(line: str) -> re.Match[str] | None:
    """The label that was put behind an Arabic line (groups ``label`` and ``number``); a figure ends the line then."""
    return _FLIPPED.search(line) if line.rstrip()[-1:].isdigit() else None


def _is_delimited(match: re.Match[str]) -> bool:
    number, close = match.group("number"), match.group("close").strip(" *")
    if match.group("open").lstrip(_QUOTES).startswith("§") and number.isdigit():
        return match.group("gap") is not None or bool(close)
    is_opened = not _BRACKETS.isdisjoint(match.group("open"))
    if not close or (is_opened and close[0] not in {")", "]"}):
        return False
    if number.isdigit():
        # "1.In" is a label, "3-party" and "5-star" are not
        following = match.group("next") or ""
        return match.group("gap") is not None or (close[0] not in "-–—:" or not following.islower())
    if close[0] in {")", "]"} and _WORD.match(match.string, match.end()):
        # ``(a)to open``, ``b)rebuild``, ``أ)رفع``: a bracket parts its letter from the word
        return True
    # ``A.The``, ``A)-The``: the mark parts them
    is_marked = (number.isupper() and close == ".") or (number.isascii() and close[0] == ")")
    is_glued = is_marked and bool(_CAPITAL_WORD.match(match.string, match.end()))
    return match.group("gap") is not None or is_glued


def _interpret(match: re.Match[str], line: str) -> list[Candidate]:
    number = match.group("number")
    # the mark of an item in which a page sets a number is the page's
    label = match.group().strip().removeprefix("•").lstrip()
    opening = match.group("open").lstrip(_QUOTES)
    shape = f"{opening}#{match.group('close')}".replace(" ", "").replace("*", "")
    rest = line[match.end() :].strip()
    found: list[tuple[str, int]] = []
    if number.isascii() and number.isdigit():
        found.append(("decimal", int(number)))
    elif number.isdigit():
        found.append(("arabic-indic", int(number)))
    elif number in _abjad():
        found.append(("alpha-arabic", _abjad()[number]))
    elif number.isascii() and (number.islower() or number.isupper()):
        case = "lower" if number.islower() else "upper"
        roman = parse_roman(number)
        if roman is not None:
            found.append((f"roman-{case}", roman))
        if len(number) == 1:
            found.append((f"alpha-latin-{case}", ord(number.lower()) - ord("a") + 1))
    return [Candidate(label, numbering, value, shape, rest) for numbering, value in found]


def is_page_mark(line: str) -> bool:
    """Whether a whole line is the number of a page: ``- 26 -``, ``<5>``, ``Page 2 of 5``, ``1/--Pages``, ``12``."""
    text = line.strip(" *")
    return bool(_PAGE_MARK.fullmatch(text) or _named_page().fullmatch(text))


@cache
def _named_page() -> re.Pattern[str]:
    words = "|".join(re.escape(row["form"]) for row in load_vocabulary("page_words"))
    named = rf"[-–—(]?\s?(?:{words})\s?\(?\d{{1,3}}\)?(?:\s?(?:of|de|sur|من|/)\s?\d{{1,3}})?\s?[-–—)]?"
    # what a viewer counts; dashes stand where it did not know how many there are
    counted = rf"\d{{1,3}}\s?/\s?(?:\d{{1,3}}|[-–—]{{1,3}})\s?(?:{words})s?"
    return compile_pattern(f"{named}|{counted}")
