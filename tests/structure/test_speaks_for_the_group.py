"""Who speaks or writes for the OIC without an office in it: an ambassador for its group, the chair who sends a letter."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

SPOKEN = {
    "en": "Mr. President,\n\n{} The wells of the valley are the concern of all who live there, and must not be closed.\n\n"
    "The gardeners ask for rain, and so do we.\n",
    "fr": "Monsieur le Président,\n\n{} Les puits de la vallée concernent tous ceux qui y vivent et doivent rester ouverts.\n\n"
    "Les jardiniers demandent de la pluie.\n",
    "ar": "السيد الرئيس،\n\n{} إن آبار الوادي تهم جميع من يعيشون فيه، ويجب ألا تغلق.\n\nويطلب البستانيون المطر.\n",
}


def read_type(text: str, address: str = "https://orchards.example/wells") -> str | None:
    """The type of a page, ``refused`` where it is taken for another's."""
    try:
        (report,) = build_reports(read_bytes(text.encode(), "x.txt"), [address])
    except NoReportError:
        return "refused"
    return report.header.document_type


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [
        ("en", "I have the honour to take the floor on behalf of the OIC Group.", "speech"),
        ("en", "It is an honour for me to speak on behalf of the Organisation of Islamic Cooperation.", "speech"),
        ("en", "Malta has the honour to make this statement on behalf of the Member States of the OIC.", "speech"),
        ("en", "In my capacity as chair of the OIC group, I wish to make this statement.", "speech"),
        ("en", "I have the honour to take the floor on behalf of the African Group.", "refused"),
        ("en", "I wish to align myself with the statement delivered on behalf of the OIC Group.", "refused"),
        ("en", "I speak for Malta. We heard the statement that Chad made on behalf of the OIC.", "refused"),
        ("en", "The envoy wrote: “I have the honour to speak on behalf of the OIC Group.”", "refused"),
        ("fr", "J’ai l’honneur de prendre la parole au nom du Groupe de l’OCI.", "speech"),
        ("fr", "J’interviens au nom des États membres de l’Organisation de la coopération islamique.", "speech"),
        ("fr", "J’ai l’honneur de prendre la parole au nom du Groupe des États d’Afrique.", "refused"),
        ("fr", "Je m’associe à la déclaration prononcée au nom du Groupe de l’OCI.", "refused"),
        ("ar", "يشرفني أن ألقي هذا البيان نيابة عن مجموعة منظمة التعاون الإسلامي.", "speech"),
        ("ar", "أتحدث باسم المجموعة الإسلامية عن الآبار.", "speech"),
        ("ar", "يشرفني أن ألقي هذا البيان نيابة عن المجموعة الأفريقية.", "refused"),
        ("ar", "يسرني أن أنضم إلى البيان الذي ألقته تشاد باسم منظمة التعاون الإسلامي.", "refused"),
    ],
)
def test_who_speaks_on_behalf_of_the_oic_speaks_for_it(language, words, kind):
    assert read_type(SPOKEN[language].format(words)) == kind


def test_a_newspaper_that_tells_of_a_speech_for_the_group_is_no_speech():
    page = SPOKEN["en"].format("The ambassador of Malta took the floor on behalf of the OIC Group on Tuesday.")
    assert read_type(page) == "refused"


LETTERS = {
    "en": "Letter dated 3 May 2016 from the Permanent Representative of Chad addressed to the Secretary-General\n\n{}\n\n"
    "The Group calls upon the Council to protect the wells, and would be grateful if this letter were circulated.\n\n"
    "(Signed) Adam Adam\nPermanent Representative\n",
    "fr": "Lettre datée du 3 mai 2016, adressée au Secrétaire général par le Représentant permanent du Tchad\n\n{}\n\n"
    "Le Groupe demande au Conseil de protéger les puits et vous saurait gré de faire distribuer cette lettre.\n\n"
    "(Signé) Adam Adam\nReprésentant permanent\n",
    "ar": "رسالة مؤرخة 3 أيار/مايو 2016 موجهة إلى الأمين العام من الممثل الدائم لتشاد\n\n{}\n\n"
    "وتدعو المجموعة مجلس الأمن إلى حماية الآبار، وترجو تعميم هذه الرسالة.\n\n(توقيع) آدم آدم\nالممثل الدائم\n",
}


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [
        ("en", "As Chair of the OIC Group in New York, I write to ask for new wells in the valley.", "statement"),
        ("en", "I have the honour, in my capacity as Chair of the OIC, to ask for new wells.", "statement"),
        ("en", "As Chair of the African Group in New York, I write to ask for new wells in the valley.", "refused"),
        ("en", "I write to ask for new wells, of which the Chair of the OIC Group spoke.", "refused"),
        ("fr", "En ma qualité de Président du Groupe de l’OCI, j’ai l’honneur de demander des puits.", "statement"),
        ("fr", "En ma qualité de Président du Groupe africain, j’ai l’honneur de demander des puits.", "refused"),
        ("ar", "بصفتي رئيس مجموعة منظمة التعاون الإسلامي في نيويورك، أكتب إليكم بشأن الآبار.", "statement"),
        ("ar", "بصفتي رئيس المجموعة الأفريقية في نيويورك، أكتب إليكم بشأن الآبار.", "refused"),
    ],
)
def test_a_letter_of_the_chair_of_the_group_is_the_groups(language, words, kind):
    assert read_type(LETTERS[language].format(words)) == kind


