"""Roles of paragraphs that read otherwise than the rules made them: by weights that were learnt, where these are sure."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure import report
from oic_reports.structure.explain import COLUMNS, explain_lines
from oic_reports.structure.learnt import settling
from oic_reports.structure.learnt.line_classifier import BIAS, KINDS, estimate_line
from oic_reports.structure.learnt.settling import find_likeness, settle_roles
from oic_reports.structure.report import build_reports, list_parts

LEAD = "Décide comme suit:"
RESOLUTION = f"""RESOLUTION No. 8/3-C (I.S.)
PORTANT CREATION DE L'ACADEMIE ISLAMIQUE DES PUITS

La Troisième Conférence islamique au Sommet, réunie à La Mecque du 19 au 22 janvier 1981,

Considérant que l'eau se fait rare dans les villages du Sahel,

Désireuse de s'en remettre à des avis puisés aux meilleures sources,

{LEAD}

- Il est créé une académie des puits, dont seront membres des puisatiers de chacun des Etats.

- Les Etats membres sont invités à lui donner les moyens de travailler.
"""


def read(text):
    return read_bytes(text.encode(), "page.txt")


def test_each_feature_has_a_weight_for_each_kind():
    text = (files("oic_reports.structure.learnt") / "line_classifier.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    assert {len(row) for row in rows} == {2}
    assert {len(row[1].split()) for row in rows} == {len(KINDS)}
    names = [row[0] for row in rows]
    assert len(set(names)) == len(names)
    assert BIAS in names


def test_probabilities_sum_to_one_whatever_is_asked():
    for features in ([], ["nobody knows this"], ["gap=True", "language=ar"]):
        assert sum(estimate_line(features).values()) == pytest.approx(1)
        assert set(estimate_line(features)) == set(KINDS)


def test_what_leads_to_decisions_is_of_the_preamble_though_it_acts():
    (part,) = list_parts(read(RESOLUTION))
    settled = settle_roles(part.blocks, part.paragraphs)
    assert [block.role for block in part.blocks if block.text == LEAD] == ["operative"]
    assert [block.role for block in settled if block.text == LEAD] == ["preamble"]
    (built,) = build_reports(read(RESOLUTION))
    assert [block.role for block in built.blocks if block.text == LEAD] == ["preamble"]


def test_only_roles_of_paragraphs_change():
    (part,) = list_parts(read(RESOLUTION))
    settled = settle_roles(part.blocks, part.paragraphs)
    assert [block.text for block in settled] == [block.text for block in part.blocks]
    assert [one.text for one, other in zip(part.blocks, settled, strict=True) if one != other] == [LEAD]


def test_nothing_opens_what_somebody_tells():
    (part,) = list_parts(read(RESOLUTION))
    assert settle_roles(part.blocks, part.paragraphs, has_preamble=False) == part.blocks


RELEASE = """OIC Secretary General Visits the Wells of Niamey

PRESS RELEASE

Jeddah, 4 March 2019: The Secretary General of the Organization of Islamic Cooperation visited the wells of Niamey.

He thanked the keepers of the wells, and said that water belongs to all who thirst.
"""


@pytest.mark.parametrize(("text", "has_preamble"), [(RESOLUTION, True), (RELEASE, False)])
def test_a_report_is_opened_and_a_release_is_told(monkeypatch, text, has_preamble):
    asked = []

    def settle(blocks, _, *, has_preamble):
        asked.append(has_preamble)
        return blocks

    monkeypatch.setattr(report, "settle_roles", settle)
    build_reports(read(text))
    assert asked[-1] is has_preamble


def test_blocks_that_do_not_stand_beside_their_paragraphs_stay():
    (part,) = list_parts(read(RESOLUTION))
    assert settle_roles(part.blocks[1:], part.paragraphs) == part.blocks[1:]


def test_whoever_asks_why_is_told():
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in explain_lines(read(RESOLUTION))]
    ((role, rule),) = [(row["role"], row["rule"]) for row in rows if "reads like" in row["rule"]]
    assert role == "preamble"
    assert rule.startswith("begins: act; reads like preamble (0.9")


LISTS = """RESOLUTION No. 4/12-E
ON THE WELLS OF THE SAHEL

The Conference,

Recalling its earlier resolutions;

1. Invites the Member States:

{}

2. Requests the Secretary General to report on it.
"""


@pytest.mark.parametrize("marks", [("- ", "- ", "- "), ("a) ", "b) ", "c) "), ("(i) ", "(ii) ", "(iii) ")])
def test_items_of_one_list_have_one_role(marks):
    items = ["to count their wells;", "Urges that keepers be trained;", "the fund for the fishermen of the lake."]
    text = LISTS.format("\n\n".join(mark + item for mark, item in zip(marks, items, strict=True)))
    (built,) = build_reports(read(text))
    roles = [block.role for block in built.blocks if block.text in items]
    assert len(roles) == 3
    assert len(set(roles)) == 1


@pytest.mark.parametrize(
    "paragraph",
    [
        "Recalling that the wells of the Sahel fall dry from year to year;",
        "The representatives of forty Member States took part.",
        "During its deliberations the Meeting agreed on the following:",
        "In the name of God, the Compassionate, the Merciful",
    ],
)
def test_what_a_rule_knows_by_a_word_or_mark_stays(paragraph):
    text = ACCOUNT_IN_ENGLISH.format(paragraph)
    (part,) = list_parts(read(text))
    found = find_likeness(part.paragraphs)
    place = next(i for i, one in enumerate(part.paragraphs) if one.text_raw == paragraph)
    assert part.paragraphs[place].role == "preamble"
    assert place not in found


ACCOUNT_IN_ENGLISH = """FINAL COMMUNIQUÉ OF THE FOURTH ISLAMIC CONFERENCE OF WATER MINISTERS

The Fourth Islamic Conference of Water Ministers was held in Niamey on 4 and 5 June 1986.

{}

The Conference urged the Member States to help the villages.

The Conference thanked Niger.
"""


def test_numbers_that_follow_each_other_stay_decisions(monkeypatch):
    paragraphs = ("1. Invites the states to dig.", "It thanked Niger.", "2. Urges them to count.", "It thanked Mali.")
    text = ACCOUNT_IN_ENGLISH.format("\n\n".join((*paragraphs, "3. Requests a report.")))
    (part,) = list_parts(read(text))

    def estimate(features):
        # one number of three reads like an item
        likely = "list_item" if "word=urges" in features else "title"
        return {kind: float(kind == likely) for kind in KINDS}

    monkeypatch.setattr(settling, "estimate_line", estimate)
    assert [p.label.candidate.ordinal for p in part.paragraphs if p.label and p.role == "operative"] == [1, 2, 3]
    assert find_likeness(part.paragraphs) == {}
    # a list of its own that reads so changes
    alone = [p for p in part.paragraphs if p.label is None or p.label.candidate.ordinal == 2]
    assert [one.role for one in find_likeness(alone).values()] == ["list_item"]
