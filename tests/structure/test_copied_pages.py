"""Pages as sites copy them: what the site adds is residue, and what is printed closely is parted."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

BODY = """1. The Contact Group on Mali met in Niamey on 4 June 2016 at the level of Ministers.
2. The Meeting welcomed the efforts of the Government of Mali.
3. The Meeting requested the Secretary General to follow the matter."""


def read(text, name="page.txt"):
    (report,) = build_reports(read_bytes(text.encode(), name))
    return report


def outline(report, *roles):
    return [(block.role, block.text) for block in report.blocks if not roles or block.role in roles]


def find(report, text):
    (block,) = (block for block in report.blocks if text in block.text)
    return block


def test_title_of_the_page_day_of_posting_and_name_of_the_site_are_residue():
    head = """Organisation of Islamic Cooperation
The Collective Voice of the Muslim World
Home | News | Contact
Final Communiqué of the Contact Group on Mali
Friday, 8 July 2016

Final Communiqué
of the Meeting of the OIC Contact Group on Mali

"""
    report = read(head + BODY)
    said = {"Organisation of Islamic Cooperation": "site_navigation", "Friday, 8 July": "posting_date"}
    assert {find(report, text).subrole for text in said} == set(said.values())
    assert report.blocks[3].subrole == "page_title"
    assert {block.role for block in report.blocks[:5]} == {"boilerplate"}
    assert outline(report, "title", "header") == [
        ("title", "Final Communiqué\nof the Meeting of the OIC Contact Group on Mali")
    ]
    assert report.header.date == "2016-06-04"


def test_a_day_on_which_the_meeting_met_or_beside_its_place_is_of_the_cover():
    head = "Home | News | Contact\n\nFinal Communiqué\nof the Meeting of the OIC Contact Group on Mali\n"
    (day,) = (b for b in read(f"{head}\n4 June 2016\n\n{BODY}").blocks if b.text == "4 June 2016")
    assert day.role == "header"
    (day,) = (b for b in read(f"{head}Niamey, Niger\n4 July 2016\n\n{BODY}").blocks if b.text == "4 July 2016")
    assert day.role == "header"


@pytest.mark.parametrize(
    "tail",
    [
        "Translating, please wait..\nResults: [Copy]",
        "Subscribe to our mailing list.\nThe rains came early",
        "Traduit de l’arabe. Source : A/73/914\nSoutenez notre site, où vous trouvez des cartes.",
        "Plus d'actualités\nLe Secrétaire général reçoit un ambassadeur",
        "انقر هنا لقراءة الخبر من مصدره.",
        "Other statements\nNo press releases assigned to this case yet.",
    ],
)
def test_what_a_site_says_below_a_text_is_residue(tail):
    report = read(f"Final Communiqué of the Meeting of the OIC Contact Group on Mali\n\n{BODY}\n\n{tail}\n")
    below = [block for block in report.blocks if block.label == "3."]
    rest = report.blocks[report.blocks.index(below[0]) + 1 :]
    assert {block.role for block in rest} == {"boilerplate"}


def test_words_of_a_menu_that_end_a_sentence_are_of_it():
    body = BODY.replace("follow the matter.", "resume\nits contacts")
    report = read(
        f"Home | News | Contact\n\nFinal Communiqué of the OIC Contact Group on Mali\n\n{body}\n\nLast Updated: today\n"
    )
    assert find(report, "resume").text.endswith("resume its contacts")


def test_a_heading_in_capitals_is_parted_from_the_sentence_above():
    lines = """4. The Meeting deplored the loss of human life in the northern regions and asked
all parties to keep the peace that they had signed in the capital a year before.
THE SITUATION OF THE DISPLACED PERSONS IN THE NORTH AND IN THE REGIONS NEARBY:
5. The Meeting thanked the neighbouring countries which have given a roof to more
than one hundred thousand persons, and called on donors to give them what is due.
6. The Meeting was told that the schools of the camps had been open for one year,
and that the number of pupils had grown, while that of teachers had remained low.
7. The Meeting asked the Secretary General to report on these matters to the next
session, and to send a mission to the camps before the beginning of the new year."""
    report = read(f"Final Communiqué of the Meeting of the OIC Contact Group on Mali\n\n{BODY}\n{lines}\n")
    assert find(report, "DISPLACED PERSONS").text.startswith("THE SITUATION")


@pytest.mark.parametrize(
    ("title", "signed", "language"),
    [
        ("FINAL COMMUNIQUÉ OF THE OIC CONTACT GROUP ON MALI", "Niamey\n4 June 2016", "en"),
        ("FINAL COMMUNIQUÉ OF THE OIC CONTACT GROUP ON MALI", "Niamey, 28 Shaaban 1437H\n4 June 2016", "en"),
    ],
)
def test_place_and_day_below_the_text_are_one_signature(title, signed, language):
    report = read(f"{title}\n\n{BODY}\n\n{signed}\n")
    assert outline(report, "signature") == [("signature", signed)]
    assert report.header.language == language


def test_an_act_below_participles_is_operative_though_letters_follow_in_an_annexed_text():
    report = read("""RESOLUTION N° 49/19-P
