"""Contents that a viewer gives in one line or a few: parts, what each part is called, and rows with their pages.

``TABLE OF CONTENTS PART ONE Page RESOLUTIONS OF … Final Communiqué of … 11 PART TWO … I. List of … 25 II. Report of``:
below the heading of the contents a number is a page where it does not fall and a row or a part begins behind it.
"""

from __future__ import annotations

import re

# rows that prove contents
_LEAST_ROWS = 2
# the number of the page on which the contents stand, before what heads it
_OWN_PAGE = re.compile(r"\d{1,3}\s+(?=(?:P\s?A\s?R\s?T|P\s?a\s?r\s?t\s|A\s?N\s?N\s?E\s?X|Pages?\b))")
# ``PART ONE``, ``P A R T II``, ``PART TW O``, ``ANNEXES``; ``DEUXIÈME PARTIE``
PART = re.compile(
    r"(?:P\s?A\s?R\s?T\s+(?:O\s?N\s?E|T\s?W\s?O|T\s?H\s?R\s?E\s?E|F\s?O\s?U\s?R|F\s?I\s?V\s?E|[IVX]{1,4}|\d)"
    r"|(?:PREMI[EÈ]RE|DEUXI[EÈ]ME|SECONDE|TROISI[EÈ]ME|QUATRI[EÈ]ME)\s+PARTIE"
    r"|A\s?N\s?N\s?E\s?X\s?E\s?S)(?=\s|$)\s*"
)
_PAGE_HEAD = re.compile(r"Pages?(?:\s+N(?:o\.?|[°º]))?(?=\s|$)\s*", re.IGNORECASE)
# what a part is called, in capitals, above its first row
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ’'&,()/\-]*\s+){3,}(?=[A-ZÀ-Þ][^\WA-ZÀ-Þ]|\d{1,2}[.)]|[IVX]{1,5}[.)])")
# the page of a row, and the row, the part or the page that begins behind it
_PAGE = re.compile(
    r"(?:(?<=\s)|(?<=[.…]))(?P<page>\d{1,3})"
    r"(?:\s*$|\s+(?=[A-ZÀ-Þ«“\"]|\d{1,3}[.)]\s|\d{1,3}\s+(?:P\s?A\s?R\s?T|A\s?N\s?N\s?E\s?X|Pages?\b)))"
)
# a row with its number
LABELLED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s")
# a number behind such a word is none of a page
_NAMED = re.compile(r"(?:\bNos?\.?|n[°º]|\b(?:item|annex|point|article|resolution|vol)\.?)\s*$", re.IGNORECASE)


def find_rows_of_contents(text: str, start: int, page: int = 0) -> list[int]:
    """Where parts, their names and their rows begin behind ``start``; none where too little proves contents.

    Args:
        text: a line, or what stands in it from the heading of contents on.
        start: the code point behind the heading; 0 in a line below it.
        page: the last page of the rows above.
    """
    edges: list[int] = []
    place, rows = start, 0
    while place < len(text):
        edges.append(place)
        begun = place
        for kind in (_OWN_PAGE, PART, _PAGE_HEAD, _CAPITALS):
            head = kind.match(text, place)
            # ``Page`` alone above a row is of that row
            is_of_row = kind is _PAGE_HEAD and place == begun and not (head and PART.match(text, head.end()))
            if head and head.end() > place and not is_of_row:
                place = head.end()
                edges.append(place)
        end = _find_page(text, place, page)
        if end is None:
            break
        rows += 1
        page, place = int(end["page"]), end.end()
    has_part = any(PART.match(text, edge) for edge in edges)
    edges = sorted({edge for edge in edges if 0 < edge < len(text)})
    return edges if rows >= _LEAST_ROWS or (has_part and edges) else []


def _find_page(text: str, place: int, page: int) -> re.Match[str] | None:
    """The next number that is the page of a row begun at ``place``, behind ``page``."""
    for number in _PAGE.finditer(text, place):
        before = text[place : number.start()]
        if int(number["page"]) >= page and before.strip() and not _NAMED.search(before):
            return number
    return None


def find_last_page(text: str, page: int = 0) -> int:
    """The last page that stands at the end of a row of a line; ``page`` where none does."""
    last = _PAGE.search(text.rstrip(), max(0, len(text.rstrip()) - 4))
    return max(page, int(last["page"])) if last else page
