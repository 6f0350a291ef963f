"""Which columns two releases share, so that their rows can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.schema import load_tables


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of two releases: of each table those that both have, those that only the later one has.

    ``new_tables`` are in the later release alone.
    """

    shared: Mapping[str, Sequence[str]]
    fresh: Mapping[str, Sequence[str]]
    new_tables: frozenset[str]

    @classmethod
    def of(cls, before: Mapping[str, Any], after: Mapping[str, Any]) -> Columns:
        """Of tables by name; a column of another type is another column."""
        shared, fresh = {}, {}
        for name, table in load_tables().items():
            declared = to_arrow_schema(table)
            new = after[name].schema if name in after else declared
            old = before[name].schema if name in before else declared
            both = [each.name for each in new if each.name in old.names and old.field(each.name).type == each.type]
            shared[name], fresh[name] = both, [column for column in new.names if column not in both]
        return cls(shared, fresh, frozenset(name for name in load_tables() if name not in before))
