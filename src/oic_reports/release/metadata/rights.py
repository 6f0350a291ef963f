"""Whose what is, as ``schemas/licences.yaml`` declares it: texts, annotations and metadata, code, each apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from oic_reports.resources import find_declared
from oic_reports.tables.schema import TableSchema, load_published


@dataclass(frozen=True, slots=True)
class Licence:
    """What may be done with one part; ``name`` and ``statement`` are keyed by language, ``page`` may be unknown."""

    id: str
    page: str | None
    name: Mapping[str, str]
    statement: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rights:
    """The three parts of the work."""

    texts: Licence
    annotations: Licence
    code: Licence

    @property
    def of_data(self) -> str:
        """The SPDX expression of a file that holds texts and what is said of them."""
        return f"{self.annotations.id} AND {self.texts.id}"


@cache
def load_rights() -> Rights:
    """The rights of the three parts."""
    declared = yaml.safe_load((find_declared("schemas") / "licences.yaml").read_text(encoding="utf-8"))
    return Rights(**{part: Licence(**row) for part, row in declared.items()})


def list_text_columns(tables: Mapping[str, TableSchema] | None = None) -> list[str]:
    """The columns that hold words of the reports, as ``table.column``; all others are ours."""
    declared = load_published() if tables is None else tables
    return [f"{table.name}.{field.name}" for table in declared.values() for field in table.fields if field.is_quoted]
