"""Texts of institutions beside the OIC, of namesakes, and of others that speak of it."""

import pytest
from judged import build

from oic_reports.structure.ours.judgement import NoReportError

UNION = """{title}

(Parliaments for Dialogue)
KHARTOUM – REPUBLIC OF THE SUDAN
5-6 FEBRUARY 2016
{symbol}

We, Speakers and Members of Delegations of {whose}, gathered in Khartoum on 5-6 February 2016, have resolved as follows:

1. We hold Palestine to be the cause of all our parliaments.

2. We call upon the Organisation of Islamic Cooperation to send a mission to the prisons.
"""


@pytest.mark.parametrize(
    ("title", "symbol", "whose"),
    [
        ("FINAL COMMUNIQUE OF THE 11th SESSION OF THE PUIC CONFERENCE", "CONF/11-2016/FC.1", "the member parliaments"),
        ("FINAL COMMUNIQUE", "", "the Parliamentary Union of the OIC Member States"),
        ("FINAL COMMUNIQUE", "", "the General Assembly of the Islamic Chamber of Commerce, an affiliate of the OIC"),
    ],
)
def test_what_an_institution_beside_the_organisation_adopts_is_its_own(title, symbol, whose):
    with pytest.raises(NoReportError) as refused:
        build(UNION.format(title=title, symbol=symbol, whose=whose))
    assert refused.value.reason == "other_organisation"


def test_the_same_text_of_an_organ_of_the_organisation_is_taken():
    whose = "the OIC Contact Group on Peace and Dialogue"
    report = build(UNION.format(title="FINAL COMMUNIQUE", symbol="OIC/CG-1/2016/FC.1", whose=whose))
    assert report.header.symbol == "OIC/CG-1/2016/FC.1"


ASSEMBLY = """{above}

The OIC Secretary General Lauds the Role of the Islamic Chamber

The 36th General Assembly of the Islamic Chamber, an affiliate of the OIC, was held in Amman on 12 November 2021.

The Assembly approved the accounts of the year and took note of the programme for the next.
"""


def test_what_the_organisation_tells_of_an_assembly_on_its_own_site_is_its_press_release():
    site = "Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World"
    assert build(ASSEMBLY.format(above=site)).header.document_type == "press_release"
    with pytest.raises(NoReportError) as refused:
        build(ASSEMBLY.format(above="Chamber News"))
    assert refused.value.reason == "other_organisation"


NAMESAKES = {
    "ar": """البيان الختامي

عقد {whose} دورته في القاهرة يوم 4 مايو 2010 {guest}.

1. أكدت الدورة وحدة الأمة.

2. أدانت الدورة الإساءة إلى المقدسات.

3. دعت الدورة الجامعات إلى مراجعة مناهجها.
""",
    "en": """Final Statement

The {whose} met in Cairo on 4 May 2010 {guest}.

1. The Conference called upon the universities to revise their programmes.

2. The Conference thanked the host.

3. The Conference recommended a fund.
""",
    "fr": """Déclaration finale

La {whose} s’est réunie au Caire le 4 mai 2010 {guest}.

1. La Conférence a appelé les universités à revoir leurs programmes.

2. La Conférence a remercié le pays hôte.

3. La Conférence a recommandé la création d’un fonds.
""",
}


@pytest.mark.parametrize(
    ("language", "whose", "guest", "is_ours"),
    [
        ("ar", "المؤتمر الإسلامي العالمي للتعليم", "بدعوة من الجامعة", False),
        ("ar", "مؤتمر الجامعات", "بحضور الأمين العام لمنظمة التعاون الإسلامي", False),
        ("ar", "المؤتمر الإسلامي لوزراء الصحة", "بدعوة من الجامعة", True),
        ("en", "International Islamic Conference on Education", "at the invitation of the university", False),
        ("en", "Association of Islamic Banks, affiliated to the OIC,", "at the invitation of the city", False),
        ("en", "Conference of Universities", "in the presence of the envoy of the OIC", False),
        ("en", "Islamic Conference of Health Ministers", "at the invitation of the university", True),
        ("en", "Conference of Universities of the OIC", "at the invitation of the university", True),
        ("fr", "Conférence islamique internationale sur l’éducation", "à l’invitation de l’université", False),
        ("fr", "Conférence des universités", "en présence d’un envoyé de l’OCI", False),
        ("fr", "Conférence des universités de l’OCI", "à l’invitation de la ville", True),
    ],
)
def test_a_conference_is_not_the_organisation_s_for_its_name_or_its_guests(language, whose, guest, is_ours):
    text = NAMESAKES[language].format(whose=whose, guest=guest)
    if is_ours:
        assert build(text).header.document_type
        return
    with pytest.raises(NoReportError):
        build(text)


