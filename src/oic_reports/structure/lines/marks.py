"""Single lines that are known by their form: symbols, annex labels, end marks, rules, signatures."""

from __future__ import annotations

import re
import string
from functools import cache

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.numerals import parse_roman
from oic_reports.language.particles import ARTICLE
from oic_reports.resources import load_vocabulary

_SYMBOL = compile_pattern(
    r"(?<![A-Za-z/])(?:(?:EX\s?-\s?)?(?:(?:OIC|OCI|ICFM)\s?/\s?|(?:CFM|ICECS|IS)\s?/\s?(?=\d{1,2}\s?[-–])))"
    r"[A-Z0-9&][A-Za-z0-9&.,()\-–—/ ]*[A-Za-z0-9).](?!\w)"
)
# a French article that was set into a symbol: ``OIC/ LA CPIDH-6/2014/REP``
_ARTICLES = frozenset({"LA", "LE"})
# ``OIC/YSM-3/2016/R1-Y Rev.2``, with the language behind it
_REVISION = compile_pattern(r"Rev\.?\d{1,2}/?", re.IGNORECASE)
_PARTS = compile_pattern(r"[/\s.–—-]+")
# the last part of a symbol, with a full stop behind it
_LAST_PART = "final."
_EXCERPT = compile_pattern(r"(?P<open>[\[(])?\s?(?:\.\s?\.\s?\.|…)\s?(?(open)[\])])")
_RULE = compile_pattern(r"[-–—=_*/\\.·•~#+|<>\sـ]{3,}")
_END = compile_pattern(r"(?:end|fin)\s+(?:of|du|de\s+la|de\s+l['’])\s*(?:the\s+)?[^\W\d]+", re.IGNORECASE)
_ORNAMENT = compile_pattern(r"[-–—=_*.]+\s?[oO0x]{1,5}(?:[-–—=_*.]+[oO0x]{1,5})*\s?[-–—=_*.]+")
_ORIGINAL = compile_pattern(r"^\W*(?:original|langue originale|الأصل)\b[^\n]{0,40}$", re.IGNORECASE)


@cache
def _load_type_codes() -> frozenset[str]:
    """The codes with which a symbol says what its document is."""
    return frozenset(row["code"] for row in load_vocabulary("symbol_codes") if row["kind"] == "document_type")


@cache
def _load_codes() -> frozenset[str]:
    """The codes of bodies, types and states of a text; a topic may be a word of any headline: ``MALI``."""
    return frozenset(row["code"] for row in load_vocabulary("symbol_codes") if row["kind"] != "topic")


@cache
def _load_type_words() -> frozenset[str]:
    """The words with which the names of types begin: ``resolutions``, ``rapport``; the codes of symbols are none."""
    words = {row["form"].split(" ")[0].lower() for row in load_vocabulary("document_types")}
    return frozenset(words - {code.lower() for code in _load_type_codes()} - {_LAST_PART[:-1], "draft"})


def find_symbol(line: str) -> str | None:
    """The document symbol that a line prints, as printed: ``OIC/NY-ACM/2013/MALI/DRAFT-REP.``; None for none.

    A symbol has a digit, or two slashes and the code of a body, a type or a status: neither ``OIC/IDB`` in a sentence
    nor the words of a headline (``OCI/Sahel/Niger``) are one. Behind a blank stands the code of a type
    (``OIC/CFM-40/2013/CONAKRY DEC``), ``Draft`` behind ``Final``, or a revision.
    """
    match = _SYMBOL.search(line) if "/" in line else None
    if not match:
        return None
    words = match.group().split(" ")
    kept = [words[0]]
    for word in words[1:]:
        # a blank inside a symbol is damage: it stands at a slash, or before a part without small letters
        is_draft = word.lower() == "draft" and kept[-1].lower().endswith(_LAST_PART[:-1])
        is_coded = word in _load_type_codes() or is_draft or _REVISION.fullmatch(word) is not None
        is_joined = kept[-1].endswith(("/", ".", "-")) or word.startswith(("/", "-")) or kept[-1] in _ARTICLES
        is_title = kept[-1].endswith(".") and word.lower() in _load_type_words()
        if is_title or not (is_coded or is_joined):
            # ``… ENG.ORG. RESOLUTION ON …``: the title on the line of its symbol
            break
        if kept[-1].lower() == _LAST_PART:
            # ``OIC/…/RES. Final. Resolutions of``: nothing stands behind it, the stop ends it
            kept[-1] = kept[-1].rstrip(".")
            break
        kept.append(word)
        if _REVISION.fullmatch(kept[-2]):
            # the language of a revision ends it: ``R1-Y Rev.2/ ENG.ORG. RESOLUTION ON``
            break
    symbol = " ".join(kept).rstrip(" ,")
    is_coded = symbol.count("/") > 1 and not _load_codes().isdisjoint(_PARTS.split(symbol.upper()))
    return symbol if is_coded or re.search(r"/.*\d", symbol) else None


