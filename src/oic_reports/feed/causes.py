"""Why a row changed, by joins over hashes and extraction keys; what these do not tell is null, never a guess.

Proofs that are used:

- A file is its bytes: ``source_id`` is their hash. A document with another one was revised at its source.
- ``extraction_key`` is a hash of all that reading depends on. Another key for the same file is another reading of it.
- ``text_raw`` follows from reading alone: where it differs for the same file, the file was read otherwise, whether
  keys are known or not.
- Corrections change no ``text_raw``, and leave a repair or a flag with a rule ``correction…``. Where nothing else
  differs, they are the cause.
- Likeness flags (``identity…``) come from another document, which they name.

Two causes at work in one row are null: which of them made the difference is not told by anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from oic_reports.tables.schema import TableSchema

if TYPE_CHECKING:
    import duckdb

    from oic_reports.feed.shared_columns import Columns

# columns of ``documents`` that count rows of other tables: they change with these
COUNTS = ("operative_count", "paragraph_count", "repair_count", "flag_count")
# reasons by which a version of a report is passed over
_VERSIONS = "('superseded_version', 'version_much_shorter', 'version_unlike')"
# columns that are no part of what a row says: places in a list, and of a paragraph what is compared by itself or
# follows from its repairs
_LEFT_OUT = {
    "repairs": frozenset({"seq"}),
    "flags": frozenset({"flag_seq"}),
    "paragraphs": frozenset({"text_raw", "text", "char_count"}),
}
_SIDES = {"old": "o", "new": "n"}
_OTHER_KEY = "{0}.old_key is not null and {0}.new_key is not null and {0}.old_key <> {0}.new_key"
_NATURE = """
    case when rule like 'correction%' then 'correction' when rule like 'identity.%' then 'identity' else 'other' end
"""

_SOURCES = """
create temp table source_facts as
select source_id, o.source_id is not null as was, n.source_id is not null as is_there, {old_key} as old_key,
       {new_key} as new_key
from before_sources as o full join after_sources as n using (source_id);
create temp table source_causes as
with withdrawn as (
    select distinct d.source_id
    from after_rejects as r join before_documents as d using (document_id) where r.reason = 'withdrawn')
select source_id,
       case when not was then 'new_source'
            when {other_key} then case when source_id not in (select source_id from withdrawn) then 're_extraction' end
            when source_id in (select source_id from withdrawn) then 'withdrawal'
       end as cause
from source_facts as s
"""

_DOCUMENTS = """
create temp table document_causes as
with o as (select document_id, source_id from before_documents),
     n as (select document_id, source_id from after_documents)
select document_id, o.document_id is null as is_new, n.document_id is null as is_gone,
       case when o.document_id is null then
                 case when not coalesce(ns.was, false) then 'new_source'
                      when {other_new} then 're_extraction'
                      when document_id in (select r.document_id from before_rejects as r where r.reason = 'withdrawn')
                      then 'correction' end
            when n.document_id is null then
                 case when document_id in (select r.document_id from after_rejects as r where r.reason = 'withdrawn')
                      then 'withdrawal'
                      when o.source_id in (select r.source_id from after_rejects as r where r.reason in {versions})
                      then 'source_revised'
                      when {other_old} then 're_extraction' end
            when o.source_id <> n.source_id then 'source_revised'
            when {other_old} then 're_extraction'
       end as cause
from o full join n using (document_id)
left join source_facts as os on os.source_id = o.source_id
left join source_facts as ns on ns.source_id = n.source_id
"""

# repairs and flags that are there on one side only, or another number of times; their places in a list do not count
_REMARKS = """
create temp table remark_differences as
with o as (select document_id, paragraph_id, nature, mark, any_value(rule) as rule, any_value(note) as note,
                  count(*) as times from ({before}) group by all),
     n as (select document_id, paragraph_id, nature, mark, any_value(rule) as rule, any_value(note) as note,
                  count(*) as times from ({after}) group by all)
select document_id, paragraph_id, nature, mark, coalesce(n.rule, o.rule) as rule, coalesce(n.note, o.note) as note
from o full join n using (document_id, paragraph_id, nature, mark)
where o.times is distinct from n.times
"""
_REPAIRS = """
    select split_part(paragraph_id, '/', 1) as document_id, paragraph_id, {nature} as nature, {mark} as mark, rule,
           null as note from {side}_repairs
