"""What is of a preamble though it tells of no meeting; papers that were presented; who posted a text."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports
from oic_reports.structure.segment import segment


def read(text):
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    return report


def roles(report):
    return [block.role for block in report.blocks if block.role in {"preamble", "operative"}]


ENGLISH = """Declaration of the OIC Contact Group on Mali

{}

Recalling the resolutions of the Council of Foreign Ministers;

Alarmed by the attacks on schools;

Condemns these attacks.

Thanks the host.
"""
FRENCH = """Déclaration du Groupe de contact de l’OCI sur le Mali

{}

Rappelant les résolutions du Conseil des ministres des Affaires étrangères ;

Préoccupé par les attaques contre les écoles ;

Condamne ces attaques.

Remercie le pays hôte.
"""
ARABIC = """إعلان فريق الاتصال المعني بمالي التابع لمنظمة التعاون الإسلامي

{}

إذ يستذكر قرارات مجلس وزراء الخارجية،

وإذ يساوره القلق إزاء الهجمات على المدارس،

يدين هذه الهجمات.

يشكر الدولة المضيفة.
"""


@pytest.mark.parametrize(
    ("page", "above"),
    [
        (ENGLISH, "Eleven ministers of the Contact Group came together in Niamey on 4 June 2016."),
        (FRENCH, "Onze ministres du Groupe de contact se rejoignirent à Niamey le 4 juin 2016."),
        (ARABIC, "توافد إلى نيامي يوم 4 يونيو 2016 أحد عشر وزيرا من فريق الاتصال."),
    ],
    ids=["en", "fr", "ar"],
)
def test_what_stands_above_participles_is_of_the_preamble(page, above):
    assert roles(read(page.format(above))) == ["preamble"] * 3 + ["operative"] * 2


def test_an_act_above_participles_stays_one():
    assert roles(read(ENGLISH.format("The Contact Group condemned the attacks of May 2016.")))[0] == "operative"


def test_one_participle_is_no_preamble():
    text = ENGLISH.replace("Alarmed by the attacks on schools;\n\n", "")
    above = "Eleven ministers of the Contact Group came together in Niamey on 4 June 2016."
    assert roles(read(text.format(above)))[0] == "operative"


ACCOUNT = {
    "en": """Report of the Twelfth Islamic Conference of Culture Ministers

The Islamic Conference of Culture Ministers held its twelfth session in Doha on 4 June 2016.

{}

The Conference requested ICESCO to open a fund.

The Conference thanked the host.
""",
    "fr": """Rapport de la Douzième Conférence islamique des ministres de la Culture

La Conférence islamique des ministres de la Culture a tenu sa douzième session à Doha le 4 juin 2016.

{}

La Conférence a demandé à l’ICESCO d’ouvrir un fonds.

La Conférence a remercié le pays hôte.
""",
    "ar": """تقرير المؤتمر الإسلامي الثاني عشر لوزراء الثقافة

عقد المؤتمر الإسلامي لوزراء الثقافة دورته الثانية عشرة في الدوحة يوم 4 يونيو 2016.

{}

طلب المؤتمر من الإيسيسكو فتح صندوق.

شكر المؤتمر الدولة المضيفة.
""",
}


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "At the opening session there were seen the ministers of Qatar and of Tunisia."),
        ("en", "The representatives of forty Member States and of three organizations took part."),
        ("en", "Present as observers were the delegates of three universities."),
        ("fr", "Étaient également présents les délégués de trois universités."),
        ("fr", "Les représentants de quarante États membres ont pris part aux travaux."),
        ("ar", "وشارك في المؤتمر وفود أربعين دولة وثلاث منظمات."),
        ("ar", "وكان من بين الحضور مندوبو ثلاث جامعات."),
    ],
)
def test_who_came_is_told_above_the_decisions(language, paragraph):
    assert roles(read(ACCOUNT[language].format(paragraph)))[:2] == ["preamble", "preamble"]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "The Conference heard the representatives of forty Member States on their funds."),
        ("fr", "La Conférence a entendu les représentants de quarante États membres sur leurs fonds."),
        ("ar", "استمع المؤتمر إلى ممثلي أربعين دولة حول صناديقها."),
    ],
)
def test_what_a_conference_did_with_those_who_came_is_no_attendance(language, paragraph):
    assert roles(read(ACCOUNT[language].format(paragraph)))[1] == "operative"


@pytest.mark.parametrize("time", ["0 Min Read", "3 minutes de lecture", "Reading time: 4 min"])
def test_a_name_beside_a_reading_time_is_of_the_site(time):
    report = read(f"Declaration of the OIC Contact Group on Mali\n\nA. Karim\n{time}\n\n{ENGLISH.format('')[46:]}")
    (name,) = (block for block in report.blocks if "Karim" in block.text)
    assert (name.role, name.subrole) == ("boilerplate", "site_navigation")
    assert report.header.title == "Declaration of the OIC Contact Group on Mali"


def test_a_title_or_a_place_beside_a_reading_time_is_none():
    report = read(f"Niamey, Niger\n2 min read\nNiamey OIC Declaration\n\n{ENGLISH.format('')[46:]}")
    assert [(b.role, b.text) for b in report.blocks if b.text.startswith("Niamey")] == [
        ("header", "Niamey, Niger"),
        ("title", "Niamey OIC Declaration"),
    ]


PAPER = """FINAL AND APPROVED

