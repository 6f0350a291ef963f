"""Numbers, headings and lists that stand in one line."""

from __future__ import annotations

import pytest
from glued_lines import PARAGRAPHS, part, part_in
from hypothesis import given
from hypothesis import strategies as st

from oic_reports.model import Line
from oic_reports.structure.lines.printed_lines import drop_blank
from oic_reports.structure.parting.glued import part_glued


def test_numbers_that_follow_one_another_part_a_line():
    text = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(PARAGRAPHS, 1))
    assert part(text) == [f"{number}. {paragraph}" for number, paragraph in enumerate(PARAGRAPHS, 1)]
    two = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(PARAGRAPHS[:2], 1)) * 2
    assert part(two) == [two]


def test_a_number_that_names_a_thing_parts_nothing():
    text = (
        f"{PARAGRAPHS[0]} It recalled Resolution No. 1. {PARAGRAPHS[1]} It recalled Resolution No. 2. {PARAGRAPHS[2]}"
    )
    assert part(f"{text} It recalled Resolution No. 3. {PARAGRAPHS[3]}")[1:] == []


def test_a_heading_stands_between_a_sentence_and_a_number():
    text = f"1. {PARAGRAPHS[0]} Agenda Item 2: Bureau 2. {PARAGRAPHS[1]} Any Other Business 3. {PARAGRAPHS[2]} 7"
    assert part(text) == [
        f"1. {PARAGRAPHS[0]}",
        "Agenda Item 2: Bureau",
        f"2. {PARAGRAPHS[1]}",
        "Any Other Business",
        f"3. {PARAGRAPHS[2]}",
        "7",
    ]


def test_bullets_stand_behind_a_colon():
    text = (
        f"1. {PARAGRAPHS[0]} 2. The Bureau was: - Chair: Chad - Rapporteur: Niger 3. {PARAGRAPHS[2]} 4. {PARAGRAPHS[3]}"
    )
    assert part(text)[1:4] == ["2. The Bureau was:", "- Chair: Chad", "- Rapporteur: Niger"]


def test_numbers_and_headings_from_which_the_blanks_were_lost_part_a_line():
    one, two, three, four = PARAGRAPHS
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
    points = [f"{label.format(number)}{paragraph}" for number, paragraph in enumerate(PARAGRAPHS, 1)]
    assert part("".join(["Full text of the communiqué", *points])) == ["Full text of the communiqué", *points]


def test_a_number_that_is_part_of_a_name_parts_nothing():
    text = " ".join(f"The delegates of the G{number}. {paragraph}" for number, paragraph in enumerate(PARAGRAPHS, 19))
    assert part(text) == [text]
    text = f"{PARAGRAPHS[0]} It measured 1.2.3. {PARAGRAPHS[1]} {PARAGRAPHS[2]}"
    assert part(text) == [text]


def test_two_numbers_part_a_line_where_a_meeting_acts_in_both():
    clauses = "1. URGES Member States to send inspectors to every mine; 2. REQUESTS the Secretary General to report."
    lead = "Noting that many lives were lost in the mines of the region, and that lamps are old; " * 2
    assert part(f"{lead}{clauses}") == [lead.strip(), *clauses.replace("; 2", ";|2").split("|")]
    names = "1. The mines of the north are deep; 2. The mines of the south are not."
    assert part(f"{lead}{names}") == [f"{lead}{names}"]


def test_an_extract_begins_with_any_number_of_its_line():
    pieces = [f"{number} - {paragraph}" for number, paragraph in enumerate(PARAGRAPHS[:3], 6)]
    assert part("".join(pieces)) == pieces
    assert part(f"It went on. {''.join(pieces)}") == [f"It went on. {''.join(pieces)}"]


@pytest.mark.parametrize("ending", [" ;", " :", ",", "),"])
def test_a_number_is_written_to_the_mark_behind_a_blank_or_to_a_comma(ending):
    names = ["Republic of Chad", "State of Qatar", "Republic of Niger"]
    pieces = [f"{number}- {name}{ending}" for number, name in enumerate(names, 1)]
    lead = f"2. {PARAGRAPHS[0]} {PARAGRAPHS[1]} {PARAGRAPHS[2]} Those that came to the meeting by the river were:"
    assert part("".join([lead, *pieces])) == [lead, *pieces]


def test_numbers_go_on_in_the_next_line():
    one = f"1. {PARAGRAPHS[0]} {PARAGRAPHS[1]} 2. {PARAGRAPHS[2]} It was attended by:"
    assert part(one, "3. The Bureau was elected.") == [
        f"1. {PARAGRAPHS[0]} {PARAGRAPHS[1]}",
        f"2. {PARAGRAPHS[2]} It was attended by:",
        "3. The Bureau was elected.",
    ]
    assert part(one, "4. The Bureau was elected.")[0] == one


def test_a_short_line_goes_on_with_the_numbers_of_the_line_before():
    long = " ".join(f"{number}. {paragraph}" for number, paragraph in enumerate(PARAGRAPHS[:3], 1))
    short = "4. The Conference thanked its host. 5. It agreed to meet in Jakarta in two years."
    assert part(long, short)[3:] == [
        "4. The Conference thanked its host.",
        "5. It agreed to meet in Jakarta in two years.",
    ]
    assert part(short) == [short]
    one, two = f"4. {PARAGRAPHS[0]}", "5. The Conference agreed to meet in Jakarta in two years."
    last = f"{two} 6. The Conference closed on time."
    assert part(long, one, last)[4:] == [two, "6. The Conference closed on time."]


def test_a_list_stands_below_a_number_of_its_line():
    text = f"1. {PARAGRAPHS[0]} 2. Those present were: 1- Chad 2- Niger 3- Qatar 3. {PARAGRAPHS[1]} 4. {PARAGRAPHS[2]}"
    assert part(text)[1:5] == ["2. Those present were:", "1- Chad", "2- Niger", "3- Qatar"]


def test_names_run_together_are_a_list_in_a_short_line_too():
    names = ["1- Islamic State of Afghanistan", "2- Republic of Azerbaijan", "3- Republic of Indonesia"]
    assert part(" ".join(names)) == names


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


def test_a_resolution_and_a_heading_begin_behind_a_sentence():
    first = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]} {PARAGRAPHS[2]}"
    title = "RESOLUTION NO. 2/4-ICLM ON LAMPS"
    acts = "The Islamic Conference of Labour Ministers, held in Baku on 3 May 2013; Noting the need for lamps,"
    assert part(f"{first} {title} {acts}") == [first, title, acts]
    heading = "ECONOMIC AFFAIRS"
    assert part(f"{first} {heading} {PARAGRAPHS[3]}") == [first, heading, PARAGRAPHS[3]]
    # a name in capitals, and a title that a sentence goes on with
    for inner in (f"ISESCO {PARAGRAPHS[3]}", "Resolution No. 2/4-ICLM was adopted."):
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
