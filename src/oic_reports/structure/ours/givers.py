"""Who gave a text in articles that its title does not call the OIC's: who adopted, founded or numbered it.

``Statute of the House of Maps`` is the OIC's where ``adopted by the 12th Session of the Council of Foreign Ministers``
stands below it, where such a session heads its cover, where it bears a symbol of the OIC, or where its first articles
say that the House is a subsidiary organ of the OIC. An organ of others, a state, or an institution that is affiliated
to the OIC is none of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.lines.marks import find_symbol
from oic_reports.structure.lines.printed_lines import drop_vowels
from oic_reports.structure.names.organisations import (
    find_organisations,
    find_silent,
    find_title_owner,
    names_institution,
)
from oic_reports.structure.names.sessions import find_sessions
from oic_reports.structure.text_blocks import find_above_text, find_paragraphs

# paragraphs of the first articles, in which a statute says what it founds
_FIRST = 4
# code points of a founding sentence before the name of the OIC
_FOUNDED_REACH = 200
# a name that goes on behind that of the OIC
_NAME_GOES_ON = compile_pattern(r"\s+[A-ZÀ-Þ]")
_FRONT = frozenset({"title", "header", "heading"})


def find_giver(blocks: Sequence[Block], language: Language) -> str | None:
    """The words that say that an organ of the OIC gave a text in articles, where its title does not; else None.

    Args:
        blocks: all blocks of a text, cleaned.
        language: its language.
    """
    above = [block for block in find_above_text(blocks, language) if block.role in _FRONT]
    symbol = next((found for block in above for line in block.text.split("\n") if (found := find_symbol(line))), None)
    if symbol and not names_institution(symbol):
        return symbol
    front = [block.text.replace("\n", " ") for block in above]
    given = next((words for words in _list_givers(front, language) if _is_ours(words, front, language)), None)
    return given or _find_founding(blocks, front, language)


def cut_giver(title: str, language: Language) -> str:
    """The title of a text in articles without who adopted it on the same line."""
    adopted = load_pattern("statute_adopted", language).search(title)
    return title[: adopted.start()].rstrip(" ,،(") if adopted and adopted.start() else title


def _list_givers(front: Sequence[str], language: Language) -> Iterator[str]:
    """The words that name who adopted a text, and the lines that are the name of a session."""
    for line in front:
        adopted = load_pattern("statute_adopted", language).search(line)
        if adopted:
            yield line[adopted.end() :]
        elif find_sessions(line, language):
            yield line


def _is_ours(words: str, front: Sequence[str], language: Language) -> bool:
    """Whether words name an organ as the OIC's; a bare council of ministers may be that of others named above."""
    owner = find_title_owner(words, language)
    if owner is None or owner.standing != "own":
        return False
    return owner.is_named or not any(_names_others(line, language) for line in front)


def _names_others(line: str, language: Language) -> bool:
    return any(one.standing != "own" for one in find_organisations(line, language))


def _find_founding(blocks: Sequence[Block], front: Sequence[str], language: Language) -> str | None:
    """The words of the first articles by which a text founds an organ of the OIC, where no line above names others.

    The OIC's name in another one (``OIC Youth Forum``, ``OIC Bank``) is that of an institution.
    """
    if any(_names_others(line, language) or find_silent(line, language) for line in front):
        return None
    organisation, founds = load_pattern("organisation", language), load_pattern("founds_organ", language)
    for block in find_paragraphs(blocks, language)[:_FIRST]:
        text = drop_vowels(block.text)
        for named in organisation.finditer(text):
            above = text[max(0, named.start() - _FOUNDED_REACH) : named.start()]
            founded = founds.search(above)
            is_part = any(start <= named.start() < end for start, end in find_silent(text, language))
            if founded and not (is_part or _NAME_GOES_ON.match(text, named.end())):
                return f"{founded.group()}{named.group()}"
    return None
