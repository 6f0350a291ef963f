"""Texts in another spelling state what they state in the usual one, and are quoted as they are printed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from judged import block

from oic_reports.model import Report
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.ours.judgement import NoReportError
from oic_reports.structure.report import build_reports
from oic_reports.structure.spelling import (
    FEW_ACCENTED,
    LEAST_ENDINGS,
    LEAST_WORDS,
    MORE_USUAL,
    find_spellings,
    quote_as_printed,
    spell_as_known,
)

ROUNDS = Path(__file__).parents[1] / "specimens" / "structure" / "rounds"
FACTS = ("document_type", "body_id", "session", "date", "date_end", "city", "symbol", "resolution_number")
QUOTED = ("body_evidence", "date_evidence", "place_evidence", "session_evidence")
# of the pages each of so many
STRIDE = 9


def _drop_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not "\u0300" <= sign <= "\u036f")


def _end_in_ha(text: str) -> str:
    return re.sub("ة(?![\u0621-\u065f])", "ه", text)


def _put_hamza(text: str) -> str:
    verbs = "جتماع|جتمع|نعقد|نعقاد|ستضاف|ستعرض|ختتم|فتتح|ستثنائي|قتصادي|تفاقي|نتخب"
    return re.sub(rf"(?<![\u0621-\u065f])((?:[وفبل])?(?:ال|لل)?)ا(?={verbs})", r"\1إ", text)


def _choose(language: str) -> list[Path]:
    pages = [path for path in sorted(ROUNDS.glob(f"*/{language}*.*")) if path.suffix == ".txt"]
    return pages[::STRIDE]


def _read(text: str, truth: dict[str, object]) -> Report | None:
    try:
        return build_reports(read_bytes(text.encode(), "page.txt"), [str(truth.get("address"))])[0]
    except NoReportError:
        return None


def _list_cases() -> list[object]:
    spellings: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("fr", _drop_accents),
        ("ar", _end_in_ha),
        ("ar", _put_hamza),
    )
    return [
        pytest.param(path, spell, id=f"{path.parent.name}-{path.stem}-{spell.__name__}")
        for language, spell in spellings
        for path in _choose(language)
    ]


@pytest.mark.parametrize(("path", "spell"), _list_cases())
def test_facts_do_not_depend_on_the_spelling(path: Path, spell: Callable[[str], str]):
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    usual, other = _read(text, truth), _read(spell(text), truth)
    # a text of others that is taken by mistake may be refused where it is spelt otherwise
    is_mistaken = not truth["ours"] and usual is not None
    assert (usual is None) == (other is None) or is_mistaken
    if usual is None or other is None:
        return
    assert {name: getattr(other.header, name) for name in FACTS} == {
        name: getattr(usual.header, name) for name in FACTS
    }
    printed = " ".join(" ".join(one.text for one in other.blocks).split())
    for name in QUOTED:
        words = getattr(other.header, name)
        assert words is None or " ".join(words.split()) in printed


SENTENCE = (
    "La Conference islamique des Ministres s'est reunie a Djeddah, au siege du Secretariat general, et a adopte la "
    "Declaration sur la securite alimentaire. Elle a siege en presence des delegues des Etats membres, qui ont ete "
    "remercies par le President. La seance a pris fin tard dans la soiree. Symbole OIC/CFM-9/2001/DEC et DEC, {more}"
)
FILLER = "mot " * (LEAST_WORDS // 3)


def _spell(text: str, language: str) -> str:
    blocks = [block(text)]
    return spell_as_known(blocks, find_spellings(blocks, language), language)[0].text


def test_french_without_accents_is_read_with_them():
    text = SENTENCE.format(more=FILLER)
    known = _spell(text, "fr")
    assert len(known) == len(text)
    assert "s'est réunie à Djeddah, au siège du Secrétariat général, et a adopté la Déclaration" in known
    assert "Elle a siégé en présence des délégués des États membres, qui ont été remerciés par le Président" in known
    # an abbreviation and a symbol are no words
    assert "OIC/CFM-9/2001/DEC et DEC," in known
    assert quote_as_printed("réunie à Djeddah", [block(known)], [block(text)]) == "reunie a Djeddah"


def test_a_title_of_several_blocks_is_quoted_as_it_is_printed():
    known = [block("Résolution no 4"), block("sur les réfugiés et la sécurité"), block("à la session, la sécurité")]
    printed = [block("Resolution no 4"), block("sur les refugies et la securite"), block("a la session, la sécurité")]
    title = "Résolution no 4 sur les réfugiés, à la session, la sécurité"
    assert quote_as_printed(title, known, printed) == "Resolution no 4 sur les refugies, a la session, la sécurité"
    # what a line above spells otherwise is not what is quoted
    above, printed_above = [block("la sécurité du pays"), *known], [block("la sécurité du pays"), *printed]
    assert quote_as_printed("no 4 sur les réfugiés et la sécurité à la session", above, printed_above) == (
        "no 4 sur les refugies et la securite a la session"
    )
    # what stands nowhere stays
    assert quote_as_printed("Été", known, printed) == "Été"


def test_words_are_quoted_of_the_block_of_their_fact():
    known = [block("الدورة العادية"), block("عقدت الدورة العادية في نيامي")]
    printed = [block("الدورة العادية"), block("عقدت الدوره العاديه في نيامي")]
    assert quote_as_printed("الدورة العادية", known, printed, 2) == "الدوره العاديه"
    assert quote_as_printed("الدورة العادية", known, printed, 1) == "الدورة العادية"
    # what its block does not hold, another one may
    assert quote_as_printed("عقدت الدورة", known, printed, 1) == "عقدت الدوره"


TITLED = """قرار رقم: 5 (3/2)

