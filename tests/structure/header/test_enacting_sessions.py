"""A session that enacts a resolution and says no more; themes, and names of sites, behind the titles of resolutions."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

RECITALS = {
    "en": ("Recalling the wells that were dug;", "Aware of the drought;", "1. Calls upon the Member States to dig.", "2. Requests the Secretary General to follow up."),
    "fr": ("Rappelant les puits creusés ;", "Consciente de la sécheresse ;", "1. Appelle les États membres à creuser.", "2. Demande au Secrétaire général d'en assurer le suivi."),
    "ar": ("إذ يستذكر الآبار التي حفرت؛", "وإذ يدرك شدة الجفاف؛", "1. يدعو الدول الأعضاء إلى الحفر.", "2. يطلب من الأمين العام متابعة ذلك."),
}  # fmt: skip
ENACTED = [
    ("en", "Resolution No. 3/29-E on Wells", "The Twenty-ninth Session of the Council of Foreign Ministers,"),
    ("fr", "Résolution n° 3/29-E sur les puits", "La vingt-neuvième session du Conseil des ministres des Affaires étrangères,"),
    ("ar", "قرار رقم 3/29-أق بشأن الآبار", "إن الدورة التاسعة والعشرين لمجلس وزراء الخارجية،"),
]  # fmt: skip


def read(language, *above):
    page = "\n\n".join((*above, *RECITALS[language]))
    return build_reports(read_bytes(page.encode(), "p.txt"))[0].header


@pytest.mark.parametrize(("language", "title", "enacting"), ENACTED)
def test_the_session_that_enacts_is_that_of_the_resolution(language, title, enacting):
    header = read(language, title, enacting)
    assert (header.document_type, header.body_id, header.session) == ("resolution", "cfm", 29)
    assert (header.date, header.city) == (None, None)


def test_a_session_that_a_recital_names_is_none_of_the_resolution():
    recalled = "Recalling the Twenty-eighth Session of the Council of Foreign Ministers,"
    assert read("en", "Resolution No. 3/29-E on Wells", "The Council,", recalled).session != 28


@pytest.mark.parametrize("theme", ["(Session of Rain)", "(Session of Rain and Rivers) Niamey"])
def test_the_theme_of_a_session_is_none_of_a_resolutions_title(theme):
    title, enacting = ENACTED[0][1:]
    assert read("en", f"{title} {theme}", enacting).title == title


def test_brackets_that_name_no_session_are_of_the_title():
    title = "Resolution No. 3/29-E on Wells (Second Phase)"
    assert read("en", title, ENACTED[0][2]).title == title


@pytest.mark.parametrize("mark", ["::", "|", "-"])
def test_a_site_behind_a_title_that_its_cover_prints_on_several_lines_is_cut(mark):
    title, enacting = ENACTED[0][1:]
    cover = "Resolution No. 3/29-E\non Wells and Rivers"
    assert read("en", f"{title} and Rivers {mark} Example Pages", cover, enacting).title == f"{title} and Rivers"
    own = f"{title} {mark} Rivers of the South"
    assert read("en", own, enacting).title == own
