"""A feed for a person: lines for a terminal, or one page of HTML, in the person's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from oic_reports.feed.by_document import count_changes, list_documents
from oic_reports.feed.telling import ParagraphChange, tell
from oic_reports.feed.words import list_sections, load_causes, load_kinds, say_what, say_why
from oic_reports.resources import load_words

# marks of a terminal, which has no colours to count on; a text keeps its own direction between the isolates
_MARKS = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}
_ISOLATE, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"ar"})


def print_lines(feed: Any, old: str, new: str, language: str) -> Iterator[str]:  # noqa: ANN401  (a table or dataset)
    """What changed from one version to another, line by line."""
    words, kinds, causes = load_words("feed", language), load_kinds(language), load_causes(language)
    yield words["title"].format(old=old, new=new)
    counts = count_changes(feed)
    if not counts:
        yield words["nothing"]
    for table, found in counts.items():
        said = words["semicolon"].join(f"{kinds[kind]}: {number}" for kind, number in found.items())
        yield f"  {table}: {said}"
    for document, paragraphs in tell(feed):
        yield ""
        yield f"{document.document_id} ({words[document.kind]})"
        yield f"  {say_what(document, language)}"
        yield f"  {words['why']}: {say_why(document, language)}"
        for paragraph in paragraphs:
            said = _say_change(paragraph, kinds, causes, words["semicolon"])
            yield f"  {paragraph.paragraph_id.partition('/')[2]}: {said}"
            if paragraph.is_withheld:
                yield f"    ({words['withheld']})"
            elif paragraph.runs:
                yield f"    {_ISOLATE}{' '.join(_mark(kind, text) for kind, text in paragraph.runs)}{_POP}"


def _say_change(paragraph: ParagraphChange, kinds: dict[str, str], causes: dict[str, str], between: str) -> str:
    related = f" ({paragraph.related})" if paragraph.related else ""
    return f"{kinds[paragraph.change]}{related}{between}{causes[paragraph.cause]}"


def _mark(kind: str, text: str) -> str:
    before, after = _MARKS[kind]
    # what moves the cursor of a terminal is no part of a report
    shown = "".join(character if character.isprintable() else " " for character in text)
    return f"{before}{shown}{after}"


def print_entry(feed: Any, old: str, new: str, schema: str) -> Iterator[str]:  # noqa: ANN401  (a table or dataset)
    """The entry of CHANGELOG for the data of a release, in Markdown; what the schema means is for a person to say."""
    documents = list_documents(feed)
    texts = sum(document.texts for document in documents)
    numbers = {kind: len(found) for kind, found in list_sections(documents)}
    told = ", ".join(f"{numbers.get(kind, 0)} {kind}" for kind in ("new", "changed", "gone"))
    yield f"### {new}"
    yield ""
    yield f"Schema {schema}. Since {old}: documents {told}; texts of {texts} paragraphs changed."
    causes = load_causes("en")
    for cause in sorted({cause for document in documents for cause in document.causes}):
        yield f"- {causes[cause]}: {sum(cause in document.causes for document in documents)} documents"
    for table, counts in count_changes(feed).items():
        yield f"- `{table}`: {', '.join(f'{number} {kind}' for kind, number in counts.items())}"


def print_page(feed: Any, old: str, new: str, language: str) -> Iterator[str]:  # noqa: ANN401  (a table or dataset)
    """The same as a page of HTML, piece by piece; each text has its own direction, and everything is escaped."""
    environment = Environment(
        loader=PackageLoader("oic_reports.feed"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("changes.html.jinja").generate(
        old=old,
        new=new,
        language=language,
        words=load_words("feed", language),
        kinds=load_kinds(language),
        causes=load_causes(language),
        counts=count_changes(feed),
        documents=tell(feed),
        say_what=say_what,
        say_why=say_why,
        find_direction=lambda document_id: "rtl" if document_id.partition("-")[0] in _RIGHT_TO_LEFT else "ltr",
    )
