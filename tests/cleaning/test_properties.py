"""What holds of every repair rule, whatever the text: no letter goes or comes but as the repair's own row says."""

from __future__ import annotations

import re

import pytest
from clean_prose import NAMES, PERSIAN
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from oic_reports.cleaning.clean import clean_text
from oic_reports.cleaning.draft import apply_repairs
from oic_reports.language.attested import Evidence
from oic_reports.language.letters import LOST, LOST_GLYPH, is_stranger
from oic_reports.model import Repair

LANGUAGES = ("ar", "en", "fr")
LINE_END = "⏎"
KNOWN = {
    "ar": "المجلس المؤتمر الاجتماع في إلى على من عن بشأن التعاون الإسلامي وقد أكد رحب بالتقرير الدول الأعضاء منظمة السلام شىء",
    "en": "the Council of foreign ministers welcomed report on peace and cooperation in member states was held not as well",
    "fr": "le Conseil des ministres a accueilli avec satisfaction rapport sur la paix et coopération dans les États membres",
}
ODD = {
    "ar": (
        "الـ 45 بـ«القدس» جـ- هـ و(ب) الـ45 والـUN شىء البطىء الأ□م □ مدينة قر كيता الاجتماع إرسىكا رئىس إلىجانب سلامي الا جتماع "
        "الاجتمـــاع هـذا کل بین سيادة في القدیمة وإذ هنا مداواته خلال الاجتم?ع الأممالمتحدة المتحدةفي ﷺ الأأم المتحدة **بيان** "
        "__بيان__ **نص □ \ufffd \uf0b7 زثطधقع 1434هـ 3 ـ 4 اكد اذ"
    ),
    "en": (
        "Al- Guinea- Bissau Quds coopera- tion imple- mentation pre- sub- first- and but war- torn socio- Conferencewas "
        "laquestion K?ngdom br?nging w?th Erdo?an why?because **bold** **kwargs v2__final __init__ __Final__ ## ** # "
        "\ufffd \uf0b7 □ x□y S\ufffdcr of\ufffdce A- B- X- e- mail 45th U.S.A. e.g. OIC/CFM-41/2014 www.a.org/b?c=d ﷺ o’clock"
    ),
    "fr": (
        "Al- Guinée- Bissau Qods coopé- ration main- d’œuvre vis-à- vis court- moyen- et ou mais sous- ainsi Burkina- Faso "
        "R\ufffdunion l\ufffdOrganisation sixi\ufffdme R?union d?origine laquestion théla **gras** **kwargs __Final__ « oui » "
        "\uf0b7 □ n° M. c’est-à- dire aujourd’hui quiont sur des ministres"
    ),
}


def join(pieces):
    """A text and its line ends, from words and what stands between them."""
    text = "".join(pieces)
    return text.replace(LINE_END, " "), [place for place, character in enumerate(text) if character == LINE_END]


def texts_of(language):
    """Texts of known words, names and odd pieces, with blanks, line ends, hyphens, new lines or nothing between."""
    words = st.sampled_from([*KNOWN[language].split(), *ODD[language].split(), *NAMES[language].split(), *PERSIAN])
    joints = st.sampled_from([" ", " ", " ", " ", LINE_END, LINE_END, f"-{LINE_END}", "- ", "", "\n", ". ", " - "])
    pairs = st.lists(st.tuples(words, joints), max_size=14)
    return pairs.map(lambda found: join([part for pair in found for part in pair]))


def check_row(repair: Repair) -> bool:
    """Whether a repair changes no other letters than its kind may."""
    before, after = repair.before, repair.after
    rules = set(repair.rule.split("+"))
    if rules <= {"markup.heading", "markup.emphasis"}:
        return not after and set(before) <= set("*_# ")
    if rules <= {"hyphenation.line_end", "hyphenation.inside_line"}:
        return not after and before in {" ", "\n", "- ", "-\n"}
    if rules <= {"spacing.parted_word", "spacing.joined_words", "arabic.joined_words"}:
        return before.replace(" ", "") == after.replace(" ", "")
    if rules == {"arabic.tatweel"}:
        return not after and set(before) == {"ـ"}
    if rules == {"arabic.persian_letter"}:
        return re.sub("[کیكيى]", ".", before) == re.sub("[کیكيى]", ".", after)
    if rules == {"arabic.medial_alef_maksura"}:
        return before.replace("ى", "ي") == after.replace("ى", "ي")
    if rules <= {"lost_glyph.word", "lost_glyph.phrase", "question_mark.word"}:
        lost = re.compile(f"[{LOST}?]+")
        kept = "[^ ]{0,2}".join(map(re.escape, lost.split(before.replace(" ", ""))))
        return re.fullmatch(kept, after, re.IGNORECASE) is not None
    if rules == {"lost_glyph.bullet"}:
        return LOST_GLYPH.fullmatch(before) is not None and after == "•"
    if rules == {"arabic.foreign_letters"}:
        kept = ".?".join(re.escape(c) for c in "".join("\0" if is_stranger(c) else c for c in before)).replace(
            "\0", ".?"
        )
        return re.fullmatch(kept.replace("\\", ""), after) is not None
    if rules <= {"slot.act", "slot.deliberation", "phrase.misread_letter"}:
        return Levenshtein.distance(before, after) == 1
    # several rules at one place: each is checked by itself where it stands alone
    return len(rules) > 1


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_no_letter_goes_or_comes_but_as_the_row_says(language, data):
    text, line_ends = data.draw(texts_of(language))
    draft = clean_text(text, Evidence(language, [text]), line_ends)
    assert apply_repairs(text, draft.sorted_repairs) == draft.text
    assert [repair for repair in draft.sorted_repairs if not check_row(repair)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_cleaning_its_own_result_changes_nothing(language, data):
    text, line_ends = data.draw(texts_of(language))
    evidence = Evidence(language, [text])
    once = clean_text(text, evidence, line_ends)
    again = clean_text(once.text, evidence, once.line_ends)
    assert (again.text, again.sorted_repairs) == (once.text, ())


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_known_words_and_names_stay(language, data):
    words = st.sampled_from([*KNOWN[language].split(), *NAMES[language].split()])
    pairs = data.draw(st.lists(st.tuples(words, st.sampled_from([" ", LINE_END, "\n", ", ", ". ", " - "]))))
    text, line_ends = join([part for pair in pairs for part in pair])
    assert clean_text(text, Evidence(language, [text]), line_ends).sorted_repairs == ()


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_flags_and_line_ends_point_at_the_text_as_it_is(language, data):
    text, line_ends = data.draw(texts_of(language))
    draft = clean_text(text, Evidence(language, [text]), line_ends)
    assert all(draft.text[flag.start : flag.end] == flag.surface for flag in draft.flags)
    assert all(draft.text[place] == " " for place in draft.line_ends)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(st.sampled_from("abcéAB اإبةىـکیپ□\ufffd?*_#-’.\n \uf0b7क"), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_cleaned(language, text):
    evidence = Evidence(language, [text])
    once = clean_text(text, evidence)
    assert apply_repairs(text, once.sorted_repairs) == once.text
    assert clean_text(once.text, evidence, once.line_ends).sorted_repairs == ()
