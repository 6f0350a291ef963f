"""The name and motto with which the OIC's own sites head their pages."""

from __future__ import annotations

import pytest

from oic_reports.model import Block, Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.page.banner import find_banner, find_publisher, is_name_line
from oic_reports.structure.report import build_reports

ORGAN = "Independent Permanent Human Rights Commission (IPHRC) of"
OIC = "The Organisation of Islamic Cooperation (OIC)"
MOTTO = "Protecting and Promoting Human rights in the Muslim World and Beyond"
TEXT = "The Commission of the OIC welcomed the planting of trees in the valley, which many families had asked for.\n\nIt thanked the gardeners.\n"


def build(text):
    return build_reports(read_bytes(text.encode(), "x.txt"))[0]


def printed(*texts):
    return drop_blank([Line(text, number) for number, text in enumerate(texts, 1)], "en")


@pytest.mark.parametrize(
    ("line", "language", "is_name"),
    [
        (ORGAN, "en", True),
        (OIC, "en", True),
        ("OIC condemns the felling of trees", "en", False),
        ("Islamabad", "en", False),
        ("الهيئة الدائمة المستقلة لحقوق الإنسان في منظمة التعاون الإسلامي", "ar", True),
        ("l’Organisation de la Coopération Islamique (OCI)", "fr", True),
    ],
)
def test_a_name_and_no_more(line, language, is_name):
    assert is_name_line(line, language) == is_name


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        ((ORGAN, OIC, MOTTO, "Commission welcomes trees"), 3),
        ((ORGAN, OIC, "Commission welcomes trees"), 2),
        ((OIC, "The Collective Voice of the Muslim World"), 2),
        (("Orchard Weekly", "The Collective Voice of the Muslim World"), 0),
        (("IPHRC", "OIC", "Commission welcomes trees"), 0),
        ((OIC, "Final Communiqué"), 0),
    ],
)
def test_a_banner_ends_with_the_motto_or_with_two_names(lines, size):
    assert len(find_banner(printed(*lines), "en")) == size


def test_the_publisher_is_named_above_the_text_only():
    def blocks(*texts):
        return [Block("header", text, text) for text in texts]

    text = [Block("operative", TEXT, TEXT)]
    assert find_publisher([*blocks(ORGAN, OIC), *text], "en") == f"{ORGAN} {OIC}"
    assert find_publisher([*text, *blocks(ORGAN, OIC)], "en") is None
    assert find_publisher([*blocks("Home", ORGAN, OIC), *text], "en") is None


def test_an_organs_names_are_no_title_and_its_prose_is_a_press_release():
    report = build(f"{ORGAN}\n{OIC}\n\nTrees in the valley are welcome\n\n{TEXT}")
    assert (report.header.document_type, report.header.title) == ("press_release", "Trees in the valley are welcome")
    with pytest.raises(NoReportError):
        build(f"Orchard Weekly\n\nTrees in the valley are welcome\n\n{TEXT}")


def test_the_name_of_the_site_is_no_headline():
    text = "The Organisation of Islamic Cooperation condemned the felling of trees in the valley by armed men.\n\nIt thanked the gardeners.\n"
    assert (
        build(f"Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World\n\n{text}").header.title
        is None
    )


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "OIC takes part in the Third Session of the Forum of Gardeners",
            "The OIC delegation participated in the Third Session of the Council of Gardeners, held in Tunis from 2 to 4 June 2016.",
        ),
        (
            "IPHRC participated in the 42nd Session of the Council of Foreign Ministers",
            "The delegation of the IPHRC took part in the 42nd Session of the OIC Council of Foreign Ministers, held in Kuwait from 27 to 28 May 2015.",
        ),
    ],
)
def test_a_meeting_that_an_organ_took_part_in_is_not_its_own(title, told):
    header = build(
        f"{ORGAN}\n{OIC}\n{MOTTO}\n\n{title}\n\n{told}\n\nThe delegation of the OIC spoke of trees.\n"
    ).header
    assert (header.session, header.city, header.date) == (None, None, None)
    assert header.body_id in {None, "iphrc"}


