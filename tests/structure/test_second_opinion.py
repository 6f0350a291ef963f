"""What a text reads like: said beside the judgement by its signs, and deciding where it is sure."""

from __future__ import annotations

import csv
import json
import math
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from judged import block, numbered, refuse

from oic_reports.model import Header
from oic_reports.reading.reader import read_bytes
from oic_reports.structure import report as report_module
from oic_reports.structure.ours import classifier as classifier_module
from oic_reports.structure.ours.classifier import KINDS, Kind, Learnt, estimate, list_features, rate, weigh_one
from oic_reports.structure.ours.estimated import LEAST_TEXT, LONGEST_TITLE, name_long_lines
from oic_reports.structure.ours.judgement import Judgement, NoReportError, judge
from oic_reports.structure.ours.second_opinion import (
    DOUBTED,
    LIKELY,
    NEARLY_SURE,
    REFUSED,
    SURE,
    WEAKLY_DOUBTED,
    decide,
)
from oic_reports.structure.ours.signs import find_signs
from oic_reports.structure.report import build_reports, list_judged

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from classifier import Sample, find_families, find_probability, hold_out, lay_out, learn  # noqa: E402  (a benchmark is no package)

JUDGED = ROOT / "tests" / "specimens" / "judged"
MALI = "The Contact Group on Mali of the Organisation of Islamic Cooperation"
TAKEN = numbered(
    f"{MALI} met in Jeddah on 3 May 2016.",
    "The Contact Group welcomed the report on wells.",
    "The Contact Group thanked the host.",
)
# weights of no feature, by kind
NOTHING: dict[Kind, dict[str, float]] = {kind: {} for kind in KINDS}
GARDENS = [block("A gardener wrote down what he knows of roses."), block("They want little water.")]


def weigh(monkeypatch, **weights):
    """Weights instead of those that were learnt; ``bias`` is the constant term."""
    learnt = Learnt(weights.pop("bias"), {**NOTHING, "word": weights})
    monkeypatch.setattr(classifier_module, "_load_learnt", lambda: learnt)


def lean(monkeypatch, probability):
    """A classifier that gives all texts one probability."""
    weigh(monkeypatch, bias=math.log(probability / (1 - probability)))


