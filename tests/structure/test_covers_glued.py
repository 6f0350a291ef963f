"""Lines of covers that say two things, or half of one: each block still says one thing (decisions 0041 and 0071)."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.parting.glued.line_kinds import find_edges
from oic_reports.structure.report import build_reports

NUMBERED = """1. The Fifth Session of the Council of Foreign Ministers was held in Dakar on 3 and 4 May 2031.

2. The Council asked for wells.

3. The Council thanked the host.
"""


def build(text, name="c.txt"):
    return build_reports(read_bytes(text.encode(), name))[0]


def told(report, *subroles):
    return [(block.subrole, block.text) for block in report.blocks if block.subrole in subroles]


def test_what_is_quoted_below_a_phrase_that_is_open_is_no_theme():
    title = "REPORT OF THE SECRETARY GENERAL\n\nON\n\n“THE ORCHARDS OF THE MEMBER STATES IN FROST”"
    report = build(f"{title}\n\nTO THE FIFTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS\n\n{NUMBERED}")
    assert told(report, "theme") == []
    assert report.header.title.startswith("REPORT OF THE SECRETARY GENERAL ON “THE ORCHARDS OF THE MEMBER STATES")
    # a theme stands below a title that is whole
    whole = build(f"FINAL COMMUNIQUE OF THE FIFTH SESSION\n\n“ORCHARDS FOR ALL THE CHILDREN”\n\n{NUMBERED}")
    assert told(whole, "theme") == [("theme", "“ORCHARDS FOR ALL THE CHILDREN”")]


def test_a_theme_in_quotation_marks_is_parted_from_its_place():
    report = build(
        'البيان الختامي\n\nالصادر عن الدورة الخامسة لمجلس وزراء الخارجية\n\n"بساتين لكل الأطفال" داكار\n\n3-4 مايو 2031م\n\n'
        "1- عُقدت الدورة الخامسة لمجلس وزراء الخارجية في داكار يومي 3 و4 مايو 2031م.\n\n2- طلب المجلس حفر الآبار.\n"
    )
    assert told(report, "theme", "place_date") == [
        ("theme", '"بساتين لكل الأطفال"'),
        ("place_date", "داكار"),
        ("place_date", "3-4 مايو 2031م"),
    ]


def test_a_theme_in_quotation_marks_is_parted_from_the_title_behind_it():
    text = "We, the Foreign Ministers of the OIC Member States, meeting in Dakar on 3 May 2031,\n\nDeclare as follows:\n\n1. Wells.\n"
    report = build(f"“Orchards for All the Children” Dakar Declaration 3 May 2031\n\n{text}")
    assert told(report, "title") == [("title", "Dakar Declaration 3 May 2031")]
    assert report.header.title == "Dakar Declaration"
    # the subject of a title is quoted too
    subject = build(f"Declaration on “Orchards for All the Children” 3 May 2031\n\n{text}")
    assert told(subject, "title") == [("title", "Declaration on “Orchards for All the Children” 3 May 2031")]


def test_the_name_of_the_file_is_no_title():
    report = build(
        f"FINAL COMMUNIQUE OF THE FIFTH SESSION\n\nDAKAR, SENEGAL\n\n(3-4 MAY 2031)\n\n5-CFM-FC/FINAL-EN\n\n{NUMBERED}"
    )
    assert told(report, "symbol") == [("symbol", "5-CFM-FC/FINAL-EN")]
    assert report.header.title == "FINAL COMMUNIQUE OF THE FIFTH SESSION"


def test_a_symbol_ends_with_the_code_of_its_type_behind_a_blank():
    page = (
        "1 OIC/CFM-5/2031/DAKAR DEC DAKAR DECLARATION ADOPTED BY THE 5TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS"
        " DAKAR, REPUBLIC OF SENEGAL 3-4 MAY 2031 We, the Foreign Ministers of the OIC Member States, meeting in Dakar"
        " on 3 and 4 May 2031; Recalling the wells that dried up; Decide to dig."
    )
    header = build(page).header
    assert (header.symbol, header.title) == ("OIC/CFM-5/2031/DAKAR DEC", "DAKAR DECLARATION")


def test_capitals_have_no_accents_in_who_was_given_a_report():
    report = build(
        "RAPPORT\n\nDU SECRÉTAIRE GÉNÉRAL DE L’OCI SUR LES PUITS\n\nPRESENTE A LA 5EME SESSION DU CONSEIL DES MINISTRES\n\n"
        "DES AFFAIRES ETRANGERES\n\nDAKAR, REPUBLIQUE DU SENEGAL\n\n1. Les puits ont été comptés en mars 2031.\n\n2. Ils sont secs.\n"
    )
    given = "PRESENTE A LA 5EME SESSION DU CONSEIL DES MINISTRES\nDES AFFAIRES ETRANGERES"
    assert told(report, "adopted_by") == [("adopted_by", given)]
    assert report.header.title == "RAPPORT DU SECRÉTAIRE GÉNÉRAL DE L’OCI SUR LES PUITS"


def test_a_project_of_a_communique_is_a_draft():
    header = build(
        f"Project of the FINAL COMMUNIQUE OF\n\nTHE FIFTH SESSION OF THE COUNCIL OF FOREIGN MINISTERS\n\n{NUMBERED}"
    ).header
    assert (header.document_type, header.status) == ("final_communique", "draft")


SPOKEN = "Mesdames et Messieurs, Je suis heureux de vous accueillir. L’ordre du jour est long. Je vous remercie."
HELD = "Tenue Le 3 Mai 2031, Au Siege Du Secrétariat General A Djeddah."


@pytest.mark.parametrize(
    ("cover", "text", "days"),
    [
        ("DAKAR, REPUBLIQUE DU SENEGAL (3-4 MAI 2031)", SPOKEN, ("2031-05-03", "2031-05-04", "Dakar")),
        (HELD, f"Au nom de Dieu le Clément, le Miséricordieux. {SPOKEN}", ("2031-05-03", None, "Jeddah")),
    ],
)
def test_place_and_days_that_are_run_into_a_speech_are_its_header(cover, text, days):
    title = "Discours du Secrétaire général de l’OCI à la conférence de presse"
    page = f"<html><body><h2>{title}</h2><p>Date: 05/05/2031</p><div>{cover} {text}</div></body></html>"
    report = build(page, "s.html")
    assert told(report, "place_date") == [("place_date", cover)]
    header = report.header
    assert (header.date, header.date_end, header.city) == days


def test_a_dateline_stays_with_its_sentence():
    place = "DAKAR, REPUBLIC OF SENEGAL (3-4 May 2031)"
    assert find_edges(f"{place} Ladies and Gentlemen, I am glad to see you here. I thank you.", "en") == [
        len(place) + 1
    ]
    assert find_edges(f"{place} The Secretary General welcomed the wells of Gao. He thanked the masons.", "en") == []


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        ("Resolution issued by the Fifth Islamic Summit", "Resolution issued by the Fifth Islamic Summit"),
        ("Resolution on Wells issued by the Fifth Islamic Summit", "Resolution on Wells"),
        ("OIC welcomes the session held from 3 – 5 May 2031", "OIC welcomes the session held from 3 – 5 May 2031"),
        ("The OIC welcomes the wells of Gao 2031-05-03", "The OIC welcomes the wells of Gao"),
    ],
)
def test_a_title_is_cut_where_it_is_whole(title, stated):
    text = "The Organization of Islamic Cooperation (OIC) welcomed the wells of Gao.\n\nThe OIC called on Member States to dig.\n"
    assert build(f"{title}\n\n{text}").header.title == stated


def test_a_resolution_may_be_counted_without_its_session():
    page = (
        "<h1>Resolution No. 4</h1><span>5 May، 2031</span><p>Resolution No. 4</p><p>The Council of the International"
        " Islamic Fiqh Academy, holding its fifth session, in Dakar, on 1-5 Safar 1453 H (3 to 4 May 2031),</p>"
        "<p>Having read the letters,</p><p>Resolves:</p><p>1. Books shall be bought.</p><p>2. They shall be read.</p>"
        "<p><a href='#'>Go to Top</a></p>"
    )
    report = build(f"<html><body>{page}</body></html>", "r.html")
    assert (report.header.resolution_number, report.header.title) == ("4", "Resolution No. 4")
    assert ("posting_date", "5 May، 2031") in told(report, "posting_date")


def test_parts_of_an_index_may_be_counted_in_figures():
    report = build(
        "RÉSOLUTIONS\n\nADOPTÉES PAR LA CINQUIÈME SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ÉTRANGÈRES\n\nSOMMAIRE\n\n"
        "1ÈRE PARTIE\n\n1 Résolution n° 1/5-POL sur les puits 3\n\n2 Résolution n° 2/5-POL sur les ponts 7\n\n2ÈME PARTIE\n\n"
        "3 Résolution n° 3/5-POL sur les ports 12\n"
    )
    assert [block.text for block in report.blocks if block.role == "heading"] == [
        "SOMMAIRE",
        "1ÈRE PARTIE",
        "2ÈME PARTIE",
    ]
