"""What a text reads like: said beside the judgement by its signs, never instead of it."""

from __future__ import annotations

import csv
import json
import math
import sys
from pathlib import Path

import pytest
from judged import block, numbered, refuse

from oic_reports.model import Header
from oic_reports.reading.reader import read_bytes
from oic_reports.structure import report as report_module
from oic_reports.structure.ours import classifier as classifier_module
from oic_reports.structure.ours.classifier import BIAS, estimate, list_features
from oic_reports.structure.ours.estimated import LEAST_TEXT, LONGEST_TITLE, name_long_lines
from oic_reports.structure.ours.judgement import Judgement, NoReportError, judge
from oic_reports.structure.ours.second_opinion import LIKELY, SURE, WEAKLY_DOUBTED, decide
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.report import build_reports, list_judged

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from classifier import Sample, learn, rate  # noqa: E402  (a benchmark is no package)

JUDGED = ROOT / "tests" / "specimens" / "judged"
MALI = "The Contact Group on Mali of the Organisation of Islamic Cooperation"
TAKEN = numbered(
    f"{MALI} met in Jeddah on 3 May 2016.",
    "The Contact Group welcomed the report on wells.",
    "The Contact Group thanked the host.",
)
GARDENS = [block("A gardener wrote down what he knows of roses."), block("They want little water.")]


def weigh(monkeypatch, **weights):
    """Weights instead of those that were learnt; ``bias`` is the constant term."""
    learnt = {BIAS: weights.pop("bias"), **weights}
    monkeypatch.setattr(classifier_module, "_load_weights", lambda: learnt)


