"""A title that is printed again below a cover, and what stands above and below it."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.segment import segment

PRINTED_AGAIN = """OIC/SUM-6/FC

{title}

“{theme}”

{place}

{days}

{invocation}

{title}

({theme})

{place}

{days}

{text}
"""


@pytest.mark.parametrize(
    "words",
    [
        {
            "title": "FINAL COMMUNIQUÉ OF DAKAR OF THE SIXTH ISLAMIC SUMMIT CONFERENCE",
            "theme": "Session of Wells and Rivers",
            "place": "DAKAR - REPUBLIC OF SENEGAL 3-5 JUMADA II 1412 H",
            "days": "(9-11 DECEMBER 1991)",
            "invocation": "In the name of Allah",
            "text": "1. The Conference thanked its host.\n\n2. It asked for schools.",
        },
        {
            "title": "COMMUNIQUÉ FINAL DE DAKAR DE LA SIXIÈME CONFÉRENCE ISLAMIQUE AU SOMMET",
            "theme": "Session des puits et des rivières",
            "place": "DAKAR - RÉPUBLIQUE DU SÉNÉGAL 3-5 JOUMADA II 1412 H",
            "days": "(9-11 DÉCEMBRE 1991)",
            "invocation": "Au nom de Dieu",
            "text": "1. La Conférence a remercié son hôte.\n\n2. Elle a demandé des écoles.",
        },
        {
            "title": "البيان الختامي لمؤتمر القمة الإسلامي السادس",
            "theme": "دورة الآبار والأنهار",
            "place": "داكار - جمهورية السنغال 3-5 جمادى الثانية 1412 هـ",
            "days": "(9-11 ديسمبر 1991)",
            "invocation": "بسم الله الرحمن الرحيم",
            "text": "1- شكر المؤتمر البلد المضيف.\n\n2- طلب المؤتمر بناء المدارس.",
        },
    ],
    ids=["en", "fr", "ar"],
)
def test_place_and_days_below_a_title_that_is_printed_again_are_a_header_line(words):
    blocks = segment(read_bytes(PRINTED_AGAIN.format(**words).encode(), "x.txt"))
    placed = [block.text for block in blocks if block.subrole == "place_date"]
    assert placed == [f"{words['place']}\n{words['days']}"] * 2
    assert [block.subrole for block in blocks if block.role == "title"] == ["title", "title_repeat"]


@pytest.mark.parametrize("below", ["\n(Dakar, 9-11 December 1991)", "\nDakar, 9-11 December 1991"])
def test_place_and_days_in_one_paragraph_with_a_title_that_is_printed_again_are_of_it(below):
    title = "FINAL COMMUNIQUÉ OF DAKAR OF THE SIXTH ISLAMIC SUMMIT CONFERENCE"
    page = f"{title}\n\nDakar, 9-11 December 1991\n\nIn the name of Allah\n\n{title}{below}\n\n"
    blocks = segment(read_bytes((page + "1. The Conference thanked its host.\n\n2. It went on.\n").encode(), "x.txt"))
    assert [block.text for block in blocks if block.subrole == "title_repeat"] == [f"{title}{below}"]


@pytest.mark.parametrize(
    ("body", "title", "held", "text"),
    [
        (
            "COMCEC\n\nComité permanent pour la coopération économique et commerciale",
            "RAPPORT DE LA\n\nNEUVIÈME SESSION DU COMCEC",
            "Istanbul, du 1er au 4 septembre 1993",
            "1. La neuvième session du COMCEC s’est tenue à Istanbul.\n\n2. Le Comité a remercié son hôte.",
        ),
        (
            "COMCEC\n\nStanding Committee for Economic and Commercial Cooperation",
            "REPORT OF THE\n\nNINTH SESSION OF THE COMCEC",
            "Istanbul, 1-4 September 1993",
            "1. The ninth session of the COMCEC was held in Istanbul.\n\n2. The Committee thanked its host.",
        ),
    ],
    ids=["fr", "en"],
)
def test_the_names_of_a_body_above_a_title_that_is_printed_again_are_a_header_line(body, title, held, text):
    page = f"COMCEC\n\n{title}\n\n{held}\n\nOIC/COMCEC/9-93/REP\n\n{body}\n\n{title}\n\n{held}\n\n{text}\n"
    blocks = segment(read_bytes(page.encode(), "x.txt"))
    again = [place for place, block in enumerate(blocks) if block.subrole == "title_repeat"]
    joined = [part.replace("\n\n", "\n") for part in (body, title, held)]
    assert [blocks[again[0] + step].text for step in (-1, 0, 1)] == joined
    assert (blocks[again[0] - 1].role, len(again)) == ("header", 1)


def test_the_body_behind_the_type_of_a_title_that_is_printed_again_is_of_it():
    title = "REPORT OF THE\n\nNINTH SESSION OF THE COMCEC"
    text = "1. The ninth session of the COMCEC was held in Istanbul.\n\n2. The Committee thanked its host."
    page = f"{title}\n\nIstanbul, 1-4 September 1993\n\nOIC/COMCEC/9-93/REP\n\n{title}\n\n{text}\n"
    blocks = segment(read_bytes(page.encode(), "x.txt"))
    repeated = [block.text for block in blocks if block.subrole == "title_repeat"]
    assert repeated == [title.replace("\n\n", "\n")]
