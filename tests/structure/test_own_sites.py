"""Texts on sites that the OIC and its organs run: the address says whose they are, where no line of the page does."""

from __future__ import annotations

import hashlib
import json

import pytest

from oic_reports.cli import main
from oic_reports.commands.failure import WRONGLY_CALLED
from oic_reports.jobs.read import describe_source
from oic_reports.model import Sighting, Source
from oic_reports.own_sites import find_own_site, list_addresses, prints_day_first
from oic_reports.reading.reader import read_bytes
from oic_reports.sources.sidecar_place import find_sidecar
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

OWN = "https://www.oic-oci.org/topic/?t_id=100"
PAPER = "https://www.example.com/oic-oci.org/100"
NEWS = {
    "en": (
        "The guests were shown the repaired reading room last Thursday, and each of them was given a list of the books that the "
        "flood had spoiled.\n\nThe list will be sent to the Member States, which are asked to look for copies in their own "
        "libraries."
    ),
    "fr": (
        "Les invités ont vu jeudi dernier la salle de lecture réparée, et chacun a reçu la liste des livres que la crue avait "
        "gâtés.\n\nLa liste sera envoyée aux États membres, qui sont priés d'en chercher des copies dans leurs bibliothèques."
    ),
    "ar": (
        "شاهد الضيوف يوم الخميس الماضي قاعة المطالعة بعد إصلاحها، وتسلم كل منهم قائمة بالكتب التي أتلفها السيل.\n\n"
        "وسترسل القائمة إلى الدول الأعضاء، وهي مدعوة إلى البحث عن نسخ منها في مكتباتها."
    ),
}
SPEECH = (
    "Thank you, Mr. President, for your patience. I wish to add that my country has long sent its coopers to the yards of "
    "the Organisation of Islamic Cooperation.\n\nI salute their work, and I thank those who feed them."
)
REPORT = (
    "At the invitation of the Government of Malaysia the Islamic Conference of Ministers of Health held its third session "
    "in Kuala Lumpur on 4 and 5 May 2011.\n\nThe session was attended by 31 Member States.\n\nThe Conference adopted the "
    "agenda.\n\nThe Conference thanked the host."
)


def read(text, *addresses, name="page.txt"):
    return build_reports(read_bytes(text.encode(), name), addresses)


@pytest.mark.parametrize("language", NEWS)
def test_what_an_own_site_tells_is_its_release(language):
    (report,) = read(NEWS[language], OWN)
    assert report.header.document_type == "press_release"
    assert {block.role for block in report.blocks} == {"operative"}


HOME = {
    "en": (
        "Excellencies, Distinguished delegates, I thank Ruritania for the hospitality shown to our delegation. The OIC and the "
        "guilds have met before, and our Member States have orchards like yours."
    ),
    "fr": (
        "Excellences, Mesdames et Messieurs, je remercie la Ruritanie de l’hospitalité offerte à notre délégation. L’OCI et les "
        "guildes se sont déjà rencontrées, et nos États membres ont des vergers comme les vôtres."
    ),
    "ar": (
        "أصحاب المعالي، السيدات والسادة، أشكر روريتانيا على حسن الضيافة. لقد التقت منظمة التعاون الإسلامي والنقابات من قبل، "
        "وفي دولنا الأعضاء بساتين مثل بساتينكم."
    ),
}


@pytest.mark.parametrize("language", HOME)
def test_who_calls_the_member_states_his_speaks_for_the_oic_on_its_own_site(language):
    (report,) = read(f"Date: 04/05/2031\n\n{HOME[language]}", OWN)
    header = report.header
    assert (header.language, header.document_type, header.title, header.body_id) == (language, "speech", None, None)
    # what day the site gives is no day of a speech
    assert header.date is None
    with pytest.raises(NoReportError):
        read(HOME[language], PAPER)


@pytest.mark.parametrize(
    "said",
    [
        # a state has a delegation and a country, and another organisation has members of its own
        HOME["en"].replace("our Member States", "my country").replace("The OIC", "Our Organisation, the OIC"),
        HOME["en"].replace("our Member States", "the Member States"),
        # as the Bank calls its own
        HOME["en"].replace("our Member States", "our member countries"),
        HOME["en"].replace("The OIC", "The League of Orchards"),
    ],
)
def test_who_speaks_for_a_state_or_does_not_name_the_oic_does_not(said):
    with pytest.raises(NoReportError):
        read(f"Date: 04/05/2031\n\n{said}", OWN)


