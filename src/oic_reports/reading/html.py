"""HTML: the text of a page as a browser would show it, line by line, residue of the site included and marked.

Parsed by lxml (libxml2). Nothing that is shown is left out; what is not shown (scripts, styles, hidden elements,
markup) is counted. Automatic numbers of ``<ol>`` are written out, since a reader of the page sees them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache

from lxml import etree
from lxml import html as lxml_html

from oic_reports.errors import UnreadableFileError
from oic_reports.language.characters import make_line
from oic_reports.model import Line
from oic_reports.reading.bilingual import part_languages
from oic_reports.reading.blank_gaps import part_gaps
from oic_reports.reading.inner_links import InnerLinks
from oic_reports.reading.list_marks import ListMarks
from oic_reports.reading.raised import begins_note, count_shown, lift_marks, wrap_figure
from oic_reports.reading.site_zones import NOT_SHOWN, SiteZones
from oic_reports.reading.table_rows import CELLS, TableRows
from oic_reports.resources import load_vocabulary

_PARAGRAPHS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "button",
        "textarea",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
# the end of a sentence; ``No. 2`` and ``H.E.`` are none
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.;؛؟][\"'»”’)]*(?:\s|$)")
_CUT_SHORT = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"})
# characters of a heading
_LONG_HEADING = 160
# characters of a row of buttons that a site sets into a paragraph
_LONG_ASIDE = 120


@dataclass
class _Page:
    """What has been walked so far: pieces of text with the state they were found in."""

    lines: list[tuple[str, str | None, bool]] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    is_aside: bool = False
    hint: str | None = None
    new_paragraph: bool = True

    def add(self, text: str, *, is_link: bool) -> None:
        if self.is_aside:
            self.asides.append(text)
        elif text:
            self.pieces.append((text, is_link))

    def is_in_word(self) -> bool:
        """Whether the line so far ends without white space."""
        return bool(self.pieces) and not self.pieces[-1][0][-1:].isspace()

    def end_line(self, hint: str | None, *, paragraph: bool) -> None:
        if self.is_aside:
            self.asides.append(" ")
            return
        text = "".join(piece for piece, _ in self.pieces)
        if text.strip():
            all_links = all(link for piece, link in self.pieces if piece.strip())
            self.lines.append((text, hint or ("link" if all_links else None), self.new_paragraph))
            self.new_paragraph = paragraph
        self.pieces.clear()
        self.new_paragraph |= paragraph
        if "".join(self.asides).strip():
            # what a site set into the paragraph stands below it
            self.lines.append((" ".join("".join(self.asides).split()), "site", True))
            self.new_paragraph = True
            self.asides.clear()


def read_html(text: str, left_out: Counter[str]) -> list[Line]:
    """The lines of a page in document order, with a blank line between paragraphs, numbered from 1.

    Raises:
        UnreadableFileError: ``no_report``, if the page shows no text at all; ``reader_failed``, if it is nested deeper
            than the parser goes (2,048 elements), so that text would be lost.
    """
    page, hidden = _walk_page(text)
    left_out["hidden"] += hidden
    lines: list[Line] = []
    parted = [
        (piece, found, starts or place > 0)
        for printed, found, starts in page.lines
        for place, piece in enumerate(part_gaps(printed))
    ]
    for printed, found, starts_paragraph in parted:
        line = make_line(printed, len(lines) + 1, left_out, found)
        if not line.text:
            continue
        if starts_paragraph and lines:
            lines.append(Line("", len(lines) + 1))
        hint = "footnote" if found in {None, "link"} and begins_note(line.text) else found
        lines.append(replace(lift_marks(line), number=len(lines) + 1, hint=hint))
    left_out["markup"] += max(0, _count(text) - sum(map(count_shown, lines)) - hidden)
    return lines


def print_page(text: str) -> list[str]:
    """What a page prints, line by line, with an empty one between paragraphs; raised figures stand between their signs.

    Raises:
        UnreadableFileError: as ``read_html``.
    """
    printed: list[str] = []
    for line, _, starts_paragraph in _walk_page(text)[0].lines:
        printed += ["", line] if starts_paragraph and printed else [line]
    return printed


def _walk_page(text: str) -> tuple[_Page, int]:
    """The lines of a page as they stand in it, and how many characters it hides."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=False, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except etree.XMLSyntaxError as error:
        # the HTML parser takes any page; it gives up only when it lacks memory
        raise UnreadableFileError("reader_failed", f"the parser gave up ({error})") from error
    except etree.ParserError as error:
        raise UnreadableFileError("no_report", f"the HTML holds no page ({error})") from error
    limits = [entry.message for entry in parser.error_log if entry.type_name in _CUT_SHORT]
    if limits:
        raise UnreadableFileError("damaged_file", f"the page could not be read to its end: {limits[0]}")
    for table in [*root.iter("table")]:
        _part_bilingual(table)
    page = _Page()
    return page, _Walker(page, SiteZones(root), InnerLinks(root)).walk(root)


