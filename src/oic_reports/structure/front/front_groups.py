"""Groups of lines before the body, and what their lines name: a type of document, a session, a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from oic_reports.cleaning.clean import clean_text
from oic_reports.language.attested import Evidence
from oic_reports.model import Flag, Language, Role
from oic_reports.resources import load_pattern
from oic_reports.structure.forms import find_form, find_opening, read_type
from oic_reports.structure.lines.layout import Layout
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_vowels, is_closed
from oic_reports.structure.lines.resolutions import read_number
from oic_reports.structure.names.bodies import find_body

# words of a line that is the type of a document and no more: ``RESOLUTIONS ON``
TYPE_WORDS = 3
# lines of a title that are looked at before all of it
_FIRST_LINES = 12
# letters of the beginning of a title that a site prints above it
LEAST_BEGUN = 30


@lru_cache(maxsize=512)
def clean_line(text: str, evidence: Evidence) -> str:
    """A line without its damage and its Arabic vowels, as vocabularies know words; each is asked for several times.

    A rule of underscores may be written to its first word.
    """
    clean = drop_vowels(clean_text(text, evidence).text)
    return clean.lstrip("_").lstrip() or clean


@dataclass(slots=True, eq=False)
class Group:
    """Lines that make one block before the body; ``is_parted``: lines of the site stand above it.

    Each is but equal to itself: a line stands in one group.
    """

    lines: list[PrintedLine]
    role: Role
    subrole: str | None
    is_parted: bool = False
    flags: list[Flag] = field(default_factory=list)

    @property
    def normal(self) -> str:
        """The letters of all lines, as lines are compared."""
        return "".join(line.normal for line in self.lines)

    @property
    def names_type(self) -> bool:
        """Whether a line names a type of document."""
        return any(line.names_type for line in self.lines)

    @property
    def is_session_alone(self) -> bool:
        """Whether lines name the session and no text: ``The Fourth Islamic Summit Conference``."""
        text = " ".join(line.plain for line in self.lines)
        named = load_pattern("session_line", self.lines[0].language).match(text)
        return named is not None and not self.names_type

    @property
    def is_meeting_alone(self) -> bool:
        """Whether lines name a meeting of a body, wrapped or not, and no text: ``Meeting of the OIC Contact Group``."""
        text = " ".join(line.plain for line in self.lines)
        language = self.lines[0].language
        is_named = load_pattern("meeting_line", language).match(text) is not None and not self.names_type
        return is_named and find_body(text, language) is not None

    @property
    def is_long(self) -> bool:
        """Whether lines are those of a headline: several words, no place and no end of a sentence."""
        return sum(len(line.text.split()) for line in self.lines) > TYPE_WORDS and not self.lines[-1].is_closed


def names_document(lines: Sequence[PrintedLine], layout: Layout) -> bool:
    """Whether lines name a type of document or a body, or are a headline of the organisation."""
    if len(lines) > _FIRST_LINES and _names(_join_clean(lines[:_FIRST_LINES], layout), layout.language):
        # of a long title, what the first lines name is enough
        return True
    text = _join_clean(lines, layout)
    return _names(text, layout.language) or _is_headline(text, layout.language)


def _join_clean(lines: Sequence[PrintedLine], layout: Layout) -> str:
    return " ".join(clean_line(line.text, layout.evidence) for line in lines)


def _names(text: str, language: Language) -> bool:
    """Whether a text names a type of document or a body."""
    return any(find_form(name, text, language) for name in ("document_types", "body_names"))


def _is_headline(text: str, language: Language) -> bool:
    """Whether a line says what the organisation does (``OIC condemns the attack``): the title of a press release."""
    named = load_pattern("organisation", language).search(text)
    if named is None or is_closed(text):
        return False
    acts = load_pattern("act_opening", language)
    words = re.finditer(r"(?<=\s)\w", text[named.end() :])
    return any(acts.match(text, named.end() + word.start()) for word in words)


def names_type_again(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line begins with the type of document that the line above it names: another title begins there.

    The number of a resolution (``Resolution No. 16/14-C``) is of the title below it.
    """
    begun = read_line_type(line) if read_number(above.text) is None else None
    return begun is not None and begun == read_type(
        find_form("document_types", above.plain, above.language), above.language
    )


def read_line_type(line: PrintedLine) -> str | None:
    """The type of document with which a line begins; a line that begins small goes on with the one above."""
    form = None if line.is_small else find_opening("document_types", line.plain, line.language)
    return read_type(form, line.language)
