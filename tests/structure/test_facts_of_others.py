"""What a text tells of other meetings, other texts and other pages is no fact of its own."""

import pytest
from extracts import outline, read

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment

BODY = """1. The Committee condemned the closure of schools.

2. The Committee thanked its host.
"""


CHAIRED = {
    "en": """Final communiqué of the extraordinary meeting of the Executive Committee of the OIC on Mali

Called together by the Republic of the Niger, which {} the 47th Session of the Council of Foreign Ministers, the
Executive Committee of the OIC met in Jeddah on 14 May 2021.

""",
    "fr": """Communiqué final de la réunion extraordinaire du Comité exécutif de l’OCI sur le Mali

A l’initiative de la République du Niger, qui {} la 47ème session du Conseil des ministres des Affaires étrangères, le
Comité exécutif de l’OCI s’est réuni à Djeddah le 14 mai 2021.

""",
    "ar": """البيان الختامي للاجتماع الاستثنائي للجنة التنفيذية لمنظمة التعاون الإسلامي بشأن مالي

عقدت اللجنة التنفيذية، بدعوة من جمهورية النيجر التي {} الدورة السابعة والأربعين لمجلس وزراء الخارجية، اجتماعا
استثنائيا في جدة يوم 14 مايو 2021.

""",
}
CHAIRS = [("en", "chairs"), ("en", "is presiding over"), ("fr", "préside"), ("ar", "ترأس"), ("ar", "تتولى رئاسة")]


@pytest.mark.parametrize(("language", "verb"), CHAIRS)
def test_the_session_that_a_state_chairs_is_not_that_of_the_meeting_that_it_called(language, verb):
    body = BODY if language == "en" else "1- نددت اللجنة بالهجوم.\n\n2- شكرت اللجنة البلد المضيف.\n"
    body = body if language != "fr" else "1. Le Comité a condamné l’attaque.\n\n2. Le Comité a remercié son hôte.\n"
    header = read(CHAIRED[language].format(verb) + body).header
    assert (header.session, header.session_kind) == (None, "extraordinary")
    assert (header.body_id, header.date, header.city) == ("excom", "2021-05-14", "Jeddah")


OWN_CHAIR = {
    "en": """Final communiqué of the 45th Session of the Council of Foreign Ministers

The Council of Foreign Ministers of the OIC met under Bangladesh, which {}, in Dhaka on 5 May 2018.

""",
    "fr": """Communiqué final de la 45ème session du Conseil des ministres des Affaires étrangères

Le Conseil des ministres des Affaires étrangères de l’OCI s’est réuni sous le Bangladesh, qui {}, à Dhaka le 5 mai 2018.

""",
    "ar": """البيان الختامي للدورة الخامسة والأربعين لمجلس وزراء الخارجية

عقد مجلس وزراء الخارجية دورته الخامسة والأربعين برئاسة بنغلاديش التي {} في دكا يوم 5 مايو 2018.

""",
}


@pytest.mark.parametrize(
    ("language", "chairs"),
    [
        ("en", "chairs the present session"),
        ("en", "is presiding over the session"),
        ("fr", "préside la présente session"),
        ("fr", "préside cette session"),
        ("ar", "ترأس الدورة الحالية"),
    ],
)
def test_who_chairs_the_session_itself_names_no_other(language, chairs):
    body = {"en": BODY, "fr": "1. Le Conseil a condamné l’attaque.\n\n2. Le Conseil a remercié son hôte.\n"}
    arabic = "1- ندد المجلس بالهجوم.\n\n2- شكر المجلس البلد المضيف.\n"
    header = read(OWN_CHAIR[language].format(chairs) + body.get(language, arabic)).header
    assert (header.session, header.date, header.city) == (45, "2018-05-05", "Dhaka")


OPENED = """{}

The Council of Foreign Ministers of the OIC held its {} in Niamey on 5 May 2020.

1. The Council condemned the attack.

2. The Council thanked the host.
"""