@cache
def _arabic_ordinals() -> dict[str, int]:
    """Arabic ordinals of one word, to their values: ``المرفق الأول``."""
    rows = load_vocabulary("ordinals")
    return {
        row["form"]: int(row["value"])
        for row in rows
        if row["language"] == "ar" and row["kind"] == "unit" and " " not in row["form"]
    }


@cache
def _annex_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(row["form"]) for row in load_vocabulary("annex_words"))
    ordinals = "|".join(sorted(map(re.escape, _arabic_ordinals()), key=len, reverse=True))
    return compile_pattern(
        rf"\W*(?P<raw>(?:{words})\b[\s\-–—:(]*(?:No\.?|n°|(?:{ARTICLE})?رقم)?[\s(]*(?P<number>\d{{1,3}}|(?:[IVX]|[IVXLC]{{2,7}})(?!\w)|(?P<letter>(?-i:[A-Z])|[أ-ي])(?!\w)|[٠-٩]{{1,3}}|(?:{ordinals})(?!\w))?\)?)(?P<rest>.*)",
        re.IGNORECASE,
    )


def find_annex(line: str) -> tuple[str, int | None] | None:
    """The annex label that is a whole line, as printed, with its number: ``Annex-VII`` gives 7, ``Annex B`` 2."""
    match = _annex_pattern().match(line.strip())
    if not match or len(match.group("rest").strip(" *.:-–")) > 0:
        return None
    number, letter = match.group("number"), match.group("letter")
    value = None
    if letter:
        value = _number_letters().get(letter)
    elif number:
        value = int(number) if number.isdigit() else _arabic_ordinals().get(number) or parse_roman(number)
    return match.group("raw").strip(), value


@cache
def _number_letters() -> dict[str, int]:
    """The letters of annexes with their places: ``B`` and ``ب`` are the second ones."""
    rows = load_vocabulary("abjad")
    values = sorted({int(row["value"]) for row in rows})
    arabic = {row["letter"]: values.index(int(row["value"])) + 1 for row in rows}
    return arabic | {letter: place for place, letter in enumerate(string.ascii_uppercase, 1)}


def opens_annex(line: str) -> bool:
    """Whether a short line is an annex label, or one with a title: ``ANNEX``, ``Annex I: List of participants``."""
    match = _annex_pattern().match(line.strip())
    if not match or len(line) > 160:  # noqa: PLR2004
        return False
    rest = match.group("rest").strip()
    is_alone = find_annex(line) is not None
    return is_alone or bool(match.group("number") and rest[0] in ":-–—.") or rest.startswith(":")


def is_rule(line: str) -> bool:
    """Whether a line is drawn from dashes and the like: ``-----//-----``; three dots say that text was left out."""
    is_drawn = bool(_RULE.fullmatch(line) or _ORNAMENT.fullmatch(line)) and not line.isspace()
    return is_drawn and not is_excerpt_mark(line)


def is_excerpt_mark(line: str) -> bool:
    """Whether a line says that text was left out: ``[...]``, ``(…)``, ``...``."""
    return bool(_EXCERPT.fullmatch(line.strip()))


def is_end_mark(line: str) -> bool:
    """Whether a line says that the text ends: a rule, ``(انتهى)``, ``END``."""
    inner = line.strip(" -–—=_*/.()[]«»\"'#")
    if is_rule(line) or any(inner == row["form"] for row in load_vocabulary("end_words")):
        return True
    return bool(_END.fullmatch(inner))


def is_origin_note(line: str) -> bool:
    """Whether a line names the language of the original: ``Original: ENGLISH``."""
    return bool(_ORIGINAL.match(line))


def is_signature(line: str) -> bool:
    """Whether a line opens a place-and-date or signature formula: ``Done at Jeddah, …``."""
    return line.startswith(_signature_openings()) and len(line) < 200  # noqa: PLR2004


@cache
def _signature_openings() -> tuple[str, ...]:
    return tuple(row["form"] for row in load_vocabulary("signature_openings"))
