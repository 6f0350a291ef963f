"""Rules across rows and tables: SQL over DuckDB, with the same standing as expectations.

``expectations/rules/<name>.sql`` gives the rows that break the rule: column ``key`` (a document id where the rule
blocks documents), and ``row_key`` where a row is meant. A rule that ``looks at: one document`` need not be asked again
of a document that is as it was. Foreign keys come from the schema. Promise 1 is checked here too, in Python: repairs
lead from ``text_raw`` to ``text``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from oic_reports.checks.verdict import OF_DOCUMENTS, CheckResult
from oic_reports.cleaning.draft import apply_changes
from oic_reports.resources import find_declared
from oic_reports.tables.arrow import to_arrow_schema
from oic_reports.tables.document_rows import OF_ONE_DOCUMENT
from oic_reports.tables.on_disk import let_go
from oic_reports.tables.query import open_database
from oic_reports.tables.schema import TableSchema, load_tables

if TYPE_CHECKING:
    import duckdb

# keys that a message names
_MOST_KEYS = 50
# repaired paragraphs that are looked at at once
_AT_ONCE = 1000
_UNREPAIRED = """
select paragraph_id from paragraphs as p
where text_raw is distinct from text and not exists (select 1 from repairs as r where r.paragraph_id = p.paragraph_id)
"""
_REPAIRED = """
select paragraph_id, any_value(p.text_raw), any_value(p.text),
       list({'first': r.raw_start, 'last': r.raw_end, 'before': r.from_text, 'after': r.to_text} order by r.seq)
from paragraphs as p join repairs as r using (paragraph_id)
group by paragraph_id
"""
_HEADER = re.compile(r"^-- (why|blocks|looks at): (.+)$", re.MULTILINE)
_ONE_DOCUMENT = "one document"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, what it stops, why, the query for rows that break it, and whether that looks across."""

    name: str
    blocks: str
    why: str
    query: str
    is_of_one: bool = False


def load_rules() -> tuple[Rule, ...]:
    """The rules of ``expectations/rules/`` by name, then the foreign keys of the schema.

    Raises:
        ValueError: a file lacks its ``-- why:`` or ``-- blocks:`` line.
    """
    return (*read_rules("rules", ("document", "release")), *derive_foreign_keys(load_tables(), "release"))


def read_rules(folder: str, levels: Sequence[str]) -> Iterator[Rule]:
    """The rules of a folder of ``expectations/`` by name; ``levels`` are what its rules may block.

    Raises:
        ValueError: as in ``load_rules``.
    """
    for path in sorted((find_declared("expectations") / folder).iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".sql"):
            continue
        text = path.read_text(encoding="utf-8")
        header = dict(_HEADER.findall(text))
        if header.get("blocks") not in levels or not header.get("why"):
            allowed = " or ".join(f"'{level}'" for level in levels)
            msg = f"expectations/{folder}/{path.name} needs the lines '-- why: …' and '-- blocks: ' {allowed}"
            raise ValueError(msg)
        is_of_one = header.get("looks at") == _ONE_DOCUMENT
        yield Rule(path.name.removesuffix(".sql"), header["blocks"], header["why"], text, is_of_one)


def derive_foreign_keys(tables: Mapping[str, TableSchema], blocks: str) -> Iterator[Rule]:
    """One rule for each foreign key that the tables declare; ``blocks`` where its rows belong to no document."""
    for table in tables.values():
        for key in table.foreign_keys:
            pairs = list(zip(key.fields, key.to_fields, strict=True))
            match = " and ".join(f't."{a}" = s."{b}"' for a, b in pairs)
            given = " and ".join(f't."{a}" is not null' for a, _ in pairs)
            shown = " || '|' || ".join(f'cast(t."{column}" as varchar)' for column in table.primary_key)
            condition = f"{given} and not exists (select 1 from {key.to_table} as s where {match})"  # noqa: S608  (as below)
            name = f"foreign_key_{table.name}_{'_'.join(key.fields)}"
            why = f"{', '.join(key.fields)} of {table.name} is in {key.to_table}."
            first = table.primary_key[0]
            is_of_document = blocks == "release" and first in OF_DOCUMENTS
            named = f"""split_part(t."{first}", '/', 1)""" if is_of_document else shown
            query = f"select {named} as key, {shown} as row_key from {table.name} as t where {condition}"  # noqa: S608  (names come from our schema)
            is_of_one = table.name in OF_ONE_DOCUMENT and key.to_table in OF_ONE_DOCUMENT and key.to_table != table.name
            yield Rule(name, "document" if is_of_document else blocks, why, query, is_of_one)


