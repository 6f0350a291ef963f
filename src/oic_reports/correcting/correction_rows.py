"""Rows of ``corrections/*.yaml`` (or ``.yml``) as they are written: each value is judged here, before anything is read.

What is wrong is named with file, row and reason. What the rows do is told in ``applying``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from oic_reports.errors import ForeseenError
from oic_reports.language.states import is_country
from oic_reports.model import Header, Source
from oic_reports.resources import load_vocabulary
from oic_reports.tables.schema import FieldSchema, load_tables

_REQUIRED = {
    "replace": {"paragraph_id", "expect", "replace"},
    "sic": {"paragraph_id", "expect", "expected"},
    "set_fact": {"document_id", "field", "expect", "value"},
    "withdraw": {"document_id"},
}
_ALWAYS = {"id", "action", "reason", "reported"}
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_PARAGRAPH = re.compile(r"[a-z0-9-]+/[A-Za-z0-9_-]+")
_DOCUMENT = re.compile(r"[a-z0-9-]+")
_NAMES = {int: "a whole number", str: "a text"}
# facts that no row sets: they follow from others, or name other rows
_NOT_SET = frozenset({"language", "organisation", "collection_id", "part"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COUNTRY = re.compile(r"[A-Z]{2}")
# which file a row belongs to, and how its name is formed
_OF_SOURCE = {"sha256": re.compile(r"[0-9a-f]{64}"), "source_id": re.compile(r"src-[0-9a-f]{16}")}
# endings of the files that hold rows
ENDINGS = frozenset({".yaml", ".yml"})
_READ_ME = "README.md"


class CorrectionError(ForeseenError):
    """A row of a corrections file is malformed or stale; the message names the file and the row."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: where it stands, what it does to which document (of which file), and the action's own values."""

    name: str
    action: str
    document_id: str
    eid: str | None
    values: Mapping[str, Any]
    reason: str
    sha256: str | None = None
    source_id: str | None = None

    @property
    def is_bound(self) -> bool:
        """Whether the row names the file that it belongs to."""
        return self.sha256 is not None or self.source_id is not None

    def belongs_to(self, source: Source) -> bool:
        """Whether the row may be of a file: it names this one, or none."""
        return self.sha256 in {None, source.sha256} and self.source_id in {None, source.source_id}


def load_corrections(folder: Path) -> tuple[Correction, ...]:
    """Every row of ``folder``'s YAML files, in the order of file names.

    Raises:
        CorrectionError: a file is no list of rows, or none that is read; a row lacks a key or has one too many; an id
            stands twice.
    """
    corrections: list[Correction] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == _READ_ME:
            continue
        if path.suffix not in ENDINGS:
            msg = f"corrections/{path.name} is not read: rows stand in files named .yaml or .yml; rename or remove it"
            raise CorrectionError(msg)
        corrections += parse_corrections(_read(path), path.name)
    ids = [correction.name.rsplit(" ", 1)[-1] for correction in corrections]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        msg = f"these correction ids stand twice: {', '.join(twice)}"
        raise CorrectionError(msg)
    return tuple(corrections)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        msg = f"corrections/{path.name} cannot be read: {error.strerror}"
        raise CorrectionError(msg) from error
    except ValueError as error:
        msg = f"corrections/{path.name} is no valid YAML: {error}"
        raise CorrectionError(msg) from error


def parse_corrections(text: str, name: str) -> tuple[Correction, ...]:
    """The rows of one file.

    Args:
        text: its content.
        name: its name in ``corrections/``.

    Raises:
        CorrectionError: it is no list of rows, or a row is malformed.
    """
    import yaml  # noqa: PLC0415  (few files of ``oic-reports read`` have corrections)

    try:
        rows = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        # a day that is in no calendar is a ValueError
        msg = f"corrections/{name} is no valid YAML: {' '.join(str(error).split())}"
        raise CorrectionError(msg) from error
    if rows is not None and not isinstance(rows, list):
        msg = f"corrections/{name} must hold a list of rows"
        raise CorrectionError(msg)
    return tuple(parse_row(row, f"corrections/{name}, row {number}") for number, row in enumerate(rows or (), 1))