@pytest.mark.parametrize("language", NEWS)
@pytest.mark.parametrize("addresses", [(), (PAPER,)])
def test_elsewhere_nothing_says_whose_it_is(language, addresses):
    with pytest.raises(NoReportError):
        read(NEWS[language], *addresses)


def test_a_speech_on_an_own_site_is_its_speakers():
    with pytest.raises(NoReportError):
        read(SPEECH, OWN)


@pytest.mark.parametrize(
    "speech",
    [
        "Au nom d'Allah ; Excellence M. le Président, Majestés, Altesses ; le Secrétariat général que je dirige vous salue.",
        "In the name of Allah; Your Excellency the President, Excellencies; the General Secretariat which I lead greets you.",
        "بسم الله الرحمن الرحيم؛ فخامة الرئيس، أصحاب الجلالة والسمو والمعالي؛ إن الأمانة العامة التي أتولى أمرها تحييكم.",
    ],
)
def test_an_officer_speaks_on_an_own_site_without_a_title(speech):
    (report,) = read(speech, OWN)
    assert report.header.document_type == "speech"
    with pytest.raises(NoReportError):
        read(speech, PAPER)


def test_a_text_about_the_organ_is_no_release_of_it():
    with pytest.raises(NoReportError):
        read(f"About the Commission\n\n{NEWS['en']}", OWN)


def test_a_report_on_an_own_site_stays_one():
    (elsewhere,), (own,) = read(REPORT, PAPER), read(REPORT, OWN)
    assert own.header == elsewhere.header
    assert own.blocks == elsewhere.blocks


RELEASES = {
    "en": (
        "OIC Press Release\n\nThe Contact Group on Mali was opened in Niamey on 4 May 2011 before the conference which is to meet "
        "in June.\n\nThe Contact Group heard the envoy.\n\nIt decided to send a mission."
    ),
    "fr": (
        "La Commission permanente indépendante des droits de l'homme (CPIDH) de\nl'Organisation de la Coopération islamique (OCI)\n\n"
        "La Commission clôt sa neuvième session\n\nDate: 5/4/2011\n\nNiamey, le 4 mai 2011 : La 9e session de la Commission "
        "permanente indépendante des droits de l'homme de l'OCI a eu lieu à Niamey du 2 au 4 mai 2011.\n\n"
        "La Commission a demandé des puits.\n\nElle a décidé d'envoyer une mission."
    ),
}


@pytest.mark.parametrize("language", RELEASES)
def test_a_page_that_says_whose_it_is_gives_a_release_on_an_own_site_too(language):
    (report,) = read(RELEASES[language], OWN)
    assert report.header.document_type == "press_release"


def test_the_site_is_of_no_report():
    (report,) = read(f"The Reading Room\n\n{NEWS['en']}", OWN)
    assert not any("oic-oci" in block.text for block in report.blocks)


@pytest.mark.parametrize(
    ("head", "is_own"),
    [
        (f'<link rel="canonical" href="{OWN}">', True),
        (f'<meta property="og:url" content="{OWN}">', True),
        (f'<link rel="canonical" href="{PAPER}">', False),
        (f'<link rel="canonical" href="{OWN}"><meta property="og:url" content="{PAPER}">', False),
        (f'<link rel="stylesheet" href="{OWN}">', False),
        ("", False),
    ],
)
def test_a_page_says_itself_where_it_stands(head, is_own):
    page = f"<html><head>{head}</head><body><p>{NEWS['en']}</p></body></html>"
    if is_own:
        assert read(page, name="page.html")[0].header.document_type == "press_release"
        with pytest.raises(NoReportError):
            # who received it knows better
            read(page, PAPER, name="page.html")
    else:
        with pytest.raises(NoReportError):
            read(page, name="page.html")


