"""Charters, statutes, rules of procedure, conventions and agreements of the OIC: texts in articles.

A title says what it is and whose (``Charter of the Organisation of Islamic Cooperation``, ``Agreement among the
Member States of the OIC``), and articles stand below it, or the preamble of a text that breaks off before them; or
those who agree say whose it is (``agreements``), or who gave it (``givers``). Who tells of a charter prints no
articles; a state's law and the charter of another organisation have them below another title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_opening
from oic_reports.structure.lines.printed_lines import drop_vowels, is_closed
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.organisations import Owner, find_title_owner
from oic_reports.structure.names.place_names import find_city
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.names.statute_types import read_statute_type
from oic_reports.structure.ours.agreements import CLAUSE, find_party, find_type_of_parties, is_enacted
from oic_reports.structure.ours.givers import cut_giver, find_giver
from oic_reports.structure.ours.typed_titles import find_title_of_type
from oic_reports.structure.text_blocks import find_above_text

# articles of a text; one who tells of a charter may quote one of them under its number
_LEAST_ARTICLES = 2
# paragraphs of a preamble that open with participles; one may be a sentence of a story
_LEAST_PARTICIPLES = 2
# code points of a title in one line
_TITLE_LENGTH = 250
# roles of blocks in which somebody may say what a text is
_TOLD = frozenset({"header", "heading", "preamble", "operative", "list_item"})


class Statute(NamedTuple):
    """A text in articles that is the OIC's: the place of the block of its title, the title, and its type."""

    block: int
    title: str
    document_type: str


def find_statute(blocks: Sequence[Block], language: Language) -> Statute | None:
    """The charter, statute or convention that blocks are; None where they are none, or not the OIC's.

    Args:
        blocks: all blocks of a text, cleaned.
        language: its language.
    """
    if is_enacted(blocks, language):
        return None
    party = find_party(blocks, language)
    article = load_pattern("article_line", language)
    # the number of an article is a heading, or the label of its text
    heads = (block.text if block.role == "heading" else block.label or "" for block in blocks)
    lines = (drop_vowels(line) for head in heads for line in head.split("\n"))
    has_articles = sum(article.match(line) is not None for line in lines) >= _LEAST_ARTICLES
    if party is None and not has_articles and not _has_preamble(blocks, language):
        return None
    # all paragraphs are looked at for what explains them: of hardly any text that is asked so far
    if _is_explained(blocks, language):
        return None
    # a page may have the title of another document of the same meeting (decision 0065)
    if find_title_of_type([block for block in blocks if block.subrole != "page_title"], language) is not None:
        # a resolution has the statute that it adopts below it
        return None
    # those who agree, or who gave it, say whose it is where the title does not: ``Statute of the House of Maps``
    is_ours = party is not None or (has_articles and find_giver(blocks, language) is not None)
    return next(_list_titled(blocks, language, is_ours=is_ours), None)


def find_statute_type(blocks: Sequence[Block], language: Language) -> str | None:
    """The type of a text in articles that is the OIC's, by its title or by what those who agree call it; else None."""
    statute = find_statute(blocks, language)
    if statute is None and find_party(blocks, language) is not None:
        named = find_statute_named(blocks, language)
        return named[2] if named else None
    return statute.document_type if statute else None


def _is_explained(blocks: Sequence[Block], language: Language) -> bool:
    """Whether somebody says what a text in articles is, above its first one, or a contest made it up.

    ``The Convention on Maps is a treaty of 1999``: an encyclopaedia lists its articles below.
    """
    imagined, explains = load_pattern("imagined", language), load_pattern("explains_statute", language)
    article = load_pattern("article_line", language)
    for block in blocks:
        head = block.text if block.role == "heading" else block.label or ""
        if article.match(drop_vowels(head)):
            return False
        if imagined.search(block.text) or (block.role in _TOLD and explains.match(block.text)):
            return True
    return False