{}

DOHA - STATE OF QATAR
4 JUNE 2016

The Islamic countries stand before tests of their schools and their economies.

The elders come from nine countries and speak for none of them.

These papers hold what is proposed:

(i) schools;

(ii) trade;

(iii) courts.

ON SCHOOLS

1. Member States should spend more on research in the years to come.

2. A fund for schools should be opened in the Islamic Development Bank.

ON COURTS

3. Disputes should first be brought before a panel of mediators.
"""


@pytest.mark.parametrize(
    ("title", "given"),
    [
        (
            "RECOMMENDATIONS OF THE\nOIC COMMISSION OF ELDERS",
            "PRESENTED AT THE FIFTH SESSION\nOF THE ISLAMIC SUMMIT CONFERENCE",
        ),
        ("PROPOSALS OF THE OIC PANEL ON WATER", "Submitted to the 42nd Session of the Council of Foreign Ministers"),
    ],
)
def test_a_paper_of_the_oic_that_was_presented_is_its_own(title, given):
    report = read(PAPER.format(f"{title}\n{given}"))
    assert report.header.title == title.replace("\n", " ")
    head = [(block.role, block.subrole, block.text) for block in report.blocks[:3]]
    assert head == [
        ("header", "other", "FINAL AND APPROVED"),
        ("title", "title", title),
        ("header", "adopted_by", given),
    ]
    # the letters above ended their sentence: the numbers are the text's own
    numbered = [(block.role, block.label) for block in report.blocks if (block.label or "").endswith(".")]
    assert numbered == [("operative", "1."), ("operative", "2."), ("operative", "3.")]


@pytest.mark.parametrize(
    "title",
    [
        # whoever wrote it; about the OIC; to a meeting of others
        "RECOMMENDATIONS OF A COMMISSION OF ELDERS\nPRESENTED AT THE FIFTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE",
        "REMARKS ON THE OIC\nPRESENTED AT THE FIFTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE",
        "PROPOSALS OF THE OIC PANEL ON WATER\nPRESENTED AT THE FIFTH WORLD WATER FORUM",
    ],
)
def test_a_paper_of_others_or_for_others_is_none(title):
    with pytest.raises(NoReportError):
        read(PAPER.format(title))


@pytest.mark.parametrize(
    ("line", "is_own"), [("OIC Press Release", True), ("Press release of the OIC", True), ("Press Release", False)]
)
def test_a_release_that_names_its_organisation_may_announce_another_meeting(line, is_own):
    page = f"""{line}

The OIC Contact Group on Mali Meets in Geneva

The meeting of the OIC Contact Group on Mali was opened in Geneva on 4 June 2016, to prepare the session that is to be held in July.

The Contact Group heard the Ambassador of Mali.

The Group thanked its host.
"""
    if is_own:
        assert read(page).header.document_type == "press_release"
    else:
        with pytest.raises(NoReportError):
            read(page)


@pytest.mark.parametrize(
    ("page", "line"), [(ENGLISH, "FINAL AND APPROVED"), (FRENCH, "FINAL ET ADOPTÉ"), (ARABIC, "النهائي والمعتمد")]
)
def test_a_line_that_says_how_far_a_text_came_is_no_name_of_a_site(page, line):
    report = read(f"Home | News | Contact\n\n{line}\n\n{page.format('')}")
    (status,) = (block for block in report.blocks if block.text == line)
    assert status.role == "header"


LEADS = {
    "en": """Final Communiqué of the OIC Contact Group on Mali

1. The OIC Contact Group on Mali met in Niamey on 4 June 2016.

2. {}

A)-The following Member States came to Niamey:

Republic of Niger

Republic of Chad

B)-Guests from the Kingdom of Morocco came, too.

3. Having heard the reports placed before it, the Contact Group decided as follows:

4. To send a mission to Gao.

5. To meet again in the autumn.
""",
    "fr": """Communiqué final du Groupe de contact de l’OCI sur le Mali

1. Le Groupe de contact de l’OCI sur le Mali s’est réuni à Niamey le 4 juin 2016.

2. {}

3. Ayant entendu les rapports qui lui ont été soumis, le Groupe a décidé ce qui suit :

4. Envoyer une mission à Gao.

5. Se réunir à nouveau à l’automne.
""",
    "ar": """البيان الختامي لفريق الاتصال المعني بمالي التابع لمنظمة التعاون الإسلامي