def parse_row(row: Any, place: str) -> Correction:  # noqa: ANN401  (YAML gives anything; this is where it is checked)
    """One row, as YAML gives it.

    Args:
        row: what should be its keys and values.
        place: where it stands, as a person is told.

    Raises:
        CorrectionError: it is malformed.
    """
    if not isinstance(row, dict) or row.get("action") not in _REQUIRED:
        msg = f"{place}: a row needs an action, one of {', '.join(_REQUIRED)}"
        raise CorrectionError(msg)
    expected = _ALWAYS | _REQUIRED[row["action"]]
    wrong = sorted(map(str, expected ^ (set(row) - set(_OF_SOURCE))))
    if wrong:
        msg = f"{place}: missing or unknown keys: {', '.join(wrong)}"
        raise CorrectionError(msg)
    for key, form in _OF_SOURCE.items():
        if key in row and not (isinstance(row[key], str) and form.fullmatch(row[key])):
            msg = f"{place}: {key} must have the form {form.pattern} (in quotes, if it is all digits)"
            raise CorrectionError(msg)
    values = {key: _read_value(row[key], f"{place}: {key}") for key in _REQUIRED[row["action"]]}
    _judge_row(row, values, place)
    target = str(values.get("paragraph_id") or values["document_id"])
    document_id, _, eid = target.partition("/")
    bound = {key: row.get(key) for key in _OF_SOURCE}
    return Correction(
        f"{place}: {row['id']}", row["action"], document_id, eid or None, values, str(row["reason"]), **bound
    )


def _read_value(value: Any, place: str) -> str | int | None:  # noqa: ANN401  (as above)
    """A value as a header holds it: YAML makes a date of a day."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    msg = f"{place} must be a text or a whole number: put it in quotes"
    raise CorrectionError(msg)


def _judge_row(row: Mapping[str, Any], values: Mapping[str, str | int | None], place: str) -> None:
    """Whether every value is of its type and form.

    Raises:
        CorrectionError: one is not.
    """
    _demand(_is_form(row["id"], _ID), f"{place}: id must be a text of small letters, digits, dots and hyphens")
    _demand(_is_told(row["reason"]), f"{place}: reason must say in words why")
    is_day = isinstance(row["reported"], dt.date) and not isinstance(row["reported"], dt.datetime)
    _demand(is_day or _is_day(row["reported"]), f"{place}: reported must be a day: YYYY-MM-DD")
    if "paragraph_id" in values:
        _demand(
            _is_form(values["paragraph_id"], _PARAGRAPH),
            f"{place}: paragraph_id must be a document's id, a slash and an eid, not {values['paragraph_id']!r}",
        )
    if "document_id" in values:
        _demand(
            _is_form(values["document_id"], _DOCUMENT),
            f"{place}: document_id must be the id of a document, not {values['document_id']!r}",
        )
    if row["action"] == "set_fact":
        _judge_fact(values, place)
        return
    for key in ("expect", "replace", "expected"):
        if key in values:
            # what is put in the place of a text may be nothing
            is_text = isinstance(values[key], str) and (bool(values[key]) or key != "expect")
            _demand(is_text, f"{place}: {key} must be a text, not {values[key]!r}: put it in quotes")
    after = values.get("replace", values.get("expected"))
    _demand("expect" not in values or values["expect"] != after, f"{place}: what is put for {after!r} is the same text")


def _judge_fact(values: Mapping[str, str | int | None], place: str) -> None:
    name = values["field"]
    field = list_facts().get(str(name))
    if field is None:
        msg = f"{place}: {name} is no header field that a row may set"
        raise CorrectionError(msg)
    for key in ("expect", "value"):
        value = values[key]
        if value is None:
            _demand(key == "expect" or field.nullable, f"{place}: {key} of {name} must not be null")
            continue
        kind = int if field.type == "integer" else str
        _demand(isinstance(value, kind), f"{place}: {key} of {name} must be {_NAMES[kind]}, not {value!r}")
    value = values["value"]
    if value is None:
        return
    if field.values:
        _demand(
            value in field.values, f"{place}: {value!r} is no value of {field.vocabulary}: {', '.join(field.values)}"
        )
    if field.type == "date":
        _demand(_is_day(value), f"{place}: value of {name} must be a day: YYYY-MM-DD")
    if name == "country_iso2":
        _demand(_is_form(value, _COUNTRY), f"{place}: value of {name} must be two capital letters")
        _demand(is_country(str(value)), f"{place}: {value} is the code of no country (ISO 3166-1 alpha-2)")
    if name == "body_id":
        known = {row["body_id"] for row in load_vocabulary("bodies")}
        _demand(value in known, f"{place}: bodies.csv has no body {value!r}")


@cache
def list_facts() -> dict[str, FieldSchema]:
    """The fields of a header that a row may set, as the schema declares them."""
    published = {**{f.name: f for f in load_tables()["meetings"].fields}}
    published |= {field.name: field for field in load_tables()["documents"].fields}
    return {name: published[name] for name in Header.__slots__ if name in published and name not in _NOT_SET}


def _demand(is_so: bool, message: str) -> None:  # noqa: FBT001  (private)
    if not is_so:
        raise CorrectionError(message)


def _is_form(value: object, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _is_told(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    if not _is_form(value, _DAY):
        return False
    try:
        dt.date.fromisoformat(str(value))
    except ValueError:
        return False
    return True
