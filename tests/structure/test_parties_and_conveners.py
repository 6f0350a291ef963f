"""Whose a text is where another organisation called the meeting together, or agreed with the OIC."""

import pytest
from judged import build

from oic_reports.structure.names.bodies import find_body
from oic_reports.structure.names.organisations import find_acting_owner, find_title_owner
from oic_reports.structure.ours.judgement import NoReportError

CONVENED = {
    "en": (
        "Final Communique\n\nThe Islamic World Educational, Scientific and Cultural Organization (ICESCO) convened for the third time "
        "the heads of delegation of the OIC Member States who were present in Paris. {beside}The meeting was held in Paris on "
        "8 October 2019.\n\nThe participants:\n\n1. Salute the wells of the Member States;\n\n2. Thank the host.\n"
    ),
    "fr": (
        "Communiqué final\n\nEn accord avec ses buts, l’ISESCO a convoqué pour la troisième fois les chefs de délégation des Etats "
        "membres de l’OCI présents à Paris. {beside}Cette réunion s’est tenue à Paris le 8 octobre 2009.\n\nLes participants :\n\n"
        "1. Saluent les puits des Etats membres ;\n\n2. Remercient l’hôte.\n"
    ),
    "ar": (
        "البيان الختامي\n\nدعت الإيسيسكو للمرة الثالثة رؤساء وفود الدول الأعضاء في منظمة التعاون الإسلامي الحاضرين في باريس. "
        "{beside}وعقد الاجتماع في باريس يوم 8 أكتوبر 2009.\n\nإن المشاركين:\n\n1. يشيدون بآبار الدول الأعضاء؛\n\n"
        "2. يشكرون الدولة المضيفة.\n"
    ),
}


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_meeting_that_an_institution_called_together_is_not_the_oics(language):
    with pytest.raises(NoReportError) as refused:
        build(CONVENED[language].format(beside=""))
    assert refused.value.reason == "other_organisation"


@pytest.mark.parametrize(
    ("language", "beside"),
    [
        ("en", "It was the First OIC Meeting of Experts on Wells. "),
        ("en", "The Twelfth Islamic Conference of Culture Ministers had asked for it. "),
        ("fr", "C’était la première réunion de l’OCI sur les puits. "),
    ],
)
def test_a_meeting_of_the_oic_that_an_institution_called_together_is_the_oics(language, beside):
    assert build(CONVENED[language].format(beside=beside)).header.document_type == "final_communique"


AGREEMENT = (
    "AGREEMENT ON COOPERATION BETWEEN THE AFRICAN UNION AND {oic}\n\n"
    'The African Union, hereinafter called "the Union", of the one part, and {oic}, of the other part,\n\n'
    "Considering that both of them dig wells;\n\nConvinced that wells are useful;\n\nHave agreed as follows:\n\n"
    "Article 1: Purpose\n\nThis Agreement says how the parties dig.\n\nArticle 2: Means\n\nThe parties consult each other.\n"
)


def test_an_agreement_with_another_organisation_is_a_convention_of_the_oic():
    header = build(AGREEMENT.format(oic="the Organisation of Islamic Cooperation")).header
    assert (header.document_type, header.title) == (
        "convention",
        "AGREEMENT ON COOPERATION BETWEEN THE AFRICAN UNION AND the Organisation of Islamic Cooperation",
    )


def test_an_agreement_of_others_is_theirs():
    with pytest.raises(NoReportError) as refused:
        build(AGREEMENT.format(oic="the League of Arab States"))
    assert refused.value.reason == "other_organisation"


@pytest.mark.parametrize(
    ("opening", "language", "standing"),
    [
        ("L’Union africaine, d’une part, et l’Organisation de la Coopération Islamique, d’autre part,", "fr", "own"),
        ("إن جامعة الدول العربية من جهة، ومنظمة التعاون الإسلامي من جهة أخرى،", "ar", "own"),
        ("The African Union, of the one part, and the OIC, of the other part,", "en", "own"),
        ("The African Union, which met in Niamey, thanked the OIC.", "en", "other"),
        ("L’Union africaine, pour sa part, a remercié l’Organisation de la Coopération Islamique.", "fr", "other"),
    ],
)
def test_the_other_party_acts_beside_the_first(opening, language, standing):
    assert find_acting_owner(opening, language).standing == standing


def test_an_article_that_lost_its_apostrophe_is_no_letter_of_a_name():
    title = "ACCORD DE COOPERATION ENTRE LORGANISATION DE LA CONFERENCE ISLAMIQUE ET LUNION AFRICAINE"
    owner = find_title_owner(title, "fr")
    assert (owner.standing, owner.evidence) == ("own", "ORGANISATION DE LA CONFERENCE ISLAMIQUE")
    assert find_title_owner("DECLARATION DE MORGANISATION DE LA CONFERENCE DES PUITS", "fr") is None


@pytest.mark.parametrize(
    ("text", "language", "body_id"),
    [
        ("The Chairman of the Executive Committee of the Palestine Liberation Organisation", "en", None),
        ("Le Président du Comité exécutif de l’Organisation de libération de la Palestine", "fr", None),
        ("رئيس اللجنة التنفيذية لمنظمة التحرير الفلسطينية", "ar", None),
        ("The Chairman of the Executive Committee of the OIC", "en", "excom"),
        ("اللجنة التنفيذية لمنظمة التعاون الإسلامي", "ar", "excom"),
    ],
)
def test_the_committee_of_another_organisation_is_no_body_of_the_oic(text, language, body_id):
    found = find_body(text, language)
    assert (found.body_id if found else None) == body_id