def test_an_ordinal_below_the_title_of_an_extraordinary_meeting_counts_ordinary_ones():
    title = "Final communiqué of the extraordinary meeting of the Council of Foreign Ministers"
    report = read(OPENED.format(title, "47th Session"))
    assert report.header.session is None
    assert [flag.surface for flag in report.flags if flag.flag == "session_unsure"] == ["47th"]
    assert read(OPENED.format(title, "seventeenth extraordinary session")).header.session == 17
    ordinary = "Final communiqué of the Council of Foreign Ministers"
    assert read(OPENED.format(ordinary, "47th Session")).header.session == 47


@pytest.mark.parametrize(
    "title",
    [
        "Resolution on Urgent Assistance to the Group of Sahel States",
        "Resolution on the Emergency Special Session of the United Nations General Assembly",
        "Report of the Council of Foreign Ministers on the preparation of the Extraordinary Summit",
    ],
)
def test_an_extraordinary_meeting_that_a_text_is_about_is_not_its_own(title):
    header = read(OPENED.format(title, "47th Session")).header
    assert (header.session, header.session_kind) == (47, "ordinary")


@pytest.mark.parametrize(
    "title",
    [
        "Resolutions on aid adopted by the Extraordinary Session of the Council of Foreign Ministers",
        "Report on the Extraordinary Session of the Council of Foreign Ministers",
        "Final communiqué on Gaza – Extraordinary Session",
        "Final communiqué of the extraordinary meeting of the Council of Foreign Ministers on the Group of Sahel States",
    ],
)
def test_an_extraordinary_meeting_named_behind_a_subject_is_the_text_s_own(title):
    header = read(OPENED.format(title, "47th Session")).header
    assert (header.session, header.session_kind) == (None, "extraordinary")


COUNTED = """Report of the {} of the OIC Contact Group on Somalia

The first meeting of the Contact Group was held in Nairobi on 5 May 2010. The second meeting took place in Istanbul on 22
May 2010.

1. The Group heard a briefing.

2. The Group thanked its host.
"""


@pytest.mark.parametrize(
    ("name", "city"), [("Second Meeting", "Istanbul"), ("First Meeting", "Nairobi"), ("Meeting", "Nairobi")]
)
def test_the_meeting_that_the_title_counts_is_the_one_that_is_dated(name, city):
    header = read(COUNTED.format(name)).header
    assert (header.city, header.date) == (city, {"Istanbul": "2010-05-22", "Nairobi": "2010-05-05"}[city])


RELEASES = """بيان صحفي

منظمة التعاون الإسلامي تدين تفجير سوق في مقديشو

جدة، 9 مارس 2020

أدانت الأمانة العامة لمنظمة التعاون الإسلامي تفجير السوق، وقدمت تعازيها إلى أسر الضحايا وإلى حكومة الصومال.

بيان صحفي

كلمة الأمين العام باسم العلماء
أمام رئيس الجمهورية

جدة، 8 مارس 2020

تحدث الأمين العام لمنظمة التعاون الإسلامي باسم العلماء الذين اجتمعوا في المؤتمر الدولي المنعقد في القاهرة يومي 6 و7 مارس 2020.
"""


def test_the_release_below_another_one_tells_nothing_of_it():
    first, *_ = build_reports(read_bytes(RELEASES.encode(), "page.txt"))
    assert (first.header.date, first.header.date_end) == ("2020-03-09", None)


def test_a_release_on_a_meeting_of_the_oic_is_dated_by_it():
    page = """Press Release

Contact Group on Mali meets

Jeddah, 9 May 2013

The OIC Contact Group on Mali held its third meeting in Jeddah on 7-8 May 2013.

The Group condemned the attack on Gao.
"""
    header = read(page).header
    assert (header.body_id, header.date, header.date_end) == ("cg-mali", "2013-05-07", "2013-05-08")


TOLD = """Press Release

{}

Niamey, 4 May 2011

The {} was opened in Niamey on 4 May 2011 in the presence of the Secretary General of the OIC.

The Secretary General called on Member States to act.
"""


