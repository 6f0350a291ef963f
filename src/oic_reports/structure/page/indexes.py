"""The contents of a document, or the index of a collection, above its text: where they begin and end.

What stands in them looks like titles, headings and numbered paragraphs: nothing tells them from those but that no text
stands between them. So the contents are read from what opens them (a heading, the heads of columns, the first of
several rows below a title) to where a text begins; without a text, to the end of the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oic_reports.kept_patterns import compile_pattern
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening
from oic_reports.structure.lines.found_once import found_once
from oic_reports.structure.lines.headings import is_index_heading, opens_index
from oic_reports.structure.lines.marks import is_origin_note
from oic_reports.structure.lines.numbering import is_number
from oic_reports.structure.lines.printed_lines import PrintedLine, normalise
from oic_reports.structure.lines.resolutions import (
    PAGE_AT_END,
    PLURAL,
    is_bare_number,
    is_title,
    names_entry,
    read_number,
)

# characters of a row without a heading above it
_LONGEST = 200
# rows of an index; rows that are subjects without a number; characters of a line that ends a sentence
_LEAST_ROWS = 2
_LEAST_SUBJECTS = 3
_SENTENCE = 40
# share of the lines of an index that end with the number of a page: titles may be wrapped, with all numbers below them
_MOSTLY_ROWS = 0.3
# dots that lead to a page, which stands on another line; ``On 5 May``
_LEADER = compile_pattern(r"\.{2,}$|…\.*$")
_DAY = compile_pattern(r"\w+\s+\d")
# the number of a row without a mark behind it
_BARE_ROW_NUMBER = compile_pattern(r"^\d{1,3}\s+")
# lines over which a body, its session, its place and its days are printed above the first participle
_WRAPPED = 5
_NO_TITLE = frozenset({"table", "running_header", "page_mark"})


def find_index(lines: Sequence[PrintedLine]) -> int | None:
    """The line at which an index begins; None where none does: the word alone is a link of the site."""
    index = next((i for i, line in enumerate(lines) if opens_index(line)), None)
    if index is None:
        return _find_bare_index(lines)
    rows = sum(_is_row(line) for line in lines[index:])
    return index if rows >= _LEAST_ROWS or (rows and not is_index_heading(lines[index].text)) else None


def _find_bare_index(lines: Sequence[PrintedLine]) -> int | None:
    """The first of several titles of resolutions that no text parts, below the title of a collection: its index."""
    titles = [index for index, line in enumerate(lines) if is_entry(line)]
    entries = [one for one, two in pairwise([*titles, len(lines)]) if not has_act(lines[one + 1 : two])]
    is_below = bool(entries) and any(line.names_type or line.names_body for line in lines[: entries[0]])
    numbers = {read_row(lines[index]) for index in entries}
    if not is_below or len(numbers) < _LEAST_ROWS:
        return next(iter(find_subjects(lines)), None)
    # the number of the first row may stand above it, and the heads of the columns, one below the other
    index = entries[0] - (lines[entries[0] - 1].text == "1")
    while index > 0 and (is_column(lines[index - 1]) or leads_to_rows(lines[index - 1])):
        index -= 1
    return index


def leads_to_rows(line: PrintedLine) -> bool:
    """Whether a line says that resolutions are listed below it: ``The following resolutions were adopted:``."""
    named = find_form("document_types", line.text, line.language)
    is_plural = named is not None and named["form"].lower().endswith(PLURAL)
    return is_plural and line.text.endswith(":") and len(line.text) <= _LONGEST and not line.names_body


def is_column(line: PrintedLine) -> bool:
    """Whether a line is the head of one column of an index: ``No.``, ``SUBJECT``, ``PAGE``."""
    return load_pattern("index_column", line.language).fullmatch(line.text) is not None


def find_contents(lines: Sequence[PrintedLine]) -> range:
    """The index that a report prints between its cover and its text: from its heading to where the title comes again.

    Else to where its first row does, without its page, to its last page number above the first line that is of no index
    (``_ends_index``), or to the end of a file that ends with a row. Empty where there is none, or where nothing tells
    where it ends.
    """
    index = next((i for i, line in enumerate(lines) if opens_index(line)), None)
    if index is None:
        return _find_rows(lines) or find_subjects(lines)
    return _find_below_heading(lines, index) or _find_led_rows(lines, index)


def _find_led_rows(lines: Sequence[PrintedLine], index: int) -> range:
    """Rows right below the heading of contents in each of which dots lead to a page, whatever the text is."""
    rows = [index]
    for place in range(index + 1, len(lines)):
        line = lines[place]
        if line.is_row_of_contents:
            rows.append(place)
        elif not (line.is_page_mark or load_pattern("page_banner", "en").match(line.text)):
            # a page may end inside the contents
            break
    return range(index, rows[-1] + 1) if len(rows) > _LEAST_ROWS else range(0)


def _find_below_heading(lines: Sequence[PrintedLine], index: int) -> range:
    """The contents below their heading, as ``find_contents`` gives them."""
    titles = {line.normal for line in lines[:index] if line.names_type}
    # a row may be the title itself, with its page below
    again = (i for i in range(index + 1, len(lines)) if lines[i].normal in titles)
    end = next((i for i in again if i + 1 == len(lines) or not lines[i + 1].text.isdigit()), None)
    below = _find_row_again(lines, index) if index else None
    if below is not None:
        below = below if end is None else min(below, end)
        return range(index, below - _ends_with_mark(lines, below))
    if not index or sum(_is_row_of(lines, i) for i in range(index, len(lines))) < _LEAST_ROWS:
        return range(0)
    text = next((i for i in range(index + 1, len(lines)) if _ends_index(lines[i])), None)
    if end is not None and (text is None or end < text):
        return range(index, end - _ends_with_mark(lines, end))
    if text is None and _is_row_of(lines, len(lines) - 1):
        text = len(lines)
    rows = [i for i in range(index + 1, text) if _is_row_of(lines, i)] if titles and text is not None else []
    if len(rows) < _LEAST_ROWS:
        return range(0)
    # labels may stand alone, their titles and pages below them
    alone = sum(_is_label_alone(line) for line in lines[index : rows[-1]])
    return range(index, rows[-1] + 1) if len(rows) + alone >= _MOSTLY_ROWS * (rows[-1] - index) else range(0)


def find_subjects(lines: Sequence[PrintedLine]) -> range:
    """Rows of an index that say what each resolution is about and have lost its number, as ``On youth camps`` does.

    Below the title of several texts, or above who acts, where nothing stands above them; empty where there are none.
    """
    starts = [i for i, line in enumerate(lines) if _is_row_of_subject(lines, i) and len(line.text) <= _LONGEST]
    if len(starts) < _LEAST_SUBJECTS:
        return range(0)
    text = next((i for i in range(starts[0], len(lines)) if _ends_index(lines[i])), len(lines))
    above = [line for line in lines[: starts[0]] if not line.is_residue]
    is_below = any(names_several(line) for line in above) or (not above and text < len(lines) and lines[text].enacts)
    is_list = sum(start < text for start in starts) >= _LEAST_SUBJECTS and not any(
        _is_sentence(lines, i) for i in range(starts[0], text)
    )
    return range(starts[0], text) if is_below and is_list else range(0)


def begins_subject(line: PrintedLine) -> bool:
    """Whether a line may begin a row that says what a resolution is about, where no number of one stands above it."""
    is_begun = names_subject(line) and line.hint not in _NO_TITLE and (line.after_gap or not line.is_small)
    return is_begun and not line.tells_of_meeting and _DAY.match(line.text) is None


def _is_row_of_subject(lines: Sequence[PrintedLine], index: int) -> bool:
    if not begins_subject(lines[index]):
        return False
    above = lines[index - 1] if index else None
    return above is None or not (is_bare_number(above.text) or above.ends_open)


def names_several(line: PrintedLine) -> bool:
    """Whether a line is the title of several texts: ``RESOLUTIONS ON …``; not of one resolution."""
    form = find_opening("document_types", line.plain, line.language)
    return form is not None and form["form"].lower().endswith(PLURAL) and read_number(line.text) is None


def _is_sentence(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line of what may be an index ends a sentence: no row, no leader to a page, no line of a site."""
    line = lines[index]
    if len(line.text) <= _SENTENCE or not line.is_closed or line.is_residue or line.hint == "site":
        return False
    is_row = names_subject(line) or names_entry(line.text) or line.hint == "table" or ends_with_leader(line)
    return not (is_row or begins_subject(lines[index - 1]) or line.text.endswith((":", "…")))