def load_judged(language):
    lines = (JUDGED / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def is_taken(truth):
    """Whether the signs take a text: what it reads like was learnt from it."""
    try:
        reports = build_reports(read_bytes(truth["text"].encode(), "x.txt"), [truth["address"]])
    except NoReportError:
        return False
    return not any(flag.flag == "origin_estimated" for report in reports for flag in report.flags)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_beginnings_that_others_labelled_are_judged_as_it_is_recorded(language):
    wrong = {truth["id"] for truth in load_judged(language) if is_taken(truth) != truth["ours"]}
    with (JUDGED / "known_differences.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file) if row["language"] == language}
    assert wrong == known, "one that is right now goes from the list; one that is wrong now must not"


def test_a_text_that_is_taken_and_reads_like_others_is_flagged(monkeypatch):
    weigh(monkeypatch, bias=-2.0)
    judgement = decide(Header("en", body_id="cg-mali"), TAKEN, "en")
    (flag,) = [flag for flag in judgement.flags if flag.flag == "origin_unsure"]
    assert flag.severity == "warning"
    assert "0.12" in (flag.note or "")
    assert judgement.signs == judge(Header("en", body_id="cg-mali"), TAKEN, "en").signs


def test_a_text_that_reads_like_ours_or_like_neither_is_taken_without_a_flag(monkeypatch):
    weigh(monkeypatch, bias=-1.7)
    assert decide(Header("en", body_id="cg-mali"), TAKEN, "en") == judge(Header("en", body_id="cg-mali"), TAKEN, "en")


@pytest.mark.parametrize(
    ("probability", "title", "is_flagged"),
    [
        (WEAKLY_DOUBTED - 0.01, "Declaration on wells", True),
        (WEAKLY_DOUBTED + 0.01, "Declaration on wells", False),
        # who has more than a title that a newspaper's story may have is doubted less
        (WEAKLY_DOUBTED - 0.01, None, False),
    ],
)
def test_a_text_that_only_its_title_speaks_for_is_doubted_sooner(monkeypatch, probability, title, is_flagged):
    weigh(monkeypatch, bias=math.log(probability / (1 - probability)))
    header = Header("en", title=title, document_type="declaration" if title else None, body_id="cg-mali")
    blocks = [block(title, "title"), block(f"{MALI} met."), block("It spoke of wells.")] if title else TAKEN
    names = {sign.name for sign in find_signs(header, blocks, "en")}
    assert (names == {"title of a document"}) == bool(title)
    flags = {flag.flag for flag in decide(header, blocks, "en").flags}
    assert ("origin_unsure" in flags) == is_flagged


def test_a_text_that_is_refused_and_reads_like_ours_is_refused_and_named(monkeypatch):
    weigh(monkeypatch, bias=0.5, roses=2.0, water=1.0, little=-3.0)
    by_signs = refuse(GARDENS)
    with pytest.raises(NoReportError) as caught:
        decide(Header("en"), GARDENS, "en")
    assert caught.value.reason == by_signs.reason
    assert str(caught.value).startswith(f"{by_signs}; yet it reads like one, look at it: probability 0.")
    # the words that say most for it, the strongest first, and none that speaks against it
    assert str(caught.value).endswith("by 'roses', 'water'")


def test_a_text_that_is_refused_and_reads_like_none_of_ours_is_refused_in_the_words_of_its_signs(monkeypatch):
    weigh(monkeypatch, bias=0.3)
    with pytest.raises(NoReportError) as caught:
        decide(Header("en"), GARDENS, "en")
    assert str(caught.value) == str(refuse(GARDENS))


def lay_out(length):
    """Two paragraphs of which no sign says whose they are, of so many code points together."""
    first = "A gardener wrote down what he knows of roses. "
    return [block(first.strip()), block((first * 40)[: length - len(first.strip())])]


def test_a_text_of_which_no_sign_says_whose_it_is_is_taken_where_it_surely_reads_like_ours(monkeypatch):
    weigh(monkeypatch, bias=math.log(SURE / (1 - SURE)) + 0.01)
    garden = lay_out(LEAST_TEXT)
    judgement = decide(Header("en"), garden, "en")
    assert judgement.is_estimated
    (flag,) = judgement.flags
    assert (flag.flag, flag.severity) == ("origin_estimated", "warning")
    assert (flag.note or "").startswith(f"{refuse(garden)}; probability 0.75 of being the OIC's own")


@pytest.mark.parametrize(("length", "probability"), [(LEAST_TEXT - 1, SURE + 0.01), (LEAST_TEXT, SURE - 0.01)])
def test_a_text_that_is_short_or_not_surely_ours_is_refused_and_named(monkeypatch, length, probability):
    weigh(monkeypatch, bias=math.log(probability / (1 - probability)))
    with pytest.raises(NoReportError, match="look at it: probability 0"):
        decide(Header("en"), lay_out(length), "en")


def test_signs_of_news_are_not_outweighed_by_words(monkeypatch):
    weigh(monkeypatch, bias=9.0)
    told = "The OIC's contact group will meet in Jeddah on Monday, a spokesman said, adding that roses would be discussed. "
    with pytest.raises(NoReportError) as caught:
        decide(Header("en"), [block(told * 3), block(told * 3)], "en")
    assert caught.value.reason == "news"


def write_line(length, words="Roses want wells. They want shade as well. "):
    return (words * 20)[: length - 1].rstrip() + "x" * (length - len((words * 20)[: length - 1].rstrip()))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        (write_line(LONGEST_TITLE), "header"),
        (write_line(LONGEST_TITLE + 1), "operative"),
        # names and menus have no sentence
        (write_line(LONGEST_TITLE + 1, "Roses Wells Shade "), "header"),
        (write_line(LONGEST_TITLE + 1, "Roses. Wells | Shade "), "header"),
    ],
)
def test_what_is_too_long_for_a_title_is_a_paragraph_of_a_text_that_is_taken_by_its_words(line, role):
    assert [block.role for block in name_long_lines([block(line, "header")], "en")] == [role]


def test_only_what_stands_above_the_text_is_named_anew():
    line = write_line(LONGEST_TITLE + 1)
    named = name_long_lines([block("They met."), block(line, "heading")], "en")
    assert [one.role for one in named] == ["operative", "heading"]


def test_a_text_is_judged_once(monkeypatch):
    # as its long lines are named anew its words are the same, and what the rules find in it is not
    answers = iter([Judgement((), is_estimated=True)])
    monkeypatch.setattr(report_module, "decide", lambda *_: next(answers))
    (report,) = build_reports(read_bytes(write_line(LEAST_TEXT).encode(), "x.txt"))
    assert report.header.date is None
    assert next(answers, None) is None


@pytest.mark.parametrize("data", ['{"id":18,"date":"1977-10', "<p>", 'style=\\"margin'])
def test_the_data_of_a_page_is_no_text(monkeypatch, data):
    weigh(monkeypatch, bias=9.0)
    with pytest.raises(NoReportError, match="look at it"):
        decide(Header("en"), [block(f"{data} {write_line(LEAST_TEXT)}")], "en")


def test_a_collection_is_not_taken_by_its_words(monkeypatch):
    weigh(monkeypatch, bias=9.0)
    assert decide(Header("en"), lay_out(LEAST_TEXT), "en").is_estimated
    with pytest.raises(NoReportError, match="look at it"):
        decide(Header("en"), lay_out(LEAST_TEXT), "en", by_words=False)


