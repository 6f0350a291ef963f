"""One report as its page shows it, in the language of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from oic_reports.site.crops import Crop
from oic_reports.site.header_facts import Fact, list_facts
from oic_reports.site.marked_text import Span, mark_text, show_mark, show_repairs
from oic_reports.site.names import (
    direction_of,
    name_body,
    name_cited_place,
    name_days,
    name_place,
    name_title,
    slug_body,
)
from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings, Row

# what pages and sites add to a report: labelled, never deleted
_FURNITURE = frozenset({"running_header", "page_mark", "boilerplate"})
# steps to the side that a page shows of items within items
_DEEPEST = 3
# how sure edges and role of a paragraph are, the surest first
_SURENESS = ("high", "medium", "low")
_ON_THE_WEB = re.compile(r"https?://[^\s<>\"]+\Z")


@dataclass(frozen=True, slots=True)
class ShownFlag:
    """A flag; ``shown`` says that it is worth a place beside the closed paragraph."""

    name: str
    severity: str
    severity_name: str
    surface: str
    expected: str
    rule: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Caller:
    """A paragraph that calls a note: its eid, and its number or eid."""

    eid: str
    name: str


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph; ``html``, ``before`` (raw) and ``after`` (clean) are escaped.

    ``sureness`` names how sure its edges and its role are; empty of what is put aside, and in releases without it.
    """

    id: str
    eid: str
    role: str
    role_name: str
    label: str
    language: str
    direction: str
    depth: int
    html: Markup
    before: Markup
    after: Markup
    repairs: Sequence[Row]
    flags: Sequence[ShownFlag]
    crops: Sequence[Crop]
    pages: str
    called_from: Sequence[Caller]
    sureness: str
    is_unsure: bool

    @property
    def is_furniture(self) -> bool:
        """Whether it is what pages or a site add."""
        return self.role in _FURNITURE

    @property
    def has_badges(self) -> bool:
        """Whether a reader should be told something before opening the details."""
        return self.is_unsure or bool(self.repairs) or any(flag.shown for flag in self.flags)


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A received file that holds the report."""

    relation: str
    likeness: str
    url: str | None
    archived_url: str | None
    day: str
    file_name: str
    media_type: str | None
    size: str
    sha256: str | None
    rights: str | None

    @property
    def is_link(self) -> bool:
        """Whether the address may become a link: of the web, and nothing else."""
        return bool(_ON_THE_WEB.match(self.url or ""))

    @property
    def is_archive_link(self) -> bool:
        """Likewise of the archived one."""
        return bool(_ON_THE_WEB.match(self.archived_url or ""))


@dataclass(frozen=True, slots=True)
class ReportWarning:
    """A flag of the whole report, or a warning about it, with what is advised."""

    name: str
    severity: str
    severity_name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another report that this one leads to."""

    id: str
    title: str
    language: str
    language_name: str


