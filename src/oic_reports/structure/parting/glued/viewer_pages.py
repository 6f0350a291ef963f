"""Pages of a file, each in one line: the head and the numbers of a page parted from its text.

A viewer counts the pages and prints its number before each; the page's own number stands at its end, in each the same
or as many behind. What stands above the first page and below the last is the viewer's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.states import find_countries
from oic_reports.model import Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.lines.marks import find_symbol
from oic_reports.structure.lines.numbering import Candidate, find_candidates, is_number
from oic_reports.structure.lines.printed_lines import PrintedLine, is_closed, normalise
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.parting.glued.chains import find_chains, find_tokens
from oic_reports.structure.parting.glued.cutting import cut_at, put_hint
from oic_reports.structure.parting.glued.line_kinds import find_edges

# characters of a line that may be a page, and of a symbol at its head
PAGE = 80
_REACH = 40
# lines above a text in which a viewer's title stands, and below it in which the text's own does; characters of one
_ABOVE = 6
_BELOW = 60
_LONGEST_TITLE = 300
# pages that show that lines begin with their numbers
_LEAST_PAGES = 2
# pages that a viewer counts below its mark, and lines from the top in which that stands
_LEAST_COUNTED = 3
_MARK = 80
# letters of a viewer's title that the first page begins with again
_LEAST_TITLE = 25
_LONGEST_HEAD = 120
# characters of a row of an index; a page of a text is longer
_LONGEST_ROW = 300
# the number of a further page before a paragraph; a mark behind it would count paragraphs
_NEXT_PAGE = compile_pattern(r"(?P<number>\d{1,3})\s+(?=[^\W\da-zà-ÿ]|[«“\"])")
_COUNTED = compile_pattern(r"(?P<number>\d{1,3})(?:\s+(?=\S)|$)")
# what stands before the symbol that heads the first page, and the numbers of two pages that meet
_HEAD_BEFORE = compile_pattern(r"1\s+(?:\([^()]{3,40}\)\s*)?")
_BOTH = compile_pattern(r"(?P<last>\d{1,3})\s+(?P<next>\d{1,3})(?:\s+(?=[^\W\da-zà-ÿ])|$)")
# a mark that a viewer could not read may stand between its number and the page's own: ``2 ! 2 INDEX``
_FIRST_NUMBER = compile_pattern(r"(?P<number>\d{1,3})\s+(?:!\s*(?:\d{1,3}\s+)?)?(?=\S)")
# digits behind a sentence, a word or a mark; ``No. 3`` and ``3-4`` are none
_LAST_NUMBER = compile_pattern(r"(?<=\S)\s+(?P<number>\d{1,3})$")
# the number of a page behind the symbol of its head; a small letter goes on with a sentence about a document
_PAGE_HEAD = compile_pattern(r"\s+(?:(?P<number>\d{1,3})\s+)?(?=[^\Wa-zà-ÿ]|[«“\"])")
# the page's own number as some writing programs print it at its head, before what stands on the page: ``! 2 INDEX``
_OWN_MARK = compile_pattern(r"(?P<mark>!\s\d{1,3})\s+(?=[^\W\d_])")
# the name of a site behind that of a file
_SITE_BEHIND = compile_pattern(r"\s[-–—|]\s+(?=[^\W\d])[^-–—|]{2,60}$")
# the mark before the name that a site puts behind a title
_SITE_NAME = compile_pattern(r"\s(?:::|[-–—|»·•])\s+(?=[^\W\d])(?=.{2,60}$)")
# lines over which a title is wrapped; letters of one that names its type and is known again
_WRAPPED_TITLE = 12
_LEAST_TYPED = 8
_BLANK = compile_pattern(r"\s")
# characters at the end of a line in which the number of its page stands
_TAIL = 12


def put_titles_aside(lines: Sequence[PrintedLine], language: Language) -> list[PrintedLine]:
    """The lines, those above a text put aside that are its title with what a page adds to it.

    A viewer adds what it gives (``… - [PDF Document]``), and then the title stands again below, at the beginning of a
    line or within one that holds the cover; a site adds its name (``… :: Archive of the Sahel``).
    """
    added = load_pattern("viewer_title", language)
    kept: list[PrintedLine] = []
    for index, line in enumerate(lines):
        below = lines[index + 1 : index + 1 + _BELOW] if index < _ABOVE and len(line.text) <= _LONGEST_TITLE else []
        suffix = added.search(line.text) if below else None
        title = normalise(line.text[: suffix.start()]) if suffix else ""
        is_again = bool(title) and any(title in other.normal for other in below)
        is_again = is_again or (bool(below) and _is_title_of_site(line, below))
        kept.append(put_hint(line, "site") if is_again else line)
    return kept


def _is_title_of_site(line: PrintedLine, below: Sequence[PrintedLine]) -> bool:
    """Whether a line is a title and the name of a site, and the title alone stands again below it, above the text.

    Behind the dash of a title stand its session, its place or its subject, too: there all of it stands again, or what
    stands behind the dash is no name of a site.
    """
    parted = next(reversed(list(_SITE_NAME.finditer(line.text))), None)
    if parted is None or _says_of_text(line.text[parted.end() :], line.language):
        return False
    title = normalise(line.text[: parted.start()])
    if len(title) < (_LEAST_TYPED if line.names_type else _LEAST_TITLE):
        return False
    text = next((place for place, other in enumerate(below) if other.is_closed or other.enacts), len(below))
    cover = below[:text]
    printed = "".join(other.normal for other in cover)
    if title not in printed or line.normal in printed:
        return False
    # it may be wrapped; the path to the page ends with it, too
    begins = any(
        "".join(other.normal for other in cover[start : start + _WRAPPED_TITLE]).startswith(title)
        for start in range(len(cover))
    )
    return begins or any(title in other.normal and _holds_cover(other) for other in cover)


def _says_of_text(words: str, language: Language) -> bool:
    """Whether words behind the dash of a title may be of the text: a type, a body, a session, a place, a figure."""
    named = any(find_form(name, words, language) for name in ("document_types", "body_names", "cities"))
    return (
        named or any(map(str.isdigit, words)) or bool(find_countries(words, language) or find_sessions(words, language))
    )


def part_named_title(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, the first below a host's mark cut behind the name by which the host calls the file above it.

    ``Report on the Wells - Library of Gao`` above ``Transcription`` above ``REPORT ON THE WELLS INTRODUCTION The …``.
    """
    marks = [i for i in range(min(_MARK, len(lines))) if load_pattern("transcript_line", "en").match(lines[i].text)]
    mark = marks[-1] if marks else len(lines)
    if mark + 1 >= len(lines) or len(lines[mark + 1].text) < PAGE or _holds_cover(lines[mark + 1]):
        return list(lines)
    names = {normalise(_SITE_BEHIND.sub("", line.text)) for line in lines[:mark] if line.names_type}
    text = lines[mark + 1].text
    words = (place.start() for place in _BLANK.finditer(text, 0, 2 * _LONGEST_TITLE))
    long = {name for name in names if len(name) >= _LEAST_TITLE}
    end = next((place for place in words if normalise(text[:place]) in long), None)
    cut = cut_at(lines[mark + 1], [end]) if end else [lines[mark + 1]]
    return [*lines[: mark + 1], *cut, *lines[mark + 2 :]]