1- عقد فريق الاتصال المعني بمالي التابع لمنظمة التعاون الإسلامي اجتماعا في نيامي يوم 4 يونيو 2016.

2- {}

3- وبعد الاستماع إلى التقارير المعروضة عليه، قرر ما يلي:

4- إيفاد بعثة إلى غاو.

5- الاجتماع مجددا في الخريف.
""",
}


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "Experts had met on 2 June 2016 to make it ready."),
        ("fr", "Des experts s’étaient retrouvés le 2 juin 2016 pour y travailler."),
        ("ar", "وكان خبراء قد التقوا يوم 2 يونيو 2016 للإعداد له."),
    ],
)
def test_numbers_above_the_one_that_leads_to_the_decisions_are_preamble(language, paragraph):
    report = read(LEADS[language].format(paragraph))
    assert roles(report) == ["preamble"] * 3 + ["operative"] * 2


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "The Contact Group condemned the attack on the bridge."),
        ("fr", "Le Groupe a condamné l’attaque contre le pont."),
        ("ar", "أدان الفريق الهجوم على الجسر."),
    ],
)
def test_below_an_act_a_number_that_leads_to_more_is_an_act(language, paragraph):
    assert roles(read(LEADS[language].format(paragraph))) == ["preamble"] + ["operative"] * 4


def test_a_first_paragraph_that_brings_a_session_to_a_close_tells_of_the_meeting():
    page = """Press Release

OIC Independent Permanent Human Rights Commission (IPHRC) ends its third session

The OIC Independent Permanent Human Rights Commission (IPHRC) {} in Jeddah on 5 May 2013.

The Commission condemned the demolition of homes.
"""
    report = read(page.format("brought its Third Session to a close"))
    assert roles(report) == ["operative", "operative"]
    assert (report.header.city, report.header.date) == ("Jeddah", "2013-05-05")
    other = read(page.format("condemned in its Third Session those who brought the school year to a close"))
    assert (roles(other)[0], other.header.city) == ("operative", None)


RECITALS = """CHARTE DE L’ORGANISATION DE LA COOPÉRATION ISLAMIQUE

Nous, États membres de l’Organisation de la Coopération islamique ;

Rappelant la réunion de nos tisserands à Niamey, du 3 au 5 mai 2031 ;

Guidés par la patience de ceux qui filent la laine ;

{}

{} tenir ouvertes les portes des ateliers ;

{} œuvrer avec les potiers de nos villes ;

{} ne fermer aucun marché à ceux qui viennent de loin.
"""


@pytest.mark.parametrize("preposition", ["À", "A", "à"])
def test_infinitives_below_the_head_of_a_recital_are_preamble(preposition):
    report = read(RECITALS.format("Sommes déterminés :", *[preposition] * 3))
    assert set(roles(report)) == {"preamble"}
    assert len(roles(report)) == 7


@pytest.mark.parametrize("lead", ["Sommes convenus :", "Sommes résolus :"])
def test_infinitives_below_what_states_decide_are_operative(lead):
    report = read(RECITALS.format(lead, "À", "À", "À"))
    assert roles(report) == ["preamble"] * 4 + ["operative"] * 3


@pytest.mark.parametrize(
    ("title", "clauses", "heads"),
    [
        (
            "CHARTER OF THE ORGANISATION OF ISLAMIC COOPERATION",
            (
                "We, the Ministers of the States of the Organisation, gathered in Niamey,",
                "Recalling the road that our weavers took;",
                "Have agreed upon this Charter:",
            ),
            ("Article 1 – Looms", "Article 2 – Wool"),
        ),
        (
            "CHARTE DE L’ORGANISATION DE LA COOPÉRATION ISLAMIQUE",
            (
                "Nous, les Ministres des Etats de l’Organisation, réunis à Niamey,",
                "Rappelant le chemin de nos tisserands ;",
                "Sommes convenus de la présente Charte :",
            ),
            ("Article 1 – Des métiers", "Article 2 – De la laine"),
        ),
        (
            "ميثاق منظمة التعاون الإسلامي",
            (
                "إن مندوبي الدول التي ينسج أهلها الصوف والمجتمعين في نيامي،",
                "إذ يستحضرون الطريق الذي سلكه النساجون؛",
                "اتفقوا على إقرار هذا الميثاق:",
            ),
            ("المادة الأولى – الأنوال", "المادة الثانية – الصوف"),
        ),
    ],
)
@pytest.mark.parametrize("bullet", ["•", "-", "*"])
def test_a_bullet_before_each_paragraph_of_a_preamble_is_no_list(title, clauses, heads, bullet):
    lines = [title, "", *(f"{bullet} {clause}" for clause in clauses)]
    for head in heads:
        lines += ["", head, "", f"{bullet} {head.partition('– ')[2]}."]
    found = {block.text_raw: block.role for block in segment(read_bytes("\n".join(lines).encode(), "page.txt"))}
    assert [found[clause] for clause in clauses] == ["preamble"] * 3
