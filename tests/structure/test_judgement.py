"""Ours or not: signs of a text, whose it is, and what follows."""

from __future__ import annotations

import pytest

from oic_reports.model import Block, Header
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.acts import is_acting
from oic_reports.structure.judgement import NoReportError, find_owner, judge
from oic_reports.structure.organisations import find_title_owner
from oic_reports.structure.report import build_reports
from oic_reports.structure.signs import find_signs
from oic_reports.structure.typed_titles import find_title_of_type

OURS = "The Contact Group on Mali of the Organisation of Islamic Cooperation met in Jeddah on 3 May 2016."


def block(text, role="operative", label=None, ordinal=None):
    return Block(role, text, text, label=label, ordinal=ordinal)


def numbered(*texts):
    return [block(text, label=f"{n}.", ordinal=n) for n, text in enumerate(texts, 1)]


def refuse(blocks, header=None, language="en"):
    with pytest.raises(NoReportError) as caught:
        judge(header or Header(language), blocks, language)
    return caught.value


def names(blocks, header=None, language="en"):
    return {sign.name for sign in find_signs(header or Header(language), blocks, language)}


def build(text):
    return build_reports(read_bytes(text.encode(), "x.txt"))[0]


# Signs


@pytest.mark.parametrize(
    ("blocks", "name"),
    [
        (
            numbered("The Meeting welcomed the wells.", "It asked for more."),
            "numbered paragraphs in which a meeting acts",
        ),
        ([block("The Meeting welcomed it."), block("The Meeting urged haste.")], "paragraphs in which a meeting acts"),
        ([block("Recalling a."), block("Recalling b.")], "participles of a preamble"),
        ([block("The Meeting agreed on the following:")], "formula that leads to decisions"),
        ([block("We, the leaders, gathered.")], "first person plural of a declaration"),
        ([block("The OIC General Secretariat condemned it.")], "statement of an organ of the OIC"),
        ([block("The ministers will convene."), block("More.")], "announces a meeting"),
        ([block("It went well, he told reporters.")], "quotes or sources"),
        ([block("By Ann Smith", "header"), block("Text.")], "byline"),
        ([block("They met on Sunday.")], "day of a newspaper"),
        ([block("In a statement, it said so.")], "statement told by others"),
        ([block("Allow me to begin.")], "addressed to listeners"),
        ([block("Article 1")], "form of a law or of minutes of a parliament"),
    ],
)
def test_each_sign_by_its_words(blocks, name):
    assert name in names(blocks)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("« Les armes se taisent », nous a confié un diplomate.", "fr", "quotes or sources"),
        ("Selon le document rendu public, ils ont loué la paix.", "fr", "quotes or sources"),
        ("It went well, an envoy told us.", "en", "quotes or sources"),
        ("The draft final communiqué, due on Sunday, urges the states to dig wells.", "en", "quotes or sources"),
        ("Le projet de communiqué final du sommet de Niamey réclame des puits.", "fr", "quotes or sources"),
        ("مشروع البيان الختامي لقمة نيامي يدعو إلى حفر الآبار.", "ar", "quotes or sources"),
        ("وتستحضر الأمانة العامة لمنظمة التعاون الإسلامي هذه الذكرى.", "ar", "statement of an organ of the OIC"),
    ],
)
def test_signs_of_other_languages(text, language, name):
    assert name in {sign.name for sign in find_signs(Header(language), [block(text)], language)}


@pytest.mark.parametrize(
    "paragraph",
    [
        block("This Declaration reaffirms the right to water."),
        block("The communiqué issued at the ninth session was read out."),
        block("The Declaration of Niamey called for wells.", label="1.", ordinal=1),
    ],
)
def test_what_a_text_says_of_itself_is_not_retold(paragraph):
    assert "quotes or sources" not in names([paragraph])


def test_a_symbol_is_a_sign():
    assert find_signs(Header("en", symbol="OIC/CFM-35/2008"), [block("Text.")], "en") == (
        ("document symbol", "OIC/CFM-35/2008"),
    )