def load_judged(language):
    lines = (JUDGED / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def is_taken(truth):
    try:
        build_reports(read_bytes(truth["text"].encode(), "x.txt"), [truth["address"]])
    except NoReportError:
        return False
    return True


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_beginnings_that_others_labelled_are_judged_by_signs_as_it_is_recorded(monkeypatch, language):
    # what they read like was learnt from them
    lean(monkeypatch, (DOUBTED + LIKELY) / 2)
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
    lean(monkeypatch, DOUBTED + 0.01)
    assert decide(Header("en", body_id="cg-mali"), TAKEN, "en") == judge(Header("en", body_id="cg-mali"), TAKEN, "en")


# paragraphs enough to read like something
LONG = [*TAKEN, *numbered(*(f"The Contact Group welcomed the {n} wells that its members had dug." for n in range(8)))]


@pytest.mark.parametrize(
    ("blocks", "probability", "is_refused"),
    [(LONG, REFUSED - 0.01, True), (LONG, REFUSED + 0.01, False), (TAKEN, REFUSED - 0.01, False)],
)
def test_a_text_that_surely_reads_like_others_is_refused_whatever_its_signs(
    monkeypatch, blocks, probability, is_refused
):
    lean(monkeypatch, probability)
    header = Header("en", body_id="cg-mali")
    assert judge(header, blocks, "en").document_type is None
    if not is_refused:
        assert "origin_unsure" in {flag.flag for flag in decide(header, blocks, "en").flags}
        return
    with pytest.raises(
        NoReportError, match=r"numbered paragraphs.*, yet it reads like a text of others: prob"
    ) as caught:
        decide(header, blocks, "en")
    assert caught.value.reason == "no_report"
    assert not caught.value.is_unclaimed


def test_a_speech_is_told_by_its_form_and_not_refused_by_its_words(monkeypatch):
    lean(monkeypatch, REFUSED / 2)
    said = "We have met to speak of wells, and I thank you all for the roses that you brought to this hall. "
    title = "SPEECH OF THE SECRETARY GENERAL OF THE ORGANISATION OF ISLAMIC COOPERATION"
    speech = [block(title, "title"), block("Excellencies, ladies and gentlemen,"), block(said * 5)]
    judgement = decide(Header("en", title=title), speech, "en")
    assert judgement.document_type == "speech"
    assert "origin_unsure" in {flag.flag for flag in judgement.flags}


def test_a_page_that_signs_take_is_doubted_as_it_is_built(monkeypatch):
    page = "FINAL COMMUNIQUE OF THE OIC CONTACT GROUP ON MALI\n\n" + "\n\n".join(
        f"{n}. The Contact Group welcomed the {n + 3} wells that its members had dug in the north." for n in range(1, 9)
    )
    reading = read_bytes(page.encode(), "x.txt")
    lean(monkeypatch, DOUBTED - 0.01)
    (report,) = build_reports(reading)
    assert "origin_unsure" in {flag.flag for flag in report.flags}
    lean(monkeypatch, REFUSED - 0.01)
    with pytest.raises(NoReportError, match="yet it reads like a text of others"):
        build_reports(reading)


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
    lean(monkeypatch, LIKELY - 0.01)
    with pytest.raises(NoReportError) as caught:
        decide(Header("en"), GARDENS, "en")
    assert str(caught.value) == str(refuse(GARDENS))


def write_garden(length):
    """Two paragraphs of which no sign says whose they are, of so many code points together."""
    first = "A gardener wrote down what he knows of roses. "
    return [block(first.strip()), block((first * 40)[: length - len(first.strip())])]


def test_a_text_of_which_no_sign_says_whose_it_is_is_taken_where_it_surely_reads_like_ours(monkeypatch):
    weigh(monkeypatch, bias=math.log(SURE / (1 - SURE)) + 0.01)
    garden = write_garden(LEAST_TEXT)
    judgement = decide(Header("en"), garden, "en")
    assert judgement.is_estimated
    (flag,) = judgement.flags
    assert (flag.flag, flag.severity) == ("origin_estimated", "warning")
    assert (flag.note or "").startswith(f"{refuse(garden)}; probability {SURE:.2f} of being the OIC's own")


@pytest.mark.parametrize(("length", "probability"), [(LEAST_TEXT - 1, SURE + 0.01), (LEAST_TEXT, SURE - 0.01)])
def test_a_text_that_is_short_or_not_surely_ours_is_refused_and_named(monkeypatch, length, probability):
    weigh(monkeypatch, bias=math.log(probability / (1 - probability)))
    with pytest.raises(NoReportError, match="look at it: probability 0"):
        decide(Header("en"), write_garden(length), "en")


NEWS = "The OIC's contact group will meet in Jeddah on Monday, a spokesman said, adding that roses would be discussed. "


def test_what_bears_signs_of_news_and_reads_like_ours_is_taken_with_the_flag(monkeypatch):
    lean(monkeypatch, SURE + 0.01)
    judgement = decide(Header("en"), [block(NEWS * 3), block(NEWS * 3)], "en")
    (flag,) = [flag for flag in judgement.flags if flag.flag == "origin_estimated"]
    assert judgement.is_estimated
    assert "announces a meeting" in (flag.note or "")


def test_what_bears_signs_of_news_and_does_not_read_like_ours_is_news(monkeypatch):
    lean(monkeypatch, SURE - 0.01)
    with pytest.raises(NoReportError) as caught:
        decide(Header("en"), [block(NEWS * 3), block(NEWS * 3)], "en")
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
    monkeypatch.setattr(report_module, "decide", lambda *_, **__: next(answers))
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
    assert decide(Header("en"), write_garden(LEAST_TEXT), "en").is_estimated
    with pytest.raises(NoReportError, match="look at it"):
        decide(Header("en"), write_garden(LEAST_TEXT), "en", may_take=False)


def test_a_collection_is_not_refused_by_its_words(monkeypatch):
    lean(monkeypatch, REFUSED / 2)
    judgement = decide(Header("en", body_id="cg-mali"), LONG, "en", may_take=False, may_refuse=False)
    assert "origin_unsure" in {flag.flag for flag in judgement.flags}


def test_the_documents_of_a_collection_are_read_whatever_it_reads_like(monkeypatch):
    acts = "\n\n".join(
        f"{n}. Calls upon all member states to water well {n} of the roses in their gardens, as the Secretary General asked."
        for n in (1, 2, 3)
    )
    titles = [f"RESOLUTION NO. {n}/31-E ON ROSES" for n in (1, 2)]
    cover = "RESOLUTIONS ADOPTED BY THE 31ST SESSION OF THE ISLAMIC CONFERENCE OF FOREIGN MINISTERS"
    page = "\n\n".join((cover, "ISTANBUL, 14-16 JUNE 2004", *titles, *(f"{title}\n\n{acts}" for title in titles)))
    lean(monkeypatch, REFUSED / 2)
    reports = build_reports(read_bytes(page.encode(), "x.txt"))
    assert [report.header.part for report in reports] == [0, 1, 2]
    assert "origin_unsure" in {flag.flag for flag in reports[0].flags}


def test_a_document_inside_a_page_goes_before_the_page_that_reads_like_ours(monkeypatch):
    told = (
        "Hamad wrote that nobody ever told him of wells in the desert. Others looked it up in a book for him.\n\n" * 5
    )
    page = f"SPEECH ON WELLS\n\n{told}"
    states = "The Member States of the Organization of the Islamic Conference,\n\nRecalling the aims of the Charter,"
    agreed = "Have agreed to conclude this Convention.\n\nArticle 1\n\nEach Contracting State shall tell of its wells."
    lean(monkeypatch, SURE + 0.1)
    (report,) = build_reports(read_bytes(f"{page}{states}\n\n{agreed}".encode(), "x.txt"))
    assert report.header.document_type == "convention"
    assert not any(flag.flag == "origin_estimated" for flag in report.flags)


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
        ["The gardeners of the Islamic Conference of Foreign Ministers met in Dakar in May.", "Roses. " * 90]
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
    score = len(trios) / math.sqrt(len(features["word"]))
    assert estimate(Header("en"), [block(text)], (), "en").probability == pytest.approx(1 / (1 + math.exp(-score)))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Met on 3 May", "met on 12 may"), ("القمة الإسلامية", "القمة الاسلامية"), ("l’été", "l'ete")],
)
def test_forms_of_one_word_are_one_feature(one, other):
    language = "ar" if one > "z" else "fr"

    def look(text):
        features = list_features(Header(language), [block(text)], (), language)
        # patterns are looked for in what is printed
        return {kind: found for kind, found in features.items() if kind != "phrase"}

    assert look(one) == look(other)