SUR LA CHARTE DE L'EAU

La dix-neuvième Conférence islamique des Ministres des Affaires étrangères, réunie au Caire,

Ayant examiné le rapport du comité d'experts sur les fleuves de la région,

APPROUVE la publication d'une Charte de l'eau, qui sera pour les Etats membres une orientation générale.

CHARTE DE L'EAU

Article premier

a) L'eau est un bien de tous les êtres vivants.

b) Les fleuves sont protégés par les Etats.
""")
    assert find(report, "APPROUVE").role == "operative"
    assert find(report, "Ayant examiné").role == "preamble"


def test_a_participle_right_below_a_title_begins_the_text():
    report = read("""15e session de la Conférence islamique au Sommet
Banjul, République de Gambie, 4-5 mai 2024
S’adossant aux résolutions des sessions ordinaires et extraordinaires de la Conférence islamique au Sommet,
1- Condamne dans les termes les plus vifs l’agression contre le peuple palestinien.
2- Réaffirme le droit du peuple palestinien à l’autodétermination.
3- Appelle les Etats membres à soutenir ce droit.
""")
    assert find(report, "S’adossant").role == "preamble"


@pytest.mark.parametrize("words", ["واستجابة لنداء أبناء القرى.", "ولما كانت الآبار أساس الحياة في القرى."])
def test_more_forms_open_a_preamble_in_arabic(words):
    report = read(f"""إعلان بانجول بشأن الآبار

نحن ملوك ورؤساء الدول الأعضاء في منظمة التعاون الإسلامي، المجتمعين في بانجول يومي 4 و5 مايو 2024.

{words}

نعلن ما يلي:

نؤكد أن الماء حق لكل إنسان.

ندعو الدول الأعضاء إلى حفر الآبار.
""")
    assert find(report, words).role == "preamble"


@pytest.mark.parametrize(
    ("kind", "headline"),
    [
        ("OIC Press Release", "OIC Condemns the Burning of a Grain Store"),
        ("COMMUNIQUÉ DE PRESSE", "L’OCI condamne l’incendie d’une école"),
    ],
)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_the_kind_of_a_page_is_a_header_beside_its_headline(kind, headline, joint):
    text = (
        "The General Secretariat of the Organisation of Islamic Cooperation (OIC) strongly condemned the fire."
        if kind.startswith("OIC")
        else "Le Secrétariat général de l’Organisation de la Coopération islamique (OCI) a condamné avec force l’incendie."
    )
    report = read(f"{kind}{joint}{headline}\n\n{text}\n\n{text}\n")
    assert outline(report, "title", "header") == [("header", kind), ("title", headline)]
    assert report.header.title == headline


def test_bullets_that_do_not_act_below_a_group_that_noted_are_items():
    bullets = "\n\n".join(f"• the statement of the {name} on the matter;" for name in ("Commission", "Council"))
    report = read(f"""Final Communiqué of the Meeting of the OIC Contact Group on Mali

The Contact Group on Mali met in Niamey on 4 June 2016.

The Contact Group welcomed the efforts of the Government of Mali.

The Contact Group further noted:

{bullets}