def test_a_browser_notes_where_a_page_was_saved():
    note = "<!-- saved from url=(0039)https://www.oic-oci.org/topic/?t_id=100 -->"
    reading = read_bytes(
        f"<!DOCTYPE html>\n{note}\n<html><body><p>{NEWS['en']}</p></body></html>".encode(), "page.html"
    )
    assert reading.address == OWN


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.oic-oci.org/x", "www.oic-oci.org"),
        ("http://OIC-IPHRC.org:80/", "oic-iphrc.org"),
        ("https://web.archive.org/web/20180920id_/http://oicun.org/9/1.html", "oicun.org"),
        ("https://web.archive.org/web/2018/https://example.com/http://oicun.org/", None),
        ("https://example.com/web/2018/http://oicun.org/", None),
        ("https://notoic-oci.org/", None),
        ("https://oic-oci.org.example.com/", None),
        ("https://example.com/?u=https://oic-oci.org/", None),
        ("https://oic-oci.org@example.com/", None),
        ("ftp://oic-oci.org/", None),
        ("https://[oic-oci.org", None),
        ("", None),
    ],
)
def test_hosts_are_compared_by_their_parts(address, host):
    assert find_own_site([None, address]) == host


def test_only_some_sites_print_the_day_first():
    assert prints_day_first("ww1.oic-oci.org")
    assert not prints_day_first("iifa-aifi.org")
    assert not prints_day_first("example.com")


def test_each_address_of_a_source_counts():
    source = Source("src-1", "a.html", "1", 1, url=None, sightings=(Sighting(OWN, "2024-01-01T00:00:00Z"),))
    assert list_addresses(source) == [OWN]


def test_a_sidecar_beside_a_file_says_where_it_is_from(tmp_path, caplog):
    page = tmp_path / "page.txt"
    page.write_text(NEWS["en"], encoding="utf-8")
    assert describe_source(page).url is None
    digest = hashlib.sha256(page.read_bytes()).hexdigest()
    told = {
        "url": OWN,
        "how_obtained": "test",
        "received": "2026-11-24",
        "sha256": digest,
        "bytes": page.stat().st_size,
    }
    told |= {"media_type": "text/plain", "rights_note": None}
    find_sidecar(page).write_text(json.dumps(told), encoding="utf-8")
    assert describe_source(page).url == OWN
    assert describe_source(page, PAPER).url == PAPER
    # of another content, or no sidecar at all
    find_sidecar(page).write_text(json.dumps(told | {"sha256": "0" * 64}), encoding="utf-8")
    assert describe_source(page).url is None
    assert caplog.text == ""
    find_sidecar(page).write_text("{}", encoding="utf-8")
    assert describe_source(page).url is None
    assert "where page.txt is from is not known" in caplog.text