def test_what_has_too_little_beside_its_signs_is_not_taken_by_its_words(monkeypatch):
    weigh(monkeypatch, bias=9.0)
    acts = numbered(*(f"Calls upon all gardeners to water well {n} of the roses, as was agreed." for n in range(9)))
    blocks = [block("RESOLUTION ON ROSES", "title"), *acts]
    with pytest.raises(NoReportError, match="too little") as caught:
        decide(Header("en", title="RESOLUTION ON ROSES", document_type="resolution"), blocks, "en")
    assert not caught.value.is_unclaimed


def test_a_text_that_is_taken_by_its_words_states_what_stands_above_it_and_says_what_it_leaves_out(monkeypatch):
    weigh(monkeypatch, bias=9.0)
    page = "SPEECH ON ROSES\n\n" + "\n\n".join(
        ["The gardeners of the Islamic Conference of Foreign Ministers met in Dakar on 3 May 2016.", "Roses. " * 90]
    )
    (report,) = build_reports(read_bytes(page.encode(), "x.txt"))
    flags = {flag.flag: flag for flag in report.flags}
    assert "origin_estimated" in flags
    assert report.header.title == "SPEECH ON ROSES"
    assert (report.header.date, report.header.city, report.header.session) == (None, None, None)
    assert flags["place_unsure"].surface == "in Dakar"


def test_a_text_that_another_organisation_signed_is_no_matter_of_what_it_reads_like(monkeypatch):
    weigh(monkeypatch, bias=9.0)
    league = [block("The Council of the League of Arab States met in Cairo on 3 May 2016.", label="1.", ordinal=1)]
    blocks = [block("LEAGUE OF ARAB STATES", "title"), *league]
    with pytest.raises(NoReportError) as caught:
        decide(Header("en", title="LEAGUE OF ARAB STATES"), blocks, "en")
    assert caught.value.reason == "other_organisation"
    assert "probability" not in str(caught.value)


def test_the_order_in_which_words_are_met_changes_nothing(monkeypatch):
    trios = [(f"big{letter}", f"one{letter}", f"less{letter}") for letter in "abcdefghijkl"]
    large = {trio[0]: 1e16 for trio in trios} | {trio[2]: -1e16 for trio in trios}
    weigh(monkeypatch, bias=0.0, **large, **{trio[1]: 1.0 for trio in trios})
    text = " ".join(word for trio in trios for word in trio)
    features = list_features(Header("en"), [block(text)], (), "en")
    score = len(trios) / math.sqrt(len(features))
    assert estimate(Header("en"), [block(text)], (), "en").probability == 1 / (1 + math.exp(-score))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Met on 3 May", "met on 12 may"), ("القمة الإسلامية", "القمة الاسلامية"), ("l’été", "l'ete")],
)
def test_forms_of_one_word_are_one_feature(one, other):
    language = "ar" if one > "z" else "fr"

    def look(text):
        return list_features(Header(language), [block(text)], (), language)

    assert look(one) == look(other)


def test_only_the_beginning_is_read():
    long = "word " * classifier_module.REACH
    assert "zebra" not in list_features(Header("en"), [block(f"{long} zebra")], (), "en")


def test_what_was_learnt_is_what_is_asked():
    rows = list(
        csv.DictReader((Path(classifier_module.__file__).with_suffix(".csv")).read_text(encoding="utf-8").splitlines())
    )
    weights = {row["feature"]: int(row["weight"]) / classifier_module.UNIT for row in rows}
    for truth in load_judged("en")[:6]:
        header, blocks, language = list_judged(read_bytes(truth["text"].encode(), "x.txt"), [truth["address"]])
        signs = find_signs(header, blocks, language)
        features = list_features(header, blocks, signs, language)
        sample = Sample(None, truth["id"], language, truth["ours"], features, refused=None, may_be_taken=True)
        assert rate(sample, weights) == pytest.approx(estimate(header, blocks, signs, language).probability)


def test_learning_parts_what_words_part():
    def make(kind, *words):
        return Sample("one", "x", "en", kind == "ours", frozenset({"the", *words}), refused=None, may_be_taken=True)

    ours = [make("ours", "council", f"a{n}") for n in range(8)]
    others = [make("others", "reporter", f"b{n}") for n in range(24)]
    weights = learn([*ours, *others])
    assert rate(make("ours", "council"), weights) > LIKELY
    assert rate(make("others", "reporter"), weights) < 1 - LIKELY
    # both kinds weigh the same in sum, however many there are of each
    assert rate(make("ours"), weights) == pytest.approx(0.5, abs=0.1)
    assert "a1" not in weights, "a word of one text says nothing"