def test_who_writes_as_chair_below_no_letterhead_and_signs_nothing_wrote_no_letter():
    page = "Wells and gardens\n\nAs Chair of the OIC Group in New York, I write to ask for new wells in the valley.\n"
    assert read_type(page) == "refused"


SALUTED = {
    "en": "{}\n\nExcellencies, ladies and gentlemen,\n\nAllow me to greet the Islamic Summit, which gathers our Organisation "
    "in this valley of gardens. I wish it rain.\n",
    "fr": "{}\n\nExcellences, Mesdames et Messieurs,\n\nJe voudrais saluer le Sommet islamique, qui réunit notre organisation "
    "dans cette vallée de jardins.\n",
    "ar": "{}\n\nأصحاب المعالي، السيدات والسادة،\n\nيسرني أن أحيي مؤتمر القمة الإسلامي الذي يجمع منظمتنا في هذا الوادي. "
    "وأتمنى له المطر.\n",
}


@pytest.mark.parametrize(
    ("language", "listener", "kind"),
    [
        ("en", "Mr. Secretary General,", "refused"),
        ("en", "Mr. Secretary-General of the United Nations,", "speech"),
        ("en", "Mr. Prime Minister,", "speech"),
        ("fr", "Monsieur le Secrétaire général de l’Organisation de la coopération islamique,", "refused"),
        ("fr", "Monsieur le Secrétaire général des Nations Unies,", "speech"),
        ("ar", "معالي الأمين العام،", "refused"),
        ("ar", "معالي الأمين العام للأمم المتحدة،", "speech"),
    ],
)
def test_who_salutes_the_secretary_general_is_not_he(language, listener, kind):
    assert read_type(SALUTED[language].format(listener)) == kind


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "In the name of the African Group I give thanks."),
        ("fr", "Ce pays, que j’ai l’honneur de diriger, aime la pluie."),
        ("ar", "وباسم المجموعة العربية نحيي الوادي."),
    ],
)
def test_who_leads_a_state_or_another_group_speaks_for_that(language, words):
    page = SALUTED[language].format(
        {"en": "Mr. President,", "fr": "Monsieur le Président,", "ar": "السيد الرئيس،"}[language]
    )
    assert read_type(page) == "speech"
    assert read_type(f"{page}\n{words}\n") == "refused"


@pytest.mark.parametrize(
    ("line", "address", "is_speech"),
    [
        ("", "https://www.oic-oci.org/topic/?t_id=1", True),
        ("Norway - 2012-02-14\n\n", "https://www.oic-oci.org/topic/?t_id=1", False),
        ("", "https://orchards.example/wells", False),
    ],
)
def test_a_speech_without_a_line_above_is_of_those_whose_site_it_stands_on(line, address, is_speech):
    page = (
        f"{line}Honourable Minister, Excellencies, Ladies and Gentlemen, It gives me pleasure to greet this meeting on wells. "
        "The OIC has planted trees in many valleys, and will plant more of them in the years to come.\n"
    )
    assert (read_type(page, address) == "speech") is is_speech


NAMED = {
    "en": "Conference on Wells\n\n{}\n\n{} It gives me pleasure to greet this meeting in the valley of gardens. I wish you rain.\n",
    "fr": "Conférence sur les puits\n\n{}\n\n{} J’ai le plaisir de saluer cette réunion dans la vallée des jardins.\n",
    "ar": "مؤتمر الآبار\n\n{}\n\n{} يسرني أن أحيي هذا الجمع في وادي البساتين. ونأمل أن يكثر المطر هذا العام.\n",
}
LISTENERS = {
    "en": "Excellencies, ladies and gentlemen,",
    "fr": "Excellences, Mesdames et Messieurs,",
    "ar": "أصحاب المعالي، السيدات والسادة،",
}


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("en", "H.E. Adam Adam, Secretary General of the Organisation of Islamic Cooperation", "speech"),
        ("en", "H.E. Adam Adam, Secretary General of the African Union", "refused"),
        ("en", "H.E. Adam Adam, Secretary General of the Organisation of Islamic Cooperation,", "refused"),
        (
            "en",
            "The minister greeted Adam Adam, Secretary General of the Organisation of Islamic Cooperation",
            "refused",
        ),
        ("fr", "S.E. Adam Adam, Secrétaire général de l’Organisation de la coopération islamique", "speech"),
        ("fr", "S.E. Adam Adam, Secrétaire général de l’Union africaine", "refused"),
        ("ar", "معالي الأستاذ آدم آدم، الأمين العام لمنظمة التعاون الإسلامي", "speech"),
        ("ar", "معالي الأستاذ آدم آدم، الأمين العام لجامعة الدول العربية", "refused"),
    ],
)
def test_a_line_with_a_name_and_an_office_of_the_oic_says_who_speaks(language, line, kind):
    assert read_type(NAMED[language].format(line, LISTENERS[language])) == kind


def test_whom_a_letter_is_sent_to_is_not_who_writes_it():
    line = "H.E. Adam Adam, Secretary General of the Organisation of Islamic Cooperation"
    assert read_type(NAMED["en"].format(line, "Excellency,")) == "refused"
