"""Pages and reports that stand in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.model import Line
from oic_reports.structure.lines.printed_lines import PrintedLine, drop_blank
from oic_reports.structure.parting.glued import part_glued
from oic_reports.structure.parting.scattered import is_scattered, join_scattered

_PARAGRAPHS = (
    "The Conference of Ministers of Labour was held in Baku and was attended by twenty-six Member States.",
    "The Conference elected the representative of Indonesia to its Bureau and adopted the agenda.",
    "The Conference took note of the report of the Ankara Centre on the safety of work.",
    "The Conference decided to meet again in Jakarta in two years.",
)


def make(*texts: str) -> list[PrintedLine]:
    return drop_blank([Line(text, number) for number, text in enumerate(texts, 1)], "en")


def part(*texts: str) -> list[str]:
    return [line.text for line in part_glued(make(*texts), "en")]


def test_numbers_that_follow_one_another_part_a_line():
    text = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1))
    assert part(text) == [f"{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1)]
    two = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS[:2], 1)) * 2
    assert part(two) == [two]


def test_a_number_that_names_a_thing_parts_nothing():
    text = f"{_PARAGRAPHS[0]} It recalled Resolution No. 1. {_PARAGRAPHS[1]} It recalled Resolution No. 2. {_PARAGRAPHS[2]}"
    assert part(f"{text} It recalled Resolution No. 3. {_PARAGRAPHS[3]}")[1:] == []


def test_a_heading_stands_between_a_sentence_and_a_number():
    text = f"1. {_PARAGRAPHS[0]} Agenda Item 2: Bureau 2. {_PARAGRAPHS[1]} Any Other Business 3. {_PARAGRAPHS[2]} 7"
    assert part(text) == [
        f"1. {_PARAGRAPHS[0]}",
        "Agenda Item 2: Bureau",
        f"2. {_PARAGRAPHS[1]}",
        "Any Other Business",
        f"3. {_PARAGRAPHS[2]}",
        "7",
    ]


def test_bullets_stand_behind_a_colon():
    text = f"1. {_PARAGRAPHS[0]} 2. The Bureau was: - Chair: Chad - Rapporteur: Niger 3. {_PARAGRAPHS[2]} 4. {_PARAGRAPHS[3]}"
    assert part(text)[1:4] == ["2. The Bureau was:", "- Chair: Chad", "- Rapporteur: Niger"]


def test_pages_have_numbers_and_what_stands_around_them_is_the_viewers():
    one, two = (" ".join(f"{n}. {_PARAGRAPHS[n % 4]}" for n in numbers) for numbers in ((1, 2, 3), (4, 5)))
    lines = part_glued(make("Documents alike", f"1 {one}", f"2 {two}", "Download"), "en")
    assert [line.hint for line in lines] == ["site", "page_mark", None, None, None, "page_mark", None, None, "site"]
    # a paragraph whose number has no mark
    plain = [f"{number} {paragraph} {paragraph} {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1)]
    assert part(*plain) == plain


def test_words_one_a_line_are_put_together():
    pieces = ["Original", ":", "English", "REPORT", "(Baku,", "3 May 2013)", "1.", "The Conference", "of Ministers"]
    pieces += [
        "was held",
        "in",
        "Baku",
        ".",
        "Opening Session",
        "2.",
        "It was opened",
        "by",
        "the Minister",
        "of Labour",
        ".",
    ]
    pieces += ["3.", "It adopted", "the", "agenda", "."]
    lines = make(*(text for piece in pieces for text in (piece, "")))
    assert [line.text for line in join_scattered(lines)] == [
        "Original : English",
        "REPORT",
        "(Baku, 3 May 2013)",
        "1. The Conference of Ministers was held in Baku.",
        "Opening Session",
        "2. It was opened by the Minister of Labour.",
        "3. It adopted the agenda.",
    ]


def test_a_page_of_words_one_a_line_may_begin_within_a_list():
    pieces = ["lately set up boards", "for", "schools.", "12-", "Urges", "the boards", "to", "answer", "in time."]
    pieces += ["13-", "Thanks", "the host", "for", "the", "courses", "of the 37", "th", "Session.", "Trade"]
    pieces += ["14-", "Appeals", "to", "the parties", "to", "plant pears", "from 1", "July", "on."]
    lines = make(*(text for piece in pieces for text in (piece, "")))
    assert [line.text for line in join_scattered(lines)] == [
        "lately set up boards for schools.",
        "12- Urges the boards to answer in time.",
        "13- Thanks the host for the courses of the 37 th Session.",
        "Trade",
        "14- Appeals to the parties to plant pears from 1 July on.",
    ]


def test_a_bracket_that_is_left_open_breaks_its_sentence():
    pieces = ["DRAFT", "REPORT", "(Baku,", "3 May 2013)", "1.", "The Ministers", "met in Baku."]
    states = ["Niger", "Mali", "Gabon", "Benin", "Togo", "Chad"]
    for number, state in enumerate(states, 2):
        pieces += [f"{number}.", "The Delegation", f"(State of {state},", "Member)", "Spoke."]
    lines = make(*(text for piece in pieces for text in (piece, "")))
    assert is_scattered(lines)
    assert not is_scattered(make(*(text for piece in pieces for text in (piece.replace("(", ""), ""))))
    assert [line.text for line in join_scattered(lines)][-1] == "7. The Delegation (State of Chad, Member) Spoke."


def test_wrapped_text_and_lists_are_not_scattered():
    wrapped = [half for text in _PARAGRAPHS * 4 for half in (text[:50], text[50:])]
    assert not is_scattered(make(*wrapped))
    assert not is_scattered(make(*(f"Republic of State {number}" for number in range(40))))


def part_in(language: str, text: str) -> list[str]:
    return [line.text for line in part_glued(drop_blank([Line(text, 1)], language), language)]


def test_numbers_and_headings_from_which_the_blanks_were_lost_part_a_line():
    one, two, three, four = _PARAGRAPHS
    lead = "Full text of the final communiqué"
    text = (
        f"They urged peace.{lead}1. {one}2. {two}Labour in Asia3. {three} It cited resolution 302.Next session4. {four}"
    )
    assert part(text) == [
        "They urged peace.",
        lead,
        f"1. {one}",
        f"2. {two}",
        "Labour in Asia",
        f"3. {three} It cited resolution 302.",
        "Next session",
        f"4. {four}",
    ]
    points = [
        "عقد المؤتمر دورته في باكو يومي 1 و2 يوليو 2026.",
        "جدد المؤتمر عهده على الوفاء بمقاصد الميثاق وعلى تسوية الخلاف بالوسائل السلمية.",
        "شدد المؤتمر على حق الشعب الفلسطيني في إقامة دولته المستقلة على ترابه الوطني.",
        "أعرب المؤتمر عن تقديره لجمهورية أذربيجان حكومة وشعبا لما أحاطت به الوفود.",
    ]
    text = (
        f"وحث القادة على السلام.النص الكامل للبيان1. {points[0]}2. {points[1]}قضية فلسطين3. {points[2]}4. {points[3]}"
    )
    assert part_in("ar", text) == [
        "وحث القادة على السلام.",
        "النص الكامل للبيان",
        f"1. {points[0]}",
        f"2. {points[1]}",
        "قضية فلسطين",
        f"3. {points[2]}",
        f"4. {points[3]}",
    ]


@pytest.mark.parametrize("label", ["{}. ", "{}.", "{}- ", "{} - ", "{}) "])
def test_lost_blanks_before_any_form_of_number(label):
    points = [f"{label.format(number)}{paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 1)]
    assert part("".join(["Full text of the communiqué", *points])) == ["Full text of the communiqué", *points]


def test_a_number_that_is_part_of_a_name_parts_nothing():
    text = " ".join(f"The delegates of the G{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS, 19))
    assert part(text) == [text]
    text = f"{_PARAGRAPHS[0]} It measured 1.2.3. {_PARAGRAPHS[1]} {_PARAGRAPHS[2]}"
    assert part(text) == [text]


def test_two_numbers_part_a_line_where_a_meeting_acts_in_both():
    clauses = "1. URGES Member States to send inspectors to every mine; 2. REQUESTS the Secretary General to report."
    lead = "Noting that many lives were lost in the mines of the region, and that lamps are old; " * 2
    assert part(f"{lead}{clauses}") == [lead.strip(), *clauses.replace("; 2", ";|2").split("|")]
    names = "1. The mines of the north are deep; 2. The mines of the south are not."
    assert part(f"{lead}{names}") == [f"{lead}{names}"]


def test_numbers_go_on_in_the_next_line():
    one = f"1. {_PARAGRAPHS[0]} {_PARAGRAPHS[1]} 2. {_PARAGRAPHS[2]} It was attended by:"
    assert part(one, "3. The Bureau was elected.") == [
        f"1. {_PARAGRAPHS[0]} {_PARAGRAPHS[1]}",
        f"2. {_PARAGRAPHS[2]} It was attended by:",
        "3. The Bureau was elected.",
    ]
    assert part(one, "4. The Bureau was elected.")[0] == one


def test_a_short_line_goes_on_with_the_numbers_of_the_line_before():
    long = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(_PARAGRAPHS[:3], 1))
    short = "4. The Conference thanked its host. 5. It agreed to meet in Jakarta in two years."
    assert part(long, short)[3:] == [
        "4. The Conference thanked its host.",
        "5. It agreed to meet in Jakarta in two years.",
    ]
    assert part(short) == [short]
    one, two = f"4. {_PARAGRAPHS[0]}", "5. The Conference agreed to meet in Jakarta in two years."
    last = f"{two} 6. The Conference closed on time."
    assert part(long, one, last)[4:] == [two, "6. The Conference closed on time."]


def test_the_heading_of_an_index_stands_at_the_end_of_a_line():
    address = "Coordination Office of the Standing Committee, Necatibey Cad. 110, Ankara TABLE OF CONTENTS"
    rows = ["PART ONE", "I. Report of the Session ...... 7"]
    assert part(address, *rows) == [address.removesuffix(" TABLE OF CONTENTS"), "TABLE OF CONTENTS", *rows]
    assert part(address, "PART ONE", "The Session was held in Ankara.")[0] == address


def test_resolutions_that_count_on_are_rows_wherever_the_columns_stand():
    rows = [
        "Resolution No. 1/5-E on the Roads of the Desert 3",
        "Page II Resolution No. 2/5-E on Ports and Ships 9",
        "III IV Resolution No. 3/5-E on Salt 11",
    ]
    assert part(" ".join(["No. I Title", *rows])) == ["No. I Title", *rows]
    # a sentence that cites them
    cited = (
        "The Conference recalled Resolution No. 1/5-E on roads, Resolution No. 2/5-E on ports and Resolution No. 3/5-E."
    )
    assert part(cited) == [cited]


def test_a_list_stands_below_a_number_of_its_line():
    text = (
        f"1. {_PARAGRAPHS[0]} 2. Those present were: 1- Chad 2- Niger 3- Qatar 3. {_PARAGRAPHS[1]} 4. {_PARAGRAPHS[2]}"
    )
    assert part(text)[1:5] == ["2. Those present were:", "1- Chad", "2- Niger", "3- Qatar"]


def test_names_run_together_are_a_list_in_a_short_line_too():
    names = ["1- Islamic State of Afghanistan", "2- Republic of Azerbaijan", "3- Republic of Indonesia"]
    assert part(" ".join(names)) == names


def test_a_page_ends_with_its_own_number():
    texts = {number: f"{_PARAGRAPHS[0]} {_PARAGRAPHS[number]}" for number in (1, 2, 3)}
    pages = [f"{number} {text} {number - 1}" for number, text in texts.items()]
    hints = [(line.text, line.hint) for line in part_glued(make(*pages), "en")]
    expected = [[(str(n), "page_mark"), (text, None), (str(n - 1), "page_mark")] for n, text in texts.items()]
    assert hints == [piece for page in expected for piece in page]
    # paragraphs without a mark behind their numbers: what ends them is of their sentences
    plain = [f"{number} {text} It cited article {number * number + 1}" for number, text in texts.items()]
    assert part(*plain) == plain


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        (
            "en",
            (
                "OIC/5ICLM/2021/RES",
                "Original: Arabic",
                "RESOLUTIONS OF THE FIFTH SESSION OF THE ISLAMIC CONFERENCE OF LABOUR MINISTERS",
                "[Motto: Work and Rest]",
                "ABU DHABI, UNITED ARAB EMIRATES 23-24 FEBRUARY 2021",
            ),
        ),
        (
            "fr",
            (
                "Rapport de la sixième réunion des ministres du Tourisme",
                "Damas, République arabe syrienne 29 juin-2 juillet 2008",
                "Ouverture de la réunion",
            ),
        ),
        (
            "ar",
            (
                "تقرير الدورة السادسة للمؤتمر الإسلامي لوزراء السياحة",
                "دمشق، الجمهورية العربية السورية 29 يونيو - 2 يوليو 2008م",
                "الجلسة الافتتاحية",
            ),
        ),
        (
            "en",
            (
                "CONTENTS",
                "I. Report of the Session ........ 5",
                "II. Resolutions ........ 23",
                "III. Participants ... 41",
            ),
        ),
        (
            "fr",
            (
                "INDEX",
                "N° SUJET PAGE",
                "1 Election du Bureau et ordre du jour 3",
                "2 Commerce et ports de mer de l’Ouest 9",
            ),
        ),
        (
            "en",
            (
                "RESOLUTION NO. 4/5-ICLM ON REST",
                "The Fifth Session of the Islamic Conference of Labour Ministers, held in Abu Dhabi on 23 February 2021;",
            ),
        ),
    ],
    ids=["cover", "place in French", "place in Arabic", "dots", "rows without dots", "who acts"],
)
def test_a_line_is_parted_where_a_line_of_another_kind_begins(language, pieces):
    assert part_in(language, " ".join(pieces)) == list(pieces)


def test_a_place_with_its_days_ends_a_title():
    title = "Final Communiqué of the Fourth Session of the Islamic Conference of Labour Ministers"
    place = "Jakarta, Republic of Indonesia 15-16 February 2018"
    assert part(f"{title} {place}") == [title, place]
    assert part(f"{title} held in {place}") == [f"{title} held in {place}"]


def test_a_resolution_and_a_heading_begin_behind_a_sentence():
    first = f"{_PARAGRAPHS[0]} {_PARAGRAPHS[1]} {_PARAGRAPHS[2]}"
    title = "RESOLUTION NO. 2/4-ICLM ON LAMPS"
    acts = "The Islamic Conference of Labour Ministers, held in Baku on 3 May 2013; Noting the need for lamps,"
    assert part(f"{first} {title} {acts}") == [first, title, acts]
    heading = "ECONOMIC AFFAIRS"
    assert part(f"{first} {heading} {_PARAGRAPHS[3]}") == [first, heading, _PARAGRAPHS[3]]
    # a name in capitals, and a title that a sentence goes on with
    for inner in (f"ISESCO {_PARAGRAPHS[3]}", "Resolution No. 2/4-ICLM was adopted."):
        assert part(f"{first} {inner}") == [f"{first} {inner}"]


def test_resolutions_in_one_line_count_anew():
    pieces = []
    for number in (1, 2):
        pieces += [
            f"RESOLUTION NO. {number}/4-ICLM ON LAMPS AND ROPES",
            "The Conference of Ministers, held in Baku in May 2013;",
        ]
        pieces += ["1. URGES Member States to act;", "2. REQUESTS the Secretary General to report on what was done."]
    assert part(" ".join(pieces)) == pieces


def test_days_in_brackets_at_the_end_of_a_line_stay_with_the_title():
    title = (
        "Final communiqué of the Ninth Islamic Summit, which met in the hall of the weavers (Istanbul, 4 - 6 May 1993)"
    )
    assert part(title) == [title]


def test_a_dateline_and_a_sentence_stay_whole():
    for text in (
        f"LAHORE, 20 December 2021 (APP): {_PARAGRAPHS[0]}",
        "The Declaration adopted in Baku, Republic of Azerbaijan 3-5 May 2013, was recalled by the Conference of Ministers.",
        "The final communiqué of the Sixth Session (Session of Peace) which met in Baku, Republic of Azerbaijan 3 May 2013.",
    ):
        assert part(text) == [text]


def test_a_cover_ends_where_a_sentence_does_or_tells_something():
    place = "Jakarta, Republic of Indonesia 15-16 February 2018"
    for text in (
        f"The final communiqué was read to all who had come to the hall. {place}",
        f"The OIC welcomes the final communiqué of the Labour Ministers of its Member States {place}",
    ):
        assert part(text) == [text]
    sentence = "We, the Ministers of Labour, recall what the last session said of work (Theme: Work) Rest"
    pieces = ["OIC/5ICLM/2021/RES", "Original: Arabic", f"{sentence} {place}"]
    assert part(" ".join(pieces)) == pieces


def test_the_pages_of_an_index_never_fall():
    pieces = ["INDEX", "1 Election of the Bureau and agenda 9", "2 Commerce, ports and ships in the year 3 3 Others 12"]
    assert part(" ".join(pieces)) == pieces


def test_a_cover_that_stands_again_below_is_not_parted():
    pieces = ["OIC/5ICLM/2021/RES", "RESOLUTIONS OF THE LABOUR MINISTERS", "BAKU, REPUBLIC OF AZERBAIJAN 3-5 MAY 2021"]
    cover = " ".join(pieces)
    assert part(cover) == pieces
    assert part(cover, *pieces) == [cover, *pieces]
    assert part_glued(make(cover, *pieces), "en")[0].hint == "site"
    assert part(f"1 {cover}") == ["1", *pieces]


def test_a_title_with_what_a_viewer_adds_is_the_viewers():
    title = "RESOLUTIONS ON LEGAL AFFAIRS"
    lines = part_glued(make(f"{title} - [PDF Document]", f"OIC/CFM-3/2021/RES {title}"), "en")
    assert lines[0].hint == "site"
    assert part_glued(make(f"{title} - [PDF Document]", "Another text"), "en")[0].hint is None


_WORDS = st.sampled_from(
    [
        *(
            "OIC/5ICLM/2021/RES",
            "Original: English",
            "RESOLUTION NO. 2/4-E ON LAMPS",
            "(Theme: Light)",
            "INDEX",
            "Page",
        ),
        *(
            "Baku, Republic of Azerbaijan 3-5 May 2021",
            "The Conference, held in Baku;",
            "Recalling the Charter;",
            "..... 7",
        ),
        *(
            "1.",
            "2.",
            "3.",
            "1-",
            "2-",
            "URGES",
            "Member States to act.",
            "- Chad",
            "4",
            "FINAL AFFAIRS",
            "(",
            "\u00a0",
            "I.",
        ),
        *("قرار رقم 2/5", "إن المؤتمر المنعقد في باكو؛", "وإذ يدرك ما تقدم،", "الفهرس", "دعا المؤتمر إلى ذلك."),
    ]
)


@given(
    st.lists(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=5),
    st.sampled_from(["en", "fr", "ar"]),
)
def test_the_pieces_are_the_lines(texts, language):
    lines = drop_blank([Line(text.strip(), number) for number, text in enumerate(texts, 1)], language)
    pieces = part_glued(lines, language)
    joined = {}
    for piece in pieces:
        joined[piece.line.number] = joined.get(piece.line.number, "") + piece.text
    assert {number: "".join(text.split()) for number, text in joined.items()} == {
        line.line.number: "".join(line.text.split()) for line in lines
    }


COVER = "RESOLUTIONS ON ORCHARDS"


def part_pages(*pages: str) -> list[str]:
    return part(*(text for page in pages for text in (page, "")))


@pytest.mark.parametrize("mark", ["Transcription", "Transcript"])
def test_every_page_below_a_viewers_mark_begins_with_its_number(mark):
    pages = [f"1 OIC/CFM-38/ORCH/RES {COVER}", "2 No. TITLE PAGE", "3 Requests him to report on the wells. 3", "4"]
    head, *below = part_pages("Orchards", mark, *pages)[1:]
    assert head == mark
    assert below[:2] == ["1", "OIC/CFM-38/ORCH/RES " + COVER]
    assert below[2:] == ["2", "No. TITLE PAGE", "3", "Requests him to report on the wells.", "3", "4"]
    # a number that does not count, and those of paragraphs below no cover
    other = "5 Requests him to report on the wells."
    assert part_pages(mark, pages[0], "2 No. TITLE PAGE", other)[1:] == [
        "1",
        pages[0][2:],
        "2",
        "No. TITLE PAGE",
        other,
    ]
    paragraphs = ["1 The Council met.", "2 It planted trees.", "3 It thanked the host."]
    assert part_pages(mark, *paragraphs)[1:] == paragraphs
    # no viewer
    assert part_pages("Orchards", *pages)[1:3] == pages[:2]


def test_a_viewers_first_page_may_be_headed_by_its_symbol_alone():
    symbol = "OIC/ORCH-7/2010/REP.FINAL"
    assert part_pages("Transcription", f"1 {symbol}", "REPORT OF THE MEETING", "1. It met.")[1:3] == ["1", symbol]
    assert part_pages("Orchards", f"1 {symbol}", "REPORT OF THE MEETING", "1. It met.")[1] == f"1 {symbol}"


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("en", ["1 Resolution No. 1/39-E on Wells", "Resolution No. 2/39-E on Orchards", "Resolution No. 3/39-E on Dams 7"]),
        ("fr", ["1 Résolution N 1/36-E sur les puits", "Résolution N 2/36-E sur les vergers", "Résolution N 3/36-E sur les barrages 7"]),
    ],
)  # fmt: skip
def test_rows_of_an_index_may_have_lost_their_pages(language, rows):
    assert part_in(language, " ".join(rows)) == rows
    # a sentence that names them
    told = {"en": " and ", "fr": " et "}[language].join(rows)
    assert part_in(language, told) == [told]
    assert part_in(language, " ".join(rows).removesuffix(" 7")) == [" ".join(rows).removesuffix(" 7")]


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("fr", ["OIC/36-CFM/2009/ORCH", "TABLE DES MATIERES", "N SUJET PAGE"]),
        ("en", ["OIC/CFM-36/2009/ORCH", "INDEX"]),
        ("en", ["OIC/CFM-36/2009/ORCH INDEX of wells"]),
    ],
)
def test_an_index_is_headed_behind_a_symbol(language, pieces):
    assert part_in(language, " ".join(pieces)) == pieces


def test_the_numbers_of_two_pages_meet_where_one_ends_and_the_next_begins():
    head = "1 (Annex 4) OIC/ORCH-7/2010/DEC/FINAL"
    texts = ["1. We plant trees. 1", "2", "2. We dig wells.", "2 3 Annex I"]
    found = part_pages("Transcription", head, *texts)
    assert found[1:] == ["1", head[2:], "1. We plant trees.", "1", "2", "2. We dig wells.", "2", "3", "Annex I"]
    # numbers of no two pages that follow one another
    for other in (["1. We plant trees in zone 1", "2"], ["1. We plant trees. 4", "5"], ["2 3 Annex I"], ["1 2 trees"]):
        assert part_pages("Transcription", head, *other)[3:] == other
    assert part_pages("Orchards", head, *texts)[1:] == [head, *texts]


def test_the_mark_of_a_page_stands_apart_from_what_is_on_it():
    lines = part_glued(make("! 2 TABLE OF CONTENTS", "! 3 The Conference met.", "! Attention", "5! 3 is 720"), "en")
    assert [(line.text, line.hint) for line in lines] == [
        ("! 2", "page_mark"),
        ("TABLE OF CONTENTS", None),
        ("! 3", "page_mark"),
        ("The Conference met.", None),
        ("! Attention", None),
        ("5! 3 is 720", None),
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        [
            "REPORT and RESOLUTIONS OF THE NINTH SESSION OF THE COMCEC",
            "Istanbul, 4 - 6 May 1993",
            "COMCEC Coordination Office Ankara, June 1993",
            "Address: COMCEC Coordination Office Harbour Street 7 Ankara-TURKEY Tel: 90-312-555 10 10 Website: http://www.example.org",
            "TABLE OF CONTENTS",
            "PART ONE",
            "Page",
            "RESOLUTIONS ON WHICH THE COMMITTEE OF THE SUMMIT RESTS",
            "Resolution of the Third Summit by which the Committees were set up 9",
            "Final Communique of the Fourth Summit on the Chair, 19 January 1984 ... .. 11",
            "Resolution No. 8 of the Fifth Summit 13",
            "PART TW O",
            "LIST OF DOCUMENTS AND REPORT OF THE NINTH SESSION",
            "I. List of Documents Laid before the Session ...... 25",
            "II. Report of the Session, held in Istanbul 31",
            "3",
            "ANNEXES",
            "Page",
            "1. List of Participants of the Session 47",
            "2. Statement of H.E. Ahmet Sezgin, Chairman of the Committee 71",
        ],
        [
            "TABLE OF CONTENTS",
            "I. Opening of the Session 3",
            "II. Commerce, ports and the ships of 2003 5",
            "III. Closing of the Session 9",
        ],
        [
            "REPORT OF THE NINTH SESSION OF THE COMCEC",
            "(Istanbul, 4 - 6 May 1993)",
            "COMCEC Coordination Office Ankara, June 1993",
            "TABLE OF CONTENTS",
            "PART ONE",
            "Page",
            "RESOLUTIONS ON WHICH THE COMMITTEE OF THE SUMMIT RESTS",
            "I. IL III.",
            "Resolution of the Third Summit by which the Committees were set up 9",
            "Final Communique of the Fourth Summit on the Chair 11",
            "Resolution of the Fifth Summit on the ports 13",
        ],
    ],
)
def test_contents_in_one_line_are_read_from_page_to_page(pieces):
    assert part(" ".join(pieces)) == pieces


def test_a_part_heads_its_row_in_a_line_of_its_own():
    pieces = ["3", "ANNEXES", "Page", "1. List of the Participants of the Nineteenth Session of the Committee 49"]
    assert part(" ".join(pieces)) == pieces
    # what the part is about is of its heading, where no row stands behind it
    whole = "P A R T O N E Page RESOLUTIONS OF THE SUMMIT ON WHICH THE STANDING COMMITTEE FOR COOPERATION RESTS"
    assert part(whole) == [whole]
    sentence = "Part one of the report tells of the wells that were dug in 17 Member States and of the rivers in 12"
    assert part(sentence) == [sentence]


@pytest.mark.parametrize(
    "pieces",
    [
        [
            "OIC/ICMW-4/2013/DEC",
            "JAKARTA DECLARATION 2013",
            "Fourth Session of the Islamic Conference of Health Ministers",
            "Better Wells, Better Cities",
            "Jakarta, Republic of Indonesia 17-19 Dhul Hijjah 1434H (22-24 October 2013)",
        ],
        [
            "OIC/CFM-20/1991/W/RES",
            "RESOLUTIONS ON WATER",
            "ADOPTED BY THE 20TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS",
            "(SESSION OF WELLS AND RIVERS)",
            "FEZ, KINGDOM OF MOROCCO (4-6 MAY 1991)",
        ],
        # a session that goes on with its title
        [
            "OIC/CFM-20/1991/W/REP",
            "REPORT OF THE TWENTIETH SESSION OF THE COUNCIL OF FOREIGN MINISTERS (CFM)",
            "FEZ, KINGDOM OF MOROCCO (4-6 MAY 1991)",
        ],
    ],
)
def test_a_cover_in_one_line_says_one_thing_in_a_block(pieces):
    assert part(" ".join(pieces)) == pieces


def test_a_french_cover_in_one_line_says_one_thing_in_a_block():
    pieces = [
        "OIC/CFM-20/1991/W/RES",
        "RESOLUTIONS SUR L EAU",
        "ADOPTEES PAR LA 20 E SESSION DU CONSEIL DES MINISTRES DES AFFAIRES ETRANGERES",
        "(Session des puits et des fleuves du désert)",
        "DJEDDAH, ROYAUME D ARABIE SAOUDITE 20-21 CHAABAN 1435H 18-19 JUIN 2014",
    ]
    lines = drop_blank([Line(" ".join(pieces), 1)], "fr")
    assert [line.text for line in part_glued(lines, "fr")] == pieces


def test_a_mark_that_a_viewer_could_not_read_is_of_its_number():
    rows = ["1 Resolution No. 1/20-W on Wells 3", "2 Resolution No. 2/20-W on the Rivers 5"]
    pages = [
        "1 ! 1 OIC/CFM-20/1991/W/RES RESOLUTIONS ON WATER ADOPTED BY THE COUNCIL FEZ, KINGDOM OF MOROCCO 4-6 MAY 1991",
        f"2 ! 2 INDEX No. Subject Page {' '.join(rows)} and what else the Council of Foreign Ministers was told of them",
        f"3 ! 3 {' '.join(f'{n}. {paragraph}' for n, paragraph in enumerate(_PARAGRAPHS, 1))}",
    ]
    parted = part("Transcription", *pages)
    assert [line for line in parted if "!" in line] == ["1 ! 1", "2 ! 2", "3 ! 3"]
    assert parted[2] == "OIC/CFM-20/1991/W/RES"


def test_a_page_may_begin_with_a_participle():
    cover = "OIC/ICMW-4/2013/DEC JAKARTA DECLARATION 2013 Jakarta, Republic of Indonesia 22-24 October 2013"
    below = "Welcoming the part that the centres of the OIC took in the writing of this programme;"
    assert part("Transcription", f"1 {cover}", "We, the Ministers;", f"2 {below}")[-2:] == ["2", below]
    assert part("Transcription", f"1 {cover}", "We, the Ministers;", f"3 {below}")[-1] == f"3 {below}"