بشأن المدرسه العامه في الدوله

إن مجلس مجمع الفقه الإسلامي المنبثق عن منظمه التعاون الإسلامي، المنعقد في دورته الثانيه بجده في الفتره من 10 إلى 16 مارس 1986،

قرر ما يأتي:

1. تجوز المدرسه العامه في الدوله.

2. تشكر المجمع الحكومه.
"""


def test_a_published_title_is_spelt_as_it_is_printed():
    report = build_reports(read_bytes(TITLED.encode(), "page.txt"))[0]
    assert report.header.title == "قرار رقم: 5 (3/2) بشأن المدرسه العامه في الدوله"


@pytest.mark.parametrize("more", ["", f"déjà {FILLER}"])
def test_a_short_text_and_one_with_accents_stay(more: str):
    assert FEW_ACCENTED * LEAST_WORDS < 1
    text = SENTENCE.format(more=more)
    assert _spell(text, "fr") == text


def test_names_keep_their_accents_in_a_text_without():
    named = _spell(SENTENCE.format(more=f"sous la presidence de M. José Idé, d’İstanbul, {FILLER}"), "fr")
    assert "s'est réunie à Djeddah" in named
    assert "la présidence de M. José Idé, d’İstanbul" in named


def test_arabic_words_that_end_in_ha_for_ta():
    assert LEAST_ENDINGS == 3
    text = "عقدت منظمه التعاون الإسلامي الدوره العاديه في جده بالمملكه العربيه، ورفع رئيسها تقريره إلى قيادته"
    assert _spell(text, "ar") == (
        "عقدت منظمة التعاون الإسلامي الدورة العادية في جدة بالمملكة العربية، ورفع رئيسها تقريره إلى قيادته"
    )


def test_a_pronoun_behind_a_word_stays_in_a_text_that_prints_ta():
    assert MORE_USUAL == 10
    text = "الجمهوريه العربيه الدوره {ta} أدى الرئيس دوره في مدينه"
    assert _spell(text.format(ta="منظمة جمعية لجنة قمة هيئة أمانة"), "ar").endswith("أدى الرئيس دوره في مدينة")
    few = "الجمهوريه أدى الرئيس دوره في مدينه"
    assert _spell(few, "ar") == few


def test_a_hamza_on_an_alef_that_has_none():
    assert _spell("الإجتماع الإستثنائي إنعقد وإختتم، والإسلام إلى إسرائيل إعلان", "ar") == (
        "الاجتماع الاستثنائي انعقد واختتم، والإسلام إلى إسرائيل إعلان"
    )
