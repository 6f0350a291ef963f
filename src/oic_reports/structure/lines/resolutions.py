"""Numbers of resolutions: ``15/38-POL``.

A number is ``N/SESSION-SUFFIX``; Arabic writers reverse the parts at the slash: the part that is the session of the
header is the session (seen in the 15th, 19th and 43rd sessions). The International Islamic Fiqh Academy counts its
resolutions through and prints session and item behind the number, in either order: ``137 (15/3)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.particles import ARTICLE
from oic_reports.structure.lines.printed_lines import normalise

# the fifty-first session of the ministers met in 2025
LATEST_SESSION = 60
_SUFFIX = (
    r"(?:S&T|[A-Z]{1,4})(?:\s?\([A-Z]{2}\))?(?!\w)|[\u0621-\u064a]{1,2}(?:\s?\.?\s?[\u0621-\u064a])?(?![\u0621-\u064a])"
)
# behind a blank or a full stop, letters that stand alone are a suffix before the summit's, or at the end of the line
_BLANK = r"[\s.](?=[\u0621-\u064a](?:\s[\u0621-\u064a])?\s*(?:\(ق|$))"
_NUMBER = compile_pattern(
    rf"(?P<first>\d{{1,3}})\s?/\s?(?P<second>\d{{1,2}})(?:(?:\s?[-–—ـ]\s?|{_BLANK})(?P<suffix>{_SUFFIX}|EX|CFM-\w+))?"
    r"(?:\s?\((?P<summit>I\.?\s?S|ق\s?\.?\s?[أإا])\s?\.?\))?",
    re.MULTILINE,
)
# letters of an extraordinary session stand for its number: ``3/EOS``, ``1/ غ ع``
_LETTERED = compile_pattern(
    r"(?P<number>\d{1,3})\s?/\s?(?P<letters>(?:EX(?:\.|-)?[A-Z]{0,3}|E[A-Z]{1,3})(?:\s?\(IS\))?|غ\s?\.?\s?ع)(?!\w)",
    re.IGNORECASE,
)
# a number in brackets that a session counts by itself: ``Resolution (1) of the Twentieth Session``
_OF_SESSION = compile_pattern(
    r"\(\s?(?P<number>\d{1,2})\s?\)\s+(?:of\s+the|de\s+la|du|ل?ل(?=دور))\s*"
    r"(?=(?:[\w-]+\s+){0,4}?(?:session|meeting|réunion|دور[ةه]))",
    re.IGNORECASE,
)
_COUNTED = compile_pattern(r"(?P<number>\d{1,3})\s?\(\s?(?P<first>\d{1,2})\s?/\s?(?P<second>\d{1,2})\s?\)")
# a copy loses the degree sign: ``RÉSOLUTION N 1/36-POL``
_TITLE = compile_pattern(
    r"\W*(?:(?:OIC|OCI)\s+)?(?:draft\s+|projet\s+de\s+|مشروع\s+)?"
    rf"(?P<word>r[eé]solution|r[eé]s\.|decision|d[eé]cision|(?:{ARTICLE})?قرار|(?:{ARTICLE})?مقرر)\s*"
    rf"(?:no\s?\.?|n\s?[°º]|n(?=\s\d)|num[eé]ro|(?:{ARTICLE})?رقم)?\s*[:.]?\s*(?=\(?\d)",
    re.IGNORECASE,
)
_REVISION = compile_pattern(r"^\s?/\s?Rev\.?\s?\d{0,2}", re.IGNORECASE)
# a site's name for a page runs the group of resolutions into the number: ``القرارات السياسية القرار الرقم 3/9-س``
_GROUP = r"القرارات\s+[\u0621-\u064a]+\s+(?=القرار\s+الرقم\s)"
_PIECE = compile_pattern(rf"(?m)^|[,،;؛:|–—]\s*(?:{_GROUP})?|[-ـ]\s+|(?<=[\w)]\.)\s+|(?<=\))\s+")
# characters of a title of a resolution with its number, subject and page
_LONGEST = 200
_ENTRY = compile_pattern(
    r"(?:resolution|r[eé]solution|decision|d[eé]cision|قرار|مقرر)\b.{0,12}\d{1,3}\s?/\s?\d", re.IGNORECASE
)
_ROW_NUMBER = compile_pattern(
    r"\W*(?:\d{1,2}|[IVX]{1,4})\W*(?:resolution|r[eé]solution|decision|d[eé]cision|قرار|مقرر)\b", re.IGNORECASE
)
_PLAIN = compile_pattern(r"\W*(?P<number>\d{1,3})\W*")
# the page behind a row of an index
PAGE_AT_END = compile_pattern(r"\s\.*\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
# rows of an index
_LEAST_ROWS = 2
# endings of the words for several texts
PLURAL = ("s", "ات")


@dataclass(frozen=True, slots=True)
class ResolutionNumber:
    """A number as printed, its parts, and its normal form with the session behind the slash.

    ``counted`` holds the two numbers of the bracket in their printed order where a number is counted through all
    sessions; one of them is the session.
    """

    raw: str
    number: int
    session: int | None
    suffix: str | None
    counted: tuple[int, int] | None = None

    @property
    def normal(self) -> str:
        """``N/SESSION-SUFFIX``, as far as it is known; ``N (A/B)`` of a number counted through all sessions."""
        if self.counted:
            return f"{self.number} ({self.counted[0]}/{self.counted[1]})"
        session = f"/{self.session}" if self.session is not None else ""
        return f"{self.number}{session}{f'-{self.suffix}' if self.suffix else ''}"


def read_number(text: str, session: int | None = None) -> ResolutionNumber | None:
    """The number of a resolution in its title line; None where the line is no title of one.

    Args:
        text: one line.
        session: the session of the file, where it is known.
    """
    printed = _read_title(text, 0, session)
    return printed.number if printed else None


def read_plain_number(text: str) -> PrintedNumber | None:
    """The number of a line that numbers a resolution without its session, and says no more: ``Resolution No. 4``."""
    title = _TITLE.match(text)
    plain = _PLAIN.fullmatch(text, title.end()) if title else None
    if plain is None:
        return None
    number = ResolutionNumber(plain["number"], int(plain["number"]), None, None)
    return PrintedNumber(number, plain.start("number"), plain.end("number"))


class PrintedNumber(NamedTuple):
    """The number of a resolution and the code points ``[start, end)`` where it is printed."""

    number: ResolutionNumber
    start: int
    end: int


def find_number(text: str, session: int | None = None) -> PrintedNumber | None:
    """The number of a resolution in a title that may hold more: behind a line's start, a comma, a dash or a bar.

    A resolution that is cited inside a phrase (``pursuant to Resolution 3/7-P``) is none.

    Args:
        text: a title, its lines parted by line ends.
        session: the session of the file, where it is known.
    """
    for begin in _PIECE.finditer(text):
        printed = _read_title(text, begin.end(), session)
        if printed:
            return printed
    return None


def _read_title(text: str, start: int, session: int | None = None) -> PrintedNumber | None:
    """The number of a title that begins at code point ``start``."""
    title = _TITLE.match(text, start)
    counted = _COUNTED.match(text, title.end()) if title else None
    if counted:
        return PrintedNumber(_interpret_counted(counted, session), counted.start(), counted.end())
    match = _NUMBER.match(text, title.end()) if title else None
    if title is None or match is not None:
        return PrintedNumber(_interpret(match, session), match.start(), match.end()) if match else None
    lettered = _LETTERED.match(text, title.end())
    if lettered:
        suffix = re.sub(r"[\s.]", "", lettered["letters"])
        counted_apart = ResolutionNumber(lettered.group(), int(lettered["number"]), None, suffix)
        return PrintedNumber(counted_apart, lettered.start(), lettered.end())
    plain = _OF_SESSION.match(text, title.end())
    if plain is None:
        return None
    number = ResolutionNumber(plain["number"], int(plain["number"]), None, None)
    return PrintedNumber(number, plain.start("number"), plain.end("number"))


def _interpret_counted(match: re.Match[str], session: int | None) -> ResolutionNumber:
    pair = int(match.group("first")), int(match.group("second"))
    return ResolutionNumber(
        match.group(), int(match.group("number")), session if session in pair else None, None, counted=pair
    )


def _interpret(match: re.Match[str], session: int | None) -> ResolutionNumber:
    first, second = int(match.group("first")), int(match.group("second"))
    suffix = re.sub(r"\s", "", match.group("suffix") or "") or None
    summit = match.group("summit")
    if suffix and summit:
        suffix = f"{suffix}({'IS' if summit.isascii() else summit.replace(' ', '')})"
    if (session is not None and first == session != second) or second > LATEST_SESSION >= first:
        first, second = second, first
    return ResolutionNumber(match.group().strip(), first, second, suffix)


def is_list(text: str) -> bool:
    """Whether a block holds the rows of an index: the numbers of several resolutions, in which others are cited."""
    return len({match.group().lower() for match in _ENTRY.finditer(text)}) >= _LEAST_ROWS and any(
        _ROW_NUMBER.match(line) for line in text.split("\n")
    )


def names_entry(text: str) -> bool:
    """Whether a text names a resolution by its number, wherever it stands, as rows of an index do."""
    return _ENTRY.search(text) is not None


def is_title(text: str) -> bool:
    """Whether a line is the title of a resolution, without the number of a page behind it."""
    title = _TITLE.match(text) if len(text) <= _LONGEST else None
    return title is not None and read_number(text) is not None and not PAGE_AT_END.search(text[title.end() + 6 :])


def is_counted_through(number: str) -> bool:
    """Whether the normal form of a number is one that is counted through all sessions: other academies print it too."""
    return _COUNTED.fullmatch(number) is not None


def is_bare_number(text: str) -> bool:
    """Whether a line is the number of a resolution and no more."""
    printed = _read_title(text, 0)
    return printed is not None and not normalise(_REVISION.sub("", text[printed.end :]))


def find_own_label(text: str) -> str | None:
    """The number of a resolution before its title, which has it again; None where none stands there.

    ``1/10-INF`` of ``1/10-INF Résolution n° 1/10-INF``.
    """
    label = _NUMBER.match(text)
    printed = _read_title(text, len(text) - len(text[label.end() :].lstrip())) if label else None
    is_again = label is not None and printed is not None and normalise(printed.number.raw) == normalise(label.group())
    return label.group().strip() if label and is_again else None


def names_summit(text: str) -> bool:
    """Whether a text holds the number of a resolution of an Islamic summit: ``27/8-E(IS)``."""
    return any(number["summit"] for number in _NUMBER.finditer(text))
