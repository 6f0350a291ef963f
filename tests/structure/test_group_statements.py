"""Statements made for the OIC's member states by the delegate of one of them; what others say or tell of them is none."""

from __future__ import annotations

import pytest

from oic_reports.model import Line
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.front.title_parting import _find_group_statement
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.report import NoReportError, build_reports

CLAIMS = {
    "en": [
        "I have the distinct honour to deliver this statement on behalf of the Member States of the Organisation of Islamic Cooperation.",
        "It is a great privilege for me to take the floor, at this dialogue on wells, on behalf of the OIC Group.",
        "Ruritania has the honour to speak on behalf of the OIC.",
        "It is my honour to speak in the name of the Member States of the Organisation of Islamic Cooperation.",
        "On behalf of the Group of the OIC, I would like to make the following statement.",
        "In our capacity as coordinator of the OIC Group, I wish to read out a short statement on wells.",
        "We have the honour to introduce this draft resolution on behalf of the OIC Member States.",
        "I shall make this statement on behalf of the Member States of the OIC.",
        "I am taking the floor today on behalf of the OIC and its Member States.",
        "It is my honour, on behalf of the OIC Group, to thank those who dug them.",
    ],
    "fr": [
        "J’ai l’honneur de prendre la parole au nom du Groupe des États membres de l’OCI.",
        "Ma délégation a le privilège de faire la présente déclaration au nom des États membres de l’Organisation de la coopération islamique.",
        "Au nom du Groupe de l’OCI, je voudrais prononcer une brève déclaration sur les puits.",
        "Je m’exprime aujourd’hui au nom de l’OCI.",
    ],
    "ar": [
        "يشرفني أن ألقي هذا البيان نيابة عن الدول الأعضاء في منظمة التعاون الإسلامي.",
        "أود أن أتحدث اليوم باسم مجموعة منظمة التعاون الإسلامي.",
        "باسم دول منظمة التعاون الإسلامي، يسرني أن أدلي بهذا البيان عن الآبار.",
    ],
}
LISTENERS = {"en": "Mr. President,", "fr": "Monsieur le Président,", "ar": "السيد الرئيس،"}
GOES_ON = {
    "en": ("The Group holds that water belongs to all.", "It looks forward to the debate on the wells of the Sahel."),
    "fr": ("Le Groupe estime que l’eau est à tous.", "Il attend le débat sur les puits du Sahel."),
    "ar": ("وترى المجموعة أن الماء للجميع.", "وتتطلع إلى الحوار بشأن آبار الساحل."),
}
TITLES = {
    "en": "Statement by H.E. Mr. Rudolf Hentzau, Permanent Representative of Ruritania, on behalf of the OIC Group",
    "fr": "Déclaration de S.E. M. Rudolf Hentzau, Représentant permanent, au nom du Groupe de l’OCI",
    "ar": "بيان السفير رودولف هنتزاو باسم مجموعة منظمة التعاون الإسلامي",
}


def build(*paragraphs):
    (report,) = build_reports(read_bytes("\n\n".join(paragraphs).encode(), "p.txt"))
    return report


def is_taken(*paragraphs):
    """Whether the signs take a text."""
    try:
        report = build(*paragraphs)
    except NoReportError:
        return False
    return not any(flag.flag == "origin_estimated" for flag in report.flags)


@pytest.mark.parametrize(("language", "claim"), [(key, claim) for key, claims in CLAIMS.items() for claim in claims])
def test_a_delegate_says_that_he_speaks_for_the_group(language, claim):
    report = build(LISTENERS[language], claim, *GOES_ON[language])
    header = report.header
    assert (header.language, header.document_type, header.document_type_source) == (
        language,
        "speech",
        "first_sentence",
    )
    assert header.document_type_evidence in claim
    assert (header.title, header.body_id, header.session, header.date, header.city) == (None,) * 5
    assert {block.role for block in report.blocks} == {"operative"}


@pytest.mark.parametrize("language", TITLES)
def test_a_title_says_for_whom_the_statement_is_made(language):
    thanks = {"en": "I thank you for the floor.", "fr": "Je vous remercie.", "ar": "أشكر رئاسة المجلس."}
    report = build(TITLES[language], LISTENERS[language], thanks[language], *GOES_ON[language])
    header = report.header
    # as delegates call it, where the word is one for nothing else
    document_type = {"en": "statement", "fr": "speech", "ar": "statement"}[language]
    assert (header.title, header.document_type, header.document_type_source) == (
        TITLES[language],
        document_type,
        "title",
    )
    # above what nobody says to listeners it is a headline
    assert not is_taken(TITLES[language], *GOES_ON[language])