def test_the_command_takes_the_address_of_one_file(tmp_path, capsys):
    page = tmp_path / "page.txt"
    page.write_text(NEWS["en"], encoding="utf-8")
    assert main(["read", str(page), "--address", OWN]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["document_type"] == "press_release"
    assert main(["read", str(page)]) != 0
    assert main(["read", str(tmp_path), "--address", OWN]) != 0
    assert main(["read", str(page), "--address", "oic-oci.org"]) == WRONGLY_CALLED


DAYS = {"en": "Date: 03/02/2016", "fr": "Date: 03/02/2016", "ar": "التاريخ: 03/02/2016"}


@pytest.mark.parametrize("language", NEWS)
def test_the_labelled_day_of_a_release_is_a_line_of_its_header(language):
    (report,) = read(f"{DAYS[language]}\n\n{NEWS[language]}", OWN)
    assert report.header.date == "2016-02-03"
    assert (report.blocks[0].role, report.blocks[0].subrole) == ("header", "place_date")


def test_the_labelled_day_that_is_not_the_documents_is_the_sites():
    dated = "Jeddah, 1 February 2016: The Organisation of Islamic Cooperation (OIC) gave the bookbinders a second lamp."
    (report,) = read(f"{DAYS['en']}\n\n{dated}\n\n{NEWS['en']}\n\nDate: 01/02/2016", OWN)
    assert report.header.date == "2016-02-01"
    days = [block.role for block in report.blocks if block.text.startswith("Date:")]
    assert days == ["boilerplate", "boilerplate"]


MET = {
    "en": "The Senior Officials Meeting of the OIC was held on 3 February 2016 in the Governorate of {} to hear the weavers.",
    "fr": "La réunion des hauts fonctionnaires de l’OCI s’est tenue le 3 février 2016 dans le gouvernorat de {}.",
    "ar": "عقد اجتماع كبار الموظفين لمنظمة التعاون الإسلامي في محافظة {} يوم 3 فبراير 2016.",
}


@pytest.mark.parametrize(
    ("language", "printed", "city"), [("en", "Jeddah", "Jeddah"), ("fr", "Djeddah", "Jeddah"), ("ar", "جدة", "Jeddah")]
)
def test_the_governorate_of_a_city_is_its_place(language, printed, city):
    (report,) = read(f"{DAYS[language]}\n\n{MET[language].format(printed)}", OWN)
    assert (report.header.body_id, report.header.city, report.header.date) == ("som", city, "2016-02-03")


WELCOME = (
    "I welcome you to the house of our Organisation, in which the weavers have laid out their cloth.\n\n"
    "I thank those who carried it here, and I shall not keep you from it for long."
)


def test_a_speech_that_lost_its_speaker_keeps_its_place_and_has_no_title():
    lines = "Statement of\n\nNiamey, Republic of the Niger\n\n3-5 May 2031\n\nExcellencies,"
    (report,) = read(f"{lines}\n\n{WELCOME}", OWN)
    assert [(block.role, block.text) for block in report.blocks[:3]] == [
        ("title", "Statement of"),
        ("header", "Niamey, Republic of the Niger"),
        ("header", "3-5 May 2031"),
    ]
    assert (report.header.title, report.header.city, report.header.date) == (None, "Niamey", "2031-05-03")


def test_a_speech_whose_speaker_stands_on_the_next_line_is_whole():
    lines = "Statement of\n\nthe Secretary General of the OIC\n\nNiamey, 3 May 2031\n\nExcellencies,"
    (report,) = read(f"{lines}\n\n{WELCOME}", OWN)
    assert report.header.title == "Statement of the Secretary General of the OIC"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        # for another organisation, or for the United Nations
        ("en", "I bring you the greetings of the League of Arab States."),
        ("en", "I speak here on behalf of the Secretary-General of the United Nations."),
        ("en", "The World Health Organization stands ready to help the guilds."),
        ("fr", "Je vous parle au nom du Secrétaire général des Nations Unies."),
        ("ar", "وأنقل إليكم تحيات جامعة الدول العربية."),
        # for the state that is host
        ("en", "I greet you in the name of the Republic of Ruritania."),
        ("en", "I hope that you will find time to see our capital."),
        ("en", "Ruritania is proud to host your meeting."),
        ("en", "The President has asked me to greet you."),
        ("en", "As President of the Republic of Ruritania I greet the guilds."),
        ("fr", "La Ruritanie est heureuse de vous recevoir."),
        ("ar", "ويسعدني أن أستقبلكم في عاصمتنا."),
    ],
)
def test_a_guest_who_speaks_on_an_own_site_is_none_of_the_oic(language, said):
    speech = f"{HOME[language]} {said}"
    with pytest.raises(NoReportError) as caught:
        read(speech, OWN)
    assert caught.value.reason == "other_organisation"


@pytest.mark.parametrize(
    "said",
    [
        # an officer greets those who are there, and cites who did something
        "I bring you the greetings of the OIC.",
        "I thank the League of Arab States for its orchards.",
        "The OIC stands ready to help the guilds.",
        "It knows of Al-Quds as the capital of the State of Palestine, and of the Charter of the United Nations.",
        "We learn that Strelsau is pleased to host the next meeting of the guilds.",
        "The General Secretariat is proud to host your meeting.",
        "The Secretary General has asked me to greet you.",
    ],
)
def test_who_speaks_of_others_is_no_guest(said):
    (report,) = read(f"{HOME['en']} {said}", OWN)
    assert report.header.document_type == "speech"


def test_the_members_may_be_those_of_an_organisation_that_is_named_before():
    ours = "Our Member States have orchards like those of the League of Arab States."
    theirs = "In the League of Arab States our Member States have orchards."
    # whoever has a delegation has a state as well, unless the members of the OIC are his
    front = "Excellencies, Distinguished delegates, our delegation thanks you. The OIC and the guilds have met before."
    assert read(f"{front} {ours}", OWN)[0].header.document_type == "speech"
    with pytest.raises(NoReportError):
        read(f"{front} {theirs}", OWN)


def test_the_title_of_a_guests_speech_says_for_whom_he_stands():
    title = "Message of the Secretary-General of the United Nations to the Meeting of Guilds"
    with pytest.raises(NoReportError):
        read(f"{title}\n\n{HOME['en']}", OWN)