"""
_FLAGS = """
    select document_id, coalesce(paragraph_id, '') as paragraph_id, {nature} as nature, {mark} as mark, rule, note
    from {side}_flags
"""

_PARAGRAPHS = """
create temp table paragraph_causes as
with both_sides as (select * from document_causes where not is_new and not is_gone),
     o as (select paragraph_id, document_id, hash(text_raw) as raw, {rest} as rest from before_paragraphs),
     n as (select paragraph_id, document_id, hash(text_raw) as raw, {rest} as rest from after_paragraphs),
     texts as (
         select paragraph_id, coalesce(n.document_id, o.document_id) as document_id,
                o.raw is not null and n.raw is not null and o.raw <> n.raw as has_raw,
                o.raw is distinct from n.raw or o.rest is distinct from n.rest as has_rest
         from o full join n using (paragraph_id)
         where o.raw is distinct from n.raw or o.rest is distinct from n.rest),
     remarks as (
         select paragraph_id, any_value(document_id) as document_id, bool_or(nature = 'correction') as has_correction,
                bool_or(nature <> 'correction') as has_other
         from remark_differences where paragraph_id <> '' group by paragraph_id),
     touched as (
         select paragraph_id, coalesce(t.document_id, r.document_id) as document_id,
                coalesce(has_raw, false) as has_raw, coalesce(has_rest, false) as has_rest,
                coalesce(has_correction, false) as has_correction,
                coalesce(has_other, false) as has_other
         from texts as t full join remarks as r using (paragraph_id))
select paragraph_id, document_id,
       case when has_correction then case when not has_rest and not has_other then 'correction' end
            when d.cause is not null then d.cause
            when has_raw then 're_extraction'
       end as cause
from touched join both_sides as d using (document_id)
"""

# what makes a remark differ: a paragraph's flags follow its text, a document's its reading, or another document
_REMARK_CAUSES = """
create temp table remark_causes as
select r.document_id, r.paragraph_id, r.mark, r.rule, r.nature,
       case r.nature when 'correction' then 'correction'
                     when 'identity' then case when other.is_new then other.cause end
                     else case when r.paragraph_id <> '' then p.cause else d.cause end end as cause
from remark_differences as r
join document_causes as d on d.document_id = r.document_id and not d.is_new and not d.is_gone
left join paragraph_causes as p on p.paragraph_id = r.paragraph_id
left join document_causes as other on other.document_id = split_part(r.note, ' ', 1);
create temp table only_causes as
with all_causes as (
    select document_id, cause from paragraph_causes
    union all select document_id, cause from remark_causes where paragraph_id = '')
select document_id, any_value(cause) as cause from all_causes
group by document_id having count(*) = count(cause) and count(distinct cause) = 1;
create temp table corrected_facts as
select document_id, list(replace(rule, 'correction.', '')) as facts
from remark_causes where nature = 'correction' and paragraph_id = '' group by document_id
"""

_OF_DOCUMENT = """
left join document_causes as dc on dc.document_id = {0}
left join only_causes as oc on oc.document_id = {0}
left join corrected_facts as cf on cf.document_id = {0}
"""
_OF_PARAGRAPH = """
left join document_causes as dc on dc.document_id = split_part({0}, '/', 1)
left join paragraph_causes as pc on pc.paragraph_id = {0}
"""
_OF_SOURCE = """
left join source_facts as sf on sf.source_id = {0} left join source_causes as sc on sc.source_id = {0}
"""
_OF_FLAG = """
left join document_causes as dc on dc.document_id = d.document_id
left join only_causes as oc on oc.document_id = d.document_id
left join remark_causes as rc
on rc.document_id = d.document_id and rc.paragraph_id = coalesce(n.paragraph_id, o.paragraph_id, '')
and rc.mark = case when d.is_gone then {old} else {new} end
"""
_OF_MEETING = """
left join (
    select meeting_id, any_value(r.cause) as cause from document_rows as r
    join (select document_id, meeting_id from before_documents
          union select document_id, meeting_id from after_documents) using (document_id)
    group by meeting_id having count(*) = count(r.cause) and count(distinct r.cause) = 1
) as mc on mc.meeting_id = d.meeting_id
"""
_DOCUMENT = """
    case when dc.is_new or dc.is_gone then dc.cause
         when {total} = 0 then oc.cause
         when {corrected} = {total} then 'correction'
         when {corrected} > 0 then null
         else dc.cause end
