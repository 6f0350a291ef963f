"""Who speaks in a text, and near misses: a change of the few words that say it, and the text is the OIC's, or is not."""

import pytest
from judged import block, build, names

from oic_reports.structure.ours.judgement import NoReportError


def is_ours(text: str) -> bool:
    """Whether a page is taken."""
    try:
        build(text)
    except NoReportError:
        return False
    return True


SPEECHES = {
    "en": (
        "Date: 14/02/2012\n\nMr. Chairman, Excellencies, Ladies and Gentlemen, {voice} I wish to greet the orchards of the valley."
        " The Organisation of Islamic Cooperation has always planted trees there, and will go on.\n"
    ),
    "fr": (
        "Date: 14/02/2012\n\nMonsieur le Président, Excellences, Mesdames et Messieurs, {voice} je voudrais saluer les vergers de"
        " la vallée. L’Organisation de la Coopération Islamique y a toujours planté des arbres.\n"
    ),
    "ar": (
        "التاريخ: 14/02/2012\n\nالسيد الرئيس، أصحاب المعالي، السيدات والسادة، {voice} يسرني أن أحيي بساتين الوادي."
        " وقد غرست منظمة التعاون الإسلامي فيها الأشجار دائما.\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "voice", "ours"),
    [
        ("en", "on behalf of the Government of Malaysia", False),
        ("en", "with the consent of my delegation", False),
        ("en", "on behalf of the General Secretariat", True),
        ("fr", "au nom du Gouvernement du Sénégal", False),
        ("fr", "fidèle à ce que veut mon pays,", False),
        ("fr", "au nom du Secrétariat général,", True),
        ("ar", "باسم حكومة المملكة", False),
        ("ar", "ومن بلادي", False),
        ("ar", "باسم الأمانة العامة", True),
    ],
)
def test_who_speaks_for_a_state_is_no_officer(language, voice, ours):
    assert is_ours(SPEECHES[language].format(voice=voice)) is ours


def test_an_honour_is_spoken_of_to_listeners():
    page = "Date: 14/02/2012\n\nDoha, 12-14 February 2012 Honourable Minister, Excellencies, {} to greet this Conference on orchards. The OIC plants trees.\n"
    assert build(page.format("It is my honour and pleasure")).header.document_type == "speech"
    assert build(page.format("Nobody was there")).header.document_type == "press_release"


EXPLAINED = {
    "en": "The General Secretariat of the Organisation of Islamic Cooperation condemned the fire in the orchards.\n\n{}\n",
    "fr": "Le Secrétariat général de l’Organisation de la coopération islamique a condamné l’incendie des vergers.\n\n{}\n",
    "ar": "أدانت الأمانة العامة لمنظمة التعاون الإسلامي إحراق البساتين.\n\n{}\n",
}


@pytest.mark.parametrize(
    ("language", "words", "ours"),
    [
        ("en", "The OIC is an intergovernmental organisation of Muslim states.", False),
        ("en", "The 57-member body has its seat by the sea.", False),
        ("en", "The Jeddah-based secretariat was founded long ago.", False),
        ("en", "The OIC is ready to help its 57 Member States.", True),
        ("fr", "L’OCI est la deuxième organisation internationale du monde.", False),
        ("fr", "L’organisation, qui regroupe 57 pays, aide les jardiniers.", False),
        ("fr", "L’O.C.I., regroupe 57 États membres et aide les jardiniers.", False),
        ("fr", "Le même document fait état des puits de la vallée.", False),
        ("fr", "« Les puits sont à tous », souligne à ce propos la déclaration.", False),
        ("fr", "L’OCI est prête à aider ses 57 États membres.", True),
        ("ar", "وتعتبر المنظمة ثاني أكبر منظمة حكومية دولية.", False),
        ("ar", "والمنظمة التي تضم 57 دولة ومقرها جدة تعنى بالبساتين.", False),
        ("ar", "وتقف المنظمة مع دولها الأعضاء وعددها 57 دولة.", True),
    ],
)
def test_the_organisation_does_not_say_what_it_is(language, words, ours):
    assert is_ours(EXPLAINED[language].format(words)) is ours


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("Le Secrétaire général remercie l’OCI de son aide aux vergers.", False),
        ("Le Secrétaire général de l’OCI remercie l’OCI et ses jardiniers de leur aide.", True),
        ("The Secretary-General commends the OIC for its help.", False),
        ("The Secretary-General of the OIC commends the OIC gardeners for their help.", True),
        (
            "Message du Secrétaire général de l’ONU à l’OCI\n\nLe Secrétaire général salue les jardiniers de la vallée.",
            False,
        ),
        ("Message du Secrétaire général de l’OCI\n\nLe Secrétaire général salue les jardiniers de la vallée.", True),
    ],
)
def test_a_secretary_general_without_more_is_whose_the_text_says(text, ours):
    assert is_ours(text + "\n") is ours


