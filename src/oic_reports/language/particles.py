"""What is written to an Arabic word: conjunction, preposition, article (``schemas/vocabularies/particles.csv``).

They stand in this order, each once at most: ``وبالقرار``. Behind the preposition ل the article loses its alef:
``للقرار``. Every pattern that looks for them is put together from those below, regular expressions without groups.
"""

from __future__ import annotations

from oic_reports.resources import load_vocabulary


def _list_forms(kind: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in load_vocabulary("particles") if row["kind"] == kind)


# single letters, as they stand in a class of letters
CONJUNCTIONS = "".join(_list_forms("conjunction"))
PREPOSITIONS = "".join(_list_forms("preposition"))
LETTERS = CONJUNCTIONS + PREPOSITIONS
(ARTICLE,) = _list_forms("article")
# the preposition ل with the article
(LI_ARTICLE,) = _list_forms("li_article")

# the article, alone or with ل
EITHER_ARTICLE = f"(?:{ARTICLE}|{LI_ARTICLE})"
CONJUNCTION = f"[{CONJUNCTIONS}]?"
# what may stand before a word without its article
BEFORE_WORD = f"{CONJUNCTION}[{PREPOSITIONS}]?"
# what may stand before a form that is known whole, and no more of it than must
BEFORE_FORM = f"[{LETTERS}]{{0,2}}?"
# what may stand before the article itself: ل melts into it
BEFORE_ARTICLE = f"{CONJUNCTION}[{PREPOSITIONS.replace(LI_ARTICLE[0], '')}]?"
# the article with all that may stand before it
TO_ARTICLE = f"(?:{BEFORE_ARTICLE}{ARTICLE}|{CONJUNCTION}{LI_ARTICLE})"
