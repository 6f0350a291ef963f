"""Rows that correct a text, name an author's error, set a fact, or withdraw a document."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from oic_reports.correcting.correction_rows import CorrectionError, list_facts
from oic_reports.hands.done import Change, HandsError
from oic_reports.hands.new_row import add_row
from oic_reports.hands.published import Current
from oic_reports.tables.schema import load_tables

# code points of the text that are shown on either side of a change
_AROUND = 30


def correct_text(
    current: Current,
    folder: Path,
    today: date,
    *,
    paragraph_id: str,
    expect: str,
    after: str,
    is_sic: bool,
    reason: str,
    is_bound: bool,
) -> Change:
    """A row that puts ``after`` in the place of ``expect``, or (``is_sic``) names it as what the author meant.

    Raises:
        HandsError: the paragraph is not published, or ``expect`` does not stand in it once.
        CorrectionError: a row is malformed.
    """
    row = current.find_paragraph(paragraph_id)
    count = row["text"].count(expect) if expect else 0
    if count != 1:
        msg = f"{expect!r} stands {count} times in {paragraph_id}, not once; its text is: {row['text']}"
        raise HandsError(msg)
    start = row["text"].index(expect)
    before, behind = row["text"][:start][-_AROUND:], row["text"][start + len(expect) :][:_AROUND]
    if is_sic:
        facts = {"action": "sic", "paragraph_id": paragraph_id, "expect": expect, "expected": after}
        lines: tuple[str, ...] = (
            f"{paragraph_id} keeps its text: …{before}[{expect}]{behind}…",
            f"from the next release on it has a flag sic with {after!r} as the expected form",
        )
    else:
        facts = {"action": "replace", "paragraph_id": paragraph_id, "expect": expect, "replace": after}
        lines = (
            f"{paragraph_id} will read: …{before}[{expect} → {after}]{behind}…",
            "text_raw stays; the change stands in repairs as a correction, and the paragraph is flagged corrected",
        )
    bound = _bind(current, row["document_id"], is_bound=is_bound)
    return add_row(folder, {**facts, "reason": reason, **bound}, today, lines)


def set_fact(
    current: Current,
    folder: Path,
    today: date,
    *,
    document_id: str,
    field: str,
    expect: str | None,
    value: str,
    reason: str,
    is_bound: bool,
) -> Change:
    """A row that sets a fact of a document; ``expect`` is what is published now where it is not given.

    Raises:
        HandsError: the document is not published, has no such fact, or another one than is expected.
        CorrectionError: the value is not one of the field.
    """
    row = current.find_document(document_id)
    declared = next((each for each in load_tables()["documents"].fields if each.name == field), None)
    if declared is None or field not in row:
        like = ", ".join(get_close_matches(field, list_facts(), n=3, cutoff=0.5) or list_facts())
        msg = f"a document has no fact {field!r}; like it are {like}"
        raise HandsError(msg)
    now = _print_fact(row[field])
    if expect is not None and _parse_fact(expect, declared.type) != now:
        msg = f"{field} of {document_id} is {_show(now)}, not {expect!r}"
        raise HandsError(msg)
    if field == "body" and row["body_id"] is not None:
        msg = f"body is the name of {row['body_id']}: set body_id, the name follows"
        raise HandsError(msg)
    new = _parse_fact(value, declared.type)
    if new == now:
        msg = f"{field} of {document_id} is {_show(now)} already"
        raise HandsError(msg)
    facts = {"action": "set_fact", "document_id": document_id, "field": field, "expect": now, "value": new}
    lines = (
        f"{field} of {document_id} will be {_show(new)} in place of {_show(now)}, with the flag corrected",
        "the document keeps its id, whatever its facts say",
    )
    bound = _bind(current, document_id, is_bound=is_bound)
    return add_row(folder, {**facts, "reason": reason, **bound}, today, lines)


def withdraw(current: Current, folder: Path, today: date, *, document_id: str, reason: str) -> Change:
    """A row that withdraws a document, whatever file it is read from, and what remains to be done by hand.

    Raises:
        HandsError: the document is not published.
        CorrectionError: a row is malformed.
    """
    row = current.find_document(document_id)
    source = current.find_source(row["source_id"])
    count = current.count_paragraphs(document_id)
    retired = "their ids stay in id_history, retired, and are never given to another text"
    others = [name for name in current.list_documents_of(row["source_id"]) if name != document_id]
    lines = (
        f"the next release leaves out {document_id} with its {count} paragraphs; {retired}",
        *([f"of the same file these stay: {', '.join(others)}"] if others else []),
        f"it remains in release {current.version} and those before it, and in raw/{source['file_name']}",
        "to take the text down for good, go on with docs/correcting.md, 'Taking down'",
    )
    return add_row(folder, {"action": "withdraw", "document_id": document_id, "reason": reason}, today, lines)


def _bind(current: Current, document_id: str, *, is_bound: bool) -> dict[str, str]:
    if not is_bound:
        return {}
    sha256 = current.find_source(current.find_document(document_id)["source_id"])["sha256"]
    return {"sha256": sha256}


def _print_fact(value: Any) -> str | int | None:  # noqa: ANN401  (a value of any column)
    return value if value is None or isinstance(value, str | int) else str(value)


def _show(fact: str | int | None) -> str:
    """A fact in a sentence; ``null`` is how a person writes that there is none."""
    return "null" if fact is None else repr(fact)


def _parse_fact(value: str, kind: str) -> str | int | None:
    if value == "null":
        return None
    if kind != "integer":
        return value
    try:
        return int(value)
    except ValueError as error:
        msg = f"{value!r} is no whole number"
        raise CorrectionError(msg) from error