@pytest.mark.parametrize(
    "claim",
    [
        # he aligns himself with what another one said
        "My delegation aligns itself with the statement delivered by Strelsau on behalf of the OIC.",
        "I thank the delegate of Strelsau, who had the honour to speak on behalf of the OIC Group.",
        "I would like to take the floor after the delegate of Strelsau spoke on behalf of the OIC.",
        "I wish to deliver this statement in support of the one on behalf of the OIC.",
        "I thank the delegate of Strelsau, who had the honour to speak in the name of the OIC Group.",
        # he speaks for others as well, or for an institution
        "I have the honour to speak on behalf of the OIC and the African Group.",
        "I have the honour to speak on behalf of the OIC Youth Forum.",
        "I have the honour to speak on behalf of the OIC Lamplighters’ Union.",
        "I have the honour to speak on behalf of the African Group, and I salute the OIC.",
        "I have the honour to deliver this statement on behalf of the OIC. I shall add a few remarks in my national capacity.",
        # a letter that carries a text
        "I have the honour, on behalf of the OIC Group, to transmit the final communiqué of its meeting.",
        "I have the honour to submit to you, on behalf of the OIC Group, a letter from the Government of Ruritania.",
        # what somebody quotes
        "I was told: “I have the honour to speak on behalf of the OIC.” That was long ago.",
        "I do not speak on behalf of the OIC.",
        "I do not wish to speak on behalf of my neighbours of the OIC.",
    ],
)
def test_who_speaks_for_others_too_or_aligns_himself_is_none(claim):
    assert not is_taken(LISTENERS["en"], claim, *GOES_ON["en"])


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("fr", "Ma délégation s’associe à la déclaration faite par la Strelsavie au nom du Groupe de l’OCI."),
        ("fr", "J’ai l’honneur de prendre la parole au nom de l’OCI et du Groupe africain."),
        ("fr", "J’ai l’honneur de prendre la parole au nom de l’OCI. J’ajouterai quelques mots à titre national."),
        ("ar", "يضم وفد بلادي صوته إلى البيان الذي ألقي باسم منظمة التعاون الإسلامي."),
        ("ar", "يشرفني أن ألقي هذا البيان باسم منظمة التعاون الإسلامي وباسم المجموعة العربية."),
        ("ar", "يشرفني أن ألقي هذا البيان باسم منظمة التعاون الإسلامي، وأضيف كلمة بصفتي الوطنية."),
    ],
)
def test_in_other_languages_too(language, claim):
    assert not is_taken(LISTENERS[language], claim, *GOES_ON[language])


def test_a_title_may_say_whose_statement_it_is_before_who_reads_it():
    title = "OIC Statement delivered by Ruritania at the Dialogue on Wells"
    header = build(title, LISTENERS["en"], "I thank you for the floor.", *GOES_ON["en"]).header
    assert (header.title, header.document_type) == (title, "statement")


def test_a_record_has_what_everybody_said():
    claim = CLAIMS["en"][0]
    answered = "STRELSAU: Thank you, Mr. President. We see it differently."
    assert not is_taken(f"RURITANIA (OIC): Thank you, {LISTENERS['en']} {claim}", answered, *GOES_ON["en"])
    said = f"Mr. Hentzau (Ruritania): {LISTENERS['en']} {claim}"
    assert is_taken(f"RURITANIA (OIC): Thank you, {LISTENERS['en']} {claim}", *GOES_ON["en"])
    assert not is_taken(said, *GOES_ON["en"])
    assert not is_taken("The meeting was called to order at 10 a.m.", LISTENERS["en"], claim, *GOES_ON["en"])
    assert not is_taken(
        LISTENERS["en"], claim, *GOES_ON["en"], "The President: I thank the representative of Ruritania."
    )


def test_a_story_that_quotes_a_statement_is_news():
    told = "“The wells are deep,” he said, adding that they would be deeper in a year."
    assert not is_taken(LISTENERS["en"], CLAIMS["en"][0], told)
    assert not is_taken("The ambassador spoke in New York.", "On behalf of the OIC Group, he asked for wells.", told)


def test_the_headline_of_a_site_above_the_title_is_none_of_it():
    headline = "Ambassador of Ruritania delivered a statement on behalf of the OIC Member States"
    title = "General Statement by\nH.E. Mr. Rudolf Hentzau\non behalf of the Organisation of Islamic Cooperation"
    report = build(f"{headline}\n{title}", LISTENERS["en"], CLAIMS["en"][3], *GOES_ON["en"])
    assert report.header.title == title.replace("\n", " ")
    assert report.blocks[0].text == headline


