"""The rooms of the house: which may know which, that each says so, and that no file name has two meanings."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "oic_reports"
# modules that stand alone; each room may know these
GROUND = {
    "beside_code",
    "codes",
    "declared",
    "errors",
    "joined_forms",
    "kept_patterns",
    "loading",
    "model",
    "own_sites",
    "pattern_starts",
    "report_json",
    "resources",
}
# room: the rooms that it may know besides the ground floor. What is not here is an arrow that runs back up
MAY_KNOW = {
    "codes": set(),
    "model": set(),
    "errors": set(),
    "declared": set(),
    "beside_code": set(),
    "kept_patterns": {"beside_code", "pattern_starts"},
    "joined_forms": {"kept_patterns"},
    "pattern_starts": set(),
    "environment": set(),
    "loading": set(),
    "own_sites": set(),
    "report_json": {"errors", "model"},
    "resources": set(),
    # the names of the parts that a release may be without
    "settings": {"environment", "release"},
    "disk": set(),
    "language": set(),
    "reading": {"language"},
    "cleaning": {"language"},
    "structure": {"language", "cleaning", "reading"},
    # the word lists, which a process that reads a file may not write down
    "isolation": {"reading", "structure", "disk", "language"},
    "sources": {"disk"},
    # the marks by which cards are compared
    "work": {"isolation", "identity", "sources", "disk"},
    "identity": {"language"},
    # the form of a work id
    "tables": {"identity"},
    # the codes of countries; the id of a meeting follows from its facts
    "correcting": {"cleaning", "language", "structure", "tables"},
    # a repair is proved by applying it; the catalogue is an input that is checked like a table
    "checks": {"cleaning", "sources", "tables"},
    "feed": {"tables"},
    "release": {"checks", "disk", "feed", "identity", "language", "tables"},
    # pictures of printed pages are drawn in a child process
    # the index of words is made again where what folds them has changed
    "site": {"isolation", "language", "release", "tables"},
    "proof": {"checks", "feed", "release", "tables"},
    "hands": {"correcting", "release", "sources", "tables"},
    # ``doctor`` asks for the converter, and reads the list of releases
    "operations": {"disk", "reading", "release", "settings"},
    "jobs": {
        "checks", "correcting", "disk", "feed", "identity", "isolation", "reading", "release", "settings", "site", "sources",
        "structure", "tables", "work",
    },
    "commands": {
        "feed", "hands", "jobs", "operations", "proof", "release", "settings", "site", "sources", "structure",
    },
    # the version of the schema
    "cli": {"commands", "environment", "tables"},
    "flows": {"jobs", "operations", "release", "settings", "sources", "work"},
}  # fmt: skip
# the rooms inside of ``structure``; its modules outside of them put the whole together, but for the two that all may know
STRUCTURE_MAY_KNOW = {
    "names": set(),
    "lines": set(),
    "page": {"names", "lines"},
    "ours": {"names", "lines", "page"},
    "parting": {"names", "lines", "page"},
    "front": {"names", "lines", "page"},
    "body": {"names", "lines", "page", "ours", "parting"},
    "learnt": {"lines", "body"},
    # who speaks; a text in articles; the words that lead to what is decided
    "header": {"names", "lines", "page", "ours", "body"},
}
STRUCTURE_GROUND = {"forms", "text_blocks"}
# a module of these rooms may bear the name of what it fronts
FRONTS = {"commands", "flows"}
# other names that stand twice, and why
TWICE: dict[str, str] = {}


def list_modules():
    for path in sorted([*PACKAGE.rglob("*.py"), *(ROOT / "flows").rglob("*.py")]):
        inside = path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else ROOT).with_suffix("").parts
        yield inside[0], path


def list_known(path):
    """The rooms that a module imports, late imports and imports for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "oic_reports":
            names = [f"oic_reports.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports name their module whole"
            names = [node.module]
        else:
            continue
        for name in names:
            package, *inside = name.split(".")
            if package == "flows":
                yield "flows"
            elif package == "oic_reports" and inside:
                yield inside[0]


@cache
def list_arrows():
    """The modules by the two rooms of which one knows the other."""
    arrows = defaultdict(set)
    for room, path in list_modules():
        for known in list_known(path):
            if known != room:
                arrows[room, known].add(path.relative_to(ROOT).as_posix())
    return arrows


@pytest.mark.parametrize("room", sorted({room for room, _ in list_modules()} - {"__init__"}))
def test_a_room_knows_only_what_it_may(room):
    known = {other: sorted(paths) for (one, other), paths in list_arrows().items() if one == room}
    assert {other: paths for other, paths in known.items() if other not in MAY_KNOW[room] | GROUND} == {}
    unused = {other for other in MAY_KNOW[room] if other not in known}
    assert unused == set(), "an arrow that nothing needs may go from the table"


def test_the_arrows_run_one_way():
    below = {room: MAY_KNOW[room] | (GROUND if room not in GROUND else set()) for room in MAY_KNOW}
    below["model"] = below["errors"] = {"codes"}
    below["resources"] = {"codes", "kept_patterns"}
    below["kept_patterns"] = {"beside_code", "pattern_starts"}
    below["own_sites"] = {"model", "resources"}
    while below:
        lowest = {room for room, others in below.items() if not others & below.keys()}
        assert lowest, f"these know each other in a circle: {sorted(below)}"
        below = {room: others for room, others in below.items() if room not in lowest}


@pytest.mark.parametrize("room", sorted({path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"commands"}))
def test_a_room_says_what_comes_in_and_what_goes_out(room):
    said = " ".join(import_module(f"oic_reports.{room}").__doc__.split())
    assert [part for part in ("In: ", "Out: ", "may not be known here") if part not in said] == []


@pytest.mark.parametrize("room", sorted(STRUCTURE_MAY_KNOW))
def test_a_room_of_structure_knows_only_what_it_may(room):
    known = set()
    for path in (PACKAGE / "structure" / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module.startswith("oic_reports.structure"):
                _, _, *inside = node.module.split(".")
                known |= {inside[0]} if inside else {alias.name for alias in node.names}
    assert known - {room} - STRUCTURE_GROUND == STRUCTURE_MAY_KNOW[room]


def test_the_rooms_of_structure_are_all_told_and_run_one_way():
    rooms = {path.parent.name for path in (PACKAGE / "structure").glob("*/__init__.py")}
    assert rooms == STRUCTURE_MAY_KNOW.keys()
    below: set[str] = set()
    for room, others in STRUCTURE_MAY_KNOW.items():
        assert others <= below, f"{room} knows a room that stands above it"
        below.add(room)


def test_no_file_name_has_two_meanings():
    found = defaultdict(list)
    for room, path in list_modules():
        if path.name != "__init__.py" and room not in FRONTS:
            found[path.name].append(path.relative_to(ROOT).as_posix())
    assert {name: paths for name, paths in found.items() if len(paths) > 1 and name not in TWICE} == {}
    assert all(len(found[name]) > 1 for name in TWICE)