def test_a_release_that_tells_of_a_session_of_no_listed_body_states_none():
    told = "fourth session of the ministerial conference of the OIC on the breeding of camels"
    report = read(TOLD.format("Camels discussed", told))
    assert (report.header.document_type, report.header.body_id) == ("press_release", None)
    assert (report.header.session, report.header.session_kind) == (None, None)
    assert [flag.surface for flag in report.flags if flag.flag == "session_unsure"] == ["fourth"]
    own = "38th session of the Council of Foreign Ministers of the OIC"
    assert read(TOLD.format("Ministers meet", own)).header.session == 38


def test_the_day_on_which_a_site_posted_a_speech_is_not_that_of_the_speech():
    page = """OIC

Speech of the Secretary General of the OIC at the seventh conference of health ministers

Date: 22/09/2016
{}
Excellencies, Ladies and Gentlemen,

I am pleased to be with you.

I thank you.
"""
    assert read(page.format("")).header.date is None
    placed = read(page.format("\nDakar, 20 September 2016\n")).header
    assert (placed.date, placed.city) == ("2016-09-20", "Dakar")


def test_place_and_day_before_those_who_are_addressed_are_the_speech_s():
    page = """Allocution du Secrétaire général de l’OCI à l’ouverture de la conférence sur les semences

{} Excellences, Mesdames et Messieurs, je vous remercie de votre invitation et de l’accueil que vous nous avez réservé.

Nos pays ont besoin de semences.

Je vous remercie.
"""
    header = read(page.format("Niamey, République du Niger 5 mai 2014")).header
    assert (header.city, header.date) == ("Niamey", "2014-05-05")
    assert read(page.format("")).header.city is None


def test_who_was_received_by_officials_is_no_meeting_of_officials():
    page = """{}

Mission de l’OCI au Tchad

COMMUNIQUÉ DE PRESSE

La mission de l’Organisation de la coopération islamique s’est rendue à N’Djamena en mai.

Elle a été reçue par des ministres et de hauts fonctionnaires, s’est réunie avec des élus et a visité des puits.

Le Secrétaire général de l’OCI a promis une aide.
"""
    header = read(page.format("COMMUNIQUE")).header
    assert (header.document_type, header.body_id) == ("press_release", None)
    assert header.title == "Mission de l’OCI au Tchad"


def test_a_communique_of_a_meeting_may_be_given_to_the_press():
    page = """COMMUNIQUÉ DE PRESSE

Communiqué de la réunion du Groupe de contact de l’OCI sur le Mali

Le Groupe de contact de l’OCI sur le Mali s’est réuni à Niamey le 5 mai 2013.

1. Le Groupe a condamné l’attaque.

2. Le Groupe a remercié le pays hôte.
"""
    header = read(page).header
    assert (header.document_type, header.body_id) == ("communique", "cg-mali")
    assert header.title == "Communiqué de la réunion du Groupe de contact de l’OCI sur le Mali"


GIVEN = """Dakar - By Our Reporter - The ministers of the OIC spoke of the plan on Monday.

Here is the full text of the final communiqué of the OIC meeting:

The Council of Foreign Ministers, meeting in its fifth extraordinary session in Dakar on Monday 3 May 2021,

Guided by the Charter of the OIC;

Recalling earlier resolutions;

1- Condemns the plan in the strongest terms.

2- Rejects any displacement.

3- Requests the Secretary General to follow up the implementation of {} and to report.
"""


def test_a_text_s_own_word_goes_before_what_a_newspaper_calls_it():
    assert read(GIVEN.format("this resolution")).header.document_type == "resolution"
    assert read(GIVEN.format("the plan")).header.document_type == "final_communique"
    # a number behind it names another one
    assert read(GIVEN.format("this resolution 2334")).header.document_type == "final_communique"


