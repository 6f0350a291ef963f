"""Numbers of resolutions and bodies in words and forms that stand beside their usual ones."""

import pytest
from test_own_datelines import MORE, STATED, build

from oic_reports.structure.lines.resolutions import find_number
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.officers import find_actor


@pytest.mark.parametrize(
    ("title", "raw", "normal"),
    [
        ("Resolution No.3/EOS", "3/EOS", "3-EOS"),
        ("RESOLUTION NO. 5/EX-PAL(IS)", "5/EX-PAL(IS)", "5-EX-PAL(IS)"),
        ("القرار رقم 1/ غ ع", "1/ غ ع", "1-غع"),
        ("Resolution (1) of the Twenty-Fourth Session of the COMCEC", "1", "1"),
        ("RÉSOLUTION (2) DE LA VINGTIÈME SESSION DU COMCEC", "2", "2"),
        ("القرار (1) للدورة العشرين للكومسيك", "1", "1"),
    ],
)
def test_numbers_with_letters_for_a_session_or_counted_by_it(title, raw, normal):
    found = find_number(title)
    assert found is not None
    assert (found.number.raw, found.number.normal, title[found.start : found.end]) == (raw, normal, raw)


@pytest.mark.parametrize(
    "title",
    ["Resolution (3) on the mills", "Resolution 242 (1967)", "Resolution No. 12/Report", "قرار (3) بشأن المطاحن"],
)
def test_a_figure_that_counts_nothing_of_a_session_is_no_number(title):
    assert find_number(title) is None


@pytest.mark.parametrize(
    ("language", "text", "body_id"),
    [
        ("en", "the OIC Foreign Ministers’ Emergency Meeting", "cfm"),
        ("en", "the OIC Contact Group dealing with the aggression of Armenia against Azerbaijan", "cg-azerbaijan"),
        ("en", "CONTACT GROUP MEETING ON MALI", "cg-mali"),
        ("en", "the Contact Group concerned with Somalia", "cg-somalia"),
        ("fr", "la réunion d’urgence des ministres des Affaires étrangères de l’OCI", "cfm"),
        ("fr", "la réunion extraordinaire des ministres des Affaires étrangères des États membres de l’OCI", "cfm"),
        ("fr", "le Sommet extraordinaire de l’OCI", "is"),
        ("fr", "le Groupe de contact de l’OCI chargé de la Somalie", "cg-somalia"),
        ("ar", "الاجتماع الطارئ لوزراء خارجية الدول الأعضاء في منظمة التعاون الإسلامي", "cfm"),
        ("ar", "اللقاء الاستثنائي لوزراء خارجية دول منظمة المؤتمر الإسلامي", "cfm"),
        ("en", "the emergency meeting of the Group of Seven", None),
        ("fr", "la réunion d’urgence des ministres des Affaires étrangères de la Ligue arabe", None),
        ("fr", "la réunion extraordinaire des ministres des Affaires étrangères de l’Union africaine", None),
        ("ar", "الاجتماع الطارئ لوزراء خارجية دول مجلس التعاون", None),
    ],
)
def test_bodies_whose_meeting_is_extraordinary_or_which_deal_with_something(language, text, body_id):
    found = find_body(text, language)
    assert (found.body_id if found else None) == body_id


@pytest.mark.parametrize(
    ("language", "sentence", "acts"),
    [
        (
            "en",
            "After the river had risen, and in view of the need, the Secretary General of the OIC sent a mission.",
            True,
        ),
        ("fr", "Après la crue du fleuve, le Secrétaire général de l’OCI a envoyé une mission.", True),
        ("ar", "بعد فيضان النهر، أوفد الأمين العام لمنظمة التعاون الإسلامي بعثة.", True),
        ("en", "After the river had risen, the Minister of Health thanked the Secretary General of the OIC.", False),
    ],
)
def test_who_acts_behind_what_happened_before(language, sentence, acts):
    assert (find_actor(sentence, language) is not None) == acts


def test_a_title_that_a_viewer_cut_goes_on_below():
    whole = "REPORT OF THE SECRETARY GENERAL ON THE MILLS AND THE GRANARIES OF THE MEMBER STATES OF THE RIVER"
    text = "1. The mills were mended.\n\n2. The granaries were filled.\n\n3. The Session thanked the millers."
    lines = "REPORT OF\nTHE SECRETARY GENERAL\nON\nTHE MILLS AND THE GRANARIES OF\nTHE MEMBER STATES OF THE RIVER"
    report = build(
        "REPORT OF THE SECRETARY GENERAL ON THE MILLS AND THE GRANARIES ...", "OIC/40-CFM/2013/ST/REP", lines, text
    )
    assert report.header.title == whole


@pytest.mark.parametrize("day", ["8 December، 2025", "8 December, 2025", "8 décembre 2025"])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_day_in_whatever_language_below_a_headline_hides_it_from_nobody(language, day):
    headline = {
        "en": "Monthly meeting of the staff of the Academy",
        "fr": "Réunion mensuelle du personnel de l’Académie",
        "ar": "الاجتماع الشهري لموظفي المجمع الفقهي",
    }[language]
    assert build(headline, day, STATED[language], MORE[language], form="html").header.title == headline
