"""From the order in which a line is seen to that in which it is read: the Unicode bidirectional algorithm, inverted.

Rule L2 of UAX #9 reverses runs by level, and doing so again undoes it; so what is needed are the levels, told from the
visual order. Letters and numbers have theirs by class; a neutral between two of them follows rules W2 to W7 and N1 to
N2 read backwards, and where several logical orders look the same, the spacing of punctuation decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from oic_reports.language.particles import ARTICLE, LI_ARTICLE
from oic_reports.reading.pdf.brackets import (
    CLOSING,
    MIRRORED,
    OPENING,
    find_shapes,
    hug_islands,
    settle_brackets,
    turn_signs,
)
from oic_reports.reading.pdf.figure_groups import GROUP, tell_order
from oic_reports.reading.raised import RAISED
from oic_reports.resources import load_vocabulary

_SEPARATORS = frozenset(".,:/٫٬\u00a0\u202f")
_TERMINATORS = frozenset("%٪$€£°")
# signs that follow the number right of which they stand, unless Arabic letters come before it
_CURRENCIES = frozenset("$€£")
_STOPS = frozenset(".,;:،؛!؟?")
# what stands left of the degrees of a temperature: its scale, and how far it may lie from them
_SCALE = re.compile(r"[CF](?: ?± ?\d+)?")
# the number of a resolution as it is seen: its suffix on the left, of which ``ICHAD`` is the longest
_RESOLUTION = re.compile(r"(?P<suffix>[A-Z]{1,5})-\d{1,3}/\d{1,2}\.?")
# what stands between the letter and the number of a label
_LABEL_STOPS = frozenset("./-")
# signs of an address behind which a line may end
_IN_ADDRESS = frozenset("/?&=#_")
# what symbols and addresses hold
_CODE = re.compile(r"[/@]|\w\.\w|\d")
# digits of the numbers of pages, which need not be as many on both sides of a range
_PAGE_DIGITS = 3
# digits of an age, or of another number with a plus behind it
_AGE_DIGITS = 3
# a telephone number by its groups, the last of which begins with no nought
_CALL = re.compile(r"00\d+(?:-\d+)+-[1-9]\d*")
# classes of what may be read from left to right in a right-to-left line
_NOT_RTL = re.compile("[LEA]")


@cache
def classify(cell: str) -> str:
    """``R`` for right-to-left letters, ``L`` for others, ``E`` for digits, ``A`` for Arabic-Indic ones, ``N`` else.

    ``S`` is a raised number: it belongs to what stands before it, and is no part of that number.
    """
    kinds = {_classify_character(character) for character in cell}
    return next((kind for kind in "RLAES" if kind in kinds), "N")


def _classify_character(character: str) -> str:
    if unicodedata.combining(character):
        return "M"
    if character in RAISED:
        return "S"
    kind = unicodedata.bidirectional(character)
    return {"R": "R", "AL": "R", "L": "L", "EN": "E", "AN": "A"}.get(kind, "N")


def classify_all(cells: Sequence[str]) -> str:
    """The class of each cell, a letter each."""
    return "".join(map(classify, cells))


def read_line(cells: Sequence[str], *, is_rtl: bool, turns_groups: bool = False) -> str:
    """The text of a line in logical order (see ``order_line``)."""
    _, texts = order_line(cells, is_rtl=is_rtl, turns_groups=turns_groups)
    return "".join(texts)


def order_line(
    cells: Sequence[str], *, is_rtl: bool, turns_groups: bool = False, has_shapes: bool = False
) -> tuple[list[int], list[str]]:
    """The places of a line's cells in logical order, and their texts in that order, brackets turned the way they open.

    Args:
        cells: what stands on the line from left to right; a cell is a letter with its marks, a ligature or a blank.
        is_rtl: the direction of the paragraph.
        turns_groups: whether the document's numbers in groups begin on the right (``figure_groups``).
        has_shapes: whether signs of comparison are given as they are painted.
    """
    kinds = classify_all(cells)
    if not is_rtl and "R" not in kinds:
        return list(range(len(cells))), list(cells)
    if is_rtl:
        cells = find_shapes(cells)
    find_levels = find_rtl_levels if is_rtl else find_ltr_levels
    levels = find_levels(cells, kinds, turns_groups=turns_groups)
    if not is_rtl:
        cells = hug_islands(cells, levels)
    order = reorder(levels)
    ordered, turned = [cells[i] for i in order], [levels[i] % 2 == 1 for i in order]
    return order, settle_brackets(turn_signs(ordered, turned) if has_shapes else ordered, turned)


def reorder(levels: Sequence[int]) -> list[int]:
    """Rule L2: the order of the places when runs are reversed from the highest level to the lowest odd one.

    It turns logical order to visual, and back, since reversing the same runs twice changes nothing.
    """
    order = list(range(len(levels)))
    odd = [level for level in set(levels) if level % 2]
    if not odd:
        return order
    printed = bytes(levels)
    for level in range(max(levels), min(odd) - 1, -1):
        for run in _open_runs(level).finditer(printed):
            start, end = run.span()
            order[start:end] = order[start:end][::-1]
    return order


@cache
def _open_runs(level: int) -> re.Pattern[bytes]:
    """Runs of levels (as bytes) that are no lower than this one."""
    return re.compile(rb"[%s-\xff]+" % re.escape(bytes([level])), re.DOTALL)


def find_rtl_levels(cells: Sequence[str], kinds: str, *, turns_groups: bool = False) -> list[int]:
    """Levels in a right-to-left paragraph: 2 for numbers and Latin islands, 1 for all else."""
    levels = [1] * len(cells)
    place = 0
    while match := _NOT_RTL.search(kinds, place):
        start = match.start()
        # a sign stands left of its number only where a telephone number was embedded from left to right; between two
        # numbers it is read from the right with them
        is_signed = kinds[start] == "E" and start > place and cells[start - 1] in "+±"
        is_signed = is_signed and not (start > 1 and kinds[start - 2] in "EA")
        is_signed = is_signed and not (cells[start - 1] == "+" and _is_age(cells, kinds, start))
        if is_signed or kinds[start] == "L" or (kinds[start] == "E" and _leads_latin(cells, kinds, start)):
            end = _find_suffix(cells, kinds, start) or _find_island(cells, kinds, start)
            if is_signed:
                # the percent sign of a share that was set from left to right
                end = max(end, _find_number(cells, kinds, start))
        else:
            last = _find_last_group(cells, kinds, start, turns_groups=turns_groups)
            whole = _find_range(cells, kinds, start) or _find_call(cells, kinds, start)
            end = whole or _find_number(cells, kinds, last)
        start -= is_signed
        levels[start : end + 1] = [2] * (end + 1 - start)
        place = end + 1
    return levels


def _is_age(cells: Sequence[str], kinds: str, start: int) -> bool:
    """Whether a number with a sign on its left is one such as ``15+``: no part of a telephone number, nor a share.

    It has three digits at most, no other number stands beside it, and Arabic letters come before it.
    """
    end = start + _count_digits(kinds, start)
    after = re.compile("N*").match(kinds, end)
    beside = after.end() if after else end
    is_other = end < len(cells) and (cells[end] in _TERMINATORS or cells[end] in _SEPARATORS)
    is_beside = beside < len(kinds) and kinds[beside] != "R"
    return end - start <= _AGE_DIGITS and not is_other and not is_beside and "R" in kinds[end:]


def _find_number(cells: Sequence[str], kinds: Sequence[str], start: int, *, takes_sign: bool = True) -> int:
    """The last place of a number: digits of one kind, with single separators between them (rules W4 and W5).

    A percent sign right of a number is the number's (``takes_sign``): in right-to-left text it stands left of it. The
    sign of a currency right of one that Arabic letters come before was typed before it (rule W2 leaves it no number's).
    """
    end, place = start, start + 1
    while place < len(cells):
        if kinds[place] in "EA":
            end = place
            place += 1
        elif cells[place] in _SEPARATORS and end == place - 1 and place + 1 < len(cells) and kinds[place + 1] in "EA":
            place += 1
        else:
            break
    follows = takes_sign and end + 1 < len(cells) and cells[end + 1] in _TERMINATORS
    follows = follows and not (cells[end + 1] in _CURRENCIES and "R" in kinds[end + 2 :])
    if follows and not (end + 2 < len(cells) and kinds[end + 2] in "EA"):
        end += 1
    return _find_mark(cells, kinds, end)


def _find_mark(cells: Sequence[str], kinds: Sequence[str], end: int) -> int:
    """The place of a raised number right of a number that ends at a place, or of the stop behind it; else that place.

    A mark typed into the text is set from left to right with the number that it follows (rule W4); one that a program
    sets by itself stands left of it.
    """
    after = "".join(kinds[end + 1 : end + 3])
    if after.startswith("S"):
        return end + 1
    return end + 2 if after == "NS" and cells[end + 1] in _STOPS else end


def _find_last_group(cells: Sequence[str], kinds: Sequence[str], start: int, *, turns_groups: bool) -> int:
    """Where the last group of a number such as ``3 001`` begins; the number's start where it is not grouped.

    A blank parts two numbers, which change places in right-to-left text (rule N1): who types ``3 001`` there sees
    ``001 3``, and sets it anew, from left to right. So what is seen in that form is one number, unless the document
    has others that were left as they fell (``turns_groups``).
    """
    digits = _count_digits(kinds, start)
    if digits > GROUP or unicodedata.decimal(cells[start][0], 1) == 0 or _follows_number(cells, kinds, start):
        return start
    last, end = start, start + digits
    while _has_group(cells, kinds, end) and kinds[end + 1] == kinds[start]:
        last, end = end + 1, end + 1 + GROUP
    if turns_groups and tell_order("".join(cells[start:end]).split(" ")) == "either":
        return start
    # beside more numbers, or a sign, it is a part of a telephone number
    is_alone = end == len(cells) or not (cells[end] == "+" or (cells[end] == " " and _count_digits(kinds, end + 1)))
    return last if is_alone else start


def _has_group(cells: Sequence[str], kinds: Sequence[str], place: int) -> bool:
    return place < len(cells) and cells[place] == " " and _count_digits(kinds, place + 1) == GROUP


def _follows_number(cells: Sequence[str], kinds: Sequence[str], start: int) -> bool:
    return start > 1 and cells[start - 1] == " " and kinds[start - 2] in "EA"


def _count_digits(kinds: Sequence[str], start: int) -> int:
    """How many digits of one kind stand from a place on."""
    end = start
    while end < len(kinds) and kinds[end] in "EA" and kinds[end] == kinds[start]:
        end += 1
    return end - start


def _find_range(cells: Sequence[str], kinds: Sequence[str], start: int) -> int | None:
    """The last place of a range such as ``22-23`` at the beginning of a line, where it may be read from left to right.

    A hyphen between numbers is read from right to left after Arabic letters. Programs that lay out each line by itself
    know of none before it, and set the range the other way: then the smaller number stands on the left. More than two
    are a telephone number.
    """
    end = _find_number(cells, kinds, start)
    if start > 1 and cells[start - 1] == "-" and kinds[start - 2] in "EA":
        return None
    if kinds[start] != "E" or end + 2 >= len(cells) or cells[end + 1] != "-" or kinds[end + 2] != "E":
        return None
    last = _find_number(cells, kinds, end + 2)
    first_number, second_number = "".join(cells[start : end + 1]), "".join(cells[end + 2 : last + 1])
    is_alike = len(first_number) == len(second_number) or len(second_number) <= _PAGE_DIGITS
    is_range = first_number.isdigit() and second_number.isdigit() and is_alike
    return last if last == len(cells) - 1 and is_range and int(first_number) < int(second_number) else None


def _find_call(cells: Sequence[str], kinds: str, start: int) -> int | None:
    """The last place of a telephone number in three groups, or more, that begins a line and is read from the left.

    By programs that lay out each line by itself (``_find_range``): it is told by the noughts with which it begins, and
    that its last group has none.
    """
    match = _CALL.fullmatch("".join(cells[start:])) if set(kinds[start:]) <= {"E", "N"} else None
    is_begun = start == 0 or cells[start - 1] != "-"
    return len(cells) - 1 if match and is_begun and cells[start] == "0" else None


def _leads_latin(cells: Sequence[str], kinds: Sequence[str], start: int) -> bool:
    """Whether a number opens a Latin island: ``2 March``, ``5G``. Only then does it stand left of Latin letters."""
    end = _find_number(cells, kinds, start)
    if end + 1 >= len(cells):
        return False
    if kinds[end + 1] == "L":
        return True
    place = end + 1
    while place < len(cells) and kinds[place] == "N":
        place += 1
    between = "".join(cells[end + 1 : place])
    return place < len(cells) and kinds[place] == "L" and _joins(between, "", "")


def _find_island(cells: Sequence[str], kinds: Sequence[str], start: int) -> int:
    """The last place of a run of Latin letters and numbers, with what stands between them."""
    end = start
    while True:
        place = end + 1
        while place < len(cells) and kinds[place] == "N":
            place += 1
        if place >= len(cells) or kinds[place] in "RA" or (kinds[place] == "S" and cells[place - 1] == " "):
            break
        if kinds[place] == "E" and "".join(cells[start : end + 1]) in _load_units():
            # the symbol of a unit follows its number, and so stands left of it
            break
        if kinds[place] == "E" and cells[place - 1] == " " and _is_lettered(cells, kinds, place):
            break
        between = "".join(cells[end + 1 : place])
        if between == "°" and kinds[place] == "E" and _SCALE.fullmatch("".join(cells[start : end + 1])):
            # ``18°C`` after Arabic letters: the degrees stand right of their scale
            break
        if not _joins(between, "".join(cells[start : end + 1]), "".join(_rest(cells, kinds, place))):
            break
        end = place
    island = "".join(cells[start : end + 1])
    if (
        start == 0
        and end + 1 < len(cells)
        and cells[end + 1] == "-"
        and (end + 2 == len(cells) or cells[end + 2] != " " or _CODE.search(island))
    ):
        # a Latin word divided at the line's end, which is on the left; after a blank none but a symbol or an address is
        return end + 1
    if (
        start == 0
        and "".join(cells[end + 1 : end + 3]).rstrip("".join((" ", *MIRRORED))) == "/"
        and (end + 2 == len(cells) or cells[end + 2] == " " or cells[end + 2] in MIRRORED)
    ):
        # a symbol divided behind its stroke: none stands at the beginning of a Latin word
        return end + 1
    if start == 0 and "://" in island and end + 1 < len(cells) and cells[end + 1] in _IN_ADDRESS:
        # an address divided behind one of its signs
        return end + 1
    if start == 0 and "".join(cells[end + 1 : end + 5]).rstrip() == "://":
        # an address divided behind its scheme
        return end + 3
    while end + 1 < len(cells) and cells[end + 1] in CLOSING and _is_open(island, cells[end + 1]):
        end += 1
        island += cells[end]
    return end


def _is_lettered(cells: Sequence[str], kinds: Sequence[str], start: int) -> bool:
    """Whether a number is that of a label such as ``ب.1``: a stop and an Arabic letter by itself stand right of it."""
    end = start + _count_digits(kinds, start)
    is_joined = end + 1 < len(cells) and cells[end] in _LABEL_STOPS and kinds[end + 1] == "R"
    return is_joined and (end + 2 == len(cells) or kinds[end + 2] == "N")


def _find_suffix(cells: Sequence[str], kinds: Sequence[str], start: int) -> int | None:
    """The last letter of a resolution's suffix, where its number stands right of it: ``E-8/44`` for ``8/44-E``.

    Typed either way it looks the same, and ``NUMBER/SESSION-SUFFIX`` is the form that resolutions have. None where no
    word before it says that a number of that kind follows.
    """
    stop = start
    while stop < len(cells) and cells[stop] != " " and kinds[stop] not in "RA":
        stop += 1
    match = _RESOLUTION.fullmatch("".join(cells[start:stop]))
    if match is None:
        return None
    end = stop + 1
    while end < len(cells) and kinds[end] == "R":
        end += 1
    word = "".join(reversed(cells[stop + 1 : end]))
    # the word may have a particle before it
    return start + match.end("suffix") - 1 if word.endswith(_load_numbered()) else None


@cache
def _load_numbered() -> tuple[str, ...]:
    forms = [row["form"] for row in load_vocabulary("numbered_things") if row["language"] == "ar"]
    # of the article behind the particle *li-* only one letter is left
    return (*forms, *(f"{LI_ARTICLE}{form.removeprefix(ARTICLE)}" for form in forms if form.startswith(ARTICLE)))


@cache
def _load_units() -> frozenset[str]:
    return frozenset(row["form"] for row in load_vocabulary("units"))


def _rest(cells: Sequence[str], kinds: Sequence[str], start: int) -> list[str]:
    """The cells from a place on up to the next right-to-left letter."""
    end = start
    while end < len(cells) and kinds[end] not in "RA":
        end += 1
    return list(cells[start:end])


def _is_open(text: str, closing: str) -> bool:
    return text.count(OPENING[CLOSING.index(closing)]) > text.count(closing)


def _joins(between: str, before: str, after: str) -> bool:
    """Whether what stands between two Latin words is read from left to right with them.

    Punctuation follows its word and precedes a blank in the direction of reading: ``UNHCR, IOM`` is one island, and in
    ``IOM ،UNHCR`` (as seen) the comma shows that two words of a right-to-left list were set side by side. Brackets join
    where they enclose Latin words: ``Bank (IsDB)``.
    """
    if not between:
        return True
    for place, sign in enumerate(between):
        left = between[place - 1] if place else "x"
        right = between[place + 1] if place + 1 < len(between) else "x"
        if sign in _STOPS and left == " " and right != " ":
            return False
        if sign in CLOSING:
            if not _is_open(before + between[:place], sign):
                return False
        elif sign in OPENING and CLOSING[OPENING.index(sign)] not in between[place:] + after:
            return False
    return not re.search(r"\s\S*\s\S*\s", between)


def find_ltr_levels(cells: Sequence[str], kinds: Sequence[str], *, turns_groups: bool = False) -> list[int]:
    """Levels in a left-to-right paragraph: 1 for right-to-left islands, 2 for numbers inside them, 0 for all else."""
    levels = [0] * len(cells)
    place = 0
    while place < len(cells):
        if kinds[place] != "R":
            place += 1
            continue
        end = place
        for later in range(place, len(cells)):
            if kinds[later] == "L":
                break
            if kinds[later] == "R":
                end = later
        _set_island_levels(cells, kinds, levels, range(place, end + 1), turns_groups=turns_groups)
        place = end + 1
    return levels


def _set_island_levels(
    cells: Sequence[str], kinds: Sequence[str], levels: list[int], island: range, *, turns_groups: bool
) -> None:
    """Level 1 for a right-to-left island, 2 for the numbers inside it."""
    levels[island.start : island.stop] = [1] * len(island)
    place = island.start
    while place < island.stop:
        if kinds[place] not in "EA":
            place += 1
            continue
        end = _find_number(
            cells, kinds, _find_last_group(cells, kinds, place, turns_groups=turns_groups), takes_sign=False
        )
        levels[place : end + 1] = [2] * (end + 1 - place)
        place = end + 1