def test_signs_that_need_more_than_one_paragraph():
    assert "numbered paragraphs in which a meeting acts" not in names(
        [*numbered("The Meeting welcomed the wells."), block("The wells are deep.")]
    )
    assert "numbered paragraphs in which a meeting acts" in names(numbered("The Meeting welcomed the wells."))
    assert "paragraphs in which a meeting acts" not in names([block("The Meeting welcomed it.")])
    assert "participles of a preamble" not in names([block("Recalling a."), block("The wells are deep.")])
    assert "participles of a preamble" in names([block("Recalling a."), *numbered("Welcomes the wells.")])


def test_an_account_has_an_opening_and_three_numbered_sentences():
    account = numbered("The Group met in Jeddah.", "Mr A spoke of wells.", "Mr B spoke of roads.")
    assert "numbered account of a meeting" in names(account)
    assert "numbered account of a meeting" not in names(account[:2])
    assert "numbered account of a meeting" not in names(numbered("Wells.", "Roads.", "Mills."))
    listed = [block("The Group met."), *numbered("First, Rabat", "Second, Lahore", "Third, Makkah")]
    assert "numbered account of a meeting" not in names(listed)


def test_days_with_a_date_and_announcements_at_the_end_are_no_news():
    assert "day of a newspaper" not in names([block("They met on Sunday, 3 May 2016.")])
    assert "announces a meeting" not in names([block("A."), block("B."), block("The next session will be held soon.")])
    assert "byline" not in names([block("It helped,\nby buying tools for farmers.")])


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("FINAL COMMUNIQUÉ OF THE OIC", True),
        ("Sixth Islamic Summit Conference in the old port city of Dakar, Senegal - Final Communiqué", True),
        ("Pakistan welcomes the communiqué of the OIC", False),
        ("Niamey summit: draft communiqué insists on wells", False),
        ("What the many delegates from all countries said of the communiqué and of the weather in the hills", False),
        ("A story", False),
    ],
)
def test_titles_of_documents(line, is_title):
    found = find_title_of_type([block(line, "title"), block("Text.")], "en")
    assert (found is not None) == is_title
    assert find_title_of_type([block("Text."), block(line, "title")], "en") is None


@pytest.mark.parametrize(
    ("text", "language", "acts"),
    [
        ("REQUESTS the Secretary General to report;", "en", True),
        ("To condemn the cutting of the mains;", "en", True),
        ("The Meeting also noted the report.", "en", True),
        ("The Meeting took place in a hall.", "en", False),
        ("Not all came.", "en", False),
        ("A diplomat welcomed it.", "en", False),
        ("SE FÉLICITE du programme ;", "fr", True),
        ("La réunion a salué la médiation.", "fr", True),
        ("Principaux axes de la note.", "fr", False),
        ("Prenant note du rapport, la réunion l’a transmis.", "fr", True),
        ("Prenant la parole à son tour, le ministre a salué ses hôtes.", "fr", False),
        ("Prenant à son tour la parole, le ministre a salué ses hôtes.", "fr", False),
        ("وأدان المؤتمر زرع الألغام.", "ar", True),
        ("إدانة قطع خطوط المياه؛", "ar", True),
        ("في القاعة طاولات.", "ar", False),
    ],
)
def test_paragraphs_in_which_a_meeting_acts(text, language, acts):
    assert is_acting(text, language) == acts


# Whose


@pytest.mark.parametrize(
    ("blocks", "standing"),
    [
        ([block("FINAL COMMUNIQUE OF ECOWAS", "title"), block("The OIC met.")], "other"),
        ([block("Lagos talks", "title"), block("ECOWAS met in Lagos.")], "other"),
        ([block("Pakistan welcomes the communiqué of the OIC", "title"), block("Pakistan is glad.")], "state"),
        ([block("Arab League", "header"), block("The Council of Foreign Ministers met.")], "other"),
        ([block("Ministry of Foreign Affairs", "header"), block("The Council of Foreign Ministers met.")], "own"),
        ([block("Ministry of Foreign Affairs", "header"), block("The weather was fine.")], "state"),
        ([block("S/RES/2951 (2014)", "header"), block("The wells are deep.")], "other"),
        ([block("S/2013/95", "header"), block("The OIC met.")], "own"),
        ([block("Recalling the Arab League,", "preamble"), block("The wells are deep.")], None),
        ([block("The Group met."), block("ECOWAS was glad.")], None),
        ([block("A verse."), block("ECOWAS met.")], "other"),
        ([block("A verse."), block("A hymn."), block("ECOWAS met.")], None),
    ],
)
def test_whose_a_text_is(blocks, standing):
    title = next((b.text for b in blocks if b.role == "title"), None)
    owner = find_owner(Header("en", title=title), blocks, "en")
    assert (owner.standing if owner else None) == standing


