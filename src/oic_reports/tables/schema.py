"""The published tables as ``schemas/`` declares them: each field described once, each table a list of field names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from oic_reports.resources import find_declared, load_vocabulary

LANGUAGES = ("en", "ar", "fr")


@dataclass(frozen=True, slots=True)
class FieldSchema:
    """One column: ``type`` is string, integer, number, boolean or date; ``meaning`` is keyed by language.

    ``values`` are the allowed values where ``vocabulary`` names a file of ``schemas/vocabularies/`` (its column
    ``value``), else empty. ``nullable`` and ``example`` are as in that table; ``may_be_blank`` says that an
    empty string is a value, which most readers of CSV cannot tell from none; ``is_quoted``, that the column holds words
    of the reports, whose rights are not ours; ``labels`` is a vocabulary that names most of the values: its own, or one
    that does not limit them.
    """

    name: str
    type: str
    meaning: dict[str, str]
    example: str | None
    nullable: bool
    unit: str | None
    vocabulary: str | None
    values: tuple[str, ...]
    may_be_blank: bool
    is_quoted: bool = False
    labels: str | None = None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """``fields`` of this table refer to ``to_fields`` of ``to_table``; a null refers to nothing."""

    fields: tuple[str, ...]
    to_table: str
    to_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One published table; ``sort`` is the total order of its rows."""

    name: str
    meaning: dict[str, str]
    fields: tuple[FieldSchema, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    sort: tuple[str, ...]
    may_be_empty: bool


def _field(name: str, described: dict[str, Any], *, nullable: bool) -> FieldSchema:
    vocabulary = described.get("vocabulary")
    return FieldSchema(
        name=name,
        type=described["type"],
        meaning={language: described["meaning"][language] for language in LANGUAGES},
        example=None if described.get("example") is None else str(described["example"]),
        nullable=nullable,
        unit=described.get("unit"),
        vocabulary=vocabulary,
        values=tuple(row["value"] for row in load_vocabulary(vocabulary)) if vocabulary else (),
        may_be_blank=bool(described.get("may_be_blank", False)),
        is_quoted=bool(described.get("quoted", False)),
        labels=described.get("labels", vocabulary),
    )


@cache
def load_tables() -> dict[str, TableSchema]:
    """Every declared table by name, in the order of ``schemas/tables.yaml``.

    Raises:
        KeyError: a table names a field that ``schemas/fields.yaml`` does not describe.
    """
    return _declare(_load_yaml("tables.yaml")["tables"], _load_yaml("fields.yaml"))


@cache
def load_views() -> dict[str, TableSchema]:
    """What follows from the declared tables and is published beside them, by name."""
    return _declare(_load_yaml("tables.yaml")["views"], _load_yaml("fields.yaml"))


def load_published() -> dict[str, TableSchema]:
    """Every declared table, then every view: what a release may hold as Parquet and CSV."""
    return {**load_tables(), **load_views()}


@cache
def load_inputs() -> dict[str, TableSchema]:
    """The files that people keep by hand in ``raw/``, as ``schemas/inputs.yaml`` declares them; never published.

    Raises:
        KeyError: a table names a field that the file does not describe.
    """
    declared = _load_yaml("inputs.yaml")
    return _declare(declared["tables"], declared["fields"])


def _load_yaml(name: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415  (a file that is read without corrections needs none of the tables)

    text = (find_declared("schemas") / name).read_text(encoding="utf-8")
    # libyaml reads ten times as fast; a source build of PyYAML may be without it
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    declared: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506  (either is safe)
    return declared


def _declare(declared: dict[str, Any], described: dict[str, Any]) -> dict[str, TableSchema]:
    tables: dict[str, TableSchema] = {}
    for name, table in declared.items():
        required = set(table["required"])
        tables[name] = TableSchema(
            name=name,
            meaning=dict(table["meaning"]),
            fields=tuple(_field(f, described[f], nullable=f not in required) for f in table["fields"]),
            primary_key=tuple(table["primary_key"]),
            foreign_keys=tuple(
                ForeignKey(tuple(k["fields"]), k["to_table"], tuple(k["to_fields"]))
                for k in table.get("foreign_keys", [])
            ),
            sort=tuple(table["sort"]),
            may_be_empty=bool(table.get("may_be_empty", False)),
        )
    return tables


def load_schema_version() -> str:
    """The SemVer version of the published schema (fields: major; new fields: minor; wording: patch)."""
    return str(_load_yaml("tables.yaml")["schema_version"])
