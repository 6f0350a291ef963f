"""A title is stated where it is one, and without what other lines say; a page of news tells, and gives no text."""

from dataclasses import replace

import pytest

from oic_reports.model import Block
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.header.sure_title import is_sure_title
from oic_reports.structure.header.title import read_title
from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.clauses import split_sentences
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports


def read(text, name="page.txt"):
    return build_reports(read_bytes(text.encode(), name))[0]


@pytest.mark.parametrize(
    ("title", "language", "is_sure"),
    [
        ("Makkah Declaration", "en", True),
        ("Final communiqué of the Tenth Session of the Council of Foreign Ministers", "en", True),
        ("Seventh Session of the Summit, Rabat, Political Resolutions, Resolution No. 3/7-P(IS)", "en", True),
        ("The Commission condemns the burning of the orchards", "en", True),
        # a row of links
        ("About our history and the organs of the house Resolutions Press and publications Media centre of the house", "en", False),
        ("Adopted by the second meeting of ministers of communication: resolutions", "en", False),
        ("Adopted and issued at the Ninth Conference of Ministers in Rabat", "en", False),
        ("Adoptée et publiée par la Neuvième Conférence des ministres", "fr", False),
        ("Resolutions on trade OIC/CFM-43/2016/ECO/RES/FINAL Resolutions on trade", "en", False),
        ("Resolutions of the Summit 2-3 May 2011 and of the ministers 9 June 2011", "en", False),
        ("OIC ministers' final communiqué Ministers meet on a Sunday morning. — XNA The final resolutions", "en", False),
        ("Speech of H.E. Prof. Adam Keita, Secretary General of the OIC, at the Summit", "en", True),
        ("Final communiqué of the Executive Committee on the wells of Mali Thursday 1438/4/21 - 2017/01/19", "en", False),
        # who gives a text says so above it
        ("Here is the final communiqué of the Summit in full:", "en", False),
        ("We publish the last part of the final communiqué:\nEconomic affairs", "en", False),
        ("Nous publions la déclaration de Niamey :", "fr", False),
        ("نشرنا أمس الجزء الأول من البيان الختامي وفيما يلي الجزء الأخير:\nالشؤون الاقتصادية", "ar", False),
        ("إعلان نيامي: السلام والتنمية", "ar", True),
        ("Resolution on the following up of decisions: water", "en", True),
        # what a title is about has days
        ("Statement on the attacks of 3 May 2011 and of 9 June 2011", "en", True),
        ("Résolutions sur le commerce OIC/CFM-43/2016/ECO/RES/FINAL Original : Anglais", "fr", False),
        ("Communiqué final de la réunion ministérielle sur la Somalie", "fr", True),
        ("البيان الختامي للدورة العاشرة لمؤتمر القمة الإسلامي", "ar", True),
        ("صادر عن مؤتمر القمة الإسلامي: قرارات", "ar", False),
        # the name that a viewer gives a file; five dots are an ornament
        ("Resolutions on the wells of the Sahel and … for the orchards", "en", False),
        ("Résolutions sur les puits et...", "fr", False),
        ("قرارات بشأن الآبار و…", "ar", False),
        # two columns; a name in the other script is a part of its title
        ("Final communiqué البيان الختامي of the fifth summit الصادر عن الدورة الخامسة", "ar", False),
        ("البيان الختامي لمؤتمر Roads for All بشأن الطرق", "ar", True),
        ("Statement of the Commission on the burning of the orchards.....", "en", True),
    ],
)  # fmt: skip
def test_a_title_names_its_type_where_titles_do_and_nothing_of_other_lines(title, language, is_sure):
    assert is_sure_title(title, language, is_given_by_others=False) == is_sure


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("“Roads and Wells for Every Village” Niamey Declaration 12 May 2011", "Niamey Declaration"),
        ("« Des routes pour chaque village » Déclaration de Niamey", "Déclaration de Niamey"),
        ("«طرق وآبار لكل قرية» إعلان نيامي", "إعلان نيامي"),
        (
            "Final Communiqué of the Emergency Meeting of the Executive Committee, held at ministerial level in Niamey",
            "Final Communiqué of the Emergency Meeting of the Executive Committee",
        ),
        (
            "Final Communiqué of the Fifth Islamic Summit Conference (Wells and Orchards Session)",
            "Final Communiqué of the Fifth Islamic Summit Conference",
        ),
        *(
            (f"Final Communiqué of the Fifth Islamic Summit Conference ({session})",) * 2
            for session in ("Extraordinary Session", "Second Closing Session", "23rd Session")
        ),
        # a name in quotation marks without a text of its own behind it; what a statement is about
        ("“Wells for All” Initiative", None),
        (
            "Final Communiqué of the Emergency Meeting of the Executive Committee, held at United Nations Headquarters",
            "Final Communiqué of the Emergency Meeting of the Executive Committee",
        ),
        ("Statement on the conference held in Niamey", "Statement on the conference held in Niamey"),
        # the state of the city that a declaration is named by, and what a declaration is about
        ("Niamey Declaration, Republic of the Niger", "Niamey Declaration"),
        ("Déclaration de Niamey - République du Niger", "Déclaration de Niamey"),
        ("إعلان نيامي، جمهورية النيجر", "إعلان نيامي"),
        ("Declaration on Agadez, Republic of the Niger", "Declaration on Agadez, Republic of the Niger"),
        # a session behind the programme that it adopted
        (
            "Five-Year Programme of Action for the Wells Third Extraordinary Session of the Islamic Summit Conference",
            "Five-Year Programme of Action for the Wells",
        ),
        (
            "Programme of Action of the Third Extraordinary Session of the Islamic Summit Conference",
            "Programme of Action of the Third Extraordinary Session of the Islamic Summit Conference",
        ),
    ],
)
def test_theme_place_and_day_on_the_line_of_a_title_are_not_of_it(printed, title):
    texts = {
        "D": "Nous, ministres des Affaires étrangères de l’OCI, réunis à Niamey le 12 mai 2011,\n\n1. Décidons de creuser.\n",
        "إ": "نحن وزراء خارجية منظمة التعاون الإسلامي، المجتمعين في نيامي يوم 12 مايو 2011،\n\n1. نقرر حفر الآبار.\n",
    }
    mark = next((letter for letter in texts if (title or "").startswith(letter)), None)
    english = (
        "We, the Foreign Ministers of the Organisation of Islamic Cooperation, met in Niamey on 12 May 2011,\n\n"
        "1. Welcome the wells.\n\n2. Call for roads.\n"
    )
    assert read(f"{printed}\n\n{texts.get(mark or '', english)}").header.title == title