def test_a_symbol_or_the_number_of_a_resolution_of_the_oic_decides():
    blocks = [block("THE PROGRAMMES OF UNESCO", "title"), block("UNESCO met.")]
    assert find_owner(Header("en", symbol="OIC/CFM-35/2008"), blocks, "en").standing == "own"
    assert find_owner(Header("en", resolution_number="8/35-C"), blocks, "en").standing == "own"
    assert find_owner(Header("en"), blocks, "en").standing == "other"


def test_a_type_on_a_line_of_its_own_takes_the_title_along():
    blocks = [block("DECLARATION\nof the Arab League", "title"), block("The OIC met.")]
    assert find_owner(Header("en", title="DECLARATION\nof the Arab League"), blocks, "en").standing == "other"


# What follows


def test_a_text_of_another_organisation_has_its_own_reason():
    error = refuse([block("FINAL COMMUNIQUE OF ECOWAS", "title"), *numbered("It welcomed the OIC.", "It urged peace.")])
    assert error.reason == "other_organisation"
    assert "'ECOWAS'" in str(error)
    assert refuse([block("The Security Council,", "preamble"), *numbered("Urges calm;")]).reason == "other_organisation"


def test_a_state_is_another_organisation_and_news_of_a_state_is_news():
    state = [block("Pakistan is glad of the communiqué."), block("The OIC Contact Group met.")]
    error = refuse(state)
    assert error.reason == "other_organisation"
    assert "organ of a state: 'Pakistan'" in str(error)
    assert refuse([*state, block("So he told reporters.")]).reason == "news"


def test_news_names_what_speaks_against_it():
    error = refuse([block(OURS), block("The host will convene a meeting."), block("Analysts doubt it.")])
    assert error.reason == "news"
    assert "announces a meeting ('will convene')" in str(error)
    assert "quotes or sources ('Analysts')" in str(error)
    assert "for: nothing" in str(error)


def test_news_around_the_meetings_own_text_is_taken():
    own = numbered("The Meeting welcomed the wells.", "The Meeting urged haste.")
    assert judge(Header("en", body_id="cg-mali"), [block(OURS), *own, block("So he told reporters.")], "en")
    titled = [block("REPORT OF THE OIC CONTACT GROUP ON MALI", "title"), block(OURS)]
    assert judge(Header("en", body_id="cg-mali", document_type="report"), titled, "en")
    assert refuse([*titled, block("So he told reporters.")]).reason == "news"


def test_speeches_and_laws_need_more_than_a_title_and_we():
    speech = [
        block("STATEMENT AT THE OIC", "title"),
        block("We, the people, thank the OIC."),
        block("Allow me a word."),
    ]
    error = refuse(speech)
    assert error.reason == "no_report"
    assert "addressed to listeners ('Allow me')" in str(error)
    own = numbered("The Meeting welcomed the wells.", "The Meeting urged haste.")
    assert judge(Header("en", body_id="cg-mali"), [block(OURS), block("Allow me a word."), *own], "en")
    law = [block("The old hall.", "preamble"), block("Article 1"), *own]
    assert refuse(law).reason == "no_report"


def test_what_neither_tells_nor_decides_is_no_report():
    error = refuse([block(OURS), block("The Organisation of Islamic Cooperation has 57 members.")])
    assert error.reason == "no_report"
    assert "not the text of a meeting" in str(error)
    told = [block(OURS), block("The Meeting welcomed the wells."), block("The Meeting urged haste.")]
    assert judge(Header("en", body_id="cg-mali"), told, "en")
    assert refuse([*told, block("Allow me a word.")]).reason == "no_report"


def test_a_text_without_paragraphs_is_none():
    assert "no paragraph" in str(refuse([block("FINAL COMMUNIQUÉ OF THE OIC", "title")]))


