"""Markdown: the marks are left out and counted, numbers of lists are kept as they are printed.

Parsed by markdown-it (CommonMark and tables). A list number is taken from the source, not from the list's counting:
``1. 2. 4.`` stays so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from oic_reports.language.characters import LINE_ENDS, make_line
from oic_reports.model import Line
from oic_reports.reading.raised import count_shown, lift_marks, wrap_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_HINTS = {"heading_open": "heading", "hr": "break", "tr_open": "table"}


def read_markdown(text: str, left_out: Counter[str]) -> list[Line]:
    """The lines of a Markdown file as they would be read on the page, numbered as in the file.

    ``left_out['markup']`` grows by the characters of marks, links and raw HTML that are not text.
    """
    text = LINE_ENDS.sub("\n", text)
    tokens = MarkdownIt("commonmark").enable("table").disable(["code", "entity"]).parse(text)
    source = text.split("\n")
    lines: list[Line] = []
    for number, hint, printed in _walk(tokens):
        pieces = (printed if hint != "break" else source[number - 1]).split("\n")
        if lines and lines[-1].text:
            lines.append(Line("", number))
        lines += [
            lift_marks(line)
            for offset, piece in enumerate(pieces)
            if (line := make_line(piece, number + offset, left_out, hint)).text
        ]
    left_out["markup"] += max(0, _count(text) - sum(map(count_shown, lines)))
    return lines


def _count(text: str) -> int:
    return sum(not character.isspace() for character in text)


def _walk(tokens: list[Token]) -> Iterator[tuple[int, str | None, str]]:
    """Blocks in order: line number, hint, text with line breaks; a list item's mark is put before its first block."""
    mark = ""
    hint: str | None = None
    cells: list[str] | None = None
    number = 1
    for token in tokens:
        if token.map:
            number = token.map[0] + 1
        if token.type == "list_item_open":
            mark += f"{token.info}{token.markup} "
        elif token.type in _HINTS:
            hint = _HINTS[token.type]
            if token.type == "hr":
                yield number, hint, ""
                mark, hint = "", None
            elif token.type == "tr_open":
                cells = []
        elif token.type == "inline":
            printed = _print_inline(token)
            if cells is not None:
                cells.append(printed)
            else:
                yield number, hint, mark + printed
                mark = ""
        elif token.type in {"fence", "html_block"}:
            yield number, None, mark + (token.content if token.type == "fence" else _strip_tags(token.content))
            mark = ""
        elif token.type == "tr_close" and cells is not None:
            yield number, "table", " ".join(cell for cell in cells if cell)
            cells, hint = None, None
        elif token.type == "heading_close":
            hint = None


def _print_inline(token: Token) -> str:
    printed = []
    raised: list[str] | None = None
    for child in token.children or []:
        if child.type == "html_inline" and child.content.lower() == "<sup>":
            raised = []
        elif child.type == "html_inline" and child.content.lower() == "</sup>" and raised is not None:
            printed.append(wrap_figure("".join(raised)) or "".join(raised))
            raised = None
        elif raised is not None and child.type in {"text", "text_special"}:
            raised.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            printed.append("\n")
        elif child.type in {"text", "code_inline", "text_special"} or child.type == "image":
            printed.append(child.content)
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            printed.append("\n")
    return "".join([*printed, *(raised or [])])


def _strip_tags(markup: str) -> str:
    from oic_reports.reading.html import print_page  # noqa: PLC0415  (most Markdown holds no HTML)

    return "\n".join(print_page(markup))
