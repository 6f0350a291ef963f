"""Resolutions of one session without titles: they open alike, each recites, and each counts from one."""

from __future__ import annotations

import pytest
from extracts import read

OPENING = {
    "en": "The Seventh Session of the Islamic Summit Conference (Session of\nWells and Gardens) held in Casablanca, Kingdom of Morocco, "
    "from\n13 to 15 December 1994,\n",
    "fr": "La septième session de la Conférence islamique au Sommet (session des\npuits et des jardins), tenue à Casablanca, Royaume du "
    "Maroc, du\n13 au 15 décembre 1994,\n",
    "ar": "إن مؤتمر القمة الإسلامي السابع (دورة الآبار والحدائق) المنعقد في\nالدار البيضاء بالمملكة المغربية من\n13 إلى 15 ديسمبر 1994،\n",
}
RECITALS = {
    "en": ("Recalling that wells belong to all;", "Noting that the gardens are dry;"),
    "fr": ("Rappelant que les puits sont à tous ;", "Notant que les jardins sont secs ;"),
    "ar": ("إذ يذكر بأن الآبار ملك للجميع؛", "وإذ يلاحظ أن الحدائق جافة؛"),
}
ACTS = {
    "en": (
        ("Calls upon Member States to dig.", "Requests the Secretary General to report on it."),
        ("Urges Member States to plant trees.", "Thanks the Islamic Solidarity Fund for its seeds."),
    ),
    "fr": (
        ("Invite les États membres à creuser.", "Demande au Secrétaire général d’en faire rapport."),
        ("Exhorte les États membres à planter.", "Remercie le Fonds de solidarité islamique de ses graines."),
    ),
    "ar": (
        ("يدعو الدول الأعضاء إلى حفر الآبار.", "يطلب إلى الأمين العام أن يقدم تقريرا عن ذلك."),
        ("يحث الدول الأعضاء على غرس الأشجار.", "يشكر صندوق التضامن الإسلامي على بذوره."),
    ),
}


def write(language: str, *recited: tuple[str, ...]) -> str:
    """Resolutions below one another, the acts of each counted from one."""
    return "\n".join(
        OPENING[language] + "\n".join([*recitals, *(f"{number}. {act}" for number, act in enumerate(acts, 1))]) + "\n"
        for recitals, acts in zip(recited, ACTS[language], strict=True)
    )


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_an_opening_that_comes_again_is_no_running_header_and_what_it_recites_is_preamble(language):
    report = read(write(language, RECITALS[language], RECITALS[language]))
    roles = [(block.role, block.ordinal) for block in report.blocks]
    resolution = [("preamble", None)] * 3 + [("operative", 1), ("operative", 2)]
    assert roles == resolution * 2
    header = report.header
    assert (header.body_id, header.session, header.city) == ("is", 7, "Casablanca")


def test_paragraphs_between_numbers_that_recite_nothing_stay_of_the_text():
    said = ("The wells were open that day.", "The gardens were green.")
    report = read(write("en", RECITALS["en"], said))
    (block,) = [block for block in report.blocks if block.text.endswith(said[-1])]
    assert block.role == "operative"


@pytest.mark.parametrize(
    ("language", "recital", "rest"),
    [
        ("en", "Recalling that on 11", "September 1987 the Assembly of the United Nations opened a well;"),
        ("fr", "Rappelant que le 11", "septembre 1987 l’Assemblée des Nations Unies a ouvert un puits ;"),
        ("ar", "وإذ يذكر أنه في يوم 11", "سبتمبر 1987 فتحت الجمعية العامة للأمم المتحدة بئرا؛"),
    ],
)
def test_a_day_that_a_line_end_parts_goes_on(language, recital, rest):
    first, second = RECITALS[language]
    report = read(write(language, (first, recital, rest, second), RECITALS[language]))
    assert f"{recital} {rest}" in [block.text for block in report.blocks]


@pytest.mark.parametrize(
    "line", ["Archive for September, 2012", "Archives for May 2013", "Archives pour mars 2014", "أرشيف شهر مايو 2015"]
)
def test_the_month_of_a_weblogs_archive_is_none_of_the_text(line):
    text = write("en", RECITALS["en"], RECITALS["en"])
    report = read(f"Notes of a gardener\n\n{line}\n\nResolution on wells\n\n{text}")
    (block,) = [block for block in report.blocks if block.text == line]
    assert block.role == "boilerplate"
