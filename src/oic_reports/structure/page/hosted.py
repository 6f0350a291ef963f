"""What a host of documents prints above a file that it shows: its name, papers that are like it, words of the file.

Shapes as printed: ``Similar documents`` with titles, symbols and all of other papers down to ``Transcription``; the
cover in one line above ``Embed Size (px)`` and ``Citation preview``; ``Transcript of`` and the name of the file, or
``Transcription`` above that name; ``Full text`` above the number of the first page, ``(1)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.lines.printed_lines import PrintedLine, normalise

# lines from the top in which the mark stands: a host lists some forty papers
_REACH = 80
# lines below the mark in which the file's own title or symbol stands
_BELOW = 12
# letters of the name of a file, from which it is known when it is printed again
_LEAST_NAME = 12
# lines of a title, and letters of it that a host's name of the file ends with
_TITLE_LINES = 4
_LEAST_TITLE = 30
_CAPTION = compile_pattern(r"\W*(?:full text|texte intégral|النص الكامل)\W*", re.IGNORECASE)
_FIRST_PAGE = "(1)"
_STATUTES: tuple[PatternName, ...] = ("statute_title", "convention_title")


def find_hosted_head(lines: Sequence[PrintedLine]) -> frozenset[int]:
    """Indexes of the lines from the top to the last mark below which a host shows the text of a file.

    Not those that call the file by the title that stands below, with a word more perhaps (``Draft report of …``). Empty
    where no title and no symbol stands soon below the mark: what heads the page is then all that names the text.
    """
    mark = max((index for index in range(min(_REACH, len(lines))) if _is_mark(lines, index)), default=-1)
    mark += _names_file_below(lines, mark)
    own = lines[mark + 1 : mark + 1 + _BELOW] if mark >= 0 else ()
    title = next((i for i, line in enumerate(own) if _names_type(line) and not line.is_closed), None)
    if title is None and not any(line.symbol for line in own):
        return frozenset()
    printed = own[title : title + _TITLE_LINES] if title is not None else ()
    return frozenset(index for index in range(mark + 1) if not _calls_by_title(lines[index], printed))


def _names_type(line: PrintedLine) -> bool:
    """Whether a line names a type of document, or begins as the title of a charter or a convention does."""
    return line.names_type or any(load_pattern(name, line.language).match(line.plain) for name in _STATUTES)


def is_hosts_caption(text: str, below: str) -> bool:
    """Whether a line is a host's above the pages of a file, which it numbers: ``Full text`` above ``(1)``."""
    return below.startswith(_FIRST_PAGE) and _CAPTION.fullmatch(text) is not None


def _names_file_below(lines: Sequence[PrintedLine], mark: int) -> bool:
    """Whether the line below a mark is the name that heads the page, printed once more above the file's own first line.

    That one begins a title or a symbol, or else the name may be the title itself. A name that holds a symbol is of a
    cover.
    """
    name, first = (lines[index] if 0 < index < len(lines) else None for index in (mark + 1, mark + 2))
    if name is None or first is None or mark < 1 or len(name.normal) < _LEAST_NAME:
        return False
    is_again = lines[0].normal == name.normal and name.symbol is None
    return is_again and (find_opening("document_types", first.plain, first.language) or first.symbol) is not None


def _calls_by_title(line: PrintedLine, title: Sequence[PrintedLine]) -> bool:
    """Whether a line ends with the first lines of a title: it may say more of the text than they do."""
    begun = ("".join(other.normal for other in title[:count]) for count in range(1, len(title) + 1))
    return any(len(name) >= _LEAST_TITLE and line.normal.endswith(name) for name in begun)


def _is_mark(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line says that the file's text stands below it, or is called so with the name that heads the page."""
    text = lines[index].text
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if load_pattern("transcript_line", "en").match(text) or is_hosts_caption(text, below):
        return True
    of_file = load_pattern("transcript_of", "en").match(text)
    name = normalise(text[of_file.end() :]) if of_file else ""
    return len(name) >= _LEAST_NAME and name in "".join(line.normal for line in lines[:index])