def test_only_the_beginning_is_read():
    long = "word " * classifier_module.REACH
    features = list_features(Header("en"), [block(f"{long} zebra")], (), "en")
    assert not [found for kind in KINDS for found in features[kind] if "zebra" in found]


def test_a_word_is_looked_at_where_it_stands():
    blocks = [block("Roses of Mali", "title"), block("They want wells, and shade.")]
    features = list_features(Header("en"), blocks, (), "en")
    assert features["above"] == {"roses", "of", "mali", "roses of", "of mali"}
    assert {"title roses", "operative wells"} <= features["role"]
    assert "operative roses" not in features["role"]
    assert {"title roses", "title roses of", "title roses of mali", "operative they want wells"} <= features["start"]
    assert "operative they want wells and" not in features["start"]
    assert {"wells", "want wells", "mali they"} <= features["word"]


def test_each_kind_has_its_share_however_much_of_it_there_is():
    learnt = Learnt(0.5, {**NOTHING, "word": {"rose": 2.0}, "role": {"title rose": -1.0}})
    features = {"word": frozenset({"rose", "a", "b", "c"}), "role": frozenset({"title rose"})}
    assert rate(features, learnt) == 0.5 + 2.0 / 2 - weigh_one("role", 1)
    assert weigh_one("role", 4) == weigh_one("role", 1) / 2


def make(name, kind, *words, group="one", rows=()):
    """A sample of a few words."""
    features = {**dict.fromkeys(KINDS, frozenset()), "word": frozenset({"the", *words})}
    is_ours = kind == "ours"
    return Sample(group, name, "en", is_ours, features, refused=None, may_be_taken=True, rows=frozenset(rows))


def test_what_is_measured_is_what_is_asked():
    for truth in load_judged("en")[:6]:
        header, blocks, language = list_judged(read_bytes(truth["text"].encode(), "x.txt"), [truth["address"]])
        signs = find_signs(header, blocks, language)
        features = list_features(header, blocks, signs, language)
        sample = Sample(None, truth["id"], language, truth["ours"], features, refused=None, may_be_taken=True)
        learnt = classifier_module._load_learnt()
        assert find_probability(sample, learnt) == estimate(header, blocks, signs, language).probability


