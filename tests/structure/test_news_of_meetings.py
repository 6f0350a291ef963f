"""News that tells what a meeting did, and what an organ tells of it itself."""

import pytest
from judged import build

from oic_reports.structure.ours.judgement import NoReportError

NEWS_OF_THE_END = {
    "ar": """وزارة الشؤون الخارجية

اختتام قمة منظمة التعاون الإسلامي باعتماد البيان الختامي وخطة العمل

اختتمت القمة الثانية عشرة لمنظمة التعاون الإسلامي أعمالها في القاهرة باعتماد بيان ختامي وعدد من القرارات.

واعتمدت القمة أيضا قرارات تتعلق بسوريا ومالي وإصلاح الأمانة العامة.
""",
    "en": """Ministry of Foreign Affairs

OIC Summit ends with the adoption of a final communiqué

The 12th Summit of the Organisation of Islamic Cooperation (OIC) ended in Cairo; a final communiqué was approved there.

According to the President of Egypt, most of the texts were agreed on the first day.
""",
    "fr": """Fin du sommet de l’OCI avec l’approbation du communiqué final

Le 12ème sommet de l’Organisation de la coopération islamique (OCI) s’est achevé au Caire ; un communiqué y a été approuvé.

Le sommet a aussi adopté des résolutions relatives à la Syrie et au Mali.
""",
}


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_what_a_ministry_tells_of_the_end_of_a_summit_is_no_communique(language):
    with pytest.raises(NoReportError):
        build(NEWS_OF_THE_END[language])


HEADLINED = {
    "ar": (
        "القمة الإسلامية تصدر إعلان القاهرة",
        "عقدت القمة الإسلامية الثانية عشرة في القاهرة يومي 6 و7 فبراير 2013.",
        ("أدانت القمة الاستيطان.", "قررت القمة إنشاء شبكة أمان مالية."),
    ),
    "en": (
        "OIC Unveils the Cairo Declaration",
        "The 12th Islamic Summit was held in Cairo on 6-7 February 2013.",
        ("The Summit condemned the settlements.", "The Summit decided to set up a fund."),
    ),
    "fr": (
        "L’OCI adopte la Déclaration de Conakry",
        "La 40ème session du Conseil des ministres des Affaires étrangères de l’OCI s’est tenue à Conakry en 2013.",
        ("Le Conseil a condamné la colonisation.", "Le Conseil a décidé de créer un fonds."),
    ),
}


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_headline_that_tells_of_a_document_is_no_title_of_it(language):
    headline, opening, acts = HEADLINED[language]
    with pytest.raises(NoReportError, match="headline that tells of a document"):
        build("\n\n".join([headline, opening, *acts]))
    # without it, and above the text itself, whose paragraphs are numbered
    assert build("\n\n".join([opening, *acts])).blocks
    assert build("\n\n".join([headline, *(f"{n}. {text}" for n, text in enumerate([opening, *acts], 1))])).blocks


def test_the_organisation_s_own_page_tells_of_a_communique_in_a_press_release():
    site = "Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World"
    told = """The Executive Committee of the OIC held an extraordinary meeting in Jeddah on 3 May 2021.

The Meeting condemned the aggression and called upon the Security Council to act.

The Meeting requested the Secretary General to follow up.
"""
    kinds = [
        build(f"{site}\n\n{title}\n\nDate: 03/05/2021\n\n{told}").header.document_type
        for title in ("OIC Executive Committee Adopts Final Communiqué on Al-Quds", "Final Communiqué on Al-Quds")
    ]
    assert kinds == ["press_release", "final_communique"]


@pytest.mark.parametrize(("labels", "kind"), [("abc", "press_release"), ("123", "report")])
def test_a_release_of_an_organ_on_its_own_page_may_list_by_letters(labels, kind):
    listed = "\n".join(f"{mark}. the next session was fixed for November;" for mark in labels)
    text = f"""Independent Permanent Human Rights Commission of
the Organisation of Islamic Cooperation (OIC)
Protecting and promoting human rights in the Muslim world and beyond

The Independent Permanent Human Rights Commission Concludes its 17th Session in Jeddah

Jeddah, 18 March 2021: The 17th Regular Session of the OIC Independent Permanent Human Rights Commission was held in Jeddah
from 14 to 18 March 2021.

The Commission also:
{listed}
"""
    assert build(text).header.document_type == kind


def test_a_press_release_comes_out_as_one():
    text = (
        "OIC Condemns Attack on a Ferry\n\nThe OIC General Secretariat condemned the attack on a ferry near Basuma, in "
        "which six people lost their lives on their way to the market.\n\nThe General Secretariat expressed its sympathy with the families.\n"
    )
    header = build(text).header
    assert (header.document_type, header.document_type_source) == ("press_release", "first_sentence")


ACCOUNT = {
    "fr": (
        "1. La quatrième session de la Conférence islamique des ministres des Affaires étrangères s’est tenue à Fès du 2 au 5 mai 1973.\n\n"
        "2. La séance a commencé par une lecture.\n\n3. Le Roi a souhaité la bienvenue. Les vergers, a-t-il dit, manquent d’eau.\n"
    ),
    "en": (
        "1. The Fourth Session of the Islamic Conference of Foreign Ministers was held in Fez from 2 to 5 May 1973.\n\n"
        "2. The sitting began with a reading.\n\n3. The King welcomed all. Orchards lack water, he said.\n"
    ),
}


@pytest.mark.parametrize("language", ACCOUNT)
def test_an_account_that_is_numbered_from_its_opening_on_is_no_news(language):
    assert build(ACCOUNT[language]).header.session == 4


@pytest.mark.parametrize("language", ACCOUNT)
def test_numbers_below_a_lead_may_be_a_newspapers(language):
    first, *rest = ACCOUNT[language].removeprefix("1. ").split("\n\n")
    with pytest.raises(NoReportError):
        build("\n\n".join([first, "1. Un.", "2. Deux.", *(part.lstrip("23. ") for part in rest)]))