@pytest.mark.parametrize(
    ("title", "where"),
    [
        ("Final Communiqué of the Ninth Islamic Conference of Foreign Ministers", ", Niamey, Republic of the Niger"),
        ("Final Communiqué of the Ninth Islamic Conference of Foreign Ministers", " (Niamey, Niger)"),
        ("Report of the Ninth Islamic Conference of Foreign Ministers", " - Niamey, 4-5 May 2011"),
        (
            "Communiqué final de la neuvième session de la Conférence islamique des ministres des Affaires étrangères",
            ", Niamey, République du Niger",
        ),
        ("البيان الختامي للدورة التاسعة للمؤتمر الإسلامي لوزراء الخارجية", "، نيامي، جمهورية النيجر"),
        ("البيان الختامي للدورة التاسعة للمؤتمر الإسلامي لوزراء الخارجية", " - نيامي - جمهورية النيجر"),
    ],
)
def test_the_city_behind_a_session_is_its_place_and_of_no_title(title, where):
    texts = {
        "C": "1. La Conférence a pris note des puits.\n\n2. La Conférence a remercié le pays hôte.\n",
        "ا": "1. أحاط المؤتمر علما بآبار الدول الأعضاء.\n\n2. شكر المؤتمر البلد المضيف.\n",
    }
    english = "1. The Conference noted the wells.\n\n2. The Conference thanked the host.\n"
    header = read(f"{title}{where}\n\n{texts.get(title[0], english)}").header
    assert (header.title, header.city, header.session) == (title, "Niamey", 9)


def test_the_city_of_what_a_title_is_about_stays_in_it():
    title = "Final Communiqué of the Ninth Islamic Conference of Foreign Ministers on the market of Niamey, Republic of the Niger"
    header = read(f"{title}\n\n1. The Conference noted the wells.\n\n2. The Conference thanked the host.\n").header
    assert (header.title, header.city) == (title, None)


