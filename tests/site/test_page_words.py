"""What pages say, in three languages: words, names of places, signs of French."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from oic_reports.resources import find_declared, load_vocabulary, load_words
from oic_reports.site import site_pages
from oic_reports.site.names import name_place, name_places, name_venue
from oic_reports.site.page_words import Words
from oic_reports.site.rendering import break_name
from oic_reports.tables.schema import LANGUAGES

SITE = Path(site_pages.__file__).parent


def test_pages_are_in_three_languages(site):
    for language in LANGUAGES:
        text = (site / language / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text
        assert Words(language)["gaps"] in text


def test_every_word_is_used():
    words = load_words("site", "en")
    used = "".join(path.read_text(encoding="utf-8") for path in [*SITE.rglob("*.jinja"), *SITE.glob("*.py")])
    # parts of names that are put together
    composed = ("fact_", "warning_", "status_", "gap_", "nav_", "crops_")
    assert [key for key in words if key not in used and not key.startswith(composed)] == []


def test_what_is_measured_is_asked_in_words(site):
    for row in load_vocabulary("accuracy_stages")[:3]:
        for language in LANGUAGES:
            text = (site / language / "index.html").read_text(encoding="utf-8")
            assert f'{row[language]}<span class="soft">{row[f"asked_{language}"]}</span>' in text


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node here: apt install nodejs")
def test_a_page_folds_as_the_release_does(tmp_path):
    """The vectors of schemas/search_folding.csv, and what Python makes of each letter that a report may hold."""
    import csv

    from oic_reports.release.folding import fold_text, strip_text

    text = (find_declared("schemas") / "search_folding.csv").read_text(encoding="utf-8")
    vectors = [(row["text"], row["folded"], row["stripped"]) for row in csv.DictReader(text.splitlines())]
    letters = [
        chr(code)
        for code in [*range(0x20, 0x2FF), *range(0x600, 0x780), *range(0x2000, 0x2100), *range(0xFB50, 0xFF00)]
    ]
    odd = ["ووو", "ئٔو", "ئو وو", "و-و", "a\u0301é İı", "𝟙𝟚x", "ﷺ", "١٢٣۴", "\ud83d\ude00 x", "ؤو"]
    samples = [*letters, *odd, *(f"x{letter}y {letter}و" for letter in letters)]
    vectors += [(sample, fold_text(sample), strip_text(fold_text(sample))) for sample in samples]
    # modules are told by their name
    shutil.copy(SITE / "static" / "folding.js", tmp_path / "folding.mjs")
    (tmp_path / "vectors.json").write_text(json.dumps(vectors), encoding="utf-8")
    script = tmp_path / "check.mjs"
    script.write_text(
        'import { readFileSync } from "node:fs"; import { foldText, stripText } from "./folding.mjs";'
        f'const vectors = JSON.parse(readFileSync({json.dumps(str(tmp_path / "vectors.json"))}, "utf8"));'
        "const wrong = vectors.filter(([text, folded, stripped]) => foldText(text) !== folded || stripText(folded) !== stripped);"
        "console.log(JSON.stringify(wrong.map(([text, folded]) => [text, folded, foldText(text)])));",
        encoding="utf-8",
    )
    answer = subprocess.run(["node", str(script)], capture_output=True, text=True, check=True)
    assert json.loads(answer.stdout) == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_name_of_a_place_is_one_that_the_vocabulary_has(language):
    forms = {
        (row[column], row["form"])
        for name, column in (("cities", "city"), ("venues", "venue"))
        for row in load_vocabulary(name)
        if row["language"] == language
    }
    assert name_places(language).items() <= forms


def test_places_are_told_in_the_language_of_the_page():
    row = {"venue": "UN Headquarters", "city": "Geneva", "country_iso2": "CH"}
    assert [name_venue(row, Words(language)) for language in ("en", "ar", "fr")] == [
        "UN Headquarters",
        "مقر الأمم المتحدة",
        "Siège des Nations Unies",
    ]
    assert name_place(row, Words("fr")) == "Genève, Suisse"
    assert name_venue(row | {"venue": "Hall of a Town"}, Words("ar")) == "Hall of a Town"
    assert name_venue(row | {"venue": None}, Words("fr")) == ""


def test_a_french_colon_has_its_blank(site):
    page = (site / "fr" / "bodies" / "cg-somalia.html").read_text(encoding="utf-8")
    assert "Rapports\u00a0: 4" in page
    assert not re.search(r"[a-zé]: \d", page)


def test_a_line_may_end_within_a_name_and_nothing_else_is_let_in():
    assert str(break_name("near_<b>_x")) == "near_<wbr>&lt;b&gt;_<wbr>x"


def test_values_are_told_in_the_language_of_the_page_first(site):
    for language in LANGUAGES:
        page = (site / language / "values.html").read_text(encoding="utf-8")
        assert re.findall(r'<td lang="(..)"', page)[0] == language


def test_no_word_has_the_name_of_something_else():
    assert [key for key in load_words("site", "en") if hasattr(Words, key) or key in {"language", "direction"}] == []


def test_french_signs_stay_on_the_line_of_their_word():
    words = Words("fr")
    assert all(" :" not in words[key] and "« " not in words[key] for key in words)
    assert words["most"] == "maximum\u00a0:"