@pytest.mark.parametrize(
    "text",
    [
        # an institution that has the OIC's name in its own
        """Joint Statement between the Republic of Indonesia and the Organisation of Islamic Cooperation Youth Forum

The two sides met in Jakarta on 3 May 2018.

1. The two sides agreed on a yearly camp.

2. They reaffirmed their support for Palestine.

3. They thanked each other.
""",
        # what a cabinet heard
        """Communiqué du Conseil des ministres du 14 mars 2013

Sous la présidence du Chef de l’Etat, le Conseil des ministres s’est réuni le 14 mars 2013 au palais.

1. Le Président a rendu compte de sa participation au 12ème Sommet de l’OCI au Caire.

2. Le Conseil a adopté le projet de loi sur la pêche.

3. Le Conseil a examiné la situation des inondations.
""",
        """مجلس الوزراء السعودي يرحب بالبيان الختامي للقمة الإسلامية

رأس خادم الحرمين الشريفين الجلسة التي عقدها مجلس الوزراء في جدة يوم 3 يونيو 2019.

1. رحب المجلس بالبيان الختامي للقمة الإسلامية.

2. أكد المجلس دعمه للشعب الفلسطيني.

3. قرر المجلس الموافقة على اتفاقية.
""",
        # what a summit is expected to do
        """OIC Summit: agenda and expectations

The Organisation of Islamic Cooperation will hold its 13th summit in Istanbul on 14-15 April 2016.

1. The Summit is to consider the Palestinian cause.

2. It is expected to adopt a plan of action for 2016-2025.

3. It will elect the next chair.
""",
        # an organ of the United Nations that acts in a line of its own, above which no other stands
        """Résolution adoptée par l’Assemblée générale 65/140. Coopération entre l’ONU et l’Organisation de la Conférence islamique

L’Assemblée générale,

Rappelant ses résolutions antérieures,

Ayant examiné le rapport du Secrétaire général,

1. Prend note avec satisfaction du rapport ;

2. Prie le Secrétaire général de renforcer la coopération.
""",
        # a minister who tells of it
        """Bamako – Le ministre rend compte de la réunion du Groupe de contact

Le Groupe de contact de l’OCI sur le Mali s’est réuni à Djeddah le 1er mars 2014.

Le ministre a exposé la situation. Le Groupe a demandé aux Etats membres d’aider à la reconstruction.

Le Groupe a salué l’élection du Président.

Le ministre a eu des entretiens avec ses homologues turc et saoudien.
""",
    ],
    ids=["institution", "cabinet-fr", "cabinet-ar", "expected", "general-assembly", "minister"],
)
def test_what_others_say_of_the_organisation_is_not_its_own(text):
    with pytest.raises(NoReportError):
        build(text)


def test_an_organisation_that_is_only_called_upon_does_not_make_a_text_its_own():
    friends = "Communiqué of the Ministerial Conference of the Friends of the Valley\n\n1. The Conference met in Rabat.\n\n2. The Conference called upon the OIC to act.\n\n3. The Conference thanked its host.\n"
    with pytest.raises(NoReportError):
        build(friends)
    assert build(friends.replace("The Conference met", "The Conference of the OIC met")).header.city == "Rabat"


BOARD = """OIC/{organ}/2031/REP

REPORT OF THE SIXTH MEETING OF THE EXECUTIVE BOARD

1. The Board met on 4 May 2031 in Dakar.

2. The Board took note of the harvests.

3. The Board thanked the Organisation of Islamic Cooperation.
"""


def test_a_symbol_that_names_an_institution_behind_the_letters_of_the_organisation_is_the_institutions():
    with pytest.raises(NoReportError) as refused:
        build(BOARD.format(organ="IOFS"))
    assert refused.value.reason == "other_organisation"
    assert build(BOARD.format(organ="COMCEC")).header.symbol == "OIC/COMCEC/2031/REP"


RELEASE = """Communiqué de presse

{symbol}

L'ORGANISATION DE LA COOPERATION ISLAMIQUE ET SES VOISINS TIENNENT UN CALENDRIER COMMUN

Le Secrétaire général de l'Organisation de la coopération islamique a reçu à Vienne, le 9 juillet 2031, ses voisins.
"""


def test_the_symbol_of_a_press_release_says_that_it_is_of_the_united_nations():
    assert build(RELEASE.format(symbol="Djeddah")).header.document_type == "press_release"
    with pytest.raises(NoReportError) as refused:
        build(RELEASE.format(symbol="SG/SM/12345"))
    assert refused.value.reason == "other_organisation"


TOLD = """Déclaration finale du 21ème sommet des chefs d'Etat des pays membres de l'OCI

Les chefs d'Etat ont quitté Dakar après avoir adopté une déclaration finale.

« Que nul port ne soit fermé au blé », {told}.

Les chefs d'Etat ont remercié le pays hôte, et ses cuisiniers.
"""


@pytest.mark.parametrize("told", ["y lit-on", "peut-on lire au premier chapitre", "est-il ajouté plus bas"])
def test_who_says_what_one_reads_in_a_declaration_tells_of_it(told):
    with pytest.raises(NoReportError) as refused:
        build(TOLD.format(told=told))
    assert refused.value.reason == "news"


@pytest.mark.parametrize("verb", ["observe avec inquiétude", "s'inquiète de", "constate avec regret", "prend note de"])
def test_what_the_secretariat_observes_it_states(verb):
    text = f"Le Secrétariat général de l'Organisation de coopération islamique (OCI) {verb} la sécheresse dans les oasis.\n"
    assert build(text).header.document_type == "press_release"


INDEX = """SEVENTH ISLAMIC SUMMIT CONFERENCE

DAKAR, REPUBLIC OF SENEGAL

13-15 DECEMBER 2031

RESOLUTION NO.1/7-P{0}
ON THE MARKING OF WELLS

RESOLUTION NO.2/7-P{0}
ON THE HARBOUR OF BERBERA

RESOLUTION NO.3/7-P{0}
ON THE RETURN OF MAPS
"""


def test_an_index_of_resolutions_below_the_name_of_a_summit_is_an_extract_of_them():
    report = build(INDEX.format("(IS)"))
    assert (report.header.document_type, report.header.body_id, report.header.session) == ("resolution", "is", 7)
    assert [flag.rule for flag in report.flags if flag.flag == "excerpt"] == ["judgement.cover"]