"""
# a flag that says what another row said before has only moved
_FLAG = "case when dc.is_new or dc.is_gone then dc.cause else coalesce(oc.cause, rc.cause) end"
_PARAGRAPH = """
    case when dc.is_new or dc.is_gone or pc.paragraph_id is null then dc.cause else pc.cause end
"""
_COPY = """
    case when dc.is_new or dc.is_gone or dc.cause = 'source_revised' then dc.cause
         when not sf.was then 'new_source' else sc.cause end
"""


def find_causes(connection: duckdb.DuckDBPyConnection, columns: Columns) -> None:
    """Make the tables of causes: of sources, documents, paragraphs, remarks (repairs and flags).

    ``connection`` is a database with the tables ``before_…`` and ``after_…``.
    """
    shared = columns.shared
    has_keys = "extraction_key" in shared["sources"] and "sources" not in columns.new_tables
    keys = {f"{side}_key": f"{row}.extraction_key" if has_keys else "null::varchar" for side, row in _SIDES.items()}
    connection.execute(_SOURCES.format(**keys, other_key=_OTHER_KEY.format("s")))
    documents = _DOCUMENTS.format(
        other_new=_OTHER_KEY.format("ns"), other_old=_OTHER_KEY.format("os"), versions=_VERSIONS
    )
    connection.execute(documents)
    sides = {
        side: " union all ".join(
            part.format(side=side, nature=_NATURE, mark=_mark(shared, table))
            for part, table in ((_REPAIRS, "repairs"), (_FLAGS, "flags"))
        )
        for side in ("before", "after")
    }
    connection.execute(_REMARKS.format(**sides))
    connection.execute(_PARAGRAPHS.format(rest=_mark(shared, "paragraphs")))
    connection.execute(_REMARK_CAUSES)


def explain(table: TableSchema, shared: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """Joins to the tables of causes, and the expression for the cause of a row ``d`` (old ``o``, new ``n``)."""
    names = [field.name for field in table.fields]
    value = "d.{0}" if table.primary_key[0] in {"paragraph_id", "document_id"} else "coalesce(n.{0}, o.{0})"
    if table.name == "documents":
        return _OF_DOCUMENT.format("d.document_id"), _explain_document(shared["documents"])
    if table.name == "flags":
        return _OF_FLAG.format(old=_mark(shared, "flags", "o."), new=_mark(shared, "flags", "n.")), _FLAG
    if table.name == "id_history":
        return _OF_PARAGRAPH.format("d.id"), _PARAGRAPH
    if table.name == "document_sources":
        return _OF_DOCUMENT.format("d.document_id") + _OF_SOURCE.format("d.source_id"), _COPY
    if table.name == "meetings":
        return _OF_MEETING, "mc.cause"
    if "paragraph_id" in names:
        return _OF_PARAGRAPH.format(value.format("paragraph_id")), _PARAGRAPH
    if "document_id" in names and table.name != "rejects":
        return _OF_DOCUMENT.format(value.format("document_id")), "coalesce(dc.cause, oc.cause)"
    if "source_id" in names:
        return _OF_SOURCE.format("d.source_id"), "sc.cause"
    return "", "null"


def _explain_document(shared: Sequence[str]) -> str:
    """The cause of a row of ``documents``: corrections name the facts that they set."""
    facts = [name for name in shared if name not in COUNTS]
    differ = {name: f'o."{name}" is distinct from n."{name}"' for name in facts}
    total = " + ".join(f"({condition})::int" for condition in differ.values())
    corrected = " + ".join(
        f"({condition} and coalesce(list_contains(cf.facts, '{name}'), false))::int"
        for name, condition in differ.items()
    )
    return _DOCUMENT.format(total=total, corrected=corrected)


def _mark(shared: Mapping[str, Sequence[str]], table: str, row: str = "") -> str:
    """A hash of what both releases tell of a row, its place apart; of a paragraph, of what only reading gives."""
    names = [f'{row}"{name}"' for name in shared[table] if name not in _LEFT_OUT[table]]
    return f"hash({', '.join(names)})"
