"""What the OIC's own pages, hosts of files and newspapers print around a text, and what begins it there."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.lines.printed_lines import kind_of_front_line
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports

MOTTOS = {
    "en": "Organisation of Islamic Cooperation\nThe Collective Voice of the Muslim World\n\n",
    "fr": "Organisation de la Coopération Islamique\nLa Voix Collective du Monde Musulman\n\n",
    "ar": "منظمة التعاون الإسلامي\nالصوت الجامع للعالم الإسلامي\n\n",
}


def read(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))[0]


def outline(text, *roles):
    return [(block.role, block.text) for block in read(text).blocks if not roles or block.role in roles]


def reject(text):
    with pytest.raises(NoReportError) as caught:
        read(text)
    return caught.value.reason


@pytest.mark.parametrize(
    ("title", "place", "speech"),
    [
        (
            (
                "Discours de S.E. M. Omar Ba, Secrétaire général de l'Organisation de Coopération islamique à la treizième "
                "session de la Conférence islamique au Sommet"
            ),
            "Niamey - République du Niger 3 - 4 Mars 2011 ",
            (
                "Excellences, Mesdames et Messieurs, Je salue nos hôtes et leur ville. Le fleuve qui la traverse nous rappelle "
                "que nos pays partagent leurs eaux comme ils partagent leurs peines. Notre organisation a ouvert cette année "
                "douze puits et deux écoles dans la vallée. Elle en ouvrira d'autres avec votre aide."
            ),
        ),
        (
            (
                "Address by H.E. Omar Ba, Secretary General of the Organisation of Islamic Cooperation at the Thirteenth Session "
                "of the Islamic Summit Conference"
            ),
            "Niamey - Republic of Niger 3 - 4 March 2011 ",
            (
                "Excellencies, Ladies and Gentlemen, I greet our hosts and their town. The river that crosses it reminds us that "
                "our countries share their waters as they share their sorrows. Our organisation has opened twelve wells and two "
                "schools in the valley this year. It will open more of them with your help."
            ),
        ),
    ],
    ids=["fr", "en"],
)
def test_place_and_days_that_are_run_into_a_speech_are_parted_from_it(title, place, speech):
    language = "fr" if "Discours" in title else "en"
    report = read(f"{MOTTOS[language]}{title}\n\nDate: 05/03/2011\n\n{place}{speech}")
    assert report.header.document_type == "speech"
    assert [block.text for block in report.blocks if block.subrole == "place_date"] == [place.strip()]
    assert [block.text for block in report.blocks if block.role == "operative"] == [speech]


SPOKEN = {
    "fr": "Honorables Ministres,\nExcellences,\nMesdames, Messieurs,\nJ'ai l'honneur de vous souhaiter la bienvenue à "
    "cette session du Conseil des Ministres des Affaires étrangères de l'OCI. Nos pays partagent leurs eaux comme ils "
    "partagent leurs peines.\nJe remercie le Niger de son accueil.\n",
    "en": "Honourable Ministers,\nExcellencies,\nLadies and Gentlemen,\nI have the honour to welcome you to this session of "
    "the Council of Foreign Ministers of the OIC. Our countries share their waters as they share their sorrows.\n"
    "I thank Niger for its welcome.\n",
}
PLACES = {"fr": "Niamey, République du Niger\n", "en": "Niamey, Republic of Niger\n"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_speechs_place_may_stand_below_the_day_of_its_own_page(language):
    header = read(f"Date: 05/03/2011\n{PLACES[language]}{SPOKEN[language]}").header
    assert (header.document_type, header.country_iso2) == ("speech", "NE")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_place_above_a_day_makes_no_page_the_oics_own(language):
    assert reject(f"{PLACES[language]}Date: 05/03/2011\n{SPOKEN[language]}") == "no_report"


def test_place_and_days_alone_are_of_the_cover():
    head = "COMMUNIQUE FINAL DU GROUPE DE CONTACT SUR LA SOMALIE\n\nNiamey - République du Niger 3 - 4 Mars 2011\n\n"
    body = "1. Le Groupe de contact s'est réuni à Niamey les 3 et 4 mars 2011.\n\n2. La Réunion a salué la paix du fleuve.\n"
    assert ("header", "Niamey - République du Niger 3 - 4 Mars 2011") in outline(head + body)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            (
                "Les 3 et 4 mars 2011 marquent le cinquième anniversaire de la douzième session de la Conférence islamique au "
                "Sommet, tenue à Niamey en 2006. Le Sommet avait ouvert la voie aux puits de la vallée. L'OCI en a creusé douze."
            ),
            "fr",
        ),
        (
            (
                "The OIC marks these days the fifth anniversary of the Twelfth Session of the Islamic Summit Conference, held in "
                "Niamey on 3 and 4 March 2006. The Summit had decided on the wells of the valley. The OIC has dug twelve."
            ),
            "en",
        ),
        (
            (
                "تحيي منظمة التعاون الإسلامي هذه الأيام الذكرى الخامسة لانعقاد الدورة الثانية عشرة لمؤتمر القمة الإسلامي في "
                "نيامي يومي 3 و4 مارس 2006. وقد حفرت المنظمة اثنتي عشرة بئرا في الوادي."
            ),
            "ar",
        ),
    ],
    ids=["fr", "en", "ar"],
)
def test_a_meeting_whose_anniversary_is_told_is_not_the_texts_own(text, language):
    report = read(f"{MOTTOS[language]}Date: 05/03/2011\n\n{text}\n")
    assert (report.header.document_type, report.header.city, report.header.session) == ("press_release", None, None)
    assert report.header.date == "2011-03-05"


@pytest.mark.parametrize(
    "text",
    [
        (
            "La Commission permanente indépendante des droits de l’Homme de l’OCI (CPIDH) clôture sa 3ème session ordinaire tenue "
            "à Djeddah, les 3-7 mars 2013"
        ),
        (
            "The OIC Independent Permanent Human Rights Commission concludes its 3rd regular session held in Jeddah, on 3-7 March "
            "2013"
        ),
    ],
    ids=["fr", "en"],
)
def test_a_headline_with_place_and_days_is_no_first_sentence(text):
    is_french = text.startswith("La")
    below = (
        "La Commission a tenu sa 3ème session à Djeddah, du 3 au 7 mars 2013. Les membres ont salué leurs hôtes."
        if is_french
        else "The Commission held its 3rd session in Jeddah from 3 to 7 March 2013. The members greeted their hosts."
    )
    day = "Date: 3/7/2013"
    page = f"{'Communiqués de presse' if is_french else 'Press Releases'}\n\n{text}\n\n{day}\n\n{below}\n"
    (title,) = (block.text for block in read(page).blocks if block.role == "title")
    assert title == text
    assert below in [block.text for block in read(page).blocks]


DAY = "Date: 27/09/2012\n\n"
TOLD = {
    "fr": "Le Ministre du Niger, président de la session de l'OCI, a ouvert vendredi la réunion et rappelé le sort des puits. "
    "Aussi, l'OCI a-t-elle envoyé une mission dans la vallée. Dans son communiqué final, la Réunion a salué ce geste.",
    "en": "The chair of the session of the OIC, H.E. Omar Ba, opened the meeting on Friday and recalled the fate of the "
    "wells. He said that a mission had been sent to the valley. In its final communiqué of Friday, the Meeting hailed it.",
}
HEADLINES = {
    "fr": "Ouverture de la Réunion annuelle de coordination des Ministres des Affaires étrangères de l’OCI\n",
    "en": "Opening of the Annual Coordination Meeting of the OIC Foreign Ministers\n",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_headline_of_the_oic_may_stand_above_the_day_of_its_own_page(language):
    assert read(HEADLINES[language] + DAY + TOLD[language]).header.document_type == "press_release"
    assert read(DAY + TOLD[language]).header.document_type == "press_release"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_headline_of_others_above_a_day_is_a_newspapers(language):
    headline = {"fr": "Les puits de la vallée à l'ordre du jour\n", "en": "Wells of the valley on the agenda\n"}[
        language
    ]
    assert reject(headline + DAY + TOLD[language]) == "news"


ABOUT = {
    "fr": (
        (
            "Commission Permanente Indépendante des Droits de l’homme (CPIDH)\nOrganisation de la Coopération Islamique (OCI)\n\n"
            "{}\n\nLa Commission Permanente Indépendante des Droits de l’Homme (CPIDH) est un organe de l’OCI. Elle a été lancée "
            "par la 38ème Session du Conseil des ministres des Affaires étrangères, tenue à Astana du 28 au 30 juin 2011.\n"
        ),
        "À propos de la CPIDH",
        "La CPIDH rend visite aux écoles de la vallée",
    ),
    "en": (
        (
            "Independent Permanent Human Rights Commission (IPHRC)\nOrganisation of Islamic Cooperation (OIC)\n\n"
            "{}\n\nThe Independent Permanent Human Rights Commission (IPHRC) is an organ of the OIC. It was launched by the 38th "
            "Session of the Council of Foreign Ministers, held in Astana from 28 to 30 June 2011.\n"
        ),
        "About IPHRC",
        "IPHRC visits the schools of the valley",
    ),
    "ar": (
        (
            "الهيئة الدائمة المستقلة لحقوق الإنسان\nمنظمة التعاون الإسلامي\n\n{}\n\nالهيئة الدائمة المستقلة لحقوق الإنسان جهاز من "
            "أجهزة منظمة التعاون الإسلامي، وقد أنشئت في الدورة الثامنة والثلاثين لمجلس وزراء الخارجية في أستانا.\n"
        ),
        "نبذة عن الهيئة",
        "الهيئة تزور مدارس الوادي",
    ),
}


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_what_a_site_says_of_its_organ_is_no_report(language):
    page, about, headline = ABOUT[language]
    assert reject(page.format(about)) == "no_report"
    assert read(page.format(headline)).header.document_type == "press_release"


@pytest.mark.parametrize(
    "told",
    [
        (
            "La réunion du Comité exécutif de l'OCI s'est tenue à Djeddah. {} la fermeture des puits.\n\n"
            "Le Comité a condamné le vol des pompes.\n\nLe Comité a appelé les Etats membres à aider la vallée.\n"
        ),
        (
            "The meeting of the OIC Executive Committee was held in Jeddah. {} the closing of the wells.\n\n"
            "The Committee condemned the theft of the pumps.\n\nThe Committee called on the Member States to help the valley.\n"
        ),
    ],
    ids=["fr", "en"],
)
def test_who_tells_what_a_final_communique_says_is_a_newspaper(told):
    says = "Le communiqué final dénonce" if told.startswith("La") else "The final communiqué condemned"
    acts = "Le Comité a déploré" if told.startswith("La") else "The Committee deplored"
    assert reject(told.format(says)) == "news"
    assert read(told.format(acts)).header.city == "Jeddah"


HOST = "• Aucun résultat trouvé\n\n{}\n\nN/A\n\nPartager\n\nTexte intégral\n\n(1)\n\n"
RESOLUTION = (
    "RESOLUTION DE LA TRENTIÈME SESSION DU COMCEC\n\n(Istanbul, 3-6 novembre 2014)\n\nLa trentième Session du Comité Permanent "
    "pour la Coopération Économique et Commerciale de l'Organisation de la Coopération Islamique a eu lieu à Istanbul du 3 au "
    "6 novembre 2014 ;\n\nRappelant les résolutions de la 29ème Session ;\n\nRapport sur la Stratégie du COMCEC\n\n"
    "1- Se félicite des réunions des groupes de travail ;\n\n2- Demande aux Etats membres de les soutenir ;\n"
)


def test_a_hosts_caption_above_numbered_pages_is_no_lead():
    report = read(HOST.format("RESOLUTION DE LA TRENTIÈME SESSION DU COMCEC") + RESOLUTION)
    assert {block.role for block in report.blocks[:5]} == {"boilerplate"}
    assert outline(HOST.format("RESOLUTION DU COMCEC") + RESOLUTION, "preamble")[0][1].startswith(
        "La trentième Session"
    )
    bulletin = (
        "BULLETIN DE L’ACADÉMIE INTERNATIONALE DU FIQH ISLAMIQUE\n\nL’Académie a organisé un colloque le 3 mars 2021.\n"
    )
    assert reject(HOST.format("BULLETIN") + bulletin) == "no_report"


def test_a_newspapers_caption_above_a_text_is_a_lead():
    text = "La Réunion de l'OCI s'est tenue à Niamey le 3 mars 2011.\n\n1. Elle a salué ses hôtes.\n\n2. Elle a salué la paix.\n"
    blocks = read(f"Les puits de la vallée\n\nTexte intégral\n\n{text}").blocks
    assert [block.subrole for block in blocks[:2]] == ["press_lead", "press_lead"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        (
            "Niamey, République du Niger, le 3 mars 2011 : La délégation de la Commission, conduite par Prof. Omar Ba, a",
            "fr",
        ),
        ("Niamey, Republic of Niger, 3 March 2011: The delegation of the Commission, led by Prof. Omar Ba,", "en"),
    ],
)
def test_a_release_on_anothers_session_has_the_day_of_its_dateline(line, language):
    goes_on = {
        "fr": " participé à la 12ème Session du Conseil des Ministres des Affaires étrangères, tenue à Niamey les 1-2 mars 2011.",
        "en": " participated in the 12th Session of the Council of Foreign Ministers, held in Niamey on 1-2 March 2011.",
    }
    head = {
        "fr": "Commission Permanente Indépendante des Droits de l’homme (CPIDH)\nOrganisation de la Coopération Islamique (OCI)",
        "en": "Independent Permanent Human Rights Commission (IPHRC)\nOrganisation of Islamic Cooperation (OIC)",
    }
    title = {"fr": "La CPIDH participe à la 12ème Session du Conseil", "en": "IPHRC participates in the 12th Session"}
    header = read(f"{head[language]}\n\n{title[language]}\n\nDate:3/4/2011\n\n{line}{goes_on[language]}\n").header
    assert (header.date, header.date_end) == ("2011-03-03", None)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            (
                "12éme Session du Conseil des Ministres des Affaires Étrangères de l’OCI “Des Puits pour la Paix des Vallées” "
                "Déclaration de Niamey 4 Mars 2011"
            ),
            "Déclaration de Niamey",
        ),
        (
            (
                "12th Session of the OIC Council of Foreign Ministers “Wells for the Peace of Valleys” Declaration of Niamey 4 March "
                "2011"
            ),
            "Declaration of Niamey",
        ),
        ("Déclaration de Niamey adoptée le 4 mars 2011", "Déclaration de Niamey"),
        ("Declaration of Niamey adopted on 4 March 2011", "Declaration of Niamey"),
        ("Déclaration sur les puits du 4 mars 2011", "Déclaration sur les puits du 4 mars 2011"),
    ],
)
def test_a_title_ends_before_its_day_and_begins_behind_the_theme(title, expected):
    body = {
        "fr": "Nous, Ministres des Affaires étrangères de l'OCI, réunis à Niamey les 3 et 4 mars 2011,\n\nRappelant la Charte de "
        "l'OCI,\n\nDéclarons ce qui suit :\n\n1. Nous saluons la paix des puits.\n\n2. Nous remercions le Niger.\n",
        "en": "We, the Foreign Ministers of the OIC, meeting in Niamey on 3 and 4 March 2011,\n\nRecalling the Charter of the OIC,"
        "\n\nDeclare as follows:\n\n1. We hail the peace of the wells.\n\n2. We thank Niger.\n",
    }
    language = "en" if "Declaration" in title else "fr"
    assert read(f"{title}\n\n{body[language]}").header.title == expected


def test_those_who_came_to_a_session_tell_where_it_met():
    text = (
        "Déclaration de Niamey\n\nNous, Ministres des affaires étrangères des États membres de l'OCI, venus à Niamey, au Niger, "
        "pour la 12e session de notre Conseil, les 3 et 4 mars 2011;\n\nRappelant la Charte de l'OCI;\n\nDéclarons ce qui suit :"
        "\n\n1. Nous saluons la paix des puits;\n\n2. Nous remercions le Niger.\n"
    )
    header = read(text).header
    assert (header.city, header.date, header.date_end) == ("Niamey", "2011-03-03", "2011-03-04")


ACADEMY = {
    "fr": (
        "Au nom d’Allah, le Tout Miséricordieux, le Très Miséricordieux\n\nLouanges à Allah, Seigneur des Mondes.\n\n"
        "Que les éloges, et le Salut soient sur notre Maître Mohamed et sur les Siens.\n\nRÉSOLUTION N°9 (2/3)\n\nLES PUITS\n\n"
        "L’Académie internationale du Fiqh islamique, réunie en sa troisième session, tenue à Amman du 3 au 8 mars 1986,\n\n"
        "Ayant examiné les études sur les puits,\n\nDécide ce qui suit\n\nLe report de la question des puits.\n"
    ),
    "en": (
        "In the Name of Allah, the Entirely Merciful, the Especially Merciful\n\nPraise be to Allah, Lord of the worlds.\n\n"
        "Resolution No. 9 (2/3)\n\nWELLS\n\nThe Council of the International Islamic Fiqh Academy, holding its third session in "
        "Amman from 3 to 8 March 1986,\n\nHaving examined the studies on wells,\n\nResolves the following\n\n"
        "To postpone the question of wells.\n"
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_formulas_of_the_academy_are_its_preamble(language):
    blocks = [block for block in read(ACADEMY[language]).blocks if block.role not in {"title", "header"}]
    assert [block.role for block in blocks] == ["preamble"] * (len(blocks) - 1) + ["operative"]


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("(Réunion virtuelle uniquement, 25-26 Novembre 2020)", "fr", "place_date"),
        ("(Virtual meeting only, 25-26 November 2020)", "en", "place_date"),
        (
            "(Réunion sur les puits, les barrages et les canaux de la haute vallée du fleuve, 25 novembre 2020)",
            "fr",
            "title",
        ),
        ("Réunion virtuelle uniquement, 25-26 Novembre 2020", "fr", "title"),
    ],
)
def test_days_in_brackets_are_those_of_the_title_above(line, language, kind):
    assert kind_of_front_line(line, language) == kind


INSTITUTION = {
    "fr": (
        "Rapport final\n2ème Réunion de Coordination des Ministres de l’Education des Etats membres de l’{}\n(Paris, 23 octobre 1997)",
        (
            "a/ Les Etats membres ont répondu à l’invitation et la réunion a été tenue à Paris le 23 octobre 1997.\n\nb/ La réunion a "
            "salué les écoles de la vallée.\n\nc/ La réunion a adopté son rapport.\n"
        ),
    ),
    "en": (
        "Final Report\n2nd Coordination Meeting of the Ministers of Education of the Member States of {}\n(Paris, 23 October 1997)",
        (
            "a/ The Member States accepted the invitation and the meeting was held in Paris on 23 October 1997.\n\nb/ The meeting "
            "hailed the schools of the valley.\n\nc/ The meeting adopted its report.\n"
        ),
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_meeting_of_an_institutions_member_states_is_its_own(language):
    title, text = INSTITUTION[language]
    assert reject(f"{title.format('ISESCO')}\n\n{text}") == "other_organisation"
    report = read(f"{title.format('OCI' if language == 'fr' else 'the OIC')}\n\n{text}")
    assert (report.header.body_id, report.header.city) == (None, "Paris")
