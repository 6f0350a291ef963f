"""What a release is, in a few sentences: its numbers, languages, bodies and years are those of its rows."""

from __future__ import annotations

from oic_reports.release.metadata.holdings import Holdings
from oic_reports.release.metadata.wording import count, find_label, join
from oic_reports.resources import load_words
from oic_reports.tables.schema import LANGUAGES

TITLE = {language: load_words("release", language)["title"] for language in LANGUAGES}
CREATOR = "The oic-reports maintainers"
KEYWORDS = ("diplomacy", "Organisation of Islamic Cooperation", "corpus", "paragraphs")
# bodies that a sentence can name before nobody reads it
_MOST = 5


def print_abstract(holdings: Holdings, language: str) -> str:
    """The abstract of a release in one language, as one paragraph."""
    words = load_words("release", language)
    years = holdings.years
    sentences = [
        words["abstract_holds"].format(
            documents=count("documents", holdings.documents, language),
            languages=_name_languages(holdings, language),
            years=words[f"abstract_years_{len(years)}"].format(*years),
        ),
        words["abstract_bodies"].format(list=_list(holdings.bodies, "bodies", language)),
        words["abstract_types"].format(list=_list(holdings.types, "document_type_values", language)),
        words["abstract_texts"].format(
            paragraphs=count("paragraphs", holdings.paragraphs, language),
            numbered=count("numbered", holdings.numbered, language),
            repairs=count("repairs", holdings.repairs, language),
        ),
        words["abstract_rights"],
    ]
    return " ".join(sentences)


def _name_languages(holdings: Holdings, language: str) -> str:
    """``in Arabic and English``, ``بالعربية والإنجليزية``, ``en arabe et en anglais``."""
    names = [find_label("languages", value, language) for value, _ in holdings.languages]
    if language == "fr":
        return join([f"en {name}" for name in names], language)
    return ("ب" if language == "ar" else "in ") + join(names, language)


def _list(ranked: tuple[tuple[str, int], ...], vocabulary: str, language: str) -> str:
    named = [f"{find_label(vocabulary, value, language)} ({number})" for value, number in ranked[:_MOST]]
    if len(ranked) > _MOST:
        named.append(count("other_bodies", len(ranked) - _MOST, language))
    return join(named, language)
