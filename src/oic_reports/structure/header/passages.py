"""The passages of a report that speak of this meeting: its title, its header lines, its opening sentences, its end.

What a title is about is not said of the meeting (``on the holding of the Twenty-second Session``), nor is what a header
cites. A newspaper's dateline is parted from what follows it: it tells where the paper wrote, not where the meeting was.
"""

from __future__ import annotations

from dataclasses import dataclass

from oic_reports.structure.names.datelines import Dateline
from oic_reports.structure.names.evidence import Evidence, Passage

# characters of a sentence that tells more than a name
_STORY_LENGTH = 60
_SENTENCE_ENDS = (".", "!", "?", "؟")
_CLOSING_MARKS = " »”\"')"


@dataclass(frozen=True, slots=True)
class Passages:
    """What speaks of this meeting, in the order of the text.

    ``titles`` are title blocks, each one text, ``page_titles`` what a page prints above the document's own; ``lines``
    single lines of the title and header, ``heads`` whole header blocks, each with whether the block is one of place and
    date; ``openings`` sentences that tell that it met; ``leads`` lines that name who acts or lead to decisions (``The
    Ministers of the Group:``); ``ends`` lines of the signature; ``lead_ins`` sentences of a press lead above the text,
    which say what the text does not say itself; ``announcements`` sentences of the first paragraphs that say that the
    text follows, and what it is. ``dateline`` is where and when a newspaper wrote.
    ``selves`` are the words with which the text, wherever in it, says what it is (``the present final communiqué``).
    ``declaring`` are the words with which those who met begin to speak (``We, the Ministers``, ``نحن ملوك``).
    ``spoken`` is the word of the title for a speech, where the text is one of an officer of the OIC.
    ``statute`` is the type of a text in articles of the OIC, and the title that says it, or its own word for itself.
    ``is_numbered`` tells that a paragraph has a number or a letter.
    ``leads_in`` tells that a newspaper's lead stands above it.
    ``is_release`` tells that a line above says that it is a press release, and a sentence that a meeting was held;
    ``has_participles`` tells that its paragraphs begin with participles, as those of a resolution do; ``resolving`` are
    the verbs with which one organ decides, in the present tense (``Requests``): where leaders say ``we``, none is read;
    ``is_of_leaders`` tells that they do in several paragraphs (``We call upon``, ``APPELONS``).
    """

    titles: tuple[Passage, ...]
    page_titles: tuple[Passage, ...]
    lines: tuple[tuple[Passage, bool], ...]
    heads: tuple[tuple[Passage, bool], ...]
    openings: tuple[Passage, ...]
    leads: tuple[Passage, ...]
    ends: tuple[Passage, ...]
    lead_ins: tuple[Passage, ...]
    announcements: tuple[Passage, ...]
    selves: tuple[Passage, ...]
    has_participles: bool
    resolving: tuple[Passage, ...]
    is_of_leaders: bool
    is_release: bool
    leads_in: bool
    dateline: Dateline | None
    is_numbered: bool
    declaring: Evidence | None = None
    spoken: Evidence | None = None
    statute: tuple[str, Evidence] | None = None

    @property
    def is_given_by_others(self) -> bool:
        """Whether somebody else tells above the text that it follows, so that what heads the page is theirs."""
        return bool(self.announcements or self.leads_in)

    @property
    def heads_story(self) -> bool:
        """Whether the title heads the story that a newspaper tells of the meeting above the text that it gives.

        Where the page has a title of its own, that one does.
        """
        told = next((lead.seq for lead in self.lead_ins if _tells_story(lead.printed)), None)
        return told is not None and bool(self.titles) and not self.page_titles and self.titles[-1].seq < told

    @property
    def fronts(self) -> tuple[Passage, ...]:
        """Titles, then header lines."""
        return (*self.titles, *(line for line, _ in self.lines))


def _tells_story(sentence: str) -> bool:
    """Whether a sentence of a lead tells something: one that says that the text follows ends with a colon."""
    return len(sentence) > _STORY_LENGTH and sentence.rstrip(_CLOSING_MARKS)[-1:] in _SENTENCE_ENDS
