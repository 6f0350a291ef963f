"""Printed lines to lines that each begin at most one paragraph, before anything is said of paragraphs.

Some texts run their paragraphs together (``1. … 2. … 3. …`` in one line; several participles parted by semicolons), or
break a paragraph where its first word was set in bold. Each cut is made only where the next piece begins as a paragraph
of that form does; no character is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from oic_reports.language.characters import SYMBOL_BULLETS
from oic_reports.language.dates import find_dates
from oic_reports.model import Language, Line
from oic_reports.resources import load_pattern
from oic_reports.structure.cuts import cut_line
from oic_reports.structure.forms import find_form, find_forms, find_opening
from oic_reports.structure.glued import cut_at, part_glued
from oic_reports.structure.header import place_lines
from oic_reports.structure.marks import find_symbol, is_signature
from oic_reports.structure.numbering import FLIPPED, Candidate, find_candidates, is_number
from oic_reports.structure.press import find_quoted_text
from oic_reports.structure.printed_lines import PrintedLine, is_place_line, kind_of_front_line
from oic_reports.structure.resolutions import read_number

# copies lose the blank behind a sentence or a year (``projects.3. The``); ``1.2.`` is one label
_RUN_IN = re.compile(
    r"(?:(?<=[.;:؛،؟!»)])\s+|(?<=[^\W\d][.;؛؟!])|(?<=[»)”][.;؛])|(?<=\d{4}[.;؛]))"
    r"(?=[(\[]?(?P<number>\d{1,3}|[٠-٩]{1,3})[.)\]/\-–]{1,2}\s+\S)"
)
# the first number of a run-in list may stand behind a title without a mark
_FIRST_RUN_IN = re.compile(r"(?<=\w)\s+(?=(?P<number>1)[.)]\s+[^\W\d_a-zà-ÿ])")
# it may stand right behind the last letter or mark of a title
_GLUED_FIRST = re.compile(r"(?:(?<=[^\W\d_])|(?<=[:.؟!»”)])\s*)(?=[1١]\s?[.)\-–]{1,2}\s*[^\W\d_])")
_LETTER = re.compile(r"(?<=[:;,])\s+(?=\(?(?P<letter>[a-z])\)\s+\S)")
# Arabic: a sentence that begins so is a paragraph of a preamble, unless it is quoted
_OPENED_SENTENCE = re.compile(r"(?<=\.)\s*(?=وإذ\s)")
_SEPARATOR = re.compile(r"(?<=[;,؛،])\s+(?=\S)")
_SEMICOLON = re.compile(r"[;؛]\s+$")
# numbers of one paragraph that are a list run together
_LEAST_RUN = 3
# from a number to the next but one
_LEFT_OUT = 2
# characters of a verb alone on its line; of a line that holds several paragraphs; of the shortest of these
_LONE = 40
_LONG = 60
_SHORT = 12
# characters in which the longest opening stands; lines of one wrapped paragraph
_REACH = 80
_WRAPPED = 40
# characters from a line's start in which a newspaper says that the text follows
_LEAD = 400
# characters in which a symbol stands, and before it (the number of a page)
_SYMBOL = 80
_BEFORE_SYMBOL = 4
# ``Article 2:`` behind the end of a sentence, at the end of a line
_ARTICLE = re.compile(
    r"(?<=[.;!؟؛»])(?P<gap>\s+)(?:article\s+(?:\d{1,3}|[ivxl]+|premier|first)"
    r"|المادة\s+(?:[\u0621-\u064a ]{3,24}|\(?\d{1,3}\)?))\s?[:.\-–]?$",
    re.IGNORECASE,
)
# ``date 2031-04 The Organisation …``
_POSTED = re.compile(r"date\s+\d{4}-\d{2}(?:-\d{2})?\s+(?=[^\W\d_])", re.IGNORECASE)
# a day without its year, at the end of a line
_BARE_DAY = re.compile(r"\b\d{1,2}\s+[^\W\d_]{3,}$")
# the number of a row of an index, before the title of a resolution; rows that are an index
_ROW = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,3})[.)\-–]?\s+(?=[^\W\d_])")
_LEAST_ROWS = 2
# participles behind who acts that are paragraphs of their own
_LEAST_PARTICIPLES = 2
# participles with a paragraph each from which a text parts them, and how many of these stand against one that does not
_LEAST_OWN = 2
_MORE_OWN = 2
# characters of a title that was run together with what follows
_TITLE = 250
_SENTENCE = re.compile(r"[.;:!?؛؟]\s+(?=[^\W\d_])")


def prepare_lines(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """The lines with paragraphs that were run together parted, and openings that stood alone joined to what follows."""
    glued = part_glued(_cut_between_numbers(_cut_posting(lines)), language)
    moved = _move_labels(glued, language)
    # a capital letter begins a paragraph, whatever stands before it; Arabic has none
    has_own = language == "ar" and _has_own_paragraphs(moved, language)
    parted = [piece for line in moved for piece in _part(line, language, has_own=has_own)]
    return list(_join_openings(parted, language))


def _cut_posting(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, the first cut behind the day or month of posting that a copy prints before its first sentence."""
    is_prose = bool(lines) and lines[0].is_closed and len(lines[0].text) > _LONG
    posted = _POSTED.match(lines[0].text) if is_prose else None
    return [*cut_at(lines[0], [posted.end()]), *lines[1:]] if posted else list(lines)


