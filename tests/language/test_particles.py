"""Particles are spelled once, and patterns are put together from them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from oic_reports.language import particles
from oic_reports.resources import load_vocabulary

PACKAGE = Path(particles.__file__).resolve().parents[1]
# a class of particles, the article as a piece of a pattern or as a prefix
SPELLED = re.compile(r"\[(?:وف|فو)|بلك|بك\]|\?:ال[)|]|\?:لل[)|]|^ال$|^لل$|^وفبلك$")
# shapes of joined letters, which fonts name
SHAPES = {"reading/pdf/learnt_map.py"}


def test_particles_are_spelled_in_one_place():
    found = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
            if is_text and len(node.value) < 200 and SPELLED.search(node.value):
                found.add(path.relative_to(PACKAGE).as_posix())
    assert found - SHAPES == set()


@pytest.mark.parametrize(
    ("pattern", "right", "wrong"),
    [
        (particles.BEFORE_WORD, ["", "و", "ب", "فل", "وك"], ["بو", "ول ", "وف", "ال", "ولب"]),
        (particles.BEFORE_ARTICLE, ["", "و", "ب", "وك"], ["ل", "ول"]),
        (particles.BEFORE_FORM, ["", "و", "وب", "بل"], ["وبل", "ا"]),
        (particles.TO_ARTICLE, ["ال", "وال", "بال", "فكال", "لل", "ولل"], ["لال", "وبلل", "ا", "بو"]),
    ],
)
def test_what_may_stand_before_a_word(pattern, right, wrong):
    assert [form for form in right if not re.fullmatch(pattern, form)] == []
    assert [form for form in wrong if re.fullmatch(pattern, form)] == []


def test_each_particle_stands_at_the_beginning_of_its_example():
    for row in load_vocabulary("particles"):
        assert row["example"].startswith(row["form"]), row
        assert len(row["example"]) > len(row["form"]) + 1