def _holds_cover(line: PrintedLine) -> bool:
    """Whether a line is parted by the parts of a cover that it holds."""
    return bool(find_edges(line.text, line.language, is_numbered=bool(line.candidates)))


def part_page_heads(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines that hold a page below its head (``OIC/COMCEC/31-15/REP 12 The Committee …``), the head parted from it.

    A symbol is the head of a page where a line above began with it; other words behind the number of a page, where they
    are a line above the text: ``3 Yearbook 2009 Welcoming …``.
    """
    parted: list[PrintedLine] = []
    known: set[str] = set()
    # a title and a symbol stand again where the text begins
    above = [line.text for line in lines[:_ABOVE] if not (line.names_type or line.symbol)]
    heads = [text for text in above if _LEAST_TITLE <= len(text) <= _LONGEST_HEAD]
    for line in lines:
        running = cut_at(line, _find_running_head(line, heads))
        if len(running) > 1:
            parted += [put_hint(running[0], "page_mark"), put_hint(running[1], "running_header"), *running[2:]]
            continue
        symbol = find_symbol(line.text[:_REACH]) if line.hint is None else None
        symbol = symbol if symbol and line.text.startswith(symbol) else None
        behind = _PAGE_HEAD.match(line.text, len(symbol)) if symbol in known and symbol else None
        if symbol is None or behind is None or len(line.text) - behind.end() < PAGE:
            parted.append(line)
        else:
            head, *rest = cut_at(line, [len(symbol), behind.end()] if behind["number"] else [len(symbol)])
            parted += [head, *((put_hint(rest[0], "page_mark"), *rest[1:]) if behind["number"] and rest else rest)]
        known |= {symbol} if symbol else set()
    return parted


def part_own_marks(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines, the mark of a page (``! 2``) parted from what stands on the page."""
    for line in lines:
        mark = _OWN_MARK.match(line.text) if line.hint is None else None
        first, *rest = cut_at(line, [mark.end()]) if mark else [line]
        yield put_hint(first, "page_mark") if rest else first
        yield from rest


def _find_running_head(line: PrintedLine, heads: Sequence[str]) -> list[int]:
    """Where the head of a page begins behind its number, and the text behind that head; none where there is none."""
    number = _FIRST_NUMBER.match(line.text) if line.hint is None else None
    head = next((head for head in heads if number and line.text.startswith(head, number.end())), None)
    if number is None or head is None:
        return []
    behind = _PAGE_HEAD.match(line.text, number.end() + len(head))
    return [number.end(), behind.end()] if behind and behind["number"] is None else []


def part_page_numbers(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Lines whose first words are the numbers of their pages, one after another: each number a line of its own."""
    numbers = {index: number for index, line in enumerate(lines) if (number := _find_page_number(line)) is not None}
    run = sorted({i for one, two in pairwise(numbers) if numbers[two] == numbers[one] + 1 for i in (one, two)})
    closing = _find_closing(lines, {index: numbers[index] for index in run})
    # a paragraph whose number has no mark looks alike, but holds no list of numbers
    holds_list = any(find_chains(find_tokens(lines[index].text), {}, {}) for index in run)
    if len(run) < _LEAST_PAGES or not (holds_list or closing or _hide_labels(lines, frozenset(run))):
        counted = _find_counted(lines)
        breaks = _find_breaks(lines, next(iter(counted))) if len(counted) == 1 else {}
        for index, line in enumerate(lines):
            if index in breaks:
                pieces = cut_at(line, breaks[index])
                yield from (put_hint(piece, "page_mark") if piece.text.isdigit() else piece for piece in pieces)
            else:
                yield from _part_numbers(line, _find_own_number(line, counted[index])) if index in counted else [line]
        return
    # pages are counted below a viewer's mark, however short the first is
    counted = _find_counted(lines)
    is_counted = all(counted.get(index, numbers[index]) == numbers[index] for index in run)
    short = {index: number for index, number in counted.items() if is_counted and index < run[0]}
    numbers |= short
    run = sorted({*short, *run})
    is_whole = (holds_list or bool(closing)) and numbers[run[0]] == 1
    # a cover and an index have no numbers
    first = next((i for i, line in enumerate(lines[: run[0]]) if len(line.text) > PAGE and line.symbol), run[0])
    pages = frozenset(run)
    for index, line in enumerate(lines):
        if is_whole and not first <= index <= run[-1]:
            yield put_hint(line, "site")
        elif index in pages:
            yield from _part_numbers(line, closing.get(index))
        else:
            yield line


def _find_counted(lines: Sequence[PrintedLine]) -> dict[int, int]:
    """The numbers of pages below a viewer's mark by the lines that they begin, however short; none where none are.

    Every line behind a gap begins with the next of them, a cover the first: ``2 TABLE OF CONTENTS``. The text's own
    paragraphs, numbered without a mark, have no cover among them.
    """
    below = range(min(_MARK, len(lines)))
    mark = next((i for i in below if load_pattern("transcript_line", "en").match(lines[i].text)), None)
    if mark is None:
        return {}
    numbers: dict[int, int] = {}
    for index in range(mark + 1, len(lines)):
        line = lines[index]
        if index > mark + 1 and not line.after_gap:
            continue
        number = _COUNTED.match(line.text) if line.hint is None else None
        if number is None or int(number["number"]) != len(numbers) + 1:
            break
        numbers[index] = len(numbers) + 1
    if not numbers:
        return {}
    first = lines[mark + 1]
    if len(numbers) >= _LEAST_COUNTED:
        return numbers if first.symbol is not None or _names_title(first) else {}
    if not _begins_first_page(first, lines[:mark]):
        return {}
    # the lines of a page stand between its number and the next
    numbers = {mark + 1: 1}
    for index in range(mark + 2, len(lines)):
        following = _NEXT_PAGE.match(lines[index].text) if lines[index].after_gap and not lines[index].hint else None
        if following and int(following["number"]) == len(numbers) + 1:
            numbers[index] = len(numbers) + 1
    return numbers


def _begins_first_page(line: PrintedLine, above: Sequence[PrintedLine]) -> bool:
    """Whether a line is the number of the first page with what surely heads it: a symbol, or the viewer's title."""
    number = _HEAD_BEFORE.match(line.text)
    if number is None:
        return False
    head = line.text[number.end() :]
    begun = normalise(head)[:_LEAST_TITLE]
    is_title = len(begun) == _LEAST_TITLE and any(other.normal.startswith(begun) for other in above)
    return is_title or (line.symbol is not None and head.startswith(line.symbol))


def _find_breaks(lines: Sequence[PrintedLine], first: int) -> dict[int, list[int]]:
    """Where the numbers of two pages stand that meet, by line: the one that ends, and the viewer's of the next.

    The last stands behind a whole paragraph, the next on a line of its own; or both begin a line: ``2 3 Annex I``.
    ``first`` is the line that the first page begins.
    """
    breaks: dict[int, list[int]] = {}
    page = 1
    for index in range(first + 1, len(lines)):
        text = lines[index].text
        both = _BOTH.match(text) if lines[index].hint is None else None
        own = _find_own_number(lines[index], page)
        if both and (int(both["last"]), int(both["next"])) == (page, page + 1):
            breaks[index] = [edge for edge in (both.start("next"), both.end()) if edge < len(text)]
        elif own is not None and index + 1 < len(lines) and lines[index + 1].text == str(page + 1):
            breaks[index] = [own]
        elif (begun := _find_begun(lines[index], page + 1)) is not None:
            breaks[index] = [begun]
        else:
            continue
        page += 1
    return breaks


def _find_begun(line: PrintedLine, page: int) -> int | None:
    """Where a paragraph of a preamble begins behind the number of a page; None where none does."""
    number = _COUNTED.match(line.text) if line.hint is None else None
    if number is None or int(number["number"]) != page:
        return None
    opens = find_opening("preambular_openings", line.text[number.end() :], line.language)
    return number.end() if opens else None


def _names_title(line: PrintedLine) -> bool:
    """Whether a line names a type behind its number, and ends as no sentence does."""
    return line.names_type and not line.is_closed


def _find_own_number(line: PrintedLine, number: int) -> int | None:
    """Where a page's number stands again at its end, behind a whole paragraph; None where it does not."""
    last = _LAST_NUMBER.search(line.text, max(0, len(line.text) - _TAIL))
    is_own = last is not None and int(last["number"]) == number and is_closed(line.text[: last.start()])
    return last.start("number") if last and is_own else None


def _part_numbers(line: PrintedLine, closing: int | None) -> Iterator[PrintedLine]:
    """The number before a page, the page, and the number that closes it at ``closing``."""
    begins = _FIRST_NUMBER.match(line.text)
    edges = [begins.end()] if begins else []
    pieces = cut_at(line, [*edges, closing] if closing else edges)
    page, *rest = pieces
    yield put_hint(page, "page_mark") if rest else page
    for place, piece in enumerate(rest):
        yield put_hint(piece, "page_mark") if closing and place == len(rest) - 1 > 0 else piece


def _find_closing(lines: Sequence[PrintedLine], numbers: Mapping[int, int]) -> dict[int, int]:
    """Where the number stands that closes each page: as many behind the viewer's in every page that has one.

    ``numbers`` are those before the pages. Two pages show it; a page may end otherwise: with a table, or a sentence.
    """
    found: dict[int, dict[int, int]] = {}
    for index, number in numbers.items():
        text = lines[index].text
        last = _LAST_NUMBER.search(text, len(text) - _TAIL)
        if last:
            found.setdefault(number - int(last["number"]), {})[index] = last.end() - len(last["number"])
    closing = max(found.values(), key=len, default={})
    return closing if len(closing) >= _LEAST_PAGES else {}


def _hide_labels(lines: Sequence[PrintedLine], pages: frozenset[int]) -> bool:
    """Whether a page's number stands before the label that the paragraph above waits for: ``3 4. We call``."""
    last: int | None = None
    for index, line in enumerate(lines):
        number = _FIRST_NUMBER.match(line.text) if index in pages else None
        behind = _find_first(find_candidates(line.text[number.end() :])) if number else None
        if behind is not None and last is not None and behind.ordinal == last + 1:
            return True
        label = _find_first(line.candidates)
        last = label.ordinal if label else last
    return False


def _find_first(candidates: Sequence[Candidate]) -> Candidate | None:
    return candidates[0] if candidates and is_number(candidates[0]) else None


def _find_page_number(line: PrintedLine) -> int | None:
    number = _FIRST_NUMBER.match(line.text) if len(line.text) > PAGE and line.hint is None else None
    value = int(number.group("number")) if number else None
    # a row that counts the resolution that it names: ``3 Resolution No. 3/44-INF on …``
    is_row = number is not None and len(line.text) <= _LONGEST_ROW
    resolution = read_number(line.text[number.end() :]) if number and is_row else None
    return None if resolution is not None and resolution.number == value else value
