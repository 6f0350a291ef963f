"""Where a document may begin inside a page that is not one: below comments, an applicant's cover, an essay.

It begins as documents of its kind do, whatever stands above: with the title or number of a text, and below it the
sentence in which a body of the OIC meets or its member states agree; or with that sentence, and recitals below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, is_preambular
from oic_reports.structure.lines.printed_lines import PrintedLine
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.bodies import find_body

# places that are tried at most
MOST_PLACES = 3
# lines of a page in which it begins: comments and covers are shorter
REACH = 400
# code points of a line of a title
_TITLE_LENGTH = 200
# lines of a head from its first to the sentence that opens the text; lines over which that sentence is told
_HEAD = 12
_SENTENCE_LINES = 4
# code points of a sentence in which the body begins that meets: ``The Ministers present at the …``
_BODY_REACH = 60
# lines below an opening in which its recitals begin
_RECITALS = 8


def find_inner(lines: Sequence[PrintedLine], *, below_silence: bool) -> list[int]:
    """Indexes of lines at which a document may begin below the first: ``MOST_PLACES`` of the first ``REACH`` at most.

    ``below_silence``: nothing above them tells of a meeting, or acts as one does: it is of no text of the OIC's.
    """
    reach = min(len(lines), REACH)
    if below_silence:
        reach = next((index + 1 for index in range(reach) if _is_loud(lines[index])), reach)
    return list(islice(_list_places(lines, reach), MOST_PLACES))


def _is_loud(line: PrintedLine) -> bool:
    return line.tells_of_meeting or (line.is_closed and line.acts) or line.participle is not None


def _list_places(lines: Sequence[PrintedLine], reach: int) -> Iterator[int]:
    told = -1
    for index in range(1, reach):
        opening = _find_opening(lines, index) if _heads(lines[index]) else None
        if opening is None and index > told and _opens(lines, index):
            opening = index
        if opening is not None and opening > told:
            told = opening
            yield index


def _heads(line: PrintedLine) -> bool:
    """Whether a line is the first of a title: one that begins with a type of document, or a resolution's number."""
    if line.is_closed or line.hint not in {None, "heading"} or len(line.text) > _TITLE_LENGTH:
        return False
    named = find_form("document_types", line.text, line.language)
    is_printed_so = line.is_capital or line.is_titled or line.language == "ar" or line.hint == "heading"
    return read_number(line.text) is not None or (named is not None and named.start("form") == 0 and is_printed_so)


def _find_opening(lines: Sequence[PrintedLine], title: int) -> int | None:
    """Where the text opens below a title, behind a few lines of its head; None below a row of contents."""
    for index in range(title + 1, min(len(lines), title + _HEAD)):
        if _opens(lines, index):
            return index
        if lines[index].is_closed or lines[index].candidates:
            return None
    return None


def _opens(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a body of the OIC meets, or its member states agree, in a sentence that begins with a line."""
    line = lines[index]
    if line.candidates or line.hint == "table" or line.participle is not None:
        return False
    agrees = load_pattern("agreeing_states", line.language).match(line.plain) is not None
    text = " ".join(other.plain for other in lines[index : index + _SENTENCE_LINES])
    body = None if agrees else find_body(text, line.language)
    if not agrees and (body is None or body.start > _BODY_REACH or line.text.rstrip().endswith(".")):
        return False
    below = lines[index + 1 : index + 1 + _RECITALS]
    return any(is_preambular(other.plain, other.language) or other.participle is not None for other in below)
