"""Paragraphs of a text that a program wrapped, told by its lines alone.

Such a program breaks a line only where the next word has no room in it. So a line whose next word had no room was
broken, in any script, and one whose next word had room ends its paragraph. Where nearly all longer lines of a text are
full, the broken ones are marked to go on before anything else is asked of them, and a line below one that ended its
paragraph stands after a gap. Blank lines that stand behind every printed line part nothing else.

Lines of printed pages are left as their pages part them, and lines in capitals, which break where they like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.resources import load_pattern
from oic_reports.structure.lines.printed_lines import PrintedLine

# characters of the narrowest and of the widest line that a program fills
_NARROWEST = 35
_WIDEST = 130
# the share of the width from which a line should be full, and the shares of such lines, and of the full ones in which a
# sentence does not end, that are enough to tell
_NEAR = 0.7
_MOST_FULL = 0.75
_MOST_BROKEN = 0.6
# full lines that are enough; the share of them that lines wider than the width may be
_LEAST_FULL = 5
_WIDER = 0.15
# the share of lines behind a blank one from which blank lines stand everywhere
_ALL = 0.85
# characters that a line had left behind the next word if it was surely not broken there
_ROOM = 3
_CLAUSE_ENDS = ",;،؛:"
_COMMAS = ",،"
# what a line of a cover is, above which or before which no sentence stands
_FRONT = ("place_date", "symbol", "organisation", "note")


def unfold_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, those marked that go on with the one above, and gaps put where a paragraph ended before its width."""
    is_spaced = sum(line.after_gap for line in lines) >= _ALL * len(lines)
    joints = [is_spaced or not line.after_gap for line in lines]
    joints = [
        is_joint and place > 0 and _may_join(lines[place - 1], line)
        for place, (is_joint, line) in enumerate(zip(joints, lines, strict=True))
    ]
    width = _find_width(lines, joints)
    if width is None:
        return list(lines)
    full = [is_joint and _is_full(lines[place - 1], lines[place], width) for place, is_joint in enumerate(joints)]
    unfolded = list(lines)
    for place, line in enumerate(lines):
        if not joints[place]:
            continue
        before = lines[place - 1]
        if full[place] and not _is_of_cover(lines, full, place) and not _begins(before, line):
            unfolded[place] = replace(line, line=replace(line.line, flow="continues"), after_gap=False)
        elif _count_room(before, line, width) >= _ROOM and _ends(before, line):
            unfolded[place] = replace(line, after_gap=True)
    return unfolded


def _is_of_cover(lines: Sequence[PrintedLine], full: Sequence[bool], place: int) -> bool:
    """Whether a full line, or the one below it, is of a cover: a place, a symbol, and no sentence ends below them."""
    if lines[place - 1].front_kind in _FRONT and not full[place - 1]:
        return True
    if lines[place].front_kind not in _FRONT:
        return False
    end = next((below for below in range(place + 1, len(lines)) if not full[below]), len(lines)) - 1
    return not (lines[end].is_closed or lines[end].text[-1] in _CLAUSE_ENDS)


def _may_join(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether nothing but their lengths tells that two lines are one paragraph or two."""
    is_plain = before.hint is None and line.hint is None and line.flow is None and line.line.box is None
    is_mark = before.is_rule or line.is_rule or before.is_page_mark or line.is_page_mark
    return is_plain and not is_mark and not (before.is_capital or line.is_capital)


def _is_full(before: PrintedLine, line: PrintedLine, width: int) -> bool:
    return len(before.text) <= width and _count_room(before, line, width) < 0


def _count_room(before: PrintedLine, line: PrintedLine, width: int) -> int:
    """How many characters were left in a line behind the first word of the next one; less than none: it had no room."""
    return width - len(before.text) - 1 - len(line.text.split(maxsplit=1)[0])


def _find_width(lines: Sequence[PrintedLine], joints: Sequence[bool]) -> int | None:
    """The width to which a program filled the lines of a text; None where none did."""
    pairs = [(lines[place - 1], lines[place]) for place, is_joint in enumerate(joints) if is_joint]
    number, width = _find_fullest(pairs)
    if number < _LEAST_FULL:
        return None
    wider = sum(len(before.text) > width for before, _ in pairs)
    open_pairs = [(before, line) for before, line in pairs if not _parts(before, line)]
    near = sum(_NEAR * width <= len(before.text) <= width for before, _ in open_pairs)
    full = [(before, line) for before, line in open_pairs if _is_full(before, line, width)]
    broken = sum(_breaks(before, line) for before, line in full)
    is_told = len(full) >= max(_LEAST_FULL, _MOST_FULL * near) and wider <= _WIDER * number
    return width if is_told and broken >= _MOST_BROKEN * len(full) else None


def _find_fullest(pairs: Sequence[tuple[PrintedLine, PrintedLine]]) -> tuple[int, int]:
    """The width at which most lines are full, the widest of several, and how many are."""
    changes: Counter[int] = Counter()
    widths: set[int] = set()
    for before, line in pairs:
        length = len(before.text)
        if _NARROWEST <= length <= _WIDEST:
            widths.add(length)
            changes[length] += 1
            changes[length + 1 + len(line.text.split(maxsplit=1)[0])] -= 1
    best, number = (0, 0), 0
    for width in sorted(changes):
        number += changes[width]
        if width in widths:
            best = max(best, (number, width))
    return best


def _parts(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether something else than its length may tell that a line ends its paragraph: a mark, or what begins below."""
    return before.is_closed or before.text[-1] in _CLAUSE_ENDS or bool(line.candidates or line.participle)


def _breaks(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a sentence may go on from a line to the next: in Latin scripts with a small letter or a number."""
    if before.is_closed:
        return False
    return line.language == "ar" or line.is_small or before.ends_open or line.text[:1].isdigit()


def _begins(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a paragraph may begin below a full line: behind the end of a sentence, or by its own first words."""
    if before.is_closed or (line.enacts and not line.is_small) or _speaks(line):
        return True
    # an Arabic sentence goes on with what else was done, behind a comma
    acts = line.acts and (line.language != "ar" or before.text[-1] not in _COMMAS)
    return before.text[-1] in _CLAUSE_ENDS and (acts or _opens(line))


def _opens(line: PrintedLine) -> bool:
    """Whether a line opens as a recital or an item does."""
    form = load_pattern("preambular_form", line.language)
    return bool(line.participle or line.candidates or form.match(line.plain))


def _speaks(line: PrintedLine) -> bool:
    """Whether a line begins with who speaks, in capitals: ``The Ninth Session`` below a title of full lines."""
    is_named = line.language != "ar" and line.text[:1].isupper()
    return is_named and load_pattern("speaks", line.language).match(line.text) is not None


def _ends(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line that had room for the next word ends a paragraph: a sentence, or a clause before the next one."""
    if line.is_small or before.ends_open or (line.text[0].isdigit() and not line.candidates):
        return False
    if before.text[-1] not in _CLAUSE_ENDS:
        return before.is_closed
    # ``Aware that``: a capital letter begins the next clause, but ``Are resolved:`` goes on with the last one
    return _opens(line) or (line.text[0].isupper() and not line.text.endswith(":"))