The Contact Group decided to meet again in a year.
""")
    assert [block.role for block in report.blocks if block.label == "•"] == ["list_item", "list_item"]


def test_a_note_with_a_word_of_a_menu_is_a_note():
    text = "# Final Communiqué of the Meeting of the OIC Contact Group on Mali\n\n"
    text += BODY.replace("efforts", "efforts[^1]").replace("\n", "\n\n") + "\n\n[^1]: Document A/1.\n"
    assert find(read(text, "page.md"), "Document A/1").role == "footnote"


def test_a_list_of_documents_above_the_title_is_of_the_site():
    menu = (
        "Joint statement on the talks of 21-22 December 2015 Islamic Summit Declaration Final Communiqué of the Meeting of"
        " the OIC Contact Group on Mali and on the Sahel Press Release on the Lake Summary of the Chairman\n"
    )
    title = "Final Communiqué of the Meeting of the OIC Contact Group on Mali and on the Sahel, for a lasting peace\n\n"
    report = read(menu + title + BODY)
    assert find(report, "Joint statement").role == "boilerplate"
    assert outline(report, "title", "header") == [("title", title.strip())]
    assert (report.header.document_type, report.header.date) == ("final_communique", "2016-06-04")


def test_a_title_that_stands_above_itself_with_little_more_is_no_list():
    title = "Final Communiqué of the Meeting of the OIC Contact Group on Mali\n"
    report = read(f"OIC: {title}{title}\n{BODY}")
    assert "site_navigation" not in {block.subrole for block in report.blocks}


def test_a_body_that_begins_with_the_letter_of_a_particle_goes_on_with_nothing():
    head = "المغرب   العالم   اقتصاد   رأي   ثقافة\nلجنة القدس تدعو إلى وقف الاستيطان في مراكش\n\n"
    body = "عقدت لجنة القدس دورتها العشرين في مراكش يومي 17 و18 يناير 2014.\n1- تؤكد اللجنة أن القدس مدينة محتلة.\n2- تدعو اللجنة إلى إطلاق سراح الأسرى."
    report = read(head + body)
    assert outline(report, "title") == [("title", "لجنة القدس تدعو إلى وقف الاستيطان في مراكش")]


def test_the_mark_of_a_further_page_parts_no_title_from_its_cover():
    head = """Home | Documents

Final Communiqué of the Meeting …

Page 1: Final Communiqué of the Meeting …

DRAFT FINAL COMMUNIQUE
OF THE MEETING OF THE OIC CONTACT GROUP ON MALI

NIAMEY, REPUBLIC OF NIGER
4 JUNE 2016

Page 2: Final Communiqué of the Meeting …

FINAL COMMUNIQUE
OF THE MEETING OF THE OIC CONTACT GROUP ON MALI

NIAMEY, REPUBLIC OF NIGER
4 JUNE 2016

"""
    report = read(head + BODY)
    titles = [text.split("\n")[0] for _, text in outline(report, "title")]
    assert titles == ["DRAFT FINAL COMMUNIQUE", "FINAL COMMUNIQUE"]
    assert report.header.title == "DRAFT FINAL COMMUNIQUE OF THE MEETING OF THE OIC CONTACT GROUP ON MALI"


@pytest.mark.parametrize(
    ("actor", "goes_on"),
    [
        (("Les Etats membres de l'Organisation de la Conférence", "Islamique,"), True),
        (("QUESTIONS POLITIQUES", "La Conférence,"), False),
    ],
)
def test_who_acts_may_be_wrapped_within_a_name(actor, goes_on):
    text = f"""RESOLUTION No. 31/17-C
SUR LA DECLARATION DES DROITS DE L'ENFANT
La dix-septième Conférence islamique des ministres des Affaires étrangères, réunie à Amman, du 21 au 25 mars 1988,
Attachée à la protection que l'Islam assure à l'enfant avant sa naissance, et à celle que lui doivent les Etats;
ADOPTE la Déclaration d'Amman sur les droits de l'enfant.
DECLARATION D'AMMAN SUR LES DROITS DE L'ENFANT
{actor[0]}
{actor[1]}
Affirmant que l'enfant est un dépôt confié par Dieu à ses parents et à la société tout entière;
Déclarent ce qui suit :
Article premier :
L'enfant a droit à un nom, à une filiation et à une nationalité, et nul ne peut lui dénier sa part d'héritage.
"""
    texts = [block.text for block in read(text).blocks]
    assert (" ".join(actor) in texts, actor[1] in texts) == (goes_on, not goes_on)


@pytest.mark.parametrize(
    ("note", "is_own"),
    [("(The names of the guests are given in Annex I.)", True), ("(with its seat in the hills above the town)", False)],
)
def test_a_sentence_in_brackets_below_a_gap_is_a_paragraph(note, is_own):
    text = (
        "FINAL COMMUNIQUE\n\n1. The Council of Foreign Ministers held its session in Fez on 2 May 1973.\n\n"
        "2. These institutions of the OIC were also represented:\n- Islamic Development Bank of the Member States (IDB)\n"
        f"- Islamic Chamber of Commerce and Industry, with all its Branches (ICCI)\n\n{note}\n\n3. The Council thanked its host.\n"
    )
    (report,) = build_reports(read_bytes(text.encode(), "x.txt"))
    assert (note in [block.text for block in report.blocks]) is is_own