def _cut_between_numbers(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, each cut before the number that its own and that of the next numbered line leave out between them.

    ``5. Invites …; 6. Encourages …`` above ``7. Decides …``.
    """
    below: list[Candidate | None] = [None] * len(lines)
    following: Candidate | None = None
    for index in range(len(lines) - 1, -1, -1):
        below[index] = following
        following = _find_number(lines[index]) or following
    parted: list[PrintedLine] = []
    for line, after in zip(lines, below, strict=True):
        first = _find_number(line)
        places: list[int] = []
        if first and after and first.shape == after.shape and after.ordinal == (first.ordinal or 0) + _LEFT_OUT:
            between = str((first.ordinal or 0) + 1)
            places = [match.end() for match in _RUN_IN.finditer(line.text) if match["number"] == between]
        if first is None and after is not None and after.ordinal == _LEFT_OUT:
            places = _find_glued_first(line)
        parted += cut_at(line, places) if len(places) == 1 else [line]
    return parted


def _find_glued_first(line: PrintedLine) -> list[int]:
    """Where the first number begins that a title, or a lead that names the text, was run together with.

    ``Full text of the final communiqué:1. The Meeting was held …`` above ``2. …``.
    """
    found = _GLUED_FIRST.search(line.text) if line.hint != "table" else None
    head = line.text[: found.start()] if found else ""
    return [found.end()] if found and len(head) <= _TITLE and find_form("document_types", head, line.language) else []


def _find_number(line: PrintedLine) -> Candidate | None:
    first = line.candidates[0] if line.candidates and line.hint != "table" else None
    return first if first is not None and first.numbering == "decimal" else None


def _move_labels(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """Labels that were put behind a wrapped Arabic paragraph, at the end of its first line.

    There, as behind a paragraph of one line, ``numbering`` finds them.
    """
    moved = list(lines)
    if language != "ar":
        return moved
    for index, line in enumerate(moved):
        match = FLIPPED.search(line.text)
        first = index
        least = max(0, index - _WRAPPED)
        while match and first > least and not moved[first].after_gap and not moved[first - 1].is_closed:
            first -= 1
        rest = cut_line(line.line, 0, match.start()) if match else None
        # a mark behind the label would be lost with it
        has_all = rest is not None and len(rest.marks) == len(line.line.marks)
        if match and rest and has_all and first < index and not FLIPPED.search(moved[first].text):
            top = moved[first]
            moved[first] = top.with_text(f"{top.text} {match.group('label')}")
            moved[index] = PrintedLine(replace(rest, flow="continues"), after_gap=False, language=language)
    return moved


def _has_own_paragraphs(lines: Sequence[PrintedLine], language: Language) -> bool:
    """Whether a text gives its participles paragraphs: two that share one are then one paragraph, as printed."""
    opened = [line for line in lines if line.participle and line.hint != "table"]
    shared = sum(len(line.text) >= _LONG and _cut_participles(line.text, language) is not None for line in opened)
    return shared > 0 and len(opened) - shared >= max(_LEAST_OWN, _MORE_OWN * shared)


def _part(line: PrintedLine, language: Language, *, has_own: bool = False) -> Iterator[PrintedLine]:
    texts = _cut_second_label(line) or _cut_lead(line, language) or _cut_symbol(line) or _cut_origin(line)
    texts = texts or _cut_place(line) or _cut_theme(line) or _cut_type(line) or _cut_rows(line)
    if texts is None and len(line.text) >= _LONG and line.hint != "table":
        texts = (
            _cut_numbers(line)
            or _cut_letters(line.text)
            or _cut_bullets(line.text)
            or _cut_article(line.text)
            or _cut_signature(line)
            or _cut_title(line)
            or (None if has_own and line.participle else _cut_participles(line.text, language))
        )
    pieces: list[Line | None] = []
    start = 0
    for text in texts or ():
        start = line.text.index(text, start)
        pieces.append(cut_line(line.line, start, start + len(text)))
        start += len(text)
    if len(pieces) < 2 or None in pieces:  # noqa: PLR2004
        yield line
        return
    for place, piece in enumerate(filter(None, pieces)):
        flow = line.flow if place == 0 else "starts"
        cut = PrintedLine(replace(piece, flow=flow), line.after_gap or place > 0, language)
        yield from _part(cut, language, has_own=has_own)


def _cut_second_label(line: PrintedLine) -> list[str] | None:
    """A number, and what stands behind it where that begins with a letter of its own: ``2. A. The …``."""
    if line.hint == "table" or not line.candidates or not is_number(line.candidates[0]):
        return None
    rest = line.candidates[0].rest
    is_first = any(candidate.ordinal == 1 and not is_number(candidate) for candidate in find_candidates(rest))
    return [line.text.removesuffix(rest).strip(), rest] if is_first and line.text.endswith(rest) else None


def _cut_symbol(line: PrintedLine) -> list[str] | None:
    """A document symbol and the title that was run together with it (``! OIC/… RESOLUTIONS ON …``)."""
    symbol = find_symbol(line.text[:_SYMBOL])
    start = line.text.find(symbol) if symbol else -1
    if symbol is None or not 0 <= start <= _BEFORE_SYMBOL or line.hint == "table":
        return None
    rest = line.text[start + len(symbol) :]
    if line.is_closed and not rest.strip()[:_SHORT].isupper():
        # a sentence about a document; a title in capitals is none, though a whole text stands behind it
        return None
    is_title = len(rest) > _LONE and rest[:1].isspace() and _begins(rest.strip()[:1], line.language)
    return [line.text[: start + len(symbol)], rest.strip()] if is_title else None


def _cut_origin(line: PrintedLine) -> list[str] | None:
    """The language of the original, and the title that was run together with it (``Original: English DECLARATION …``).

    It may name several languages: the title begins with the type of a document, or in capitals.
    """
    note = load_pattern("origin_note", "en").match(line.text) if line.hint != "table" else None
    if note is None:
        return None
    rest = line.text[note.end() :].lstrip()
    is_title = find_opening("document_types", rest, line.language) is not None or rest[:_SHORT].isupper()
    return [line.text[: note.end()].rstrip(), rest] if is_title else None


def _cut_signature(line: PrintedLine) -> list[str] | None:
    """The last paragraph, and the formula of place and day run together with it: ``… welcome. Done at Banjul, …``."""
    for sentence in _SENTENCE.finditer(line.text):
        formula = line.text[sentence.end() :]
        is_dated = is_signature(formula) and bool(find_dates(formula, line.language) or _BARE_DAY.search(formula))
        if is_dated and not _SENTENCE.search(formula):
            return [line.text[: sentence.end()].rstrip(), formula]
    return None


def _cut_place(line: PrintedLine) -> list[str] | None:
    """A title, and the place with its days that was run together with it (``… BANJUL, GAMBIA 4-5 MAY 2013``)."""
    text = line.text
    has_case = line.is_capital or line.language == "ar"
    if len(text) < _LONG or not line.names_type or line.is_closed or not has_case or line.hint == "table":
        return None
    if line.candidates or text.endswith((",", "،")):
        # a numbered paragraph that goes on in the next line cites a document with its place
        return None
    open_phrase = load_pattern("ends_open", line.language)
    for city in find_forms("cities", text, line.language):
        title, below = text[: city.start()].rstrip(), text[city.start() :]
        # ``held in``: the place is of the title
        is_word = bool(title) and city.start() == city.start("form") and not open_phrase.search(title)
        is_word = is_word and not title.endswith(("(", "["))
        is_place = is_word and kind_of_front_line(below, line.language) == "place_date"
        if is_place and find_dates(below, line.language):
            return [title, below]
    return None


def _cut_type(line: PrintedLine) -> list[str] | None:
    """The type of a text, and the place that was run together with it: ``Final communiqué Jeddah, Saudi Arabia``.

    An Arabic noun goes on with the place (``إعلان القاهرة``), one that has its adjective does not.
    """
    typed = find_opening("document_types", line.text, line.language)
    if typed is None or line.hint == "table" or not line.text.startswith(typed.group().lstrip()):
        return None
    below = line.text[typed.end("form") :].strip()
    is_whole = " " in typed.group("form") or line.language != "ar"
    goes_on = load_pattern("title_continues", line.language).match(below) is not None
    is_place = "," in below or "،" in below
    if not (is_whole and is_place and _begins(below, line.language)) or goes_on:
        return None
    is_of_place = place_lines.is_place_line(below, line.language)
    return [line.text[: typed.end("form")].strip(), below] if is_of_place else None


def _cut_theme(line: PrintedLine) -> list[str] | None:
    """The theme of a session in brackets, and its place: ``(Session of … for peace) NIAMEY, REPUBLIC OF NIGER``."""
    theme, mark, below = line.text.partition(") ")
    if not theme.startswith("(") or not mark or line.hint == "table":
        return None
    is_place = kind_of_front_line(below, line.language) == "place_date" and is_place_line(below, line.language)
    return [f"{theme})", below] if is_place and len(theme) > _LONE else None


def _cut_rows(line: PrintedLine) -> list[str] | None:
    """The rows of an index that was run together: resolutions whose own numbers count on; None where there are none.

    ``No. Subject Page 1 Resolution No. 1/44-POL on … 3 2 Resolution No. 2/44-POL on … 5``.
    """
    if line.hint == "table":
        return None
    rows = [match for match in _ROW.finditer(line.text) if read_number(line.text[match.end() :])]
    numbers = [int(match["number"]) for match in rows]
    if len(rows) < _LEAST_ROWS or numbers != list(range(numbers[0], numbers[0] + len(rows))):
        return None
    edges = [0, *(match.start() for match in rows), len(line.text)]
    return [text for start, end in pairwise(edges) if (text := line.text[start:end].strip())]


def _cut_article(text: str) -> list[str] | None:
    """A paragraph, and the heading of the next article that was run together with it: ``… by law. Article 2:``."""
    heading = _ARTICLE.search(text)
    return [text[: heading.start()], text[heading.end("gap") :]] if heading else None


def _cut_title(line: PrintedLine) -> list[str] | None:
    """A title, and who acts, run together with it: ``RESOLUTION … The Conference, meeting in …,``."""
    text = line.text
    if not line.names_type or line.candidates or not (line.is_closed or text.endswith((",", "،"))):
        return None
    enacts = load_pattern("enacting", line.language)
    for match in re.finditer(r"\s+(?=\w)", text[:_TITLE]):
        place = match.end()
        # within capitals a body may be named
        is_title = line.language != "ar" and text[place : place + 3].isupper()
        if _begins(text[place], line.language) and not is_title and enacts.match(text, place):
            title = text[: match.start()]
            names_type = find_form("document_types", title, line.language) and not _SENTENCE.search(text[:place])
            # who speaks to listeners may say that he addresses them
            names_type = names_type and not load_pattern("listeners", line.language).search(title)
            return [title, text[place:]] if names_type else None
    return None


def _cut_lead(line: PrintedLine, language: Language) -> list[str] | None:
    """The lead of a newspaper and the text that it gives, where both stand in one line; None where they do not."""
    if line.hint == "table":
        return None
    lead = load_pattern("lead_colon", language).search(line.text, 0, _LEAD)
    if lead is None:
        quoted = find_quoted_text(line.text, language)
        is_lead = quoted is not None and quoted < _LEAD
        return [line.text[:quoted].strip(), line.text[quoted:]] if is_lead else None
    begins_text = find_opening("document_types", line.text[lead.end() :], language)
    if len(line.text) - lead.end() < _LONG and not begins_text:
        return None
    return [line.text[: lead.end()].strip(), line.text[lead.end() :]]


def _cut_numbers(line: PrintedLine) -> list[str] | None:
    """The pieces of a run-in list: three numbers and more that follow one another; None where there is none."""
    places: list[int] = []
    expected: int | None = None
    text, first = line.text, line.candidates
    if first and first[0].ordinal is not None and first[0].numbering in {"decimal", "arabic-indic"}:
        expected = first[0].ordinal + 1
    begins = _FIRST_RUN_IN.search(text) if expected is None else None
    for match in [*([begins] if begins else []), *_RUN_IN.finditer(text)]:
        if places and match.end() <= places[-1]:
            continue
        number = int(match.group("number"))
        if number == expected or (expected is None and number == 1):
            places.append(match.end())
            expected = number + 1
    if len(places) + (1 if first else 0) < _LEAST_RUN:
        places = _find_later_run(text)
    if not places:
        return None
    edges = [0, *places, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


def _find_later_run(text: str) -> list[int]:
    """Places of the longest run of numbers behind sentences that begins above one: a later part of a serial.

    None where fewer than three follow one another.
    """
    best: list[int] = []
    runs: dict[int, list[int]] = {}
    for match in _RUN_IN.finditer(text):
        number = int(match.group("number"))
        runs[number] = [*runs.get(number - 1, []), match.end()]
        best = max(best, runs[number], key=len)
    return best if len(best) >= _LEAST_RUN else []


def _cut_letters(text: str) -> list[str] | None:
    """The pieces of a line in which three letters and more follow one another behind a colon; None for none."""
    places: list[int] = []
    for match in _LETTER.finditer(text, text.find(":")):
        if ord(match["letter"]) - ord("a") == len(places) and (places or text[match.start() - 1] == ":"):
            places.append(match.end())
    if ":" not in text or len(places) < _LEAST_RUN:
        return None
    return [text[start:end].strip() for start, end in pairwise([0, *places, len(text)])]


def _cut_bullets(text: str) -> list[str] | None:
    """The pieces of a line in which bullets of a symbol font stand; None where there is none."""
    pieces = re.split(rf"\s+(?=[{SYMBOL_BULLETS}]\s)", text)
    return pieces if len(pieces) > 1 else None


def _cut_participles(text: str, language: Language) -> list[str] | None:
    """The pieces of a line that holds several preambular paragraphs, each beginning with a participle.

    Who acts may stand before them, and the line that leads to what is decided behind them.
    """
    is_opened = find_opening("preambular_openings", text, language) is not None
    sentences = [
        match.end()
        for match in _OPENED_SENTENCE.finditer(text)
        if text.count("«", 0, match.start()) == text.count("»", 0, match.start())
    ]
    if len(sentences) >= _LEAST_PARTICIPLES:
        edges = [0, *sentences, len(text)]
        return [text[start:end].strip() for start, end in pairwise(edges)]
    if not is_opened and not load_pattern("enacting", language).match(text):
        return None
    separators = [match.end() for match in _SEPARATOR.finditer(text)]
    places = [
        place
        for place in separators
        if find_opening("preambular_openings", text[place : place + _REACH], language)
        and _begins(text[place : place + 1], language)
    ]
    decides = load_pattern("deciding_line", language)
    if places and len(text) - separators[-1] < _LONE and decides.match(text, separators[-1]):
        places.append(separators[-1])
    # who acts may hear a report in the same breath, behind a comma
    is_parted = any(_SEMICOLON.search(text[max(0, place - _SHORT) : place]) for place in places[:1])
    if not places or (not is_opened and not is_parted and len(places) < _LEAST_PARTICIPLES):
        return None
    edges = [0, *places, len(text)]
    pieces = [text[start:end].strip() for start, end in pairwise(edges)]
    return pieces if min(map(len, pieces)) >= _SHORT or text.endswith(":") else None


def _begins(text: str, language: Language) -> bool:
    """Whether a text begins as a paragraph does: with a capital, where the script has any."""
    return language == "ar" or text[:1].isupper()


def _join_openings(lines: Sequence[PrintedLine], language: Language) -> Iterator[PrintedLine]:
    """Lines after a participle that stands alone go on with it, whatever gap parts them."""
    before: PrintedLine | None = None
    for line in lines:
        joins = before is not None and _is_lone_opening(before, language) and _goes_on(line)
        yield line.with_text(line.text, flow="continues", after_gap=False) if joins else line
        before = line


def _is_lone_opening(line: PrintedLine, language: Language) -> bool:
    text = line.text
    if len(text) > _LONE or line.is_closed or text.endswith((",", "،")):
        return False
    opening = line.participle or load_pattern("preambular_form", language).match(f"{text} ")
    return opening is not None and len(text) - opening.end() < _LONE // 2


def _goes_on(line: PrintedLine) -> bool:
    """Whether a line begins inside a sentence."""
    if line.candidates:
        return False
    text = line.text
    return line.is_small or "\u0621" <= text[:1] <= "\u064a" or text[:1].isdigit()