@pytest.mark.parametrize(
    ("menu", "language"),
    [
        ("Islamic Summit\nForeign Affairs\nWells and Roads", "en"),
        ("Sommet islamique\nAffaires étrangères\nPuits et routes", "fr"),
        ("القمة الإسلامية\nالشؤون الخارجية\nرؤية الآبار", "ar"),
    ],
)
def test_entries_of_a_menu_are_no_title(menu, language):
    title = Block("title", menu, menu, "title", language=language)
    assert read_title([title], language) is None
    # lines that go on are one headline
    assert read_title([replace(title, text=menu.replace("\n", "\nand ", 1))], language) is not None


def test_an_open_ended_meeting_ends_nothing_in_a_title():
    title = "Extraordinary Open-ended Meeting of the OIC Executive Committee on “Wells for the Herdsmen of the Sahel” Final Communiqué"
    text = "The Executive Committee of the OIC met in Niamey on 4 May 2011. Having heard the envoy, it issued the communiqué below:"
    report = read(f"{title}\n\n{text}\n\n1. The Meeting noted the wells.\n\n2. The Meeting thanked the host.\n")
    assert report.header.title == title


TOLD = """{above}

The Fourth Meeting of the Sessional Committee of the COMCEC took place on 3 May 2011 in Ankara.

The items were settled as follows:

The Committee noted that halls may be shared. The Committee thanked the Institute.

The Committee welcomed the next meeting.

{below}
"""


@pytest.mark.parametrize(("above", "below"), [("News & Events", ""), ("A meeting", "Related news"), ("", "News Archive 2011 2010")])  # fmt: skip
def test_what_a_site_tells_among_its_news_is_no_text_of_the_meeting(above, below):
    with pytest.raises(NoReportError) as caught:
        read(TOLD.format(above=above, below=below))
    assert caught.value.reason == "news"
    assert read(TOLD.format(above="", below=""))


def test_a_text_that_a_page_of_news_gives_stays_the_meetings():
    text = (
        "Latest news\n\nFinal communiqué of the Contact Group on Mali\n\n1. The Group met in Bamako on 3 May 2011.\n\n"
    )
    assert read(f"{text}2. The Group of the OIC welcomed the wells.\n\n3. The Group urged haste.\n\nRelated news\n")


STORY = """{dateline}The OIC Contact Group on Mali has adopted a plan for wells.

Its meeting was held in Bamako on the sidelines of the 30th session of the Council of Foreign Ministers.

The Contact Group called upon members to give. The Ministers welcomed the wells.

The Group reaffirmed its support.
"""


@pytest.mark.parametrize(
    "dateline",
    ["Bamako, May 3, 2011 (PPX-OT):", "Bamako (DayPoint / Mali Point News - 3rd May, 2011) ", "BAMAKO, May 3 (XNA): "],
)
def test_an_agency_that_names_itself_before_a_story_tells_it(dateline):
    with pytest.raises(NoReportError) as caught:
        read(STORY.format(dateline=dateline))
    assert caught.value.reason == "news"
    assert read(STORY.format(dateline=""))


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        ("The 9th Annual Coordination Meeting of OIC Institutions was held in Jeddah", "en", None),
        ("the Executive Committee of the Islamic Chamber met", "en", None),
        ("the Executive Committee of the Organisation of the Islamic Conference", "en", "excom"),
        ("Annual Coordination Meeting (ACM) of Foreign Ministers", "en", "acm"),
        ("on the sidelines of the first OIC Summit on Science and Technology", "en", None),
        ("the first OIC Summit on Palestine", "en", "is"),
        ("Réunion annuelle de coordination des institutions de l’OCI", "fr", None),
        ("Réunion annuelle de coordination des ministres des Affaires étrangères", "fr", "acm"),
        ("الاجتماع التنسيقي السنوي لمؤسسات منظمة التعاون الإسلامي", "ar", None),
        ("الاجتماع التنسيقي السنوي لوزراء الخارجية", "ar", "acm"),
    ],
)
def test_a_body_whose_name_goes_on_with_anothers_is_none_of_ours(text, language, body):
    found = find_body(text, language)
    assert (found.body_id if found else None) == body