def test_what_is_stated_stands_in_the_sentence_of_who_states_it():
    met = "The OIC met by the sea last week. It condemned the fire, it called for rain."
    assert "statement of an organ of the OIC" not in names([block(met)])
    named = "The Secretary General of the OIC and Prof. Amadou Diallo of its office condemned the fire."
    assert "statement of an organ of the OIC" in names([block(named)])
    assert "statement of an organ of the OIC" not in names(
        [block("L’OCI, appelée autrement jusqu’en 2011, est née au bord de la mer.")], language="fr"
    )


TOLD = {
    "en": "The Contact Group of the OIC on the Valley met in New York on 3 May 2016.\n\nThe Group welcomed the planting of trees.\n\n{}\n",
    "fr": "Le Groupe de contact de l’OCI sur la Vallée s’est réuni à New York le 3 mai 2016.\n\nLe Groupe a salué les plantations.\n\n{}\n",
    "ar": "اجتمع فريق الاتصال لمنظمة التعاون الإسلامي المعني بالوادي في نيويورك يوم 3 مايو 2016.\n\nورحب الفريق بغرس الأشجار.\n\n{}\n",
}


@pytest.mark.parametrize(
    ("language", "words", "ours"),
    [
        (
            "en",
            "The Group urged haste. A joint communiqué issued after the meeting underscored that rain is needed.",
            False,
        ),
        ("en", "The Group urged haste. The Group underscored that rain is needed.", True),
        ("en", "The Group issued a joint statement in which it urged haste. It thanked the gardeners.", False),
        ("en", "A statement posted on its page said that rain is needed. The Group urged haste.", False),
        ("fr", "Le Groupe a exhorté à la hâte. La déclaration finale dénonce la sécheresse.", False),
        ("fr", "Le Groupe a exhorté à la hâte. Il a dénoncé la sécheresse.", True),
        ("fr", "Le Groupe a publié un communiqué dans lequel il a exhorté à la hâte.", False),
        ("ar", "وحث الفريق على الإسراع. البيان الختامي يدعو إلى انتظار المطر.", False),
        ("ar", "وحث الفريق على الإسراع. ودعا إلى انتظار المطر.", True),
    ],
)
def test_who_tells_what_a_document_says_is_not_the_document(language, words, ours):
    assert is_ours(TOLD[language].format(words)) is ours


@pytest.mark.parametrize(
    ("dateline", "ours"),
    [
        ("ISLAMABAD: ", False),
        ("ISLAMABAD, FEB 6 – ", False),
        ("New York (UNA) - ", False),
        ("Jeddah, 9 March 2016: ", True),
    ],
)
def test_a_newspaper_s_dateline_has_no_year(dateline, ours):
    text = TOLD["en"].format("The Group urged haste, and thanked the gardeners of the valley for their work.")
    assert is_ours(dateline + text) is ours


def test_questions_are_an_interview_s():
    text = EXPLAINED["fr"].format("{}\n\nNous avons planté des arbres.\n\n{}\n\nNous avons attendu la pluie.")
    assert not is_ours(text.format("Que faites-vous ?", "Et l’avenir ?"))
    assert is_ours(text.format("Que faire ?", "L’avenir est aux arbres."))


@pytest.mark.parametrize(
    ("line", "text", "ours"),
    [
        ("الجريدة", "بعد الاطلاع على النظام الأساسي لمنظمة التعاون الإسلامي،\n\nوبعد الاطلاع على قرار اللجنة،", True),
        (
            "مرسوم ملكي رقم 12",
            "بعد الاطلاع على النظام الأساسي لمنظمة التعاون الإسلامي،\n\nوبعد الاطلاع على قرار اللجنة،",
            False,
        ),
        ("Décret n° 12", "Rappelant la Charte de l’OCI,\n\nAyant examiné le Statut de l’OCI,", False),
        (
            "Royal Decree No. 12",
            "Recalling the Charter of the OIC,\n\nHaving considered the Statute of the OIC,",
            False,
        ),
    ],
)
def test_a_decree_is_a_law(line, text, ours):
    language = "ar" if "OIC" not in text and "OCI" not in text else ("fr" if "OCI" in text else "en")
    found = names([block(line, "header"), *map(block, text.split("\n\n"))], language=language)
    assert ("form of a law or of minutes of a parliament" not in found) is ours


