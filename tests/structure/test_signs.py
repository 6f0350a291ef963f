"""The signs of a text, each by its words."""

import pytest
from judged import block, names, numbered

from oic_reports.model import Header
from oic_reports.structure.ours.signs import find_signs


@pytest.mark.parametrize(
    ("name", "language", "blocks"),
    [
        pytest.param(
            "numbered paragraphs in which a meeting acts",
            "en",
            numbered("The Meeting welcomed the wells.", "It asked for more."),
            id="numbered acts",
        ),
        pytest.param(
            "paragraphs in which a meeting acts",
            "en",
            [block("The Meeting welcomed it."), block("The Meeting urged haste.")],
            id="acts without numbers",
        ),
        pytest.param(
            "participles of a preamble", "en", [block("Recalling a."), block("Recalling b.")], id="two participles"
        ),
        pytest.param(
            "formula that leads to decisions", "en", [block("The Meeting agreed on the following:")], id="what follows"
        ),
        pytest.param(
            "first person plural of a declaration", "en", [block("We, the leaders, gathered.")], id="we, the leaders"
        ),
        pytest.param(
            "statement of an organ of the OIC",
            "en",
            [block("The OIC General Secretariat condemned it.")],
            id="the General Secretariat condemns",
        ),
        pytest.param(
            "statement of an organ of the OIC",
            "ar",
            [block("وتستحضر الأمانة العامة لمنظمة التعاون الإسلامي هذه الذكرى.")],
            id="the General Secretariat recalls, ar",
        ),
        pytest.param(
            "announces a meeting", "en", [block("The ministers will convene."), block("More.")], id="will convene"
        ),
        pytest.param("quotes or sources", "en", [block("It went well, he told reporters.")], id="told reporters"),
        pytest.param("quotes or sources", "en", [block("It went well, an envoy told us.")], id="told us"),
        pytest.param(
            "quotes or sources",
            "en",
            [block("The Group welcomed it, the Foreign Office said.", role) for role in ("title", "operative")],
            id="an office said",
        ),
        pytest.param(
            "quotes or sources",
            "fr",
            [block("« Les armes se taisent », nous a confié un diplomate.")],
            id="confided to us, fr",
        ),
        pytest.param(
            "quotes or sources",
            "fr",
            [block("Selon le document rendu public, ils ont loué la paix.")],
            id="according to the document, fr",
        ),
        pytest.param(
            "quotes or sources",
            "en",
            [block("The draft final communiqué, due on Sunday, urges the states to dig wells.")],
            id="what a draft urges, en",
        ),
        pytest.param(
            "quotes or sources",
            "fr",
            [block("Le projet de communiqué final du sommet de Niamey réclame des puits.")],
            id="what a draft urges, fr",
        ),
        pytest.param(
            "quotes or sources",
            "ar",
            [block("مشروع البيان الختامي لقمة نيامي يدعو إلى حفر الآبار.")],
            id="what a draft urges, ar",
        ),
        pytest.param("byline", "en", [block("By Ann Smith", "header"), block("Text.")], id="a byline"),
        pytest.param("day of a newspaper", "en", [block("They met on Sunday.")], id="a weekday without a date"),
        pytest.param(
            "digest of decisions",
            "en",
            [block("Final Communiqué: What It Means for Yemen", role) for role in ("title", "operative")],
            id="what a communiqué means",
        ),
        pytest.param("statement told by others", "en", [block("In a statement, it said so.")], id="in a statement"),
        pytest.param("addressed to listeners", "en", [block("Allow me to begin.")], id="allow me"),
        pytest.param("form of a law or a treaty in articles", "en", [block("Article 1")], id="an article"),
        pytest.param(
            "form of a law or of minutes of a parliament",
            "en",
            [block("Printed in the Official Gazette.")],
            id="a gazette",
        ),
    ],
)
def test_each_sign_by_its_words(name, language, blocks):
    assert name in names(blocks, language=language)


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


@pytest.mark.parametrize(("label", "ordinal"), [("-", None), ("•", None)])
def test_dashes_before_items_are_no_numbers(label, ordinal):
    lead = block("The Conference adopted several decisions, among them:")
    items = [block(f"Thanks the {whom}.", "list_item", label, ordinal) for whom in ("cooks", "guests")]
    assert "numbered paragraphs in which a meeting acts" not in names([lead, *items])
    # a paragraph that begins with a verb of the meeting acts, whatever its mark
    acting = [block(f"Thanked the {whom}.", label=label) for whom in ("cooks", "guests")]
    assert "numbered paragraphs in which a meeting acts" in names([lead, *acting])


@pytest.mark.parametrize(("labels", "is_account"), [("123", True), ("abc", False)])
def test_what_a_release_lists_by_letters_is_no_account_of_a_meeting(labels, is_account):
    opening = block("The Commission met in Jeddah on 3 May 2016.")
    listed = [block("a chair was elected;", label=f"{mark}.", ordinal=n) for n, mark in enumerate(labels, 1)]
    assert ("numbered account of a meeting" in names([opening, *listed])) == is_account