def test_the_words_that_are_missing_are_named():
    error = refuse(numbered("Welcomes the wells.", "Urges haste."))
    assert error.reason == "no_report"
    assert "too little" in str(error)
    assert "body of the OIC" in str(error)


def test_a_statement_of_the_oic_is_a_press_release_unless_a_type_is_printed():
    stated = [block("The OIC General Secretariat condemned the attack on Friday."), block("The OIC has 57 members.")]
    assert judge(Header("en"), stated, "en").document_type == "press_release"
    assert judge(Header("en", document_type_source="first_sentence"), stated, "en").document_type == "press_release"
    printed = Header("en", document_type="statement", document_type_source="title")
    assert judge(printed, stated, "en").document_type is None
    assert refuse([*stated, block("In a statement, it said more.")]).reason == "news"
    assert refuse([*stated, block("So he told reporters.")]).reason == "news"


def test_a_press_release_comes_out_as_one():
    text = (
        "OIC Condemns Attack on a Ferry\n\nThe OIC General Secretariat condemned the attack on a ferry near Basuma, in "
        "which six people lost their lives on their way to the market.\n\nThe General Secretariat expressed its sympathy with the families.\n"
    )
    header = build(text).header
    assert (header.document_type, header.document_type_source) == ("press_release", "first_sentence")


@pytest.mark.parametrize(
    ("above", "first", "surface"),
    [
        ("(continued) Final Communiqué of the OIC", 1, "(continued)"),
        ("Final Communiqué of the OIC - Extract", 1, "Extract"),
        ("Final Communiqué of the OIC", 3, "3."),
        ("Final Communiqué of the OIC", 2, None),
        ("Final Communiqué of the OIC", 1, None),
    ],
)
def test_extracts_are_flagged(above, first, surface):
    items = [block(f"The Meeting welcomed well {n}.", label=f"{n}.", ordinal=n) for n in range(first, first + 3)]
    judged = judge(Header("en", body_id="is"), [block(above, "title"), block(OURS, "preamble"), *items], "en")
    assert [flag.surface for flag in judged.flags] == ([surface] if surface else [])
    assert {flag.flag for flag in judged.flags} <= {"excerpt"}


# Reaches


@pytest.mark.parametrize(("before", "is_title"), [(30, True), (31, False)])
def test_the_type_stands_early_in_a_title_or_late(before, is_title):
    early = "x" * (before - 1) + " Communiqué " + "y" * 80
    late = "y" * 80 + " Communiqué " + "x" * (before - 1)
    for line in (early, late):
        assert (find_title_of_type([block(line, "title"), block("Text.")], "en") is not None) == is_title


@pytest.mark.parametrize(("before", "acts"), [(49, True), (50, False)])
def test_the_meeting_is_named_in_the_first_sixty_code_points(before, acts):
    # "The Meeting" has 11
    assert is_acting("x" * (before - 1) + " The Meeting welcomed it.", "en") == acts


@pytest.mark.parametrize(("between", "acts"), [(59, True), (60, False)])
def test_the_verb_stands_within_sixty_code_points_behind_it(between, acts):
    assert is_acting("The Meeting " + "x" * (between - 2) + " welcomed it.", "en") == acts


@pytest.mark.parametrize(("before", "acts"), [(59, True), (60, False)])
def test_an_item_has_its_verb_within_sixty_code_points(before, acts):
    items = numbered(*["x" * (before - 1) + " welcomed it."] * 2)
    assert ("numbered paragraphs in which a meeting acts" in names(items)) == acts


@pytest.mark.parametrize(("before", "is_account"), [(397, True), (398, False)])
def test_an_account_opens_in_its_first_sentence(before, is_account):
    items = numbered("x" * (before - 1) + " met.", "Mr A spoke.", "Mr B spoke.")
    assert ("numbered account of a meeting" in names(items)) == is_account


def test_the_words_of_a_sign_are_short():
    (sign,) = find_signs(Header("en"), [block("The OIC welcomed " + "x" * 200)], "en")
    assert sign.evidence == "The OIC welcomed " + "x" * 43