def check_rules(
    tables: Mapping[str, pa.Table],
    previous: Mapping[str, pa.Table] | None,
    asked: Mapping[str, pa.Table] | None = None,
) -> list[CheckResult]:
    """Every rule over the tables.

    Args:
        tables: the tables of a run.
        previous: those of the last release, or None.
        asked: the rows of the documents of which is asked what looks at one document; none: of all.
    """
    known: dict[str, pa.Table] = {}
    for name, table in load_tables().items():
        known[name] = tables[name] if name in tables else _empty(table)
        known[f"previous_{name}"] = previous[name] if previous and name in previous else _empty(table)
    rules = load_rules()
    of_one = [rule for rule in rules if rule.is_of_one]
    across = [rule for rule in rules if not rule.is_of_one]
    found = run_rules(across, known) + run_rules(of_one, asked or {name: known[name] for name in OF_ONE_DOCUMENT})
    places = {f"rule.{rule.name}": place for place, rule in enumerate(rules)}
    found.sort(key=lambda result: places[result.name])
    return [*found, replace(check_repairs(asked or tables), evaluated=tables["paragraphs"].num_rows)]


def run_rules(rules: Iterable[Rule], tables: Mapping[str, pa.Table]) -> list[CheckResult]:
    """Every rule over tables by name, in a database that sees nothing else."""
    with open_database(tables) as connection:
        return [_run(connection, rule) for rule in rules]


def _empty(table: TableSchema) -> pa.Table:
    return to_arrow_schema(table).empty_table()


def _run(connection: duckdb.DuckDBPyConnection, rule: Rule) -> CheckResult:
    answer = connection.execute(rule.query)
    columns = [column[0] for column in answer.description or ()]
    rows = [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]
    keys = sorted({str(row.get("row_key") or row["key"]) for row in rows})
    let_go()
    documents = sorted({str(row["key"]) for row in rows}) if rule.blocks != "release" else []
    return CheckResult(
        name=f"rule.{rule.name}",
        table="all tables",
        expectation="sql_rule",
        why=rule.why,
        blocks=rule.blocks,
        success=not rows,
        evaluated=1,
        unexpected=len(rows),
        keys=tuple(keys[:_MOST_KEYS]),
        documents=tuple(documents),
    )


def check_repairs(tables: Mapping[str, pa.Table]) -> CheckResult:
    """Promise 1: applying the repairs of a paragraph to its ``text_raw`` gives its ``text``."""
    wrong: list[str] = []
    with open_database({name: tables[name] for name in ("paragraphs", "repairs")}) as connection:
        wrong += [row[0] for row in connection.execute(_UNREPAIRED).fetchall()]
        answer = connection.execute(_REPAIRED)
        while rows := answer.fetchmany(_AT_ONCE):
            wrong += [
                paragraph_id for paragraph_id, text_raw, text, changes in rows if not _leads(text_raw, changes, text)
            ]
    wrong.sort()
    return CheckResult(
        name="rule.repairs_lead_to_text",
        table="all tables",
        expectation="python_rule",
        why="Applying the repairs to text_raw gives text.",
        blocks="document",
        success=not wrong,
        evaluated=tables["paragraphs"].num_rows,
        unexpected=len(wrong),
        keys=tuple(wrong[:_MOST_KEYS]),
        documents=tuple(dict.fromkeys(key.split("/")[0] for key in wrong)),
    )


def _leads(text_raw: str, changes: Iterable[Mapping[str, Any]], text: str) -> bool:
    """Whether changes lead from a raw text to its text."""
    try:
        return apply_changes(text_raw, (tuple(change.values()) for change in changes)) == text
    except ValueError:
        # one does not fit, or two overlap
        return False