def test_the_executive_committee_numbers_its_meetings_and_is_named_by_its_day():
    header = read(
        "Final communiqué\nAdopted by the third ministerial meeting of the Executive Committee of the OIC\n"
        "Jeddah, 3 May 2011\n\n1. The Committee condemned the works.\n\n2. The Committee thanked its host.\n"
    ).header
    assert (header.body_id, header.session, header.session_kind) == ("excom", 3, None)
    assert header.meeting_id == "excom-2011-05-03"


def test_a_stop_behind_an_article_ends_no_sentence():
    text = "In reply, the Sixth Islamic Summit, The. Session of Peace, met in Dakar from. 3 May 2011. It was opened."
    assert [text[start:end][-6:] for start, end in split_sentences(text)] == [" 2011.", "pened."]


ARCHIVE = """<html><body><p><b>THE NINTH ISLAMIC SUMMIT CONFERENCE<br>(SESSION OF MERCY AND LEARNING)<br>
DOHA, QATAR<br>3-5 MAY 2011</b></p>
<ul><li><a href="#a">DOHA DECLARATION</a></li><li><a href="#c">COMMUNIQUE</a></li><li><a href="#b">DECLARATION ON WELLS</a></li></ul>
<p><b>DOHA DECLARATION</b></p>
<p>We, the Heads of State of the Organisation of the Islamic Conference, met in Doha for the Ninth Islamic Summit,</p>
<p>Solemnly declare:</p>
<p>1- Our will that every village shall have a well.</p><p>2- Our will that every child shall read.</p>
<p><b>DECLARATION ON WELLS</b></p><p>The Conference noted that wells are dry.</p><p>It asked for more.</p></body></html>"""


def test_links_above_a_text_make_no_running_header_and_a_cover_begins_with_its_session():
    blocks = [(block.role, block.text) for block in read(ARCHIVE, "page.html").blocks]
    assert ("header", "THE NINTH ISLAMIC SUMMIT CONFERENCE") in blocks
    assert ("preamble", "Solemnly declare:") in blocks
    assert ("heading", "DECLARATION ON WELLS") in blocks


def test_an_image_without_words_is_of_the_page():
    report = read(
        "![]() |\nFinal communiqué of the OIC Contact Group on Mali\n\n1. The Group met in Bamako on 3 May 2011.\n"
    )
    assert (report.blocks[0].role, report.blocks[1].role) == ("boilerplate", "title")


def test_items_of_an_agenda_in_one_sentence_are_no_account_of_decisions():
    text = (
        "The 2nd Session of the Islamic Conference of Labour Ministers\n\n"
        "The 2nd Session of the Islamic Conference of Labour Ministers was held in Baku on 3 May 2011.\n\n"
        "The participants of the OIC states talked about four matters. These made up the agenda as follows: (1) Health at work; "
        "(2) Schools for young workers and what they cost; (3) Workers from abroad; and (4) News of markets. An institute spoke.\n"
    )
    with pytest.raises(NoReportError):
        read(text)
    assert read(text.replace("made up the agenda", "were decided"))


def test_a_headline_that_tells_of_a_session_is_the_title_of_a_release():
    header = read(
        "Independent Permanent Human Rights Commission (IPHRC) of\nThe Organisation of Islamic Cooperation (OIC)\n"
        "Protecting and Promoting Human Rights in the Muslim World and Beyond\n\n"
        "OIC Independent Permanent Human Rights Commission (IPHRC) concludes its 9th Regular Session in Jeddah held from "
        "1 to 5 May 2016\n\n\n"
        "The Commission held its 9th Session in Jeddah from 1 to 5 May 2016. It was opened by its Chair.\n"
    ).header
    assert header.title is not None
    assert header.title.startswith("OIC Independent Permanent Human Rights Commission (IPHRC) concludes")


def test_the_mark_of_an_item_before_a_number_is_no_part_of_its_label():
    report = read(
        "Final communiqué of the OIC Contact Group on Mali\n\n• 1. The Group met in Bamako on 3 May 2011.\n\n"
        "• 2. The Group welcomed the wells.\n\n- 3- The Group urged haste.\n"
    )
    assert [block.label for block in report.blocks if block.label] == ["1.", "2.", "- 3-"]


