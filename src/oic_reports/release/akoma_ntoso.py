"""``documents/<document_id>.xml``: each document as a ``statement`` of Akoma Ntoso (OASIS, akn-core v1.0, 2018).

Work, expression and manifestation are told by the ids of the dataset; header, preamble, body and conclusions by the
roles of paragraphs; a numbered paragraph is a ``paragraph`` with its ``num`` as printed, an item within it an ``item``
of a ``blockList``; every ``eId`` is the paragraph's ``eid``. Running headers, page numbers and residue of sites are
left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, takewhile
from pathlib import Path
from typing import Any

import pyarrow as pa
from lxml import etree
from lxml.builder import ElementMaker

from oic_reports.release.archive import write_each
from oic_reports.release.documents import FURNITURE, Document, DocumentShelf, Row
from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.files import find_part
from oic_reports.release.last_release import LastRelease
from oic_reports.release.metadata.abstract import TITLE

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_A = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_COLUMNS = ("eid", "role", "subrole", "label", "ordinal", "parent_eid", "text")
_LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra"}
# who speaks, and who marked it up
_OIC, _US = "#oic", "#oic-reports"
# the standard asks for a country, and no state issues these documents
_COUNTRY = "oic"
_FORMAT, _ORGANISATIONS = "application/akn+xml", "/akn/ontology/organization"
_PREFACE, _TAIL = ("header", "title"), ("closing", "signature")
# what stands for a day that nobody knows
_NO_DAY = {"date": "0001-01-01", "name": "unknown"}
# what XML cannot hold
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_akoma_ntoso(
    folder: Path,
    facts: ReleaseFacts,  # noqa: ARG001  (as all parts)
    tables: Mapping[str, pa.Table],
    last: LastRelease | None = None,
) -> None:
    """Write the file of every document; one that did not change comes from the last release."""
    write_each(folder, find_part("akoma_ntoso"), DocumentShelf(tables, _COLUMNS), print_akoma_ntoso, last)


def print_akoma_ntoso(document: Document) -> str:
    """The XML of a document, which follows from it alone: no release is named."""
    rows = [row for row in document.paragraphs if row["role"] not in FURNITURE]
    cover = _take(rows, lambda row: str(row["eid"]).startswith("coverpage__"))
    preface = _take(rows, lambda row: row["role"] in _PREFACE)
    preamble = _take(rows, lambda row: row["role"] == "preamble" and row["ordinal"] is None)
    ending = list(takewhile(lambda row: row["role"] in _TAIL, reversed(rows)))[::-1]
    body = rows[: len(rows) - len(ending)]
    statement = _A.statement(name=str(document.facts["document_type"]), contains="originalVersion")
    statement.append(_print_meta(document))
    for name, found in (("coverPage", cover), ("preface", preface), ("preamble", preamble)):
        if found:
            statement.append(_A(name, *map(_print_block, found)))
    statement.append(_A.mainBody(*(list(_print_body(body)) or [_A.p()])))
    if ending:
        statement.append(_A.conclusions(*map(_print_block, ending)))
    printed: bytes = etree.tostring(_A.akomaNtoso(statement), encoding="utf-8", xml_declaration=True, pretty_print=True)
    return printed.decode()


def _take(rows: list[Row], is_wanted: Callable[[Row], bool]) -> list[Row]:
    """The first rows as long as they are wanted; they are gone from ``rows``."""
    found = list(takewhile(is_wanted, rows))
    del rows[: len(found)]
    return found


def _print_meta(document: Document) -> Any:  # noqa: ANN401  (lxml has no types)
    said, language = document.facts, str(document.facts["language"])
    work = f"/akn/{_COUNTRY}/statement/{said['work_id']}"
    expression = f"{work}/{_LANGUAGES[language]}@"
    day, received = said["date"], document.source["received"]
    # the standard demands days: where none is printed, the one on which the file came stands, and its name says so
    receipt = {"date": str(received), "name": "receipt"} if received else None
    printed = {"date": str(day), "name": "generation"} if day else None
    work_day, made = printed or receipt or _NO_DAY, receipt or printed or _NO_DAY
    work_properties = [_A.FRBRcountry(value=_COUNTRY)]
    if said["symbol"]:
        work_properties.append(_A.FRBRnumber(value=said["symbol"]))
    title = said["title"] or said["title_supplied"]
    if title:
        work_properties.append(_A.FRBRname(value=_clean(title)))
    return _A.meta(
        _A.identification(
            _A.FRBRWork(*_print_iri(work, work_day, _OIC), *work_properties),
            _A.FRBRExpression(*_print_iri(expression, work_day, _OIC), _A.FRBRlanguage(language=_LANGUAGES[language])),
            _A.FRBRManifestation(
                *_print_iri(f"{expression}.xml", made, _US), _A.FRBRformat(value="application/akn+xml")
            ),
            source=_US,
        ),
        _A.references(
            _A.TLCOrganization(
                eId=_OIC[1:], href=f"{_ORGANISATIONS}/oic", showAs="Organisation of Islamic Cooperation"
            ),
            _A.TLCOrganization(eId=_US[1:], href="/akn/ontology/organization/oic-reports", showAs=TITLE["en"]),
            source=_US,
        ),
    )


def _print_iri(iri: str, day: Mapping[str, str], author: str) -> Iterator[Any]:
    yield _A.FRBRthis(value=f"{iri}/!main")
    yield _A.FRBRuri(value=iri)
    yield _A.FRBRdate(**day)
    yield _A.FRBRauthor(href=author)


def _print_body(rows: list[Row]) -> Iterator[Any]:
    """Paragraphs with what belongs to them, in their order."""
    known = {row["eid"] for row in rows}
    below: dict[str, list[Row]] = {}
    for row in rows:
        if row["parent_eid"] in known:
            below.setdefault(row["parent_eid"], []).append(row)
    for row in rows:
        if row["parent_eid"] in known:
            continue
        inner = list(_print_inner(row, below))
        if row["ordinal"] is not None and row["role"] in {"operative", "preamble"}:
            content = _A.content(_print_text(row), *inner)
            yield _A.paragraph(*_print_number(row), content, eId=row["eid"])
        else:
            yield _print_block(row)
            yield from inner


def _print_inner(row: Row, below: Mapping[str, list[Row]]) -> Iterator[Any]:
    """What belongs to a paragraph or an item: items in lists, further paragraphs between them."""
    for number, (is_list, found) in enumerate(
        groupby(below.get(row["eid"], ()), lambda child: child["role"] == "list_item"), 1
    ):
        if is_list:
            yield _A.blockList(*(_print_item(item, below) for item in found), eId=f"{row['eid']}__list_{number}")
        else:
            for child in found:
                yield _print_block(child)
                yield from _print_inner(child, below)


def _print_item(row: Row, below: Mapping[str, list[Row]]) -> Any:  # noqa: ANN401  (lxml has no types)
    return _A.item(*_print_number(row), _print_text(row), *_print_inner(row, below), eId=row["eid"])


def _print_number(row: Row) -> Iterable[Any]:
    return [_A.num(_clean(row["label"]))] if row["label"] else []


def _print_block(row: Row) -> Any:  # noqa: ANN401  (lxml has no types)
    """A paragraph without a number of its own; its role is its class."""
    block = _print_text(row, row["label"])
    block.set("class", row["role"])
    block.set("eId", row["eid"])
    return block


def _print_text(row: Row, label: str | None = None) -> Any:  # noqa: ANN401  (lxml has no types)
    """The text as ``p``; the end of a line is ``eol``."""
    first, *others = _clean(f"{label} {row['text']}" if label else row["text"]).split("\n")
    block = _A.p(first)
    for line in others:
        end = _A.eol()
        end.tail = line
        block.append(end)
    return block


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