@pytest.mark.parametrize(("lines", "is_parted"), [(9, True), (10, False)])
def test_a_title_says_within_twelve_lines_for_whom_it_is_made(lines, is_parted):
    office = "\n".join(["and of the wells"] * lines)
    title = f"General Statement by\nH.E. Mr. Rudolf Hentzau\n{office}\non behalf of the OIC Group"
    printed = drop_blank([Line(text, 1) for text in f"Ruritania at the OIC\n{title}".split("\n")], "en")
    assert (_find_group_statement(printed) == 1) == is_parted


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        # the name goes on with other groups, or with those of a smaller one
        (
            "en",
            "I have the honour to speak on behalf of the OIC, the Union of Orchards, the Hill Group and the League.",
        ),
        ("en", "I have the honour to speak on behalf of the OIC members of the Non-Aligned Caucus."),
        ("en", "I have the honour to speak on behalf of the OIC-accredited gardeners."),
        ("fr", "J’ai l’honneur de prendre la parole au nom de l’OCI, du Groupe des Collines et de la Ligue."),
        ("ar", "يشرفني أن أتحدث باسم منظمة التعاون الإسلامي، والمجموعة العربية، وحركة عدم الانحياز."),
        # he goes on for his country
        ("en", "I have the honour to speak on behalf of the OIC. I now turn to the statement of Ruritania."),
        (
            "en",
            "I have the honour to speak on behalf of the OIC. Let me add a word as the representative of Ruritania.",
        ),
        ("en", "I have the honour to speak on behalf of the OIC. My Government has dug forty wells."),
        (
            "fr",
            "Je prends la parole au nom de l’OCI. Permettez-moi d’ajouter un mot en tant que représentant de la Ruritanie.",
        ),
        ("fr", "Je prends la parole au nom de l’OCI. Notre gouvernement a creusé quarante puits."),
        ("ar", "أود أن أتحدث باسم منظمة التعاون الإسلامي، ثم ألقي بيان روريتانيا."),
        ("ar", "أود أن أتحدث باسم منظمة التعاون الإسلامي. وقد حفرت حكومتنا أربعين بئرا."),
        # a story tells of it without quotation marks
        ("en", "The envoy rose and said: I have the honour to speak on behalf of the OIC."),
        ("en", "I have the honour to speak on behalf of the OIC, the envoy began."),
        ("fr", "L’ambassadeur a déclaré : j’ai l’honneur de prendre la parole au nom de l’OCI."),
        ("ar", "وقف السفير قائلا: يشرفني أن أتحدث باسم منظمة التعاون الإسلامي."),
        # pupils play it
        ("en", "Ruritania has the honour to speak on behalf of the OIC in this committee simulation."),
        ("fr", "J’ai l’honneur de prendre la parole au nom de l’OCI dans cette simulation de l’ONU."),
    ],
)
def test_a_claim_that_is_shared_told_or_played_is_none(language, claim):
    assert not is_taken(LISTENERS[language], claim, *GOES_ON[language])


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "I am pleased to deliver these remarks on behalf of the 57 Member States of the OIC."),
        ("en", "I have the honour to address you on behalf of the OIC Group at UNESCO."),
        ("fr", "Je m’exprime au nom des 57 États membres de l’OCI."),
        ("fr", "Je prends la parole au nom du Groupe OCI auprès de l’UNESCO."),
        ("ar", "أود أن أتحدث باسم الدول الأعضاء السبع والخمسين في منظمة التعاون الإسلامي."),
        ("en", "I speak on behalf of the OIC. What was said of its wells is fictitious."),
        # the group may be the subject of the next sentence, and its work that of a government
        ("en", "On behalf of the OIC, I wish to make a short statement. The Group asks every Government to dig wells."),
    ],
)
def test_the_group_may_be_counted_and_have_its_place(language, claim):
    assert is_taken(LISTENERS[language], claim, *GOES_ON[language])


def test_who_is_greeted_above_a_claim_is_of_the_text():
    greeting = "Madame la Présidente, Monsieur le Président,"
    thanks = "Je vous remercie de votre attention."
    report = build(TITLES["fr"], "Genève, le 9 mars 2031", greeting, CLAIMS["fr"][0], *GOES_ON["fr"], thanks)
    assert (report.header.title, report.header.city) == (TITLES["fr"], "Geneva")
    assert [block.role for block in report.blocks[:3]] == ["title", "header", "operative"]
    # a heading that greets nobody does not make a story a statement
    assert not is_taken(TITLES["fr"], "Les puits du Sahel,", CLAIMS["fr"][0], *GOES_ON["fr"])


@pytest.mark.parametrize(
    "others",
    [
        ("Ms. Flavia, Republic of Strelsau. My delegation has wells of its own.",),
        ("Strelsau", "Thank you, Mr. President. Strelsau has wells of its own."),
    ],
)
def test_names_above_or_before_what_each_one_said_make_a_record(others):
    claim = CLAIMS["en"][2]
    first = (
        (f"Mr. Hentzau, Kingdom of Ruritania. I thank you, Mr. President. {claim}",)
        if len(others) == 1
        else ("Ruritania (on behalf of the OIC)", f"Thank you, Mr. President. {claim}")
    )
    assert is_taken(*first, *GOES_ON["en"])
    assert not is_taken(*first, *others)


def test_the_number_of_a_meeting_stands_above_its_record():
    assert not is_taken("44th plenary meeting", LISTENERS["en"], CLAIMS["en"][0], *GOES_ON["en"])
    assert not is_taken("44e séance plénière", LISTENERS["fr"], CLAIMS["fr"][0], *GOES_ON["fr"])