def _part_bilingual(table: lxml_html.HtmlElement) -> None:
    """Put the cells of a table that sets two languages side by side one below the other, each language by itself."""
    rows = [[cell for cell in row if cell.tag in CELLS] for row in table.iter("tr")]
    if len(rows) < 2 or table.find(".//table") is not None or table.getparent() is None:  # noqa: PLR2004
        return
    parted = part_languages([[cell.text_content() for cell in row] for row in rows])
    if parted is None:
        return
    caption = table.find("caption")
    places = [place for language in parted for place in language]
    cells = [rows[row][cell] for row, cell in places]
    below = table.makeelement("div", dict(table.attrib))
    for element in [*([caption] if caption is not None else []), *cells]:
        element.tag = "div"
        element.tail = None
        below.append(element)
    below.tail = table.tail
    table.getparent().replace(table, below)


def _count(text: str) -> int:
    return sum(not character.isspace() for character in text)


@cache
def _phrases() -> frozenset[str]:
    return frozenset(row["phrase"].casefold() for row in load_vocabulary("site_residue") if " " in row["phrase"])


def _is_hidden(element: lxml_html.HtmlElement, tag: str) -> bool:
    if tag in NOT_SHOWN or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style", ""))) or (tag == "input" and element.get("type") == "hidden")


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: the hint for lines in it, and whether it is in a link or in preformatted text."""

    hint: str | None
    in_link: bool
    in_pre: bool


class _Walker:
    """Walks a tree without recursion (a page may be nested deeper than Python's stack)."""

    def __init__(self, page: _Page, zones: SiteZones, contents: InnerLinks) -> None:
        self.page = page
        self._zones = zones
        self._contents = contents
        self.hidden = 0
        self._stack = [_Open(None, in_link=False, in_pre=False)]
        self._skipped: lxml_html.HtmlElement | None = None
        self._aside: lxml_html.HtmlElement | None = None
        self._list_marks = ListMarks()
        self._rows = TableRows()

    def walk(self, root: lxml_html.HtmlElement) -> int:
        """Add the text of the tree to the page; the number of characters that it does not show."""
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            if self._skipped is not None:
                if event == "end" and element is self._skipped:
                    self._skipped = None
                    self._add_text(element.tail)
            elif event == "comment":
                self._add_text(element.tail)
            elif event == "start":
                self._start(element, element.tag if isinstance(element.tag, str) else "")
            else:
                self._end(element, element.tag if isinstance(element.tag, str) else "")
        self.page.end_line(None, paragraph=True)
        return self.hidden

    def _start(self, element: lxml_html.HtmlElement, tag: str) -> None:
        if _is_hidden(element, tag):
            self._skipped = element
            self.hidden += 0 if tag == "head" else _count("".join(element.itertext()))
            return
        around = self._stack[-1]
        figure = self._find_figure(element, tag)
        if figure:
            self.page.add(figure, is_link=around.in_link)
            self._skipped = element
            return
        if tag in _PARAGRAPHS and not self._rows.joins(element):
            self.page.end_line(around.hint, paragraph=True)
        hint = self._find_hint(element, tag, around.hint)
        self._stack.append(_Open(hint, around.in_link or tag == "a", around.in_pre or tag == "pre"))
        if not self.page.is_aside and self.page.pieces and self._is_set_in(element, tag, around.hint, hint):
            self.page.is_aside = True
            self._aside = element
        if tag == "li" and hint != "site":
            self.page.add(self._list_marks.find(element), is_link=False)
        self._add_text(element.text)
        if tag == "br":
            self.page.end_line(hint, paragraph=_is_double_break(element))
        elif tag == "hr":
            self.page.new_paragraph = True

    def _find_hint(self, element: lxml_html.HtmlElement, tag: str, around: str | None) -> str | None:
        """What an element says of the lines in it; a zone of the site keeps all that is in it."""
        if around == "site" or self._zones.has(element, tag):
            return "site"
        if self._contents.has(element):
            return "contents"
        if tag in _HEADINGS:
            return None if _is_prose(element) else "heading"
        if tag == "tr" and self._rows.is_data(element):
            return "table"
        return around

    def _find_figure(self, element: lxml_html.HtmlElement, tag: str) -> str | None:
        """A raised figure, or a link to a place of this page that is written to a word: they call notes."""
        if tag == "sup":
            link = next((found for found in element.iter("a")), element.getparent())
            return wrap_figure(element.text_content(), _find_target(link))
        if tag == "a" and _find_target(element) and (self.page.is_in_word() or self._begins_paragraph(element)):
            return wrap_figure(element.text_content(), _find_target(element))
        return None

    def _is_set_in(self, element: lxml_html.HtmlElement, tag: str, around: str | None, hint: str | None) -> bool:
        """Whether a site set an element into a paragraph of the text: buttons to share it, a link to read on."""
        if tag in _PARAGRAPHS or around == "site":
            return False
        text = " ".join("".join(element.itertext()).split())
        if hint == "site":
            return len(text) < _LONG_ASIDE
        return tag in {"a", "span"} and text.strip(" .…»>›→").casefold() in _phrases()

    def _begins_paragraph(self, link: lxml_html.HtmlElement) -> bool:
        """Whether a link begins a paragraph whose text follows it, as the mark of a note does that leads back."""
        return not "".join(piece for piece, _ in self.page.pieces).strip() and len((link.tail or "").strip()) > 1

    def _end(self, element: lxml_html.HtmlElement, tag: str) -> None:
        inside = self._stack.pop()
        if tag in _PARAGRAPHS and not self._rows.joins(element):
            self.page.end_line(inside.hint, paragraph=True)
        elif tag in CELLS:
            self.page.add(" ", is_link=False)
        if element is self._aside:
            self.page.is_aside, self._aside = False, None
        self._add_text(element.tail)

    def _add_text(self, text: str | None) -> None:
        if not text:
            return
        around = self._stack[-1]
        if not around.in_pre:
            self.page.add(re.sub(r"[ \t\r\n\f]+", " ", text), is_link=around.in_link)
            return
        first, *rest = text.split("\n")
        self.page.add(first, is_link=around.in_link)
        for line in rest:
            self.page.end_line(around.hint, paragraph=not line.strip())
            self.page.add(line, is_link=around.in_link)


def _find_target(element: lxml_html.HtmlElement | None) -> str:
    """The place of this page that a link leads to; "" for none."""
    address = element.get("href", "") if element is not None and element.tag == "a" else ""
    return address[1:] if address.startswith("#") else ""


def _is_prose(heading: lxml_html.HtmlElement) -> bool:
    """Whether an editor set a text, rather than its heading, in the letters of one: it holds a whole sentence.

    The only long heading of a page may be a headline of one sentence, on one line, with its full stop.
    """
    sentence = _find_sentence(heading)
    if sentence is None:
        return False
    others = (other for tag in _HEADINGS for other in heading.getroottree().iter(tag) if other is not heading)
    is_headline = sentence.group().rstrip().endswith(".") and sentence.end() == len(sentence.string)
    is_headline = is_headline and heading.find(".//br") is None
    return not is_headline or any(_find_sentence(other) for other in others)


def _find_sentence(heading: lxml_html.HtmlElement) -> re.Match[str] | None:
    """The first end of a sentence in a heading of more characters than one has; None where there is none."""
    text = " ".join("".join(heading.itertext()).split())
    return _SENTENCE.search(text) if len(text) > _LONG_HEADING else None


def _is_double_break(element: lxml_html.HtmlElement) -> bool:
    """Whether a ``<br>`` follows another with nothing printed between: such pairs stand for a new paragraph."""
    before = element.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip("\u00a0 \t\r\n")