ASSEMBLED = {
    "en": "{title}\n\n1. {who} met in Jeddah on 3 May 2019 to speak of the Council of Foreign Ministers of the OIC.\n\n2. The delegates reaffirmed it.\n\n3. The delegates called for rain.\n",
    "fr": "{title}\n\n1. {who} a tenu une session à Djeddah le 3 mai 2019 sur le Conseil des ministres des Affaires étrangères de l’OCI.\n\n2. Les délégués ont réaffirmé les vergers.\n\n3. Les délégués ont appelé à la pluie.\n",
}


@pytest.mark.parametrize(
    ("language", "title", "who", "ours"),
    [
        ("en", "Final Communiqué", "The delegates of the Model OIC", False),
        ("en", "Final Communiqué", "The delegates of the OIC", True),
        ("fr", "Communiqué final", "Le Modèle OCI", False),
        ("fr", "Communiqué final", "L’OCI", True),
    ],
)
def test_a_model_of_the_organisation_is_played(language, title, who, ours):
    assert is_ours(ASSEMBLED[language].format(title=title, who=who)) is ours


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (
            (
                "Declaration of the Forum of Gardeners to the Islamic Summit\n\nWe, the representatives of civil society, meeting in"
                " Jeddah on the eve of the Islamic Summit of the OIC, declare:\n\n1. Trees are good.\n\n2. Rain is good.\n"
            ),
            False,
        ),
        (
            (
                "Declaration of the Islamic Summit\n\nWe, the Heads of State of the Member States of the OIC, meeting in Jeddah,"
                " declare:\n\n1. Trees are good.\n\n2. Rain is good.\n"
            ),
            True,
        ),
        (
            (
                "Déclaration du Forum des jardiniers à la Conférence islamique au sommet\n\nNous, représentants de la société"
                " civile, réunis à Djeddah à la veille du Sommet de l’OCI, déclarons :\n\n1. Les arbres sont bons.\n\n2. La"
                " pluie est bonne.\n"
            ),
            False,
        ),
        (
            (
                "Déclaration de la Conférence islamique au sommet\n\nNous, chefs d’État des États membres de l’OCI, réunis à"
                " Djeddah, déclarons :\n\n1. Les arbres sont bons.\n\n2. La pluie est bonne.\n"
            ),
            True,
        ),
        (
            (
                "إعلان منتدى البستانيين إلى القمة الإسلامية\n\nنحن ممثلي المجتمع المدني المجتمعين في جدة عشية القمة الإسلامية"
                " لمنظمة التعاون الإسلامي نعلن:\n\n1. الأشجار طيبة.\n\n2. المطر طيب.\n"
            ),
            False,
        ),
    ],
)
def test_a_declaration_is_of_who_declares_and_not_of_whom_it_is_for(text, ours):
    assert is_ours(text) is ours


BANK = {
    "en": "Islamic Development Bank\n\nPress Release\n\n{who} financed wells in the Member States of the OIC.\n\nIt welcomed the rain.\n\nIt thanked the Council of Foreign Ministers of the OIC.\n",
    "ar": "البنك الإسلامي للتنمية\n\nبيان صحفي\n\nأعلن {who} عن تمويل الآبار في الدول الأعضاء في منظمة التعاون الإسلامي.\n\nورحب بالمطر.\n\nوشكر مجلس وزراء خارجية منظمة التعاون الإسلامي.\n",
}


@pytest.mark.parametrize(
    ("language", "who", "ours"),
    [
        ("ar", "البنك الإسلامي للتنمية", False),
        ("ar", "مجلس وزراء خارجية منظمة التعاون الإسلامي", True),
        ("en", "The Islamic Development Bank", False),
    ],
)
def test_an_institution_s_letterhead_above_its_own_deeds_makes_them_its_own(language, who, ours):
    assert is_ours(BANK[language].format(who=who)) is ours


