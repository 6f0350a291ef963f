"""The headline of a press release: it names no type of document, so that only its place says that it is a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.model import Block, Language
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.page.banner import is_name_line

# words of a headline; the name of a site or of a column has fewer
_LEAST_WORDS = 4


def name_headline(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """The blocks with the last line above the text as title, where several words stand there that are no place or date.

    The name of the OIC or of its organ is none.

    Args:
        blocks: the blocks of a press release whose title says no more than that it is one, if that.
        language: its language.
    """
    body = next((i for i, block in enumerate(blocks) if block.role in {"preamble", "operative"}), 0)
    # below the line that calls it a press release, where there is one: the site's name stands above that
    titles = [i for i, block in enumerate(blocks[:body]) if block.role == "title"]
    titled = max((i for i in titles if not is_place_line(blocks[i].text, language)), default=-1)
    above = [i for i in range(titled + 1, body) if blocks[i].role in {"header", "heading"}]
    lines = [i for i in above if blocks[i].subrole in {"other", None} and not is_name_line(blocks[i].text, language)]
    if not lines or len(blocks[lines[-1]].text.split()) < _LEAST_WORDS:
        return tuple(blocks)
    headline = replace(blocks[lines[-1]], role="title", subrole="title")
    return (*blocks[: lines[-1]], headline, *blocks[lines[-1] + 1 :])
