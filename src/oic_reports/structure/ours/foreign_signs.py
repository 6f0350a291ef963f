"""Signs that a text is news of a meeting, a speech, a law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oic_reports.codes import PatternName
from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.printed_lines import is_closed
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.names.datelines import find_dateline
from oic_reports.structure.ours.organ_statements import find_message
from oic_reports.structure.ours.sign_kinds import Sign, SignName
from oic_reports.structure.ours.typed_titles import find_headline
from oic_reports.structure.page.banner import find_publisher

# a meeting that is announced is so in the first paragraphs; a report tells of the next meeting in its last
_FIRST = 2
# blocks from the top in which a headline stands
_FRONT = 5
# code points around words that announce in which the meeting is named
_ANNOUNCED_REACH = 100
# questions of an interview; one question may be asked in a report
_SEVERAL = 2
_SENTENCE_END = compile_pattern(r"[.!?؟]\s")


def find_foreign_signs(
    header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language
) -> Iterator[Sign]:
    """The signs that a text is news, a speech or a law, ``body`` being the blocks of the text itself."""
    text = "\n".join(block.text for block in blocks if block.role not in {"boilerplate", "running_header", "footnote"})
    first = "\n".join([header.title or "", *(block.text for block in body[:_FIRST])])
    looked_for: tuple[tuple[SignName, PatternName, str], ...] = (
        ("digest of decisions", "digest", "\n".join(block.text for block in blocks[:_FRONT] if block.ordinal is None)),
        ("quotes or sources", "reports", text),
        ("says what the OIC is", "explains_organisation", text),
        ("byline", "byline", text),
        ("day of a newspaper", "newspaper_day", text),
        ("statement told by others", "retold", text),
        ("addressed to listeners", "speech_address", text),
        ("form of a law or of minutes of a parliament", "legal_form", text),
        ("form of a law or a treaty in articles", "treaty_form", text),
    )
    headline = find_headline(blocks, language)
    if headline:
        yield Sign("headline that tells of a document", headline)
    announced = _find_announced(first, language)
    if announced:
        yield Sign("announces a meeting", " ".join(announced.group().split()))
    told = _find_paper_told(body, language) or _find_asked(body)
    if told:
        yield Sign("quotes or sources", told)
    agency = load_pattern("agency", language)
    # a first paragraph without a verb of meetings stands among the lines above the text
    first_blocks = [*(block for block in blocks[:_FRONT] if is_closed(block.text)), *body[:_FIRST]]
    dateline = next((match for block in first_blocks if (match := agency.match(block.text))), None)
    lines = (line for block in blocks[:_FRONT] for line in block.text.split("\n"))
    # ``واس – جدة`` on a line of its own
    dateline = dateline or next(filter(None, map(load_pattern("agency_line", language).match, lines)), None)
    if dateline:
        yield Sign("dateline of an agency", dateline.group().strip())
    elif body:
        yield from _find_wired(body[0].text, language)
    page = load_pattern("news_page", language).search(_join_lines_of_page(blocks))
    if page and find_publisher(blocks, language) is None:
        yield Sign("page of news", page.group().strip())
    is_message = find_message(blocks, language) is not None
    for name, pattern, where in looked_for:
        if is_message and pattern == "speech_address":
            # a message speaks in the first person, and names no one who listens
            pattern = "vocative"  # noqa: PLW2901
        if pattern == "treaty_form" and find_declaring_states(body, language):
            where = _leave_articles(where, language)  # noqa: PLW2901
        match = load_pattern(pattern, language).search(where)
        if match:
            yield Sign(name, " ".join(match.group().split()))


def _join_lines_of_page(blocks: Sequence[Block]) -> str:
    """The lines around a text: those of the site, and what stands above the text."""
    return "\n".join(block.text for block in blocks if block.role in {"boilerplate", "header"})


def _find_wired(text: str, language: Language) -> Iterator[Sign]:
    """A first paragraph's dateline that a newspaper set: of the OIC's own agency, or a city in capitals without a day.

    ``ISLAMABAD: The ministers``; the OIC's releases have the day (``Jeddah, 9 March 2016: The General Secretariat``).
    """
    dateline = find_dateline(text, language, 1)
    if dateline is None:
        return
    if load_pattern("own_agency", "en").search(dateline.raw):
        yield Sign("dateline of the OIC's own agency", dateline.raw)
    elif dateline.city and dateline.date is None and dateline.raw.split()[0].isupper():
        yield Sign("dateline of an agency", dateline.raw)


def _find_paper_told(body: Sequence[Block], language: Language) -> str | None:
    """The words in which a sentence tells what a document says, which is another text then; else None.

    ``The draft final communiqué of the summit calls for``; ``This Declaration affirms`` is said by a text of itself;
    what follows the first number is the document's own.
    """
    tells = load_pattern("paper_tells", language)
    for block in body:
        if block.ordinal is not None:
            break
        sentences = (block.text[start:end] for start, end in split_sentences(block.text))
        told = next(filter(None, map(tells.match, sentences)), None)
        if told:
            return " ".join(told.group().split())
    return None


def _find_asked(body: Sequence[Block]) -> str | None:
    """The first of two questions at least that are paragraphs of their own, as an interview has them; else None."""
    asked = [block.text for block in body if block.text.rstrip().endswith(("?", "؟"))]
    return asked[0] if len(asked) >= _SEVERAL else None


def _leave_articles(text: str, language: Language) -> str:
    """A text without the lines that number its articles."""
    article = load_pattern("article_line", language)
    return "\n".join(line for line in text.split("\n") if not article.match(line))


def _find_announced(text: str, language: Language) -> re.Match[str] | None:
    """Words that announce a meeting, which is named near them in their sentence: a fair that will be held is none."""
    noun = load_pattern("meeting_noun", language)
    for match in load_pattern("announces", language).finditer(text):
        near = _SENTENCE_END.split(text[max(0, match.start() - _ANNOUNCED_REACH) : match.start()])[-1]
        behind = _SENTENCE_END.split(text[match.end() : match.end() + _ANNOUNCED_REACH])[0]
        if noun.search(near) or noun.search(behind):
            return match
    return None


def find_declaring_states(body: Sequence[Block], language: Language) -> str | None:
    """The words that name the member states of the OIC where these act and declare what follows; else None.

    Such a declaration has articles; the parties to a treaty agree, so that its articles are the form of a law.
    """
    states, declare = load_pattern("states_of_oic", language), load_pattern("states_declare", language)
    for place, block in enumerate(body):
        acting = states.search(block.text)
        if acting:
            declares = any(declare.search(below.text) for below in body[place:])
            return acting.group().strip() if declares else None
    return None
