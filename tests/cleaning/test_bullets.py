"""Signs at the start of a line that are bullets, whatever a file shows for them."""

from __future__ import annotations

import pytest
from cleaned import clean


@pytest.mark.parametrize("sign", ["\uf0b7", "\uf0a7", "\uf0d8"])
def test_a_bullet_of_a_symbol_font_is_a_bullet(sign):
    draft = clean(f"{sign} أمم المتحدة")
    assert draft.text == "• أمم المتحدة"
    assert clean(f"the following: {sign} all of it", "en").text == "the following: • all of it"


@pytest.mark.parametrize("sign", ["□", "\ufffd", "\ue012"])
@pytest.mark.parametrize(
    ("behind", "language"),
    [("دعم الدول", "ar"), ("حث الدول", "ar"), ("النساجين", "ar"), ("Weavers of it", "en"), ("les peintres", "fr")],
)
def test_a_sign_before_a_whole_word_at_a_lines_start_is_a_bullet(sign, behind, language):
    assert clean(f"{sign} {behind}", language).text == f"• {behind}"


@pytest.mark.parametrize("text", ["□ قر المجلس", "\ufffd جتماع أمس"])
def test_a_sign_before_half_a_word_at_a_lines_start_invents_no_word(text):
    draft = clean(text)
    assert draft.sorted_repairs == ()
    assert [flag.flag for flag in draft.flags] == ["lost_glyph_unresolved"]
