"""Names of territories are written down once, and anew where the package's files have changed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from babel import Locale

from oic_reports.language import territories
from oic_reports.language.territories import load_territories, prepare_territories


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(territories, "find_place", lambda name: tmp_path / name)
    load_territories.cache_clear()
    yield tmp_path
    load_territories.cache_clear()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_names_are_those_of_the_package(folder, language):
    expected = list(Locale.parse(language).territories.items())
    for _ in ("made", "kept"):
        assert list(load_territories(language).items()) == expected
        load_territories.cache_clear()


def test_what_is_kept_is_taken(folder):
    prepare_territories()
    kept = folder / "fr.territories"
    kept.write_bytes(kept.read_bytes().replace(b"Tunisie", b"Carthage"))
    load_territories.cache_clear()
    assert load_territories("fr")["TN"] == "Carthage"


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"source": [[1, 2], [3, 4]], "names": {"TN": "X"}}', b"\xff"])
def test_what_is_of_no_use_is_made_anew(folder, damage):
    (folder / "en.territories").write_bytes(damage)
    assert load_territories("en")["TN"] == "Tunisia"
    load_territories.cache_clear()
    assert b"Tunisia" in (folder / "en.territories").read_bytes()


def test_other_files_of_the_package_are_other_names(folder, monkeypatch):
    load_territories("en")
    (folder / "en.territories").write_bytes((folder / "en.territories").read_bytes().replace(b"Tunisia", b"Carthage"))
    monkeypatch.setattr(territories, "_describe_source", lambda _: [[0, 0], [0, 0]])
    load_territories.cache_clear()
    assert load_territories("en")["TN"] == "Tunisia"


def test_where_nobody_may_write_all_goes_on(folder, monkeypatch):
    # a file stands where the folder would be, so that whoever runs the test may not write there
    (folder / "in the way").touch()
    monkeypatch.setattr(territories, "find_place", lambda name: folder / "in the way" / name)
    assert load_territories("en")["TN"] == "Tunisia"


def test_neither_locales_nor_xml_nor_corrections_are_loaded_for_a_text():
    prepare_territories()
    code = (
        "import sys, oic_reports.commands.read, oic_reports.reading.reader, oic_reports.structure.report;"
        "from oic_reports.language.states import find_countries; find_countries('Tunisia', 'en');"
        "print([name for name in ('babel', 'lxml', 'yaml', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
