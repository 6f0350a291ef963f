"""What a release is, in a few sentences: its numbers, languages, bodies and years are those of its rows."""

from __future__ import annotations

from oic_reports.release.metadata.holdings import Holdings
from oic_reports.release.metadata.wording import count, find_label, join

TITLE = {
    "en": "OIC reports: paragraphs of the reports of the Organisation of Islamic Cooperation",
    "ar": "تقارير منظمة التعاون الإسلامي: فقرات تقارير المنظمة",
    "fr": "Rapports de l’OCI : paragraphes des rapports de l’Organisation de la coopération islamique",
}
CREATOR = "The oic-reports maintainers"
KEYWORDS = ("diplomacy", "Organisation of Islamic Cooperation", "corpus", "paragraphs")
# bodies that a sentence can name before nobody reads it
_MOST = 5
_WORDS = {
    "en": {
        "holds": "{documents} of the Organisation of Islamic Cooperation {languages}, {years}, paragraph by paragraph.",
        "bodies": "Bodies: {list}.",
        "types": "Kinds: {list}.",
        "texts": (
            "{paragraphs}, {numbered}, each as it was read and as it was repaired, with every repair ({repairs}), the"
            " facts of the header and the source of each document."
        ),
        "rights": (
            "The texts remain those of the organisation and are not licensed by us; annotations and metadata are under"
            " CC BY 4.0. The organisation has no part in this dataset."
        ),
        "years": {0: "without a date", 1: "of {}", 2: "of {} to {}"},
    },
    "ar": {
        "holds": "{documents} لمنظمة التعاون الإسلامي {languages}، {years}، فقرةً فقرة.",
        "bodies": "الأجهزة: {list}.",
        "types": "الأنواع: {list}.",
        "texts": (
            "{paragraphs}، {numbered}، لكل منها نصه كما قُرئ ونصه بعد الإصلاح، مع كل إصلاح ({repairs}) وبيانات الترويسة"
            " ومصدر كل وثيقة."
        ),
        "rights": (
            "تبقى النصوص للمنظمة ولا نرخّص باستعمالها؛ أما الشروح والبيانات الوصفية فبرخصة CC BY 4.0. ولا صلة للمنظمة"
            " بهذه المجموعة."
        ),
        "years": {0: "بلا تاريخ", 1: "من سنة {}", 2: "من سنة {} إلى سنة {}"},
    },
    "fr": {
        "holds": (
            "{documents} de l’Organisation de la coopération islamique {languages}, {years}, paragraphe par paragraphe."
        ),
        "bodies": "Organes : {list}.",
        "types": "Types : {list}.",
        "texts": (
            "{paragraphs}, {numbered}, chacun tel que lu et tel que réparé, avec chaque réparation ({repairs}), les"
            " données d’en-tête et la source de chaque document."
        ),
        "rights": (
            "Les textes restent ceux de l’organisation et nous ne les plaçons sous aucune licence ; annotations et"
            " métadonnées sont sous CC BY 4.0. L’organisation n’a pas de part à ce jeu de données."
        ),
        "years": {0: "sans date", 1: "de {}", 2: "de {} à {}"},
    },
}  # fmt: skip


def print_abstract(holdings: Holdings, language: str) -> str:
    """The abstract of a release in one language, as one paragraph."""
    words = _WORDS[language]
    years = holdings.years
    sentences = [
        str(words["holds"]).format(
            documents=count("documents", holdings.documents, language),
            languages=_name_languages(holdings, language),
            years=words["years"][len(years)].format(*years),  # type: ignore[index]
        ),
        str(words["bodies"]).format(list=_list(holdings.bodies, "bodies", language)),
        str(words["types"]).format(list=_list(holdings.types, "document_type_values", language)),
        str(words["texts"]).format(
            paragraphs=count("paragraphs", holdings.paragraphs, language),
            numbered=count("numbered", holdings.numbered, language),
            repairs=count("repairs", holdings.repairs, language),
        ),
        str(words["rights"]),
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