CHARTER = """ميثاق منظمة المؤتمر الإسلامي

إن ممثلي جمهورية مالي والمملكة المغربية وجمهورية النيجر،

إذ يشيرون إلى مؤتمر رؤساء الدول المنعقد في الرباط من 22 إلى 25 سبتمبر 1969؛

وإذ يذكرون المؤتمر الأول لوزراء الخارجية المنعقد في جدة من 23 إلى 25 مارس 1970؛

قد اتفقوا على هذا الميثاق:

المادة الأولى - التأسيس

تنشئ الدول الأعضاء بمقتضى هذا النص هيئة واحدة.

المادة الثانية - الأهداف

تسعى الدول إلى التضامن.
"""


def test_this_text_is_no_announcement_of_a_text():
    report = read(CHARTER)
    assert not [block for block in report.blocks if block.subrole == "press_lead"]
    assert (report.header.document_type, report.header.title) == ("statute", "ميثاق منظمة المؤتمر الإسلامي")
    assert (report.header.date, report.header.city) == (None, None)


def test_here_is_the_text_announces_one():
    page = """داكار - قال مراسلنا إن الوزراء بحثوا الخطة، وهذا نص البيان الختامي:

عقد فريق الاتصال المعني بمالي التابع لمنظمة التعاون الإسلامي اجتماعا في نيامي يوم 5 مايو 2013.

1- أدان الفريق الهجوم.

2- شكر الفريق البلد المضيف.
"""
    report = read(page)
    assert outline(report, "boilerplate")[0][1].startswith("داكار")
    assert report.header.document_type == "final_communique"


def test_a_newspaper_s_lead_holds_no_articles():
    page = """Charter of the Organisation of the Islamic Conference

The representatives of Mali, Morocco and the Niger have agreed:

Article 1

The Member States establish one organisation.

Article 2

Here is the text of the declaration of Rabat:

The Member States stand together.
"""
    blocks = segment(read_bytes(page.encode(), "page.txt"))
    assert not [block for block in blocks if block.subrole == "press_lead"]
    told = page.replace("Article 1\n\n", "").replace("Article 2\n\n", "")
    assert [block for block in segment(read_bytes(told.encode(), "page.txt")) if block.subrole == "press_lead"]


@pytest.mark.parametrize(
    "headline",
    [
        "OIC: Three resolutions on Kashmir adopted",
        "OCI : plusieurs résolutions sur le Cachemire",
        "منظمة التعاون الإسلامي: عدة قرارات بشأن كشمير",
        "The resolutions on Kashmir adopted by the OIC",
        "Les résolutions de l’OCI sur le Cachemire",
    ],
)
def test_a_headline_that_counts_texts_is_the_title_of_none(headline):
    pages = {
        "O": """The Council of Foreign Ministers, meeting in its fifth extraordinary session in Jeddah on 3 May 2019,

Recalling its earlier resolutions,

Noting the report of the Secretary General,

1. Condemns the violence.

2. Requests the Secretary General to report.
""",
        "p": """Le Conseil des ministres des Affaires étrangères, réuni en session extraordinaire à Djeddah le 3 mai 2019,

Rappelant ses résolutions antérieures,

Notant le rapport du Secrétaire général,

1. Condamne les violences.

2. Demande au Secrétaire général de faire rapport.
""",
        "م": """إن مجلس وزراء الخارجية، المنعقد في دورته الاستثنائية في جدة يوم 3 مايو 2019،

إذ يستذكر قراراته السابقة،

وإذ يحيط علما بتقرير الأمين العام،

1- يدين العنف.

2- يطلب من الأمين العام تقديم تقرير.
""",
    }
    body = pages["م" if headline.startswith("م") else "p" if "OCI" in headline else "O"]
    header = read(f"{headline}\n\n{body}").header
    assert (header.title, header.body_id, header.date) == (None, "cfm", "2019-05-03")


def test_a_title_may_begin_with_a_number_of_texts():
    page = """RESOLUTIONS ON THE THREE DECLARATIONS OF NIAMEY

ADOPTED BY THE 38TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS

1. The Council reaffirms the declarations.

2. The Council thanks Niger.
"""
    assert read(page).header.title == "RESOLUTIONS ON THE THREE DECLARATIONS OF NIAMEY"


