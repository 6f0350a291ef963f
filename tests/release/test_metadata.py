"""What is said of a release is made of its rows: languages, bodies, years and numbers, in each language as it counts."""

from __future__ import annotations

import json
from dataclasses import replace

import pyarrow as pa
import pytest
import yaml

from oic_reports.release.metadata.abstract import print_abstract
from oic_reports.release.metadata.datapackage import print_datapackage
from oic_reports.release.metadata.description import describe
from oic_reports.release.metadata.file_list import list_files
from oic_reports.release.metadata.holdings import Holdings, count_holdings
from oic_reports.release.metadata.hugging_face import print_front_matter
from oic_reports.release.metadata.rights import list_text_columns, load_rights
from oic_reports.release.metadata.wording import count, find_label
from oic_reports.release.write import write_release
from oic_reports.resources import load_vocabulary
from oic_reports.tables.schema import LANGUAGES, load_published

FEW = Holdings(3, 11, 2, 1, 0, (("fr", 3),), (("final_communique", 3),), (("is", 3),), "1997-12-09", "1997-12-11", 0)


@pytest.fixture(scope="module")
def released(whole, verdict, facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    write_release(folder, facts, whole, verdict)
    return folder


def test_the_abstract_is_of_the_data(whole):
    said = print_abstract(count_holdings(whole), "en")
    assert said.startswith(
        "2 documents of the Organisation of Islamic Cooperation in Arabic and English, of 2013 to 2017"
    )
    assert "Bodies: Contact Group on Mali (2)." in said
    assert "French" not in said
    assert "summit" not in said.lower()


def test_the_abstract_of_other_data_is_another_one():
    assert print_abstract(FEW, "fr").startswith(
        "3 documents de l’Organisation de la coopération islamique en français, de 1997,"
    )
    assert "Organes : Sommet islamique (3). Types : communiqué final (3)." in print_abstract(FEW, "fr")
    said = print_abstract(FEW, "ar")
    assert said.startswith("3 وثائق لمنظمة التعاون الإسلامي بالفرنسية، من سنة 1997")
    assert "11 فقرة، منها فقرتان مرقّمتان" in said
    undated = replace(FEW, first=None, last=None)
    assert "without a date" in print_abstract(undated, "en")


def test_many_bodies_are_named_as_far_as_one_reads():
    many = replace(
        FEW,
        bodies=tuple(
            (body, 9 - place) for place, body in enumerate(["is", "cfm", "acm", "excom", "som", "iphrc", "eis"])
        ),
    )
    assert "Senior Officials Meeting (5), and 2 other bodies." in print_abstract(many, "en")
    assert "وجهازان آخران" in print_abstract(many, "ar")
    six = replace(many, bodies=many.bodies[:6])
    assert "one other body" in print_abstract(six, "en")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا وثائق"),
        (1, "وثيقة واحدة"),
        (2, "وثيقتان"),
        (10, "10 وثائق"),
        (11, "11 وثيقة"),
        (100, "100 وثيقة"),
        (103, "103 وثائق"),
    ],
)
def test_arabic_counts_as_arabic_does(number, said):
    assert count("documents", number, "ar") == said


def test_each_number_has_a_form_in_each_language():
    """French, for one, counts by the million in another form: ``1 000 000 de lignes``."""
    nouns = {row["noun"] for row in load_vocabulary("counted_nouns")}
    assert len(nouns) >= 7
    for language in LANGUAGES:
        for number in (*range(120), 1_000, 999_999, 1_000_000, 1_000_001, 2_000_000):
            assert all(count(noun, number, language) for noun in nouns), (language, number)
    assert count("rows", 1_000_000, "fr") == "1000000 de lignes"


def test_a_value_without_a_name_is_named_by_itself():
    assert find_label("bodies", "cg-atlantis", "fr") == "cg-atlantis"
    assert find_label("bodies", "unknown", "ar") == "غير معروف"


def test_texts_are_licensed_apart_from_annotations():
    rights = load_rights()
    assert (rights.annotations.id, rights.texts.id, rights.code.id) == ("CC-BY-4.0", "LicenseRef-OIC-Texts", "MIT")
    quoted = set(list_text_columns())
    assert {"paragraphs.text", "paragraphs.text_raw", "documents.title", "flags.surface", "repairs.from_text"} <= quoted
    assert not {"paragraphs.role", "documents.date", "flags.flag", "sources.url"} & quoted
    # no other column is one whose name says that words of a report stand in it
    for table in load_published().values():
        for field in table.fields:
            assert field.is_quoted or not field.name.endswith(("_raw", "_evidence", "text")), field.name


def test_a_table_is_one_resource_and_its_parquet_an_alternate(released, facts, whole):
    package = json.loads((released / "datapackage.json").read_text(encoding="utf-8"))
    names = [row["name"] for row in package["resources"]]
    assert len(names) == len(set(names))
    for row in package["resources"]:
        assert row["path"] == f"{row['name']}.csv.gz"
        assert [alternate["path"] for alternate in row["alternates"]] == [f"{row['name']}.parquet"]
    assert print_datapackage(describe(facts, whole, tuple(list_files(released))), whole).endswith("}\n")


def test_every_file_of_data_is_told_with_its_hash(released):
    croissant = json.loads((released / "croissant.json").read_text(encoding="utf-8"))
    told = {file["contentUrl"]: file["sha256"] for file in croissant["distribution"]}
    sums = dict(line.split("  ")[::-1] for line in (released / "SHA256SUMS").read_text().splitlines())
    assert {"paragraphs.parquet", "paragraphs.csv.gz"} <= told.keys()
    assert all(sums[path] == digest for path, digest in told.items())


def test_the_card_loads_paragraphs_and_no_empty_table(facts, whole):
    described = describe(facts, whole, ())
    card = yaml.safe_load(print_front_matter(described).strip("-\n"))
    assert card["configs"][0] == {
        "config_name": "paragraphs",
        "data_files": [{"split": "train", "path": "paragraphs.parquet"}],
        "default": True,
    }
    assert {row["config_name"] for row in card["configs"]} == {name for name, rows in described.rows.items() if rows}
    assert "boxes" not in {row["config_name"] for row in card["configs"]}
    assert (card["license"], card["language"]) == ("other", ["ar", "en"])
    assert isinstance(whole["boxes"], pa.Table)