def test_a_state_that_begins_a_release_on_the_oics_own_page_does_not_make_it_a_states():
    told = "The Kingdom of Saudi Arabia received a delegation of the OIC in Riyadh and spoke with it of trees, of wells and of seeds.\n\nBoth thanked the gardeners.\n"
    own = f"{OIC}\nThe Collective Voice of the Muslim World\n\nOIC delegation in Riyadh\n\n{told}"
    assert build(own).header.document_type == "press_release"
    with pytest.raises(NoReportError):
        build(f"OIC delegation in Riyadh\n\n{told}")


def test_who_is_quoted_on_the_oics_own_page_does_not_make_it_a_speech():
    told = "The Organisation of Islamic Cooperation opened its workshop on trees in Jeddah.\n\n“I would like to thank the gardeners”, the Secretary General told them.\n"
    assert (
        build(f"{OIC}\nThe Collective Voice of the Muslim World\n\nWorkshop on trees\n\n{told}").header.document_type
        == "press_release"
    )


def test_the_title_may_name_the_organ_and_the_text_say_the_commission():
    told = "A delegation of the Commission visited Cotonou from 3 to 5 May 2017 and met there the ministers of health and of trade.\n\nIt thanked its hosts.\n"
    report = build(f"{ORGAN}\n{OIC}\n{MOTTO}\n\nIPHRC delegation in Cotonou\n\n{told}")
    assert report.header.document_type == "press_release"
    with pytest.raises(NoReportError):
        build(f"IPHRC delegation in Cotonou\n\n{told}")


def test_a_day_close_to_its_label_is_the_sites():
    report = build(f"{ORGAN}\n{OIC}\n{MOTTO}\n\nIPHRC welcomes trees\n\nDate:10/16/2019\n\n{TEXT}")
    (day,) = (block for block in report.blocks if block.text == "Date:10/16/2019")
    assert day.role == "boilerplate"


def test_the_menu_of_an_organs_site_is_no_title():
    menu = "Page d’Accueil À propos de la CPIDH Instruments juridiques Sessions Activités Articles & Etudes Médias Postes vacants"
    told = "Djeddah 5 Juin 2014. La Commission permanente indépendante des droits de l’homme de l’OCI a condamné l’abattage des arbres.\n\nElle a remercié les jardiniers.\n"
    header = build(f"{menu}\n\nAccueil > Communiqués de presse\n\nLa CPIDH défend les arbres\n\n{told}").header
    assert (header.document_type, header.title) == ("press_release", "La CPIDH défend les arbres")


SESSION = {
    "fr": (
        "Date : 04/06/2012\n\nLa 12ème session de la Commission permanente des finances de l'Organisation de la Coopération "
        "islamique (OCI) s'est ouverte ce matin, le 4 juin 2012, à Djeddah. Les arriérés ont baissé, a-t-il ajouté.\n\n"
        "La Commission examinera le projet de budget.\n\n"
    ),
    "en": (
        "Date: 04/06/2012\n\nThe 12th Session of the Permanent Finance Committee of the Organisation of Islamic Cooperation "
        "(OIC) opened today, 4 June 2012, in Jeddah. Arrears have gone down, he said.\n\n"
        "The Committee will consider the draft budget.\n\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "rights"),
    [
        ("fr", "Copyright © Organisation de la Coopération Islamique. Tous droits réservés"),
        ("fr", "© 2012-2020 OCI"),
        ("en", "© 2012 Organisation of Islamic Cooperation. All Rights Reserved."),
        ("en", "Copyright OIC Permanent Observer Mission to the United Nations"),
        ("fr", "© Secrétariat général de l’OCI"),
    ],
)
def test_what_the_oic_has_the_rights_in_is_its_own(language, rights):
    header = build("Home | News\n\n" + SESSION[language] + rights).header
    assert (header.document_type, header.body_id, header.session) == ("press_release", "pfc", 12)
    assert header.date == "2012-06-04"


@pytest.mark.parametrize(
    "rights",
    [
        "© 2012 Orchard News Agency",
        "Copyright © Friends of the OCI and its cities",
        "Copyright © Mission permanente du Mali auprès de l’OCI",
    ],
)
def test_what_others_have_the_rights_in_is_news(rights):
    with pytest.raises(NoReportError):
        build("Home | News\n\n" + SESSION["fr"] + rights)