@dataclass(frozen=True, slots=True)
class ShownReport:
    """All that the page of a report shows.

    ``together`` names the page that has its language versions side by side; ``sureness`` says how many paragraphs are
    how sure, in words.
    """

    id: str
    title: str
    language: str
    direction: str
    language_name: str
    type_name: str
    body_name: str
    body_slug: str
    day: str
    iso: str
    place: str
    cited_place: str
    facts: Sequence[Fact]
    warnings: Sequence[ReportWarning]
    sources: Sequence[ShownSource]
    paragraphs: Sequence[ShownParagraph]
    versions: Sequence[Other]
    related: Sequence[Other]
    together: str | None
    crops_missing: str | None
    sureness: Sequence[tuple[str, str]]

    @property
    def has_crops(self) -> bool:
        """Whether any paragraph has a picture of its page."""
        return any(paragraph.crops for paragraph in self.paragraphs)

    @property
    def has_furniture(self) -> bool:
        """Whether anything was added by pages or a site."""
        return any(paragraph.is_furniture for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Ids of reports that belong to a report: other languages of its work, others of its meeting; its work's page."""

    versions: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    together: str | None = None


def _list_warnings(warnings: Sequence[Row], flags: Sequence[Row], words: Words) -> list[ReportWarning]:
    """Warnings about the whole report, and flags of it that say more than a warning of that name does."""
    named = [row["warning"] for row in warnings if row["paragraph_id"] is None]
    found = [
        ReportWarning(words.name("warnings", name), "warning", "", words.advice("warnings", name)) for name in named
    ]
    for flag in flags:
        detail = flag["surface"] or flag["note"] or ""
        is_told = flag["flag"] in named and not detail
        if flag["paragraph_id"] is None and flag["severity"] != "info" and not is_told:
            found.append(
                ReportWarning(
                    words.name("flag_values", flag["flag"]), flag["severity"],
                    words.name("severities", flag["severity"]), detail,
                )
            )  # fmt: skip
    return found


def show_report(
    document_id: str,
    holdings: Holdings,
    neighbours: Neighbours,
    crops: Mapping[str, Sequence[Crop]],
    crops_missing: str | None,
    words: Words,
) -> ShownReport:
    """A report in the language of ``words``.

    Args:
        document_id: which one.
        holdings: the release.
        neighbours: what it leads to.
        crops: pictures of its paragraphs, by paragraph id.
        crops_missing: the key of the words that say why there are none, None where nothing is missing.
        words: those of the page.
    """
    row = holdings.documents[document_id]
    paragraphs = holdings.rows_of("paragraphs", document_id)
    flags = holdings.rows_of("flags", document_id)
    repairs = _by_paragraph(holdings.rows_of("repairs", document_id))
    eids = {paragraph["seq"]: paragraph["eid"] for paragraph in paragraphs}
    notes = {p["label"]: p["eid"] for p in reversed(paragraphs) if p["role"] == "footnote" and p["label"]}
    labels = {paragraph["eid"]: show_mark(paragraph["label"] or "") for paragraph in paragraphs}
    callers: dict[str, list[Caller]] = {}
    for flag in flags:
        if flag["flag"] == "note_mark" and flag["note"] in notes and flag["paragraph_id"]:
            eid = flag["paragraph_id"].partition("/")[2]
            callers.setdefault(notes[flag["note"]], []).append(Caller(eid, labels.get(eid) or eid))
    of_paragraphs = _by_paragraph([flag for flag in flags if flag["paragraph_id"]])
    depths = _measure_depths(paragraphs)
    return ShownReport(
        id=document_id,
        title=name_title(row),
        language=row["language"],
        direction=row["direction"],
        language_name=words.name("languages", row["language"]),
        type_name=words.name("document_type_values", row["document_type"]),
        body_name=name_body(row, holdings, words),
        body_slug=slug_body(row),
        day=name_days(row, words),
        iso="" if row["date"] is None else row["date"].isoformat(),
        place=name_place(row, words),
        cited_place=name_cited_place(row, words),
        facts=list_facts(row, holdings, words, eids),
        warnings=_list_warnings(holdings.rows_of("warnings", document_id), flags, words),
        sources=_show_sources(row, holdings, words),
        paragraphs=[
            _show_paragraph(
                paragraph,
                repairs.get(paragraph["paragraph_id"], []),
                of_paragraphs.get(paragraph["paragraph_id"], []),
                notes,
                crops.get(paragraph["paragraph_id"], ()),
                callers.get(paragraph["eid"], []),
                depths[paragraph["eid"]],
                words,
            )
            for paragraph in paragraphs
        ],
        versions=[_other(other, holdings, words) for other in neighbours.versions],
        related=[_other(other, holdings, words) for other in neighbours.related],
        together=neighbours.together,
        crops_missing=crops_missing,
        sureness=count_sureness(paragraphs, words),
    )


def count_sureness(paragraphs: Sequence[Row], words: Words) -> list[tuple[str, str]]:
    """How many paragraphs are how sure, the surest first, both in words; nothing where the release does not tell."""
    counts = Counter(paragraph.get("structure_confidence") for paragraph in paragraphs)
    if not any(counts[value] for value in _SURENESS):
        return []
    return [(words.name("confidences", value), words.number(counts[value])) for value in _SURENESS]


def _by_paragraph(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["paragraph_id"], []).append(row)
    return found


def _measure_depths(paragraphs: Sequence[Row]) -> dict[str, int]:
    """How far each paragraph (by eid) stands within others, as the chain of parents says."""
    parents = {paragraph["eid"]: paragraph["parent_eid"] for paragraph in paragraphs}
    depths: dict[str, int] = {}
    for eid, parent in parents.items():
        depth, at = 0, parent
        while at in parents and depth < _DEEPEST:
            depth, at = depth + 1, parents[at]
        depths[eid] = depth
    return depths


def _show_paragraph(
    paragraph: Row,
    repairs: Sequence[Row],
    flags: Sequence[Row],
    notes: Mapping[str, str],
    crops: Sequence[Crop],
    called_from: Sequence[Caller],
    depth: int,
    words: Words,
) -> ShownParagraph:
    spans = [
        Span(
            flag["start"],
            flag["end"],
            f"sev-{flag['severity']}",
            words.name("flag_values", flag["flag"]) + (f" → {flag['expected']}" if flag["expected"] else ""),
        )
        for flag in flags
        if flag["start"] is not None and flag["end"] is not None and flag["flag"] != "note_mark"
    ]
    calls: dict[int, Markup] = {}
    for flag in flags:
        if flag["flag"] == "note_mark" and flag["start"] is not None:
            mark = show_mark(str(flag["surface"] or ""))
            link = Markup("<sup>{}</sup>").format(mark)
            if flag["note"] in notes:
                link = Markup('<sup><a href="#{}" role="doc-noteref">{}</a></sup>').format(
                    notes[flag["note"]], mark or "*"
                )
            calls[flag["start"]] = calls.get(flag["start"], Markup()) + link
    before, after = show_repairs(paragraph["text_raw"], repairs)
    first, last = paragraph["page_first"], paragraph["page_last"]
    text = paragraph["text"]
    return ShownParagraph(
        id=paragraph["paragraph_id"],
        eid=paragraph["eid"],
        role=paragraph["role"],
        role_name=words.name("roles", paragraph["role"]),
        label=show_mark(paragraph["label"] or ""),
        language=paragraph["text_language"],
        direction=direction_of(paragraph["text_language"]),
        depth=depth,
        html=mark_text(text, spans, calls),
        before=before,
        after=after,
        repairs=repairs,
        flags=[
            ShownFlag(
                words.name("flag_values", flag["flag"]),
                flag["severity"],
                words.name("severities", flag["severity"]),
                flag["surface"] or "",
                flag["expected"] or "",
                flag["rule"],
                flag["severity"] != "info",
            )
            for flag in flags
        ],
        crops=crops,
        pages="" if first is None else str(first) if last in {None, first} else f"{first}–{last}",
        called_from=list(dict.fromkeys(called_from)),
        sureness=words.name("confidences", paragraph.get("structure_confidence")),
        is_unsure=paragraph.get("structure_confidence") == "low",
    )


def _show_sources(row: Row, holdings: Holdings, words: Words) -> list[ShownSource]:
    """The file whose text is published first, then the others."""
    held = holdings.rows_of("document_sources", row["document_id"]) or [
        {"source_id": row["source_id"], "relation": "published", "likeness": None}
    ]
    shown = []
    for link in sorted(held, key=lambda link: (link["source_id"] != row["source_id"], link["source_id"])):
        source = holdings.sources.get(link["source_id"])
        if source is None:
            continue
        likeness = "" if link["likeness"] is None else f"{words.number(round(100 * link['likeness'], 1))} %"
        shown.append(
            ShownSource(
                words.name("source_relations", link["relation"]),
                likeness,
                source["url"],
                source["archived_url"],
                words.day(source["received"]),
                source["file_name"],
                source["media_type"],
                "" if source["bytes"] is None else words.size(source["bytes"]),
                source["sha256"],
                source["rights_note"],
            )
        )
    return shown


def _other(document_id: str, holdings: Holdings, words: Words) -> Other:
    row = holdings.documents[document_id]
    return Other(document_id, name_title(row), row["language"], words.name("languages", row["language"]))