OURS = [make("x", "ours", "council", f"a{n}") for n in range(8)]
OTHERS = [make("y", "others", "reporter", f"b{n}") for n in range(24)]


def test_learning_parts_what_words_part():
    learnt = learn(lay_out([*OURS, *OTHERS]))
    assert find_probability(make("z", "ours", "council"), learnt) > SURE + 0.1
    assert find_probability(make("z", "others", "reporter"), learnt) < SURE - 0.1
    # both kinds weigh the same in sum, however many there are of each
    assert find_probability(make("z", "ours"), learnt) == pytest.approx(0.5, abs=0.1)
    assert "a1" not in learnt.weights["word"], "a word of one text says nothing"


def test_texts_that_have_much_in_common_are_held_out_together():
    first = make("p", "ours", rows=range(20))
    twin = make("q", "ours", rows=range(12, 30))
    other = make("r", "ours", rows=range(29, 50))
    families = find_families([first, twin, other])
    assert families[0] == families[1] != families[2]


def test_what_is_held_out_is_not_learnt_from_nor_its_family_nor_what_stands_beside():
    # who is of another group, and has the words of one that is held out, says nothing of it
    lone = [make("p", "ours", "well", group="round 1", rows=range(20)) for _ in range(4)]
    twins = [make("q", "ours", "well", group="round 2", rows=range(20)) for _ in range(4)]
    beside = [make("s", "ours", "well", group="beside 3") for _ in range(4)]
    rest = [replace(sample, group=None) for sample in (*OURS, *OTHERS)]
    held = hold_out([*lone, *twins, *beside, *rest])
    known = find_probability(make("z", "ours", "well"), learn(lay_out([*lone, *twins, *rest])))
    assert [probability for _, probability in held["beside 3"]] == pytest.approx([known] * 4, abs=0.05)
    unknown = find_probability(make("z", "ours", "well"), learn(lay_out(rest)))
    assert [probability for _, probability in held["round 1"]] == pytest.approx([unknown] * 4, abs=0.05)
    assert known > unknown + 0.1


@pytest.mark.parametrize(
    ("probability", "blocks", "is_taken"),
    [(NEARLY_SURE + 0.01, True, True), (NEARLY_SURE - 0.01, True, False), (NEARLY_SURE + 0.01, False, False)],
)
def test_a_text_of_others_by_its_signs_is_taken_where_its_words_are_nearly_certain(
    monkeypatch, probability, blocks, is_taken
):
    lean(monkeypatch, probability)
    title = block("Statement of the General Assembly of the League of Arab States", "title")
    text = [title, *(LONG if blocks else TAKEN)]
    header = Header("en", title=title.text)
    with pytest.raises(NoReportError) as caught:
        judge(header, text, "en")
    assert caught.value.reason == "other_organisation"
    if is_taken:
        judgement = decide(header, text, "en")
        assert judgement.is_estimated
        assert "origin_estimated" in {flag.flag for flag in judgement.flags}
        return
    with pytest.raises(NoReportError) as caught:
        decide(header, text, "en")
    assert caught.value.reason == "other_organisation"


def test_what_may_not_be_taken_by_its_words_is_refused_though_they_are_nearly_certain(monkeypatch):
    lean(monkeypatch, NEARLY_SURE + 0.01)
    title = block("Statement of the General Assembly of the League of Arab States", "title")
    with pytest.raises(NoReportError) as caught:
        decide(Header("en", title=title.text), [title, *LONG], "en", may_take=False)
    assert caught.value.reason == "other_organisation"


def test_a_file_that_signs_call_anothers_is_taken_as_a_whole_where_its_words_are_nearly_certain(monkeypatch):
    title = "Statement of the General Assembly of the League of Arab States"
    text = "\n\n".join([title, *(one.text for one in LONG)])
    reading = read_bytes(text.encode(), "x.txt")
    lean(monkeypatch, NEARLY_SURE - 0.01)
    with pytest.raises(NoReportError) as caught:
        build_reports(reading)
    assert caught.value.reason == "other_organisation"
    lean(monkeypatch, NEARLY_SURE + 0.01)
    (report,) = build_reports(reading)
    assert "origin_estimated" in {flag.flag for flag in report.flags}
