"""The name of a site behind a title, as the heading of a page has it: ``Final Report of the Committee - Example``.

What stands behind a dash may be the title's own (``Dialogue - Peace``): it is a site's where the page prints the words
before it once more by themselves, on a line of their own, on several, or at the end of the path to the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.kept_patterns import compile_pattern
from oic_reports.language.states import find_states
from oic_reports.model import Block, Language
from oic_reports.structure.forms import find_form
from oic_reports.structure.lines.printed_lines import normalise
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.names.place_lines import is_place_line
from oic_reports.structure.text_blocks import is_body

# a mark and up to five words, the last of a title
_SITE = compile_pattern(r"\s+(?:[-–—|·•»]|::)\s+(?P<site>[^\s|·•»–—-]+(?:\s[^\s|·•»–—]+){0,4})\s*$")
# letters of a title that stands again on the lines of its cover
_LEAST_ABOVE = 20
# what parts the entries of a path
_PATH = compile_pattern(r"\s+[/>»›|]\s+|\s::\s")


def cut_site_name(title: str, blocks: Sequence[Block], language: Language) -> str:
    """The title without the name of the site; as it was where that may be words of the title.

    Args:
        title: the joined lines of the title blocks.
        blocks: all blocks of its text, the site's among them.
        language: its language.
    """
    mark = _SITE.search(title)
    if mark is None or not _may_be_site(mark.group("site"), language):
        return title
    above = title[: mark.start()].rstrip()
    printed = {
        normalise(piece)
        for block in blocks
        if not is_body(block)
        for line in block.text.split("\n")
        for piece in (line, _PATH.split(line)[-1])
    }
    # the lines of the cover, of which the title itself is one
    front = "".join(normalise(line) for block in blocks if not is_body(block) for line in block.text.split("\n"))
    is_cover = len(normalise(above)) >= _LEAST_ABOVE and front.count(normalise(above)) > 1
    return above if is_cover or normalise(above) in printed else title


def _may_be_site(words: str, language: Language) -> bool:
    """Whether words name nothing that a title does: no text, meeting, organisation, state, place or day."""
    named = find_form("document_types", words, language) or find_body(words, language) or find_states(words, language)
    return not (named or names_organisation(words, language) or is_place_line(words, language))