def _is_row_of(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is of a row; a number below a viewer's line is that of a page of the text."""
    line = lines[index]
    is_page = line.text.isdigit() and load_pattern("page_banner", "en").match(lines[index - 1].text)
    # dots that lead to a page, which a reader may print before them: ``INTRODUCTION 4....``
    return (_is_row(line) or ends_with_leader(line)) and not is_page


def _ends_with_mark(lines: Sequence[PrintedLine], end: int) -> bool:
    """Whether the last line of contents is the number of their page: the row above it ends with its own."""
    return lines[end - 1].is_page_mark and _has_page(lines[end - 2])


def _find_row_again(lines: Sequence[PrintedLine], index: int) -> int | None:
    """The line below contents that is the first of their rows again, without its page: the text's first heading.

    Its label may stand before it again. None where there is none, or where fewer lines than an index has end with pages
    above it.
    """
    rows = [i for i in range(index + 1, len(lines)) if _has_page(lines[i])]
    name = _drop_page(lines[rows[0]]) if rows else ""
    begins = (i for i in range(rows[0] + 1 if rows else 0, len(lines)) if _is_heading_of(lines[i], name))
    below = next(begins, None) if name else None
    return below if below is not None and sum(row < below for row in rows) >= _LEAST_ROWS else None


def _is_heading_of(line: PrintedLine, name: str) -> bool:
    """Whether a line is the title of a row without its page, with its label or without."""
    return line.normal == name or (bool(line.candidates) and normalise(line.candidates[0].rest) == name)


def _has_page(line: PrintedLine) -> bool:
    return PAGE_AT_END.search(line.text) is not None or ends_with_leader(line)


def _drop_page(line: PrintedLine) -> str:
    """The letters of a row as lines are compared, without its label, the dots and the page behind its title."""
    rest = line.candidates[0].rest if line.candidates else line.text
    title = PAGE_AT_END.sub("", _LEADER.sub("", rest).rstrip(" ."))
    return normalise(title)


def _is_label_alone(line: PrintedLine) -> bool:
    return bool(line.candidates) and not line.candidates[0].rest


def _ends_index(line: PrintedLine) -> bool:
    """Whether a line below an index is of the cover or of the text: where it came from, who acts, a numbered act."""
    if is_origin_note(line.text) or line.participle or line.enacts:
        return True
    return _is_numbered_act(line)


def _is_numbered_act(line: PrintedLine) -> bool:
    """Whether a line is a numbered sentence in which a meeting acts, or that tells of it."""
    if (
        not line.candidates
        or not is_number(line.candidates[0])
        or line.hint == "table"
        or PAGE_AT_END.search(line.text)
    ):
        return False
    rest = line.candidates[0].rest
    acts = len(rest) > _SENTENCE and load_pattern("act_opening", line.language).match(rest) is not None
    return line.tells_act or (acts and line.is_closed)


def _find_rows(lines: Sequence[PrintedLine]) -> range:
    """Rows of an index without a heading, above a text without a title: resolutions that no text parts.

    The title of the first of them may stand below them, with the number of its row.
    """
    rows = [i for i, line in enumerate(lines) if len(line.text) <= _LONGEST and _is_row_of_resolutions(line)]
    run = rows[:1]
    for one, two in pairwise(rows):
        if has_text(lines, one, two):
            break
        if is_numbered_title(lines, two):
            return range(run[0], two) if len(run) > _LEAST_ROWS else range(0)
        run.append(two)
    if len(run) <= _LEAST_ROWS:
        return range(0)
    start, end = run[0], run[-1] + 1
    while end < len(lines) and (_is_subject(lines[end]) or _goes_on(lines, end)):
        end += 1
    text = next((i for i in range(end, len(lines)) if not lines[i].is_rule), None)
    if text is None:
        return range(0)
    below = lines[text]
    if below.names_type and start and lines[start - 1].normal == below.normal:
        # the report stands above its resolutions in the list, as it does below
        return range(start - 1, end)
    return range(start, end) if _says_who_acts(lines, text) else range(0)


def _says_who_acts(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line says who acts, or names a body whose session and place go on down to the first participle."""
    if lines[index].enacts:
        return True
    wrapped = lines[index + 1 : index + _WRAPPED]
    return lines[index].names_body and any(line.participle for line in wrapped) and not lines[index].is_closed


def is_numbered_title(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line is the title of a resolution with the number that its row in the index above has.

    ``1. RESOLUTION NO. 1/5-C ON WELLS`` above who acts: the number is that of the row, not of a paragraph. At the top
    of a text it is that of an index above it.
    """
    number = read_row(lines[index]) if lines[index].candidates and is_entry(lines[index]) else None
    if number is None or index + 1 == len(lines) or not _says_who_acts(lines, index + 1):
        return False
    return index == 0 or any(read_row(line) == number for line in lines[:index] if line.candidates)


def _goes_on(lines: Sequence[PrintedLine], index: int) -> bool:
    """Whether a line goes on with the title of a row above it: a small letter, or below words that end open."""
    line, above = lines[index], lines[index - 1]
    return not line.enacts and not line.is_closed and not line.candidates and (line.is_small or above.ends_open)


def _is_row_of_resolutions(line: PrintedLine) -> bool:
    row = _BARE_ROW_NUMBER.sub("", _drop_row_number(line))
    return load_pattern("resolution_word", line.language).match(row) is not None


def is_cover(lines: Sequence[PrintedLine]) -> bool:
    """Whether a file is the cover of a document or a collection and its contents, and no text follows."""
    index = find_index(lines)
    if index is None or any(_tells(line) for line in lines[index:] if read_number(line.text) is None):
        return False
    if any(names_entry(line.text) for line in lines[index:]):
        return True
    rows = sum(_is_row(line) or ends_with_leader(line) for line in lines[index:])
    is_list = rows >= _LEAST_ROWS if opens_index(lines[index]) else bool(find_subjects(lines))
    return is_list and not any(_is_sentence(lines, i) for i in range(index + 1, len(lines)))


def _tells(line: PrintedLine) -> bool:
    """Whether a line is of a text; the subject of a resolution may tell of a meeting."""
    is_told = line.is_closed and line.tells_of_meeting and not names_subject(line) and line.hint != "site"
    return line.participle is not None or is_told or _is_numbered_act(line)


def _is_row(line: PrintedLine) -> bool:
    return (
        line.hint == "table"
        or names_entry(line.text)
        or line.text.isdigit()
        or (PAGE_AT_END.search(line.text) is not None and not line.is_capital)
    )


@found_once
def is_entry(line: PrintedLine) -> bool:
    """Whether a line is the title of a resolution, or a numbered row of an index that names one."""
    row = _drop_row_number(line)
    is_named = is_title(line.text) or (row is not line.text and is_title(row))
    return is_named and line.hint not in _NO_TITLE


def _drop_row_number(line: PrintedLine) -> str:
    return line.candidates[0].rest if line.candidates and is_number(line.candidates[0]) else line.text


def read_row(line: PrintedLine) -> str | None:
    """The number of a resolution in its title or in a row of an index, which may have a number of its own."""
    number = read_number(_drop_row_number(line))
    return number.normal if number else None


def is_title_line(line: PrintedLine) -> bool:
    """Whether a line is the title of a resolution, and not a row with its page."""
    return line.hint not in _NO_TITLE and is_title(line.text)


def has_act(lines: Sequence[PrintedLine]) -> bool:
    """Whether lines are of the text of a resolution: who enacts it, a participle of its preamble, a numbered act."""
    return any(line.enacts or line.participle or _is_numbered_act(line) for line in lines)


def has_text(lines: Sequence[PrintedLine], start: int, end: int) -> bool:
    """Whether a sentence stands between a title and the next: below an entry of an index there is none."""
    begin = start + 1
    if begin < end and is_bare_number(lines[start].text) and names_subject(lines[begin]):
        # ``On youth camps.`` below ``Resolution No. 3/6-C(IS)``
        begin += 1
    return any(
        len(line.text) > _SENTENCE and line.text[-1:] in ".,;:؛،" and not (line.is_capital or _is_subject(line))
        for line in lines[begin:end]
    )


def ends_with_leader(line: PrintedLine) -> bool:
    """Whether a line of an index ends with dots that lead to a page, which stands on another line."""
    return _LEADER.search(line.text) is not None


def names_subject(line: PrintedLine) -> bool:
    """Whether a line begins as what a resolution is about does: ``on youth camps``, ``SUR LES PUITS``."""
    return load_pattern("subject_line", line.language).match(line.text) is not None


def _is_subject(line: PrintedLine) -> bool:
    """Whether a line says what a resolution is about: ``on youth camps``, ``ON DAMS``; a paragraph begins otherwise."""
    return (line.is_small or line.is_capital) and names_subject(line)