ACTS = ("Welcomes the wells.", "Urges haste.", "Thanks the host.")


def is_taken(blocks, header):
    try:
        judge(header, blocks, "en")
    except NoReportError:
        return False
    return True


def test_a_body_and_one_more_thing_are_enough():
    typed = {"document_type": "report", "document_type_source": "title"}
    assert not is_taken(numbered(*ACTS[:2]), Header("en", body_id="cg-mali"))
    assert is_taken(numbered(*ACTS[:2]), Header("en", body_id="cg-mali", **typed))
    assert is_taken(numbered(*ACTS), Header("en", body_id="cg-mali"))


def test_three_states_speak_for_a_text_and_two_do_not():
    items = numbered(*ACTS[:2])
    assert not is_taken([*items, block("It thanked Mali and Chad.")], Header("en", body_id="cg-mali"))
    assert is_taken([*items, block("It thanked Mali, Chad and Niger.")], Header("en", body_id="cg-mali"))


@pytest.mark.parametrize(("before", "taken"), [(49, True), (50, False)])
def test_three_paragraphs_in_which_a_meeting_is_named_early(before, taken):
    # "The Meeting" has 11; the first paragraph stands for nothing else
    speaking = [block("x" * (before - 1) + " The Meeting welcomed it.") for _ in range(3)]
    leads = block("They agreed on the following:")
    assert is_taken([leads, *speaking], Header("en", body_id="cg-mali")) == taken


@pytest.mark.parametrize(("before", "standing"), [(494, "other"), (495, None)])
def test_who_acts_is_named_in_the_first_five_hundred_code_points(before, standing):
    owner = find_owner(Header("en"), [block("x" * (before - 1) + " ECOWAS met.")], "en")
    assert (owner.standing if owner else None) == standing


def test_a_detail_shows_sixty_code_points_of_a_sign():
    byline = "By Ann Smith, " + "x" * 50
    error = refuse([block(byline, "header"), block(OURS), block("The hall was full.")])
    assert repr(byline[:60]) in str(error)
    assert byline not in str(error)


@pytest.mark.parametrize(("above", "is_flagged"), [(2, True), (3, False)])
def test_an_extract_says_so_at_the_top(above, is_flagged):
    blocks = [*[block(f"Line {n}", "header") for n in range(above)], block("Extract", "header"), block(OURS)]
    judged = judge(Header("en", body_id="cg-mali"), [*blocks, *numbered(*ACTS)], "en")
    assert bool(judged.flags) == is_flagged


def test_a_statement_that_is_retold_on_no_day_is_news():
    stated = [block("The OIC General Secretariat condemned the attack."), block("In a statement, it said more.")]
    assert refuse(stated).reason == "news"
    assert refuse([block("The OIC has 57 members."), stated[1]]).reason == "no_report"


def test_an_opening_that_names_the_oic_stands_for_a_body():
    blocks = [block("The OIC and its guests:", "preamble"), *numbered(*ACTS[:2])]
    assert is_taken(blocks, Header("en"))
    assert not is_taken([block("The guests:", "preamble"), *numbered(*ACTS[:2])], Header("en"))


@pytest.mark.parametrize(("states", "taken"), [("Mali, Chad and Niger", True), ("Mali and Chad", False)])
def test_a_text_that_names_no_organisation_needs_member_states(states, taken):
    header = Header("en", document_type="report", document_type_source="title")
    blocks = [block("The ministers met in a hall.", "preamble"), *numbered(*ACTS), block(f"It thanked {states}.")]
    assert is_taken(blocks, header) == taken


def test_an_organisation_that_is_only_called_upon_does_not_make_a_text_its_own():
    friends = "Communiqué of the Ministerial Conference of the Friends of the Valley\n\n1. The Conference met in Rabat.\n\n2. The Conference called upon the OIC to act.\n\n3. The Conference thanked its host.\n"
    with pytest.raises(NoReportError):
        build(friends)
    assert build(friends.replace("The Conference met", "The Conference of the OIC met")).header.city == "Rabat"


