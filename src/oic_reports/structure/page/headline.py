"""The headline of a press release: it names no type of document, so that only its place says that it is a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oic_reports.kept_patterns import compile_pattern
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.names.datelines import is_day_line
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.page.banner import is_name_line
from oic_reports.structure.page.release_words import marks_release

# what parts the entries of a menu, and the name of a site from what it calls a text
_PARTS = compile_pattern(r"[|>›»•]|\s[-–—]\s")
# words of a headline; the name of a site or of a column has fewer
_LEAST_WORDS = 4


def name_headline(blocks: Sequence[Block], language: Language) -> tuple[Block, ...]:
    """The blocks with the last line above the text as title, where several words stand there that are no place or date.

    The name of the OIC or of its organ is none. Where nothing stands below the line that says that the text is a press
    release, the headline is the line above it that names the OIC, though it stands among lines of the site.

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
    # what the page calls the text may stand below its headline
    lines = [i for i in lines if not _is_column(blocks[i].text, language) and not is_day_line(blocks[i].text)]
    lines = [i for i in lines[-1:] if len(blocks[i].text.split()) >= _LEAST_WORDS]
    lines = lines or _find_above(blocks[: max(titled, 0)], language)
    if not lines:
        return tuple(blocks)
    headline = replace(blocks[lines[-1]], role="title", subrole="title")
    return (*blocks[: lines[-1]], headline, *blocks[lines[-1] + 1 :])


def _is_column(text: str, language: Language) -> bool:
    """Whether a line marks a release, or is a column of a site that has releases: ``Press releases | Government``."""
    first = _PARTS.split(text)[0].strip()
    return marks_release(text, language) or (
        first != text and load_pattern("release_page", language).match(first) is not None
    )


def _find_above(blocks: Sequence[Block], language: Language) -> list[int]:
    """The places of lines, each a block, that say something of the OIC above the line that names the type."""
    return [
        i
        for i, block in enumerate(blocks)
        if block.subrole in {"site_navigation", "page_title", "other"}
        and len(block.text.split()) >= _LEAST_WORDS
        and "\n" not in block.text
        and load_pattern("organisation", language).search(block.text)
        and not is_name_line(block.text, language)
        and not _PARTS.search(block.text)
    ]
