"""Words of an organ of the OIC: what it states, a message of its Secretary General, its own press release."""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.model import Block, Header, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.names.bodies import find_body, names_organisation
from oic_reports.structure.names.datelines import find_dateline
from oic_reports.structure.names.officers import find_own_office
from oic_reports.structure.ours.openings import FIRST_REACH
from oic_reports.structure.page.banner import find_publisher
from oic_reports.structure.text_blocks import find_above_text, is_body

# code points behind an office in which the name of its organisation begins
_NAME = 60
# paragraphs in which an organ states something
_FIRST = 2
# code points of a title in one line
_TITLE_LENGTH = 200
# how ids of contact groups begin
_GROUP = "cg-"


def find_stating(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> str | None:
    """The first paragraph in which an organ of the OIC states something, or its Secretary General.

    The Secretary General of another organisation is none, and one of whom nothing says whose he is neither.
    """
    states, officer, named = (load_pattern(name, language) for name in ("oic_states", "officer", "secretary_general"))
    is_own_page = find_publisher(blocks, language) is not None
    for place, block in enumerate(body[:_FIRST]):
        dateline = None if place else find_dateline(block.text, language, 1)
        text = block.text[dateline.end :] if dateline else block.text
        match = states.match(text)
        # further down anybody's text may tell what the Secretary General said
        if match is None or (place and not is_own_page and not names_organisation(match.group(), language)):
            continue
        person = named.search(match.group())
        if person and not officer.search(text[: match.end() + _NAME], person.start()):
            continue
        if person and _is_anothers_officer(text, blocks, language):
            continue
        front = blocks[: blocks.index(body[min(len(body), _FIRST) - 1]) + 1]
        is_named = any(names_organisation(one.text, language) or find_body(one.text, language) for one in front)
        if is_named or is_own_page:
            return block.text
    return None


def _is_anothers_officer(text: str, blocks: Sequence[Block], language: Language) -> bool:
    """Whether a Secretary General is another organisation's: by the title above, or since he thanks the OIC."""
    if find_own_office(text, language):
        return False
    officer, named = (load_pattern(name, language) for name in ("officer", "secretary_general"))
    above = [line for block in find_above_text(blocks, language) for line in block.text.split("\n")]
    is_told_above = any(named.search(line) and not officer.search(line) for line in above)
    return is_told_above or load_pattern("calls_upon", language).search(text) is not None


def find_message(blocks: Sequence[Block], language: Language) -> str | None:
    """The title of a message or a statement of the Secretary General of the OIC, which is a statement of that organ.

    The title names the OIC, or its motto stands above. A speech, which is held before listeners, has another title. Who
    writes to the OIC (``Secretary-General's message to the 39th session of …``) is another's officer.
    """
    message, officer = load_pattern("message", language), load_pattern("officer", language)
    addressee = load_pattern("addressee_of_title", language)
    above = list(find_above_text(blocks, language))
    first = next((block for block in blocks[len(above) :] if is_body(block)), None)
    if first is not None and len(first.text) <= _TITLE_LENGTH:
        # a title that ends as a sentence does stands in the text
        above.append(first)
    for block in above:
        for line in block.text.split("\n"):
            is_officer = message.match(line) and officer.search(line)
            addressed = addressee.search(line)
            writer = line[: addressed.start()] if addressed else line
            if is_officer and (names_organisation(writer, language) or find_publisher(blocks, language)):
                return line
    return None


def find_release(header: Header, blocks: Sequence[Block], body: Sequence[Block], language: Language) -> str | None:
    """The line that says that a text is the press release of an organ of the OIC about its own session; else None.

    A line above the text names press releases, and its first sentence tells that an organ met, or ended its session.
    A group of states has no press office: its page is the OIC's own, or a ministry's, which has press releases too.
    """
    page, line = load_pattern("release_page", language), load_pattern("release_line", language)
    above = [text for block in find_above_text(blocks, language) for text in block.text.split("\n")]
    named = next((text for text in above if page.search(text) or line.match(text)), None)
    first = body[0].text[:FIRST_REACH] if body else ""
    opens = find_form("opening_verbs", first, language) or load_pattern("closes_session", language).search(first)
    if named is None or not opens or header.body_id is None:
        return None
    if header.body_id.startswith(_GROUP) and find_publisher(blocks, language) is None:
        return None
    return named.strip()
