"""Objects of a page that a file says to mean something together (``ActualText``, ISO 32000-1, 14.9.4).

Where a font paints a letter as a body and its dots, programs put all of them into one span and name the letter there.
PDFium gives it at one of the objects, which may be a dot off the line: it stands where its body is painted.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import groupby

import numpy as np
import pypdfium2.raw as pdfium_c

from oic_reports.reading.pdf.arrays import Booleans, Floats, Integers
from oic_reports.reading.pdf.glyph_text import ALEFS, LAM, is_mark, is_rtl
from oic_reports.reading.pdf.library import declare
from oic_reports.reading.pdf.objects import TEXT, Overview, measure_objects, read_matrix
from oic_reports.reading.pdf.painters import Painters

_ADDRESS, _HANDLE = ctypes.c_size_t, ctypes.c_void_p
_count_marks = declare(pdfium_c.FPDFPageObj_CountMarks, ctypes.c_int, _HANDLE)
_get_mark = declare(pdfium_c.FPDFPageObj_GetMark, _ADDRESS, _HANDLE, ctypes.c_ulong)
_get_value = declare(
    pdfium_c.FPDFPageObjMark_GetParamStringValue,
    ctypes.c_int, _HANDLE, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, _ADDRESS,
)  # fmt: skip

_KEY = b"ActualText"
# bytes of the longest text that is asked for; points between baselines of one height
_LONGEST = 40
_SAME = 0.5
# letters of a ligature; those of words, and how broad these are where they are squeezed into a sign, to their own place
_MOST = 6
_WORDS = 3
_SQUEEZED = 0.5
# where PDFium writes a text, and how long it is: made once, for one object after the other
_text = ctypes.create_string_buffer(_LONGEST)
_NO_TEXT = bytes(_LONGEST)
_length = ctypes.c_ulong()
_length_at = ctypes.addressof(_length)


def read_mark(handle: int) -> tuple[int, str]:
    """The innermost mark of an object that says what it means (its address, 0 for none), and what it says."""
    for number in reversed(range(max(_count_marks(handle), 0))):
        mark = int(_get_mark(handle, number))
        # a text that is too long leaves it as it is
        _text.raw = _NO_TEXT
        if _get_value(mark, _KEY, _text, _LONGEST, _length_at):
            text = _text.raw[: max(min(_length.value, _LONGEST) - 2, 0)].decode("utf-16-le", errors="replace")
            # PDFium gives the bytes of the string one by one
            is_bytes = len(text) % 2 == 0 and all(sign < "\u0100" for sign in text)
            if is_bytes:
                text = text.encode("latin-1").decode("utf-16-be", errors="replace")
            return mark, text
    return 0, ""


def settle_spans(
    overview: Overview, painters: Painters, origins: Floats, boxes: Floats, keep: Booleans, codes: Integers
) -> tuple[Integers, Integers]:
    """Set the letters of spans of several objects where the body is painted; the places of vowel signs that it set.

    The first places are those of the letters that these are of.

    It changes ``origins``, ``boxes`` and, where a ligature's letters are given out of order, that of ``codes``. Of a
    span that PDFium gives twice, since its parts stand on lines of their own, the first stays: it changes ``keep``.
    The vowel signs of one letter stand where that does, for the file says whose they are.
    """
    bearers: list[int] = []
    signs: list[int] = []
    numbers = {handle: number for number, handle in enumerate(painters.objects.tolist())}
    spans = _list_spans(overview)
    _drop_squeezed(spans, numbers, painters.member, origins, boxes, keep, codes)
    letters = np.bincount(painters.member[keep], minlength=len(painters.objects)).tolist()
    ligatures = {handle for handle, number in numbers.items() if 1 < letters[number] <= _MOST}
    for members, text in _name_spans(spans, ligatures):
        known = [numbers[handle] for handle in members if handle in numbers]
        places = np.flatnonzero(np.isin(painters.member, known) & keep) if known else np.zeros(0, np.int64)
        if not places.size:
            continue
        if any(map(is_mark, _find_letter(text))):
            # of several letters, where a vowel sign is painted tells on which of them it stands
            is_told = _put_in_order(places, text, codes) and sum(map(is_mark, text)) > 1
            if is_told and len(set(painters.member[places].tolist())) == 1 < len(members):
                # PDFium gave several signs at one object, which may be one of them: the file's text tells it, then
                _spread_ligature(members, places, origins, boxes, codes)
                bearers += [place for place in places.tolist() if not is_mark(chr(codes[place]))]
                signs += [place for place in places.tolist() if is_mark(chr(codes[place]))]
            continue
        letter = _find_letter(text)
        if len(members) == 1:
            boxes[places, 0], boxes[places, 2] = boxes[places, 0].min(), boxes[places, 2].max()
            if letter == text:
                _part_ligature(places, text, codes, boxes)
            elif _put_in_order(places, text, codes):
                bearers += places[: len(letter)].tolist()
                signs += places[len(letter) :].tolist()
            continue
        bounds = measure_objects(members)
        matrices = np.array([read_matrix(handle) for handle in members])
        extents = np.hypot(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
        body = int(np.argmax(extents))
        own = np.abs(matrices[:, 5] - matrices[body, 5]) < _SAME
        if letter != text:
            # the vowel signs of a letter may be painted on its line, with origins that reach over the blank behind it:
            # only what has ink on the baseline stretches the letter
            own &= (bounds[:, 1] <= matrices[body, 5]) & (bounds[:, 3] >= matrices[body, 5])
            own[body] = True
        left, right = float(matrices[own, 4].min()), float(bounds[own, 2].max())
        _drop_repeated(places, codes, painters.member, keep)
        origins[places] = left, matrices[body, 5]
        boxes[places] = left, bounds[body, 3], max(left, right), bounds[body, 1]
        places = places[keep[places]]
        if letter != text:
            _put_in_order(places, text, codes)
            bearers += places[: len(letter)].tolist()
            signs += places[len(letter) :].tolist()
        else:
            _part_ligature(places, text, codes, boxes)
    return np.array(bearers, np.int64), np.array(signs, np.int64)


def _drop_squeezed(
    spans: Iterable[list[int]],
    numbers: Mapping[int, int],
    member: Integers,
    origins: Floats,
    boxes: Floats,
    keep: Booleans,
    codes: Integers,
) -> None:
    """Of words that PDFium gives at the object that paints them, and squeezed into their sign again, leave the former.

    A sign that the words begin with is that of the letter before them: it stays where it is painted. It changes
    ``keep``, ``origins`` and ``boxes``.
    """
    # an object is of one span, so that what one of them loses changes no other
    letters = np.bincount(member[keep], minlength=len(numbers)).tolist()
    for members in spans:
        known = [numbers[handle] for handle in members if handle in numbers]
        known = [number for number in known if letters[number] >= _WORDS]
        if len(known) < 2:  # noqa: PLR2004  (one object has no other beside it)
            continue
        runs = [np.flatnonzero((member == number) & keep) for number in known]
        runs.sort(key=lambda each: _measure_breadth(boxes, each))
        for places in runs[:-1]:
            broad = runs[-1]
            if codes[places].tolist() != codes[broad].tolist():
                continue
            # signs alone are no words
            is_letter = [not is_mark(chr(code)) for code in codes[places].tolist()]
            if any(is_letter) and _measure_breadth(boxes, places) < _SQUEEZED * _measure_breadth(boxes, broad):
                first = is_letter.index(True)
                keep[places[first:]] = False
                keep[broad[:first]] = False
                _spread(broad, broad[first:], codes, origins, boxes)


def _spread(places: Integers, kept: Integers, codes: Integers, origins: Floats, boxes: Floats) -> None:
    """Give each letter that is left an even part of the room, as PDFium gave it to all; signs stand on theirs."""
    left, right = float(boxes[places, 0].min()), float(boxes[places, 2].max())
    order = kept[np.argsort(-boxes[kept, 0])]
    is_letter = np.array([not is_mark(chr(code)) for code in codes[order].tolist()], np.bool_)
    number = np.maximum(np.cumsum(is_letter), 1)
    edges = np.linspace(right, left, int(is_letter.sum()) + 1)
    boxes[order, 0], boxes[order, 2] = edges[number], edges[number - 1]
    origins[order, 0] = edges[number]


def _measure_breadth(boxes: Floats, places: Integers) -> float:
    return float(boxes[places, 2].max() - boxes[places, 0].min())


def _find_letter(text: str) -> str:
    """The letter, or lam and alef, that all vowel signs of a text stand behind; the whole text where there is none."""
    length = 1 + (text[:1] == LAM and text[1:2] in ALEFS)
    return text[:length] if is_mark(text[length:]) else text


def _put_in_order(places: Integers, text: str, codes: Integers) -> bool:
    """Put letters and their vowel signs in the order that the file's own text has; whether they are these."""
    named = [ord(sign) for sign in text]
    if sorted(codes[places].tolist()) != sorted(named):
        return False
    codes[places] = named
    return True