def _has_preamble(blocks: Sequence[Block], language: Language) -> bool:
    """Whether those who agree speak in the first of a text's paragraphs, and recitals stand below it."""
    texts = [block.text for block in blocks if block.role == "preamble"]
    invocation, speaks = load_pattern("invocation", language), load_pattern("states_speak", language)
    first = next((i for i, text in enumerate(texts) if not invocation.match(text)), len(texts))
    if first == len(texts) or not speaks.match(texts[first]):
        return False
    # the sentence of those who speak may go on with the first of them: ``إن ممثلي …، إذ يشيرون إلى``
    clauses = [texts[first][mark.end() :] for mark in CLAUSE.finditer(texts[first])]
    if language == "ar" and any(find_opening("preambular_openings", drop_vowels(text), language) for text in clauses):
        return True
    recital = load_pattern("recital_infinitive", language)
    below = map(drop_vowels, texts[first + 1 :])
    opened = [text for text in below if find_opening("preambular_openings", text, language) or recital.match(text)]
    return len(opened) >= _LEAST_PARTICIPLES


def find_statute_named(blocks: Sequence[Block], language: Language) -> tuple[int, range, str] | None:
    """What a preamble of states that agree calls its own text, where no title does: ``this Convention``; else None.

    The place of the block, the half-open range of the word in it, and the type. ``This Treaty`` behind another one that
    is named (``Recalling the Treaty of …``) means that one.
    """
    if find_title_of_type(blocks, language) is not None or is_enacted(blocks, language):
        return None
    party = find_party(blocks, language)
    if (party is None and not _has_preamble(blocks, language)) or _is_explained(blocks, language):
        return None
    if party is not None:
        return find_type_of_parties(blocks, party, language)
    itself = load_pattern("statute_itself", language)
    for place, block in enumerate(blocks):
        named = itself.search(block.text) if block.role == "preamble" else None
        kind = read_statute_type(named.group("type"), language) if named else None
        if named and kind:
            above = [*(other.text for other in blocks[:place] if other.role == "preamble"), block.text[: named.start()]]
            is_named_above = any(named.group("type") in text for text in above)
            return None if is_named_above else (place, range(*named.span("type")), kind)
    return None


def name_statute(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """The blocks with the title of a statute as their title, which no word of it says."""
    statute = find_statute(blocks, language)
    if statute is None:
        return tuple(blocks)
    title = replace(blocks[statute.block], role="title", subrole="title")
    return (*blocks[: statute.block], title, *blocks[statute.block + 1 :])


def _find_party_named(title: str, language: Language) -> Owner | None:
    """Whose a text is by its title, or by the parties that it names behind its subject.

    ``Agreement on Cooperation between the Orchard Union and the OIC``.
    """
    between = load_pattern("between", language).search(title)
    parties = find_title_owner(title[between.end() :], language) if between else None
    return find_title_owner(title, language) or parties


def find_end_of_page(blocks: Sequence[Block], statute: Statute | None, language: Language) -> int:
    """How many blocks above the title of a statute are the page's, as a day in them is then; 0 without a statute.

    All of them are, where its cover begins with that title; else those above the session or the place that begins it.
    """
    if statute is None:
        return 0
    for place, block in enumerate(blocks[: statute.block]):
        text = block.text.replace("\n", " ")
        is_session = bool(find_sessions(text, language)) and find_body(text, language) is not None
        if block.role == "header" and (is_session or find_city(text, language) is not None):
            return place
    return statute.block


def _list_titled(blocks: Sequence[Block], language: Language, *, is_ours: bool) -> Iterator[Statute]:
    """The blocks above the text whose lines, as one, are the title of a statute of the OIC.

    ``is_ours``: the text says whose it is, so that its title need not.
    """
    states = load_pattern("states_in_title", language)
    for place, block in enumerate(find_above_text(blocks, language)):
        title = cut_giver(drop_vowels(block.text.replace("\n", " ")), language)
        if block.role not in {"title", "header", "heading"} or is_closed(title) or len(title) > _TITLE_LENGTH:
            continue
        named = read_statute_type(title, language)
        owner = _find_party_named(title, language) if named else None
        is_others = owner is not None and owner.standing == "other"
        says_ours = (owner is not None and owner.standing == "own") or states.search(title) is not None
        if (
            named
            and ((is_ours and not is_others) or says_ours)
            and load_pattern("headline_verb", language).search(title) is None
        ):
            yield Statute(place, block.text, named)