@pytest.mark.parametrize(("label", "ordinal"), [("-", None), ("•", None)])
def test_dashes_before_items_are_no_numbers(label, ordinal):
    lead = block("The Conference adopted several decisions, among them:")
    items = [block(f"Thanks the {whom}.", "list_item", label, ordinal) for whom in ("cooks", "guests")]
    assert "numbered paragraphs in which a meeting acts" not in names([lead, *items])
    # a paragraph that begins with a verb of the meeting acts, whatever its mark
    acting = [block(f"Thanked the {whom}.", label=label) for whom in ("cooks", "guests")]
    assert "numbered paragraphs in which a meeting acts" in names([lead, *acting])


@pytest.mark.parametrize("headline", ["Analysis: the fish of the summit", "What the summit of cooks means"])
def test_what_a_commentator_numbers_is_news(headline):
    told = ["The summit condemned the frost.", "The summit supported the cooks."]
    assert refuse([block(headline, "title"), block(f"{OURS} Analysts say little."), *numbered(*told)]).reason == "news"


# Institutions beside the OIC (decision 0052)

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


@pytest.mark.parametrize(
    ("line", "language", "is_title"),
    [
        ("OIC Summit ends with the adoption of a final communiqué", "en", False),
        ("Ministers meet on the Makkah Declaration", "en", False),
        ("Fin du sommet de l’OCI avec l’approbation du communiqué final et d’un plan d’action", "fr", False),
        ("Le sommet de l’OCI clos par une déclaration", "fr", False),
        ("ختام القمة الإسلامية باعتماد البيان الختامي", "ar", False),
        ("القمة الإسلامية تنتهي بإعلان إسطنبول", "ar", False),
        ("Text of the Makkah Declaration", "en", True),
        ("Conference of Ministers Final Communiqué", "en", True),
        ("Published Resolutions", "en", True),
        ("Réunion du Groupe de contact Communiqué final", "fr", True),
        ("Excerpts from the Final Communiqué", "en", True),
        ("OIC Contact Group on Mali – Final Communiqué", "en", True),
        ("Texte intégral de la Déclaration de Dakar", "fr", True),
        ("Projet de communiqué final", "fr", True),
        ("12ème sommet de l’OCI : communiqué final", "fr", True),
        ("مشروع البيان الختامي", "ar", True),
        ("القمة الإسلامية الثانية عشرة: البيان الختامي", "ar", True),
    ],
)
def test_a_type_behind_a_preposition_is_that_of_another_text(line, language, is_title):
    assert (find_title_of_type([block(line, "title"), block("Text.")], language) is not None) == is_title


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Group welcomed it, the Foreign Office said.", "quotes or sources"),
        ("Final Communiqué: What It Means for Yemen", "digest of decisions"),
    ],
)
def test_more_signs_of_news(text, name):
    assert name in names([block(text, "title"), block(text)])


# Namesakes, and texts in which the OIC is a guest

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


# Others that speak of the organisation


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


@pytest.mark.parametrize(
    ("title", "language", "standing"),
    [
        ("Pakistan Welcomes the Communiqué of the OIC", "en", None),
        ("OIC Welcomes the Communiqué of the African Union", "en", "own"),
        ("مجلس الوزراء يرحب ببيان منظمة التعاون الإسلامي", "ar", "state"),
        ("L’OCI salue la décision de la CEDEAO", "fr", "own"),
        ("La CEDEAO salue la décision de l’OCI", "fr", "other"),
    ],
)
def test_a_headline_is_of_who_acts_in_it(title, language, standing):
    owner = find_title_owner(title, language)
    assert (owner.standing if owner else None) == standing


def test_an_infinitive_acts_where_it_begins_the_text():
    assert is_acting("To request the Secretary General to follow up.", "en")
    assert not is_acting("The Summit is to request a report.", "en")
    assert not is_acting("It is expected to adopt a plan.", "en")


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


@pytest.mark.parametrize(("labels", "is_account"), [("123", True), ("abc", False)])
def test_what_a_release_lists_by_letters_is_no_account_of_a_meeting(labels, is_account):
    opening = block("The Commission met in Jeddah on 3 May 2016.")
    listed = [block("a chair was elected;", label=f"{mark}.", ordinal=n) for n, mark in enumerate(labels, 1)]
    assert ("numbered account of a meeting" in names([opening, *listed])) == is_account


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