def _spread_ligature(members: list[int], places: Integers, origins: Floats, boxes: Floats, codes: Integers) -> None:
    """Set the letters of a ligature over its body, from right to left, each sign over its letter."""
    bounds = measure_objects(members)
    body = int(np.argmax(np.hypot(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])))
    left, baseline = read_matrix(members[body])[4:]
    is_letter = [not is_mark(chr(code)) for code in codes[places].tolist()]
    edges = np.linspace(max(left, float(bounds[body, 2])), left, sum(is_letter) + 1)
    number = np.maximum(np.cumsum(is_letter), 1)
    origins[places] = np.column_stack([edges[number], np.full(len(places), baseline)])
    boxes[places, 0], boxes[places, 2] = edges[number], edges[number - 1]
    boxes[places, 1], boxes[places, 3] = bounds[body, 3], bounds[body, 1]


def _part_ligature(places: Integers, text: str, codes: Integers, boxes: Floats) -> None:
    """Give each letter of a ligature its part of the body, from right to left, as the file's own text has them."""
    named = [ord(sign) for sign in text]
    if len(named) < 2 or sorted(codes[places].tolist()) != sorted(named):  # noqa: PLR2004  (one letter has no order)
        return
    codes[places] = named
    edges = np.linspace(boxes[places[0], 2], boxes[places[0], 0], len(named) + 1)
    boxes[places, 2], boxes[places, 0] = edges[:-1], edges[1:]