def test_a_group_of_states_has_no_press_office():
    text = "{}\n\nThe OIC Contact Group on Mali met in New York on 3 May 2016.\n\nThe envoy spoke of the wells.\n"
    assert not is_ours(text.format("3 May 2016 | Press Releases"))
    assert is_ours(text.format("Press Release of the OIC General Secretariat"))


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("رحب الاجتماع بجهود منظمة التعاون الإسلامي.", False),
        ("دعا رئيس البلدية الأمين العام لمنظمة التعاون الإسلامي إلى الوادي.", False),
        ("أدان حزب البستانيين قرار منظمة التعاون الإسلامي.", False),
        ("رحبت بشدة منظمة التعاون الإسلامي بالمطر.", True),
        ("رحب معالي الأستاذ سامي الأمين العام لمنظمة التعاون الإسلامي بالمطر.", True),
    ],
)
def test_in_arabic_who_states_something_stands_behind_the_verb(text, states):
    assert ("statement of an organ of the OIC" in names([block(text)], language="ar")) is states


FEW = {
    "en": "Final Communiqué of the {}\n\n1. The Meeting was held in Kuala Lumpur on 3 May 2019.\n\n2. It welcomed the help of the OIC.\n\n3. It thanked Malaysia, Egypt and Iraq.\n",
    "fr": "Communiqué final de la {}\n\n1. La Réunion s’est tenue à Rabat le 3 mai 2019.\n\n2. Elle a salué l’aide de l’OCI.\n\n3. Elle a remercié le Maroc, l’Égypte et l’Iraq.\n",
    "ar": "البيان الختامي {}\n\n1. عقد الاجتماع في الرباط يوم 3 مايو 2019.\n\n2. وأشاد بعون منظمة التعاون الإسلامي.\n\n3. وشكر المغرب ومصر والعراق.\n",
}


@pytest.mark.parametrize(
    ("language", "whose", "ours"),
    [
        ("en", "Tripartite Summit", False),
        ("en", "Joint Committee of Egypt and Jordan", False),
        ("en", "Tripartite Meeting of the OIC, Egypt and Jordan", True),
        ("en", "OIC Summit", True),
        ("fr", "réunion tripartite", False),
        ("fr", "réunion de l’OCI", True),
        ("ar", "للقمة الثلاثية", False),
        ("ar", "لقمة منظمة التعاون الإسلامي", True),
        ("en", "General Assembly of the Islamic Conference Youth Forum", False),
        ("fr", "assemblée générale du Forum de la jeunesse de la Conférence islamique", False),
        ("ar", "لمجلس إدارة منتدى شباب المؤتمر الإسلامي", False),
    ],
)
def test_a_few_states_and_a_forum_of_the_young_meet_for_themselves(language, whose, ours):
    assert is_ours(FEW[language].format(whose)) is ours


MESSAGES = {
    "en": (
        "{}\n\nI extend my greetings to the peoples of the Member States on this day, on which we remember how much our"
        " villages and our cities owe to the orchards.\n\nI call on the Member States to plant orchards along every road.\n"
    ),
    "fr": (
        "{}\n\nJ’adresse mes salutations aux peuples des États membres en ce jour où nous nous rappelons tout ce que nos"
        " villages et nos villes doivent aux vergers.\n\nJ’appelle les États membres à planter des vergers.\n"
    ),
    "ar": (
        "{}\n\nأبعث بأطيب تحياتي إلى شعوب الدول الأعضاء في هذا اليوم الذي نتذكر فيه ما تدين به قرانا ومدننا للبساتين"
        " التي غرسها آباؤنا.\n\nوأدعو الدول الأعضاء إلى غرس البساتين على جانبي كل طريق.\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "title", "ours"),
    [
        ("en", "Secretary-General's message to the 38th session of the Organisation of Islamic Cooperation", False),
        ("en", "Message of the Secretary-General to the Organisation of Islamic Cooperation", False),
        ("en", "OIC Secretary-General's message to the 38th session of the Organisation of Islamic Cooperation", True),
        ("en", "Message of the Secretary-General of the OIC to the ministers of agriculture", True),
        ("fr", "Message du Secrétaire général à la trente-huitième session de l’OCI", False),
        ("fr", "Message du Secrétaire général de l’OCI à la trente-huitième session de l’OCI", True),
        ("ar", "رسالة الأمين العام إلى الدورة الثامنة والثلاثين لمنظمة التعاون الإسلامي", False),
        ("ar", "رسالة الأمين العام لمنظمة التعاون الإسلامي إلى وزراء الزراعة", True),
    ],
)
def test_who_writes_to_the_organisation_is_none_of_its_officers(language, title, ours):
    assert is_ours(MESSAGES[language].format(title)) is ours
