"""The id of a paragraph within its document, in the spirit of Akoma Ntoso: from the printed number, else by kind.

``para_6`` whatever the role; ``para_4__point_a`` for an item of paragraph 4 (``operative__p_2__item_1`` for one of a
paragraph without a number); ``preamble__p_1``, ``preface__p_1`` and
so on for blocks without a number, counted within their kind. A number that is printed twice gets ``para_6-2``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oic_reports.language.numerals import print_letters, print_roman
from oic_reports.model import Block

_KINDS = {
    "preamble": "preamble__p_{}",
    "operative": "operative__p_{}",
    "title": "preface__p_{}",
    "heading": "heading_{}",
    "list_item": "item_{}",
    "table": "table_{}",
    "footnote": "fn_{}",
    "running_header": "runhead_{}",
    "page_mark": "pagemark_{}",
    "annex": "annex_{}",
    "signature": "signature_{}",
    "closing": "conclusions__p_{}",
    "boilerplate": "boilerplate_{}",
}
# items below an unnumbered paragraph hang on it, those below a heading on nothing
_OPENS_LIST = ("operative", "heading", "annex")
_LETTERED = ("alpha-latin-lower", "alpha-latin-upper", "alpha-arabic")
_ROMAN = ("roman-lower", "roman-upper")


def name_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give each block its eid and its parent's eid; no two blocks of a document share an eid."""
    counts: Counter[str] = Counter()
    taken: set[str] = set()
    named: list[Block] = []
    paragraph: str | None = None
    open_items: list[tuple[str, str]] = []
    title_seen = False
    for block in blocks:
        title_seen |= block.role == "title"
        parent = None
        if block.role in {"operative", "preamble"} and block.ordinal is not None:
            eid = paragraph = _free(f"para_{block.ordinal}", taken)
            open_items = []
        elif block.role == "operative" and block.subrole == "continuation" and paragraph:
            parent = paragraph
            counts[paragraph] += 1
            eid = _free(f"{paragraph}__p_{counts[paragraph] + 1}", taken)
        elif block.role == "list_item" and paragraph:
            parent = _find_parent(block, paragraph, open_items)
            eid = _name_item(block, parent, counts, taken)
            _open_item(block, eid, open_items)
        else:
            eid = _free(_name_kind(block, counts, title_seen=title_seen), taken)
            if block.role in _OPENS_LIST:
                paragraph, open_items = (eid if block.role == "operative" else None), []
        taken.add(eid)
        named.append(replace(block, eid=eid, parent=parent))
    return tuple(named)


def _free(eid: str, taken: set[str]) -> str:
    if eid not in taken:
        return eid
    number = 2
    while f"{eid}-{number}" in taken:
        number += 1
    return f"{eid}-{number}"


def _name_kind(block: Block, counts: Counter[str], *, title_seen: bool) -> str:
    """An eid by kind: header lines above the title are the cover page, those below it the preface, as the title is."""
    pattern = _KINDS.get(block.role) or ("preface__p_{}" if title_seen else "coverpage__p_{}")
    counts[pattern] += 1
    return pattern.format(counts[pattern])


def _find_parent(block: Block, paragraph: str, open_items: list[tuple[str, str]]) -> str:
    """The paragraph, or the item of another numbering that is still open above this one."""
    form = block.numbering or ""
    while open_items and open_items[-1][0] == form:
        open_items.pop()
    if any(known == form for known, _ in open_items):
        while open_items[-1][0] != form:
            open_items.pop()
        open_items.pop()
    return open_items[-1][1] if open_items else paragraph


def _open_item(block: Block, eid: str, open_items: list[tuple[str, str]]) -> None:
    open_items.append((block.numbering or "", eid))


def _name_item(block: Block, parent: str, counts: Counter[str], taken: set[str]) -> str:
    """``point_a`` and ``point_i`` as printed (Arabic letters by their order), ``point_1``; ``item_1`` for a bullet."""
    if block.ordinal is None:
        counts[f"{parent}__item"] += 1
        return _free(f"{parent}__item_{counts[f'{parent}__item']}", taken)
    if block.numbering in _LETTERED:
        printed = print_letters(block.ordinal)
    elif block.numbering in _ROMAN:
        printed = print_roman(block.ordinal)
    else:
        printed = str(block.ordinal)
    return _free(f"{parent}__point_{printed}", taken)
