"""One report from several places is one document; what is only like it is told."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace

import pytest

from oic_reports.identity.compared_words import fold_words
from oic_reports.identity.identify import identify
from oic_reports.identity.likeness import estimate_share, find_pairs, find_share, find_smallest, sketch
from oic_reports.model import Block, Extraction, Flag, Header, ReadingFacts, Report, Source
from oic_reports.tables.tabulate import tabulate

HEADER = Header(
    "en",
    document_type="report",
    body_id="cg-mali",
    date="2017-09-20",
    date_precision="day",
    meeting_id="cg-mali-2017-09-20",
)
SYLLABLES = [
    "ba",
    "de",
    "fi",
    "go",
    "hu",
    "ja",
    "ke",
    "li",
    "mo",
    "nu",
    "pa",
    "re",
    "si",
    "to",
    "vu",
    "wa",
    "xe",
    "yi",
    "zo",
]


def make_text(seed, paragraphs=10, words=35):
    """Paragraphs of invented words, as unlike to those of another seed as two reports are."""
    drawn = random.Random(seed)
    word = lambda: "".join(drawn.choices(SYLLABLES, k=drawn.randint(2, 3)))  # noqa: E731
    lexicon = [word() for _ in range(400)]
    return [" ".join(drawn.choices(lexicon, k=words)) + "." for _ in range(paragraphs)]


def make(name, paragraphs, *, header=HEADER, received="2026-11-01", reading=None, role="operative", flags=()):
    digest = name.encode().hex().ljust(64, "0")
    blocks = tuple(
        Block(role=role, text_raw=text, text=text, language="en", label=f"{n}.", ordinal=n, numbering="decimal")
        for n, text in enumerate(paragraphs, 1)
    )
    source = Source(f"src-{digest[:16]}", f"reports/{name}", digest, 9, received=received)
    return Extraction(source, reading, (Report(header, blocks, flags=flags),))


def read(*extractions, previous=None):
    """Documents by the file that they are read from, and the rows of ``document_sources``."""
    results = identify(extractions, previous)
    documents = {e.source.file_name.removeprefix("reports/"): r for e in results for r in e.reports}
    rows = tabulate(results)["document_sources"].to_pylist()
    return documents, {row["source_id"]: row for row in rows}


TEXT = make_text(1)


def respell(paragraphs):
    """One word in twenty is spelt otherwise."""
    drawn = random.Random(7)
    spelt = [
        " ".join(f"{word}u" if drawn.random() < 0.05 else word for word in paragraph.split())
        for paragraph in paragraphs
    ]
    return [paragraph.replace(".u", "u.") for paragraph in spelt]


COPIES = {
    "quotes and case": [f"“{text.capitalize()}”".replace(" ", "\u00a0 ", 3) for text in TEXT],
    "another spelling": respell(TEXT),
    "a paragraph less": TEXT[:4] + TEXT[5:],
    "site residue": ["Home About us Contact Sitemap Print this page Share", *TEXT, "All rights reserved 2019"],
    "glued words": [re.sub(r"(\w+) (\w+)", r"\1\2", text, count=1) for text in TEXT],
    "other paragraphs": [" ".join(TEXT[:5]), " ".join(TEXT[5:])],
}


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_no_document_of_its_own(copy):
    documents, sources = read(make("a.html", TEXT), make("b.html", COPIES[copy], received="2026-11-02"))
    assert len(documents) == 1
    (row,) = [row for row in sources.values() if row["relation"] != "published"]
    assert row["relation"] == "near_copy" or copy in {"glued words", "other paragraphs"}
    assert row["likeness"] > 0.75
    assert (row["lacks"] > 0.05) == (
        copy in {"a paragraph less", "another spelling", "site residue"}
        and "a.html" in documents
        and copy != "site residue"
    )


def test_one_report_from_six_mirrors_is_one_document():
    documents, sources = read(*(make(f"{n}.html", text) for n, text in enumerate([TEXT, *list(COPIES.values())[:5]])))
    assert len(documents) == 1
    assert len(sources) == 6
    assert sorted(row["relation"] for row in sources.values()).count("published") == 1


def test_the_whole_text_is_read_and_not_the_recognised_or_damaged_one():
    recognised = ReadingFacts("application/pdf", None, "ocr", 9, ocr_engine="tesseract 5")
    lost = (Flag("glyph_loss", "x"),)
    documents, _ = read(
        make("a", TEXT, received="2026-10-01", reading=recognised),
        make("b", COPIES["a paragraph less"], received="2026-10-02"),
        make("c", COPIES["another spelling"], received="2026-10-03", flags=lost),
        make("d", [*TEXT[:-1], f"{TEXT[-1]} Done."], received="2026-10-04"),
    )
    assert list(documents) == ["d"]


def test_what_is_published_stays_and_two_published_are_never_joined():
    first = identify((make("b", COPIES["a paragraph less"]),), None)
    previous = {**tabulate(first)}
    documents, _ = read(make("b", COPIES["a paragraph less"]), make("a", TEXT), previous=previous)
    assert list(documents) == ["b"]
    apart = identify((make("a", TEXT),), None) + identify((make("b", TEXT[:-1]),), None)
    both = (
        replace(apart[0]),
        replace(apart[1], reports=(replace(apart[1].reports[0], document_id=f"{apart[0].reports[0].document_id}-2"),)),
    )
    documents, _ = read(make("a", TEXT), make("b", TEXT[:-1]), previous=tabulate(both))
    assert set(documents) == {"a", "b"}
    notes = [flag.note for report in documents.values() for flag in report.flags if flag.flag == "near_duplicate_of"]
    assert len(notes) == 2


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "final"},
        {"document_type": "final_communique"},
        {"annex": 2},
        {"date": "2018-09-20", "meeting_id": "cg-mali-2018-09-20"},
        {"resolution_number": "2/44-POL"},
    ],
)
def test_documents_whose_facts_contradict_each_other_stay_apart_and_are_told(facts):
    other = replace(HEADER, **facts)
    mine = replace(HEADER, status="draft", annex=1, resolution_number="1/44-POL")
    documents, _ = read(make("a", TEXT, header=mine), make("b", respell(TEXT)[:1] + TEXT[1:], header=other))
    assert len(documents) == 2
    flags = [flag for report in documents.values() for flag in report.flags]
    assert [flag.flag for flag in flags] == ["near_duplicate_of"] * 2


def test_an_extract_is_told_and_not_joined():
    documents, _ = read(make("a", TEXT), make("b", TEXT[:5]))
    named = {name: [flag.note for flag in report.flags] for name, report in documents.items()}
    assert len(named) == 2
    assert named["a"][0].startswith(documents["b"].document_id + " (likeness 0.")


def test_other_reports_of_the_meeting_are_left_alone():
    documents, _ = read(make("a", TEXT), make("b", make_text(2)), make("c", [*TEXT[:1], *make_text(3)]))
    assert len(documents) == 3
    assert not any(report.flags for report in documents.values())


def test_copies_of_copies_follow_the_one_that_is_read():
    quoted = make("c", [f"‘{text}’" for text in TEXT[:-1]])
    documents, sources = read(make("a", TEXT), make("b", TEXT[:-1]), quoted)
    assert list(documents) == ["a"]
    assert {row["relation"] for row in sources.values()} == {"published", "near_copy"}
    assert len(sources) == 3


def test_the_same_in_any_order():
    files = [make(f"{n}", text) for n, text in enumerate([TEXT, *COPIES.values(), TEXT[:5]])]
    wanted = identify(files, None)
    random.Random(2).shuffle(files)
    assert identify(files, None) == wanted


def test_arabic_is_compared_without_its_marks():
    assert fold_words("قَرَّرَ «الاجتماعُ» إحالةَ المسألةِ") == fold_words("قرر الاجتماع احاله المساله")
    assert find_share(sketch("a b c d"), sketch("A, b; c d!")) == 1.0


def test_pairs_are_found_in_time_that_grows_with_the_texts():
    def take(count):
        sketches = [find_smallest(sketch(" ".join(make_text(n, 3)))) for n in range(count)]
        begun = time.process_time()
        pairs = list(find_pairs(sketches, ["en"] * count))
        return time.process_time() - begun, len(pairs)

    few, many = take(100), take(400)
    assert many[1] < 400
    assert many[0] < 12 * few[0] + 0.5
    alike = [find_smallest(sketch(" ".join(TEXT)))] * 500
    assert len(list(find_pairs(alike, ["en"] * 500))) <= 500 * 20


@pytest.mark.parametrize("seed", range(5))
def test_pairs_are_those_of_one_bucket_and_group(seed):
    """What sorting finds is what a table of buckets finds, each text beside the first ones of its bucket."""
    draw = random.Random(seed)
    known = [[draw.randrange(2**32) for _ in range(129)] for _ in range(9)]
    hashes = [
        tuple(number if draw.random() < 0.6 else draw.randrange(2**32) for number in draw.choice(known))
        for _ in range(80)
    ] + [tuple(known[0])] * 30
    groups = [draw.choice(["en", "ar"]) for _ in hashes]
    met, expected = {}, set()
    for place, (each, group) in enumerate(zip(hashes, groups, strict=True)):
        for band in range(43):
            others = met.setdefault((group, band, each[band * 3 : band * 3 + 3]), [])
            expected |= {(other, place) for other in others[:20]}
            others.append(place)
    found = list(find_pairs(hashes, groups))
    assert len(found) == len(set(found)) > 100
    assert set(found) == expected
    assert list(find_pairs([], [])) == []
    kinds = [draw.choice([None, "a", "b"]) for _ in hashes]
    likely = {
        (one, other)
        for one, other in expected
        if estimate_share(hashes[one], hashes[other])
        >= (0.3 if kinds[one] == kinds[other] and kinds[one] is not None else 0.5)
    }
    assert set(find_pairs(hashes, groups, kinds, (0.3, 0.5))) == likely != expected


def share_words(share):
    """The text with as large a part of its paragraphs replaced by others that about ``share`` of its runs stay."""
    kept = round(len(LONG) * 2 * share / (1 + share))
    return LONG[:kept] + make_text(9, len(LONG) - kept)


LONG = make_text(1, 40)


@pytest.mark.parametrize(("share", "is_one"), [(0.6, False), (0.8, True)])
def test_how_much_of_a_copy_must_be_the_same(share, is_one):
    documents, _ = read(make("a", LONG), make("b", share_words(share)))
    assert (len(documents) == 1) == is_one


@pytest.mark.parametrize(("share", "is_one"), [(0.86, False), (0.95, True)])
def test_where_no_meeting_is_told_more_must_be_the_same(share, is_one):
    untold = replace(HEADER, meeting_id=None)
    documents, _ = read(make("a", LONG, header=untold), make("b", share_words(share), header=untold))
    assert (len(documents) == 1) == is_one


@pytest.mark.parametrize(("kept", "is_one"), [(28, True), (25, False)])
def test_a_text_that_only_lacks_something_may_lack_more(kept, is_one):
    documents, _ = read(make("a", LONG), make("b", LONG[:kept]))
    assert (len(documents) == 1) == is_one
    # and one that says something else besides may not
    if is_one:
        documents, _ = read(make("a", LONG), make("b", [*LONG[:kept], *make_text(9, 2)]))
        assert len(documents) == 2


@pytest.mark.parametrize(
    "facts", [{"date": "2017-09-01", "date_precision": "month"}, {"status": "unknown"}], ids=["month", "status"]
)
def test_what_one_copy_tells_less_exactly_is_no_contradiction(facts):
    mine = replace(HEADER, status="final")
    documents, _ = read(
        make("a", TEXT, header=mine), make("b", respell(TEXT)[:1] + TEXT[1:], header=replace(mine, **facts))
    )
    assert len(documents) == 1


def test_a_file_with_a_report_more_is_no_copy():
    one, two = make("a", TEXT), make("b", respell(TEXT)[:1] + TEXT[1:])
    further = make("c", make_text(5), header=replace(HEADER, annex=3)).reports
    documents = [r for e in identify((one, replace(two, reports=(*two.reports, *further))), None) for r in e.reports]
    assert len(documents) == 3
