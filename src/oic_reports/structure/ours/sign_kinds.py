"""The signs of texts by name, and the groups of them that judgement asks for."""

from __future__ import annotations

from typing import Literal, NamedTuple

SignName = Literal[
    "document symbol",
    "title of a document",
    "numbered paragraphs in which a meeting acts",
    "numbered account of a meeting",
    "account numbered from the opening on",
    "participles of a preamble",
    "formula that leads to decisions",
    "first person plural of a declaration",
    "lead that announces the text",
    "paragraphs in which a meeting acts",
    "statement of an organ of the OIC",
    "announces a meeting",
    "quotes or sources",
    "byline",
    "day of a newspaper",
    "digest of decisions",
    "says what the OIC is",
    "headline that tells of a document",
    "statement told by others",
    "dateline of an agency",
    "dateline of the OIC's own agency",
    "page of news",
    "addressed to listeners",
    "form of a law or of minutes of a parliament",
    "form of a law or a treaty in articles",
]
# signs that a text is the meeting's own, each enough by itself
OWN: frozenset[SignName] = frozenset(
    {
        "document symbol",
        "title of a document",
        "numbered paragraphs in which a meeting acts",
        "numbered account of a meeting",
        "account numbered from the opening on",
        "participles of a preamble",
        "formula that leads to decisions",
        "first person plural of a declaration",
        "lead that announces the text",
    }
)
# signs of a text of its own that a newspaper's story has as well
WEAK: frozenset[SignName] = frozenset({"title of a document", "numbered account of a meeting"})
NEWS: frozenset[SignName] = frozenset(
    {
        "announces a meeting",
        "quotes or sources",
        "byline",
        "day of a newspaper",
        "digest of decisions",
        "says what the OIC is",
    }
)
# signs that a statement of the OIC is retold by a newspaper; a weekday is none, since an attack happens on one
RETOLD: frozenset[SignName] = (NEWS - {"day of a newspaper"}) | {"statement told by others", "dateline of an agency"}
# who tells what a meeting did: beside them paragraphs in which it acts are no text of its own
TELLERS: frozenset[SignName] = frozenset({"dateline of an agency", "dateline of the OIC's own agency", "page of news"})
# what became of a document is told by others; below such a headline its text may stand all the same
HEADLINE: frozenset[SignName] = frozenset({"headline that tells of a document"})
SPOKEN: frozenset[SignName] = frozenset(
    {"addressed to listeners", "form of a law or of minutes of a parliament", "form of a law or a treaty in articles"}
)


class Sign(NamedTuple):
    """A sign, and the words that show it."""

    name: SignName
    evidence: str