BROKEN = """BAKU DECLARATION THE 2nd
ADOPTED BY
SESSION OF THE ISLAMIC CONFERENCE
OF MINISTERS OF LABOUR
BAKU, REPUBLIC OF AZERBAIJAN
25-26 APRIL 2013
{}
We, the Ministers of Labour of the OIC, gathered in Baku on 25-26 April 2013,

Declare the following:

1. We will work.

2. We will rest.
"""


def test_an_ordinal_out_of_its_place_breaks_a_title():
    assert read(BROKEN.format("")).header.title is None
    whole = "BAKU DECLARATION ADOPTED BY\nTHE 2nd SESSION\nOF THE ISLAMIC CONFERENCE OF MINISTERS OF LABOUR\n"
    assert read(BROKEN.format(whole)).header.title == "BAKU DECLARATION"


def test_a_suffix_without_its_figure_breaks_a_title():
    page = """RAPPORT DE LA REUNION PREPARATOIRE A LA{} EME SESSION DE LA CONFERENCE ISLAMIQUE DES MINISTRES DU TRAVAIL

1. La réunion préparatoire s’est tenue à Bakou le 24 avril 2013.

2. La réunion a remercié le pays hôte.
"""
    assert read(page.format("")).header.title is None
    assert read(page.format(" 2")).header.title is not None


def test_the_name_of_a_column_is_not_of_the_title():
    page = """OIC – Resolutions
RESOLUTION NO. 8/25-P ON THE WELLS OF ZINDER

The Islamic Conference of Foreign Ministers, meeting in its twenty-fifth session in Doha from 15 to 17 March 1998,

Noting the report of the Secretary General,

1. Requests Member States to dig wells.

2. Requests the Secretary General to report.
"""
    assert read(page).header.title == "RESOLUTION NO. 8/25-P ON THE WELLS OF ZINDER"


def test_what_a_newspaper_printed_before_is_no_title():
    page = """{}

1- عقد فريق الاتصال المعني بمالي التابع لمنظمة التعاون الإسلامي اجتماعا في نيامي يوم 5 مايو 2013.

2- أدان الفريق الهجوم.

3- شكر الفريق البلد المضيف.
"""
    told = "نشرنا أمس الجزء الأول من البيان الختامي لفريق الاتصال وفيما يلي الجزء الأخير: الشؤون الاقتصادية"
    assert read(page.format(told)).header.title is None
    assert read(page.format("البيان الختامي لفريق الاتصال المعني بمالي")).header.title is not None


VIEWED = """{}

Transcript

{}
OIC/SOM/2015/REP
REPORT OF THE MEETING OF SENIOR OFFICIALS PREPARATORY TO THE CONFERENCE OF MINISTERS OF LABOUR

1. The meeting of senior officials was held in Baku on 24 April 2013.

2. The meeting thanked the host.
"""


def test_the_name_of_a_file_that_breaks_off_is_not_the_title():
    whole = "REPORT OF THE MEETING OF SENIOR OFFICIALS PREPARATORY TO THE CONFERENCE OF MINISTERS OF LABOUR"
    for name in ("Report Of The Meeting Of Senior Officials", whole):
        assert read(VIEWED.format(name, name)).header.title == whole


def test_an_article_of_an_encyclopedia_on_a_declaration_is_not_the_declaration():
    page = """Déclaration de Niamey (2012)

La Déclaration de Niamey {} des Etats membres de l’Organisation de la coopération islamique, adoptée en 2012 à Niamey.

Elle a été critiquée par des juristes.
"""
    with pytest.raises(NoReportError) as caught:
        read(page.format("est une déclaration"))
    assert "quotes or sources" in str(caught.value)
    # a text may say so of an earlier one
    own = "Déclaration de Zinder\n\nNous, ministres de l’Organisation de la coopération islamique, déclarons :\n\n1. {}"
    named = "La Déclaration de Niamey est une déclaration des Etats membres.\n\n2. Nous la suivrons."
    assert read(own.format(named)).header.document_type == "declaration"
