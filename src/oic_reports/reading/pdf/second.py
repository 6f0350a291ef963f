"""The second opinion on a page: glyphs by pdfplumber, characters put right where fonts or words tell how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from oic_reports.reading.pdf.cells import Profile
from oic_reports.reading.pdf.folding import is_rtl
from oic_reports.reading.pdf.fonts import Code, decode_by_map, decode_by_names, is_suspect, learn_map, read_names
from oic_reports.reading.pdf.glyphs import Floats, GlyphLayer, Integers
from oic_reports.reading.pdf.hidden import drop_hidden
from oic_reports.reading.pdf.ligatures import collect_latin_words, learn_ligatures
from oic_reports.reading.pdf.page import PageLine, read_page_lines
from oic_reports.reading.pdf.plumber import PlumberSource

_FAILURES = (PDFException, PSException, PdfminerException, ValueError, KeyError, TypeError, IndexError, AttributeError)
# pages that fonts are learnt from; share of the uses of a strange sign that are inside words
_LEARNT_FROM = 12
_INSIDE = 0.5


class SecondReader:
    """Reads single pages of a document; opened when it is first asked."""

    def __init__(self, content: bytes) -> None:
        """Keep the content."""
        self._content = content
        self._source: PlumberSource | None = None
        self._has_failed = False
        self._names: list[dict[int, str]] = []
        self._learnt: dict[Code, str] | None = None

    def read_page(
        self, number: int, profile: Profile, *, is_rtl_document: bool, decode: bool, hidden: Floats
    ) -> tuple[list[PageLine] | None, int]:
        """The lines of a page, and how many vowel signs it lacks because the file does not name them.

        ``hidden`` are the origins of the glyphs that the page does not show.

        No lines (None) where pdfplumber cannot read the page: it fails on damage that PDFium gets over.
        """
        if self._has_failed:
            return None, 0
        try:
            page = self._open().read_page(number)
            page.layers = [drop_hidden(layer, hidden) for layer in page.layers]
            for layer in page.layers if decode else ():
                if is_rtl_document:
                    self._decode(layer, number)
                else:
                    self._put_ligatures(layer, number)
        except _FAILURES:
            self._has_failed = True
            return None, 0
        lines, left_out = read_page_lines(page, profile, is_rtl_document=is_rtl_document)
        return lines, left_out["unmapped_mark"]

    def _open(self) -> PlumberSource:
        if self._source is None:
            self._source = PlumberSource(self._content)
        return self._source

    def _decode(self, layer: GlyphLayer, number: int) -> None:
        """Put characters right: by glyph names first, then by the map learnt from what is still suspect."""
        self._name(layer)
        if self._learnt is None:
            self._learnt = self._learn(number)
        decode_by_map(layer, self._learnt)

    def _put_ligatures(self, layer: GlyphLayer, number: int) -> None:
        """Put the ligatures of Latin fonts right, by a map learnt from the words of some pages."""
        if self._learnt is None:
            words: list[Sequence[tuple[str, Code]]] = []
            last = min(self._open().page_count, number + _LEARNT_FROM - 1)
            for place in range(number, last + 1):
                for each in self._open().read_page(place).layers:
                    words += collect_latin_words(each, part_lines(each))
            self._learnt = learn_ligatures(words)
        decode_by_map(layer, self._learnt)

    def _name(self, layer: GlyphLayer) -> None:
        fonts = self._open().fonts
        while len(self._names) < len(fonts):
            self._names.append(read_names(fonts[len(self._names)]))
        if any(self._names):
            decode_by_names(layer, self._names)

    def _learn(self, number: int) -> dict[Code, str]:
        """A map from the words of some pages, those after the first doubtful one."""
        source = self._open()
        words: list[Sequence[tuple[str, Code | None]]] = []
        everywhere: Counter[Code] = Counter()
        for place in range(number, min(source.page_count, number + _LEARNT_FROM - 1) + 1):
            for layer in source.read_page(place).layers:
                self._name(layer)
                words += collect_words(layer)
                everywhere.update(layer.codes)
        inside = Counter(code for word in words for _, code in word[1:-1] if code is not None)
        # a sign that mostly stands outside words is what it looks like
        strange = {code for code, number in inside.items() if number >= _INSIDE * everywhere[code]}
        return learn_map([word for word in words if all(code is None or code in strange for _, code in word)])


def part_lines(layer: GlyphLayer) -> Iterator[tuple[Integers, list[bool]]]:
    """The lines of a layer: glyphs from left to right, and whether a blank stands before each."""
    import numpy as np  # noqa: PLC0415  (only here)

    from oic_reports.reading.pdf.cells import LayerIndex  # noqa: PLC0415  (likewise)
    from oic_reports.reading.pdf.lines import group_lines  # noqa: PLC0415  (likewise)
    from oic_reports.reading.pdf.spaces import find_spaces  # noqa: PLC0415  (likewise)

    index = LayerIndex.of(layer)
    glyphs = np.setdiff1d(np.flatnonzero(index.is_base | (index.is_ink == 0)), index.copies)
    if not glyphs.size or not index.is_base.any():
        return
    for group in group_lines(layer, glyphs, index.is_ink):
        order = group[np.argsort(layer.left[group], kind="stable")]
        ink, blanks = order[index.is_ink[order] > 0], order[index.is_ink[order] == 0]
        yield ink, find_spaces(layer, ink, blanks, float(np.median(layer.size[ink])))


def collect_words(layer: GlyphLayer) -> Iterator[Sequence[tuple[str, Code | None]]]:
    """Arabic words with suspect glyphs, in logical order: runs of glyphs of one line that stand close together."""
    import numpy as np  # noqa: PLC0415  (only here)

    for ink, spaces in part_lines(layer):
        for part in np.split(ink, [place for place, is_space in enumerate(spaces) if is_space]):
            texts = [layer.texts[glyph] for glyph in part.tolist()]
            if any(map(is_rtl, texts)) and any(map(is_suspect, texts)):
                word = [
                    (layer.texts[glyph], layer.codes[glyph] if is_suspect(layer.texts[glyph]) else None)
                    for glyph in part.tolist()[::-1]
                ]
                yield _strip(word)


def _strip(word: list[tuple[str, Code | None]]) -> list[tuple[str, Code | None]]:
    """A word without punctuation at its edges, which is suspect inside a word only."""
    while word and word[0][0] in '().,،؛:«»"-[]/!؟':
        word = word[1:]
    while word and word[-1][0] in '().,،؛:«»"-[]/!؟':
        word = word[:-1]
    return word