def _drop_repeated(places: Integers, codes: Integers, member: Integers, keep: Booleans) -> None:
    """Of the characters of a span leave those of one object, where those of another one are the same, in any order."""
    runs = [places[member[places] == painter] for painter in dict.fromkeys(member[places].tolist())]
    for run in runs[1:]:
        if sorted(codes[run].tolist()) == sorted(codes[runs[0]].tolist()):
            keep[run] = False


def _list_spans(overview: Overview) -> list[list[int]]:
    """The text objects of a page that a mark holds together, in the order of painting; those without a mark in none."""
    texts = [handle for handle, kind in zip(overview.handles, overview.kinds, strict=True) if kind == TEXT]
    return [list(members) for mark, members in groupby(texts, _get_innermost) if mark]


def _name_spans(spans: Iterable[list[int]], ligatures: AbstractSet[int]) -> Iterator[tuple[list[int], str]]:
    """The spans of several objects, or of a ligature, that name Arabic letters, and these."""
    for handles in spans:
        if len(handles) > 1 or handles[0] in ligatures:
            text = read_mark(handles[0])[1]
            if is_rtl(text[:1]) and all(is_rtl(sign) or is_mark(sign) for sign in text):
                yield handles, text


def _get_innermost(handle: int) -> int:
    """The address of the innermost mark of an object, 0 for none."""
    count = _count_marks(handle)
    return int(_get_mark(handle, count - 1)) if count > 0 else 0