def test_a_news_agency_that_reported_a_statement_tells_it():
    text = (
        "The OIC condemns the attack on a well\n\nThe Secretary General of the Organisation of Islamic Cooperation (OIC) "
        "strongly condemned the attack on a well in Mali{}.\n\nHe called for peace in the villages of the Sahel.\n"
    )
    with pytest.raises(NoReportError) as caught:
        read(text.format(", Mali’s Point news agency reported"))
    assert caught.value.reason == "news"
    assert read(text.format(""))


LISTED = """RESOLUTIONS ON WATER

ADOPTED BY THE THIRTY-THIRD SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS

BAKU, REPUBLIC OF AZERBAIJAN

19-21 JUNE 2006

Resolution No. 1/33-E

On the Wells of the Villages of the Sahel and the Keeping of their Water.

{items}Resolution No. 2/33-E

On the Rivers of the Member States and what Flows into them.

RESOLUTION No. 1/33-E

ON THE WELLS OF THE VILLAGES OF THE SAHEL

The Thirty-third Session of the Islamic Conference of Foreign Ministers, held in Baku from 19 to 21 June 2006,

Recalling the earlier resolutions on wells,

1. Requests Member States to dig wells in their villages.

RESOLUTION No. 2/33-E

ON THE RIVERS OF THE MEMBER STATES

The Thirty-third Session of the Islamic Conference of Foreign Ministers, held in Baku from 19 to 21 June 2006,

Noting that rivers are dry,

1. Calls on Member States to clean their rivers.
"""


@pytest.mark.parametrize("items", ["", "1. The Digging of Wells in the Villages of the Sahel States.\n\n2. The Keeping of Water.\n\n"])  # fmt: skip
def test_a_number_that_is_titled_again_below_heads_a_row_of_the_index(items):
    cover, *parts = build_reports(read_bytes(LISTED.format(items=items).encode(), "page.txt"))
    assert (cover.header.title, cover.header.resolution_number) == ("RESOLUTIONS ON WATER", None)
    rows = [block.text for block in cover.blocks if block.role == "table"]
    assert rows[0].startswith("Resolution No. 1/33-E")
    assert rows[-1].startswith("Resolution No. 2/33-E")
    assert [part.header.resolution_number for part in parts] == ["1/33-E", "2/33-E"]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (
            "Final communiqué of the OIC Secretariat\n\nFinal communiqué of the meeting of the Executive Committee on wells",
            "Final communiqué of the meeting of the Executive Committee on wells",
        ),
        # a line that goes on, and a type alone above the whole title
        ("Final communiqué of the\nExecutive Committee on the wells", "Final communiqué of the Executive Committee on the wells"),
    ],
)  # fmt: skip
def test_of_two_titles_of_one_type_the_lower_is_the_texts(printed, title):
    text = f"{printed}\n\nThe Executive Committee of the OIC, meeting on 3 January 2009 in Jeddah;\n\nRecalling the Charter;\n\n"
    assert read(f"{text}1. Condemns the attack.\n\n2. Calls for haste.\n").header.title == title


def test_a_rule_before_a_title_leaves_no_blank():
    text = "____ FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI\n\n1. The Contact Group on Mali met in Dakar on 3 May 2016.\n\n2. It thanked the host.\n"
    assert read(text).header.title == "FINAL COMMUNIQUE OF THE CONTACT GROUP ON MALI"


@pytest.mark.parametrize(
    ("title", "language", "is_sure"),
    [
        ("Communiqué final de la ème session du Comité Al-Qods", "fr", False),
        ("Final communiqué of the th ordinary session of the Council of Foreign Ministers", "en", False),
        # a figure in Roman numerals, and letters that are no suffix
        ("Communiqué final de la XIV ème session du Comité Al-Qods", "fr", True),
        ("Final communiqué of the XIV th Session of the Council of Foreign Ministers", "en", True),
        ("Résolution sur la situation en RD Congo", "fr", True),
        ("Résolution sur les réfugiés de la RD Congo", "fr", True),
    ],
)
def test_a_suffix_without_its_figure_makes_a_title_unsure(title, language, is_sure):
    assert is_sure_title(title, language, is_given_by_others=False) is is_sure
