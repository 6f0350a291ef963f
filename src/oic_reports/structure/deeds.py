"""What an officer or an organ of the OIC does, told with its day: a visit, a reception, a workshop.

Nobody but the OIC prints that such a thing was done on ``15 March 2022``: a newspaper tells of it the next day, and
names the weekday. What a conference or a council does is told by everybody, and is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from oic_reports.language.dates import find_dates
from oic_reports.model import Block, Language
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form
from oic_reports.structure.header.bodies import find_body
from oic_reports.structure.header.clauses import split_sentences
from oic_reports.structure.header.datelines import find_dateline
from oic_reports.structure.officers import find_actor
from oic_reports.structure.text_blocks import find_above_text

# code points of the sentence that opens a text, and of paragraphs in which its day stands
_OPENING = 400
_DAYS = 600
# code points between the OIC and its organ (``OIC Independent …``)
_NAME = 5


def find_deed(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> str | None:
    """The words that name who acts in the first sentence of a text, where it tells of a day; else None.

    What will be done is announced, by anybody.
    """
    dateline = find_dateline(body[0].text, language, 1)
    text = body[0].text[dateline.end if dateline else 0 :]
    sentence = text[slice(*split_sentences(text)[0])][:_OPENING]
    end = find_actor(sentence, language)
    is_done = load_pattern("announces", language).search(sentence) is None
    if end is None or not is_done or _tells_of_meeting(sentence, end, language):
        return None
    return sentence[:end].strip() if _tells_day(blocks, body, language) else None


def _tells_of_meeting(sentence: str, end: int, language: Language) -> bool:
    """Whether the body that a sentence begins with meets in it; between its sessions some do other things."""
    met = find_body(sentence, language)
    if met is None or met.start > end + _NAME:
        return False
    opens = find_form("opening_verbs", sentence, language)
    return (
        not met.states_between
        or opens is not None
        or load_pattern("closes_session", language).search(sentence) is not None
    )


def _tells_day(blocks: Sequence[Block], body: Sequence[Block], language: Language) -> bool:
    """Whether a text prints a day in full: above it, in its first paragraphs, or below it."""
    above = [block.text for block in find_above_text(blocks, language)]
    below = [block.text for block in blocks if block.role == "signature"]
    told = "\n".join(block.text for block in body[:2])[:_DAYS]
    return any(day.precision == "day" for text in (*above, told, *below) for day in find_dates(text, language))
