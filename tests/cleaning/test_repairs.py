"""Each class of damage: repaired with evidence, flagged without, and right text left alone."""

from __future__ import annotations

import pytest

from oic_reports.cleaning.clean import clean_text
from oic_reports.cleaning.draft import apply_repairs
from oic_reports.language.attested import Evidence


def clean(text, language="ar", around=()):
    """The draft of a text; ``⏎`` stands for the end of a printed line."""
    line_ends = [place for place, character in enumerate(text) if character == "⏎"]
    text = text.replace("⏎", " ")
    draft = clean_text(text, Evidence(language, [text, *around]), line_ends)
    assert apply_repairs(text, draft.sorted_repairs) == draft.text
    return draft


def kinds(draft):
    return [repair.kind for repair in draft.sorted_repairs]


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        ("منظ□ة التعاون الإسلامي", "منظمة التعاون الإسلامي"),
        ("في منظمة التعا □ ن الإسلامي أمس", "في منظمة التعاون الإسلامي أمس"),
        ("للأ□م المتحدة", "للأمم المتحدة"),
        ("وحدتها و □ لامة أراضيها", "وحدتها وسلامة أراضيها"),
        ("بمقر الأ\ufffdم المتحدة", "بمقر الأمم المتحدة"),
        ("□ مم المتحدة", "□ مم المتحدة"),
        ("مجلس وزراء الخار□ية", "مجلس وزراء الخارجية"),
        ("إلى الأمين العا□ لمنظمة التعاون الإسلامي", "إلى الأمين العام لمنظمة التعاون الإسلامي"),
    ],
)
def test_lost_letter_in_a_phrase(raw, clean_form):
    assert clean(raw).text == clean_form


def test_lost_letter_in_a_word_that_only_one_word_fits():
    draft = clean("أكد الاجتم□ع التزامه")
    assert draft.text == "أكد الاجتماع التزامه"
    assert [(r.kind, r.confidence) for r in draft.sorted_repairs] == [("glyph_loss", "medium")]


@pytest.mark.parametrize("raw", ["زار □قر المؤتمر", "كلمة □□□ أخرى", "شيء □ آخر"])
def test_more_than_one_word_fits_so_it_is_flagged(raw):
    draft = clean(raw)
    assert draft.text == raw
    assert "lost_glyph_unresolved" in {flag.flag for flag in draft.flags}


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("the training of clerks,\ufffdof porters", "the training of clerks, of porters", "en"),
        ("des greffiers;\ufffdpuis des huissiers", "des greffiers; puis des huissiers", "fr"),
        # no word stands behind it, no letter does, or no mark that a blank follows before it
        ("the training of clerks,\ufffdqzx porters", "the training of clerks,\ufffdqzx porters", "en"),
        ("3,\ufffd5 per cent", "3,\ufffd5 per cent", "en"),
        ("the training of clerks.\ufffdof porters", "the training of clerks.\ufffdof porters", "en"),
    ],
)
def test_a_lost_sign_behind_a_comma_is_its_blank(raw, clean_form, language):
    assert clean(raw, language).text == clean_form


def test_one_lost_sign_may_be_a_lam_alef():
    assert clean("جمهورية بنغ\ufffdديش").text == "جمهورية بنغلاديش"
    # two words fit
    assert clean("جدول ا\ufffdعمال").text == "جدول ا\ufffdعمال"


def test_lost_letters_in_french():
    assert clean("la R\ufffdunion du Secr\ufffdtariat", "fr").text == "la Réunion du Secrétariat"
    assert clean("l\ufffdOrganisation", "fr").text == "l’Organisation"


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [("كيता", "كيتا"), ("الاجتमاع", "الاجتماع"), ("اجتماعμ", "اجتماعμ"), ("مقदيشو", "مقديشو"), ("الأмن", "الأمن")],
)
def test_foreign_letters_in_an_arabic_word(raw, clean_form):
    draft = clean(f"قال {raw} أمس")
    assert draft.text == f"قال {clean_form} أمس"


def test_foreign_letter_without_a_fitting_word_is_flagged():
    draft = clean("قال زثطधقع أمس")
    assert draft.sorted_repairs == ()
    assert {flag.flag for flag in draft.flags} == {"foreign_letter_unresolved"}


@pytest.mark.parametrize("text", ["والـUN في", "مجموعة G5 و(OIC)", "COVID-19 وباء", "في نيويورك (New York)"])
def test_latin_names_are_no_damage(text):
    draft = clean(text)
    assert "foreign_script" not in kinds(draft)
    assert "foreign_letter_unresolved" not in {flag.flag for flag in draft.flags}


@pytest.mark.parametrize(
    ("raw", "clean_form", "kind"),
    [
        ("إرسىكا", "إرسيكا", "glyph_misread"),
        ("رئىس المجلس", "رئيس المجلس", "glyph_misread"),
        ("إلىجانب ذلك", "إلى جانب ذلك", "spacing"),
        ("الاجتمـــاع", "الاجتماع", "letter_form"),
        ("سيادة کل دولة", "سيادة كل دولة", "letter_form"),
        ("بین الدول", "بين الدول", "letter_form"),
    ],
)
def test_letter_forms(raw, clean_form, kind):
    draft = clean(raw)
    assert draft.text == clean_form
    assert kinds(draft) == [kind]


@pytest.mark.parametrize("text", ["1434 هـ الموافق", "على مستوى الوزراء", "مدى الحياة", "الجرحى والمرضى"])
def test_right_forms_are_left_alone(text):
    assert clean(text).sorted_repairs == ()


def test_misread_letter_in_a_phrase_of_a_damaged_document():
    draft = clean("مقر الأأم المتحدة", around=["نص □ تالف"])
    assert draft.text == "مقر الأمم المتحدة"
    assert kinds(draft) == ["glyph_misread"]


def test_the_same_in_an_undamaged_document_is_flagged_only():
    draft = clean("مقر الأأم المتحدة")
    assert draft.sorted_repairs == ()
    (flag,) = draft.flags
    assert (flag.flag, flag.surface, flag.expected) == ("suspect_word", "الأأم", "الأمم")


@pytest.mark.parametrize("text", ["فريق الإتصال المعني بمالي", "الامم المتحدة", "الأمانه العامة"])
def test_authors_spelling_is_never_repaired(text):
    assert clean(text, around=["نص □ تالف"]).text == text


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        ("وإذ هنا المؤتمر الحكومة الجديدة، حثها", "وإذ هنأ المؤتمر الحكومة الجديدة، حثها"),
        ("هنا الاجتماع فخامة الرئيس", "هنأ الاجتماع فخامة الرئيس"),
        ("وهنا الاجتماع فخامة الرئيس", "وهنأ الاجتماع فخامة الرئيس"),
        ("كما أشاذ المؤتمر بالجهود", "كما أشاد المؤتمر بالجهود"),
        ("وقد اشتنكر الاجتماع الهجوم", "وقد استنكر الاجتماع الهجوم"),
        ("وافق المجلس خلال مداواته حول الأمر", "وافق المجلس خلال مداولاته حول الأمر"),
        ("اتفق المشاركون أثناء مباحتاتهم بشأن الأمر", "اتفق المشاركون أثناء مباحثاتهم بشأن الأمر"),
        ("قرر المؤتمر عقب مناقشاتته حول الأمر", "قرر المؤتمر عقب مناقشاته حول الأمر"),
    ],
)
def test_words_that_cannot_stand_where_they_stand(raw, clean_form):
    draft = clean(raw, around=["نص □ تالف"])
    assert draft.text == clean_form
    assert [repair.kind for repair in draft.sorted_repairs] == ["glyph_misread"]
    sound = clean(raw)
    assert sound.text == raw
    assert [flag.flag for flag in sound.flags] == ["suspect_word"]
    assert sound.flags[0].expected in clean_form


@pytest.mark.parametrize(
    "text",
    [
        "عقد الاجتماع هنا في نيويورك",
        "من هنا الاجتماع",
        "خلال مداواته للجرحى",
        "وهنا في جدة",
        "خلال محاولاته في المجلس",
        "خلال مناقشته بشأن الأمر",
        "وإذ اكد المؤتمر أهمية الأمر",
        "كما حدد الاجتماع موعدا",
        "وقد بدا المؤتمر ناجحا",
    ],
)
def test_the_same_words_elsewhere_are_right(text):
    draft = clean(text, around=["نص □ تالف"])
    assert (draft.sorted_repairs, draft.flags) == ((), ())


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        ("**The Meeting** agreed", "The Meeting agreed"),
        ("** The Meeting **", "The Meeting"),
        ("__Final__ text", "Final text"),
        ("## Report", "Report"),
        ("*** ***", "*** ***"),
        ("2 ** 3 is 8", "2 ** 3 is 8"),
        ("Name: ______ Date: ____", "Name: ______ Date: ____"),
        ("a footnote* of it", "a footnote* of it"),
    ],
)
def test_markup(raw, clean_form):
    assert clean(raw, "en").text == clean_form


@pytest.mark.parametrize("unit", ["□ ", "الأ□م ", "كति ", "x□y "])
def test_a_paragraph_that_is_damaged_all_over_is_flagged_as_a_whole(unit):
    draft = clean(unit * 400)
    assert draft.sorted_repairs == ()
    (flag,) = draft.flags
    assert flag.flag in {"lost_glyph_unresolved", "foreign_letter_unresolved"}
    assert flag.note.startswith("400 ")


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("the imple- mentation of it", "the implementation of it", "en"),
        ("the imple-⏎mentation of it", "the implementation of it", "en"),
        ("THE COOPERA-⏎TION COUNCIL", "THE COOPERATION COUNCIL", "en"),
        ("a war-⏎torn country", "a war-torn country", "en"),
        ("la coopé- ration islamique", "la coopération islamique", "fr"),
        ("la coopé-⏎ration islamique", "la coopération islamique", "fr"),
        ("la main-⏎d’œuvre étrangère", "la main-d’œuvre étrangère", "fr"),
        ("vis-à-⏎vis des États", "vis-à-vis des États", "fr"),
        ("the old town of Al-⏎Quds and Guinea-⏎Bissau", "the old town of Al-Quds and Guinea-Bissau", "en"),
        ("Guinée-⏎Bissau et Burkina-⏎Faso", "Guinée-Bissau et Burkina-Faso", "fr"),
        ("the GUINEA-⏎BISSAU file", "the GUINEA-BISSAU file", "en"),
        ("Al-⏎Sheikh-⏎Badr and Abu-⏎Bakr", "Al-Sheikh-Badr and Abu-Bakr", "en"),
        ("a state of Guinea- Bissau", "a state of Guinea-Bissau", "en"),
        ("an X-⏎Ray and an e-⏎mail", "an X-Ray and an e-mail", "en"),
        ("a socio-eco-⏎nomic plan", "a socio-economic plan", "en"),
        ("non-govern-⏎mental bodies", "non-governmental bodies", "en"),
        ("l’auto-détermi-⏎nation des peuples", "l’auto-détermination des peuples", "fr"),
        ("the rule of non-in-⏎terference", "the rule of non-interference", "en"),
        ("from day-to-⏎day", "from day-to-day", "en"),
        ("two-of-⏎ten votes", "two-of-ten votes", "en"),
        ("a two-state-⏎solution", "a two-state-solution", "en"),
    ],
)
def test_words_divided_at_a_line_end(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    assert set(kinds(draft)) == {"hyphenation"}
    assert all(repair.before in {" ", "- "} and not repair.after for repair in draft.sorted_repairs)


def test_a_blank_inside_a_line_goes_where_the_document_writes_the_name_so():
    raw = "the teams of Gamma- Delta"
    assert clean(raw, "en", ["Gamma-Delta was there"]).text == "the teams of Gamma-Delta"
    draft = clean(raw, "en")
    assert draft.sorted_repairs == ()
    assert [(flag.flag, flag.surface) for flag in draft.flags] == [("suspect_word", "Gamma- Delta")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("pre- and post-conflict", "en"),
        ("pre-⏎and post-conflict", "en"),
        ("sub- as well as regional bodies", "en"),
        ("first- but not second-round talks", "en"),
        ("the short-⏎medium- and long-term", "en"),
        ("à court- et moyen-terme", "fr"),
        ("à court-⏎et moyen-terme", "fr"),
        ("the Israeli - Palestinian talks", "en"),
        ("stand-off in Kidal", "en"),
        ("A- Political affairs", "en"),
    ],
)
def test_hyphens_that_are_meant(text, language):
    draft = clean(text, language)
    assert (draft.sorted_repairs, draft.flags) == ((), ())


@pytest.mark.parametrize(
    "text", ["the socio- economic plan", "a war- torn country", "the report-⏎the last one", "its supervisi- on"]
)
def test_a_blank_behind_a_hyphen_that_nothing_explains_is_flagged(text):
    draft = clean(text, "en")
    assert draft.sorted_repairs == ()
    assert [flag.flag for flag in draft.flags] == ["suspect_word"]


def test_a_flag_stands_at_its_word_behind_what_was_joined():
    draft = clean("the imple-⏎mentation that Mr. Dhoul-⏎zenfar saw", "en")
    assert [(flag.surface, draft.text[flag.start : flag.end]) for flag in draft.flags] == [("Dhoul-zenfar",) * 2]


@pytest.mark.parametrize(
    ("raw", "clean_form"),
    [
        # far more usual apart, about as usual, more usual together
        ("their well-⏎being", "their well-being"),
        ("in for-⏎ever", "in for-ever"),
        ("they gover-⏎ned in per-⏎son", "they governed in person"),
    ],
)
def test_the_more_usual_form_of_a_divided_word_is_taken(raw, clean_form):
    draft = clean(raw, "en")
    assert draft.text == clean_form
    assert [flag.surface for flag in draft.flags] == (["for-ever"] if "for-" in raw else [])


@pytest.mark.parametrize(
    ("raw", "clean_form", "repairs", "flagged"),
    [
        pytest.param(
            "a carto-⏎graphic map",
            "a cartographic map",
            [("line_end", "low")],
            [],
            id="a rare word whose half is no word",
        ),
        pytest.param(
            "a perspi-⏎cacious man",
            "a perspi-cacious man",
            [("line_end", "low")],
            ["perspi-cacious"],
            id="neither a half nor the whole is a word",
        ),
        pytest.param(
            "they form-⏎alize it",
            "they form-alize it",
            [("line_end", "low")],
            ["form-alize"],
            id="a rare word whose half is a word",
        ),
        pytest.param(
            "a tree-⏎lined road", "a tree-lined road", [("line_end", "medium")], [], id="halves alone are words"
        ),
        pytest.param(
            "they streng-⏎then it", "they strengthen it", [("line_end", "high")], [], id="the first half is no word"
        ),
        pytest.param(
            "the neigh-⏎bour of it",
            "the neighbour of it",
            [("line_end", "high")],
            [],
            id="the second half is no word",
        ),
        pytest.param(
            "the Govern-⏎Ment of it",
            "the Govern-Ment of it",
            [("line_end", "medium")],
            [],
            id="a capital stands inside no word",
        ),
        pytest.param(
            "every o-⏎ther tree", "every o-ther tree", [("line_end", "medium")], [], id="a letter alone is no half"
        ),
        pytest.param("le garde-⏎d’arbres", "le garde-d’arbres", [("line_end", "high")], [], id="before an elision"),
        pytest.param(
            "in Guinea-⏎Bissau today", "in Guinea-Bissau today", [("line_end", "high")], [], id="a name that is known"
        ),
        pytest.param(
            "a state- ment of it",
            "a statement of it",
            [("inside_line", "medium")],
            [],
            id="inside a line, a usual word",
        ),
        pytest.param("a palin- genesis", "a palin- genesis", [], ["palin- genesis"], id="inside a line, no usual word"),
        pytest.param(
            "the govern- Ment of it",
            "the govern- Ment of it",
            [],
            ["govern- Ment"],
            id="inside a line, a capital inside the word",
        ),
        pytest.param(
            "in Guinea- Bissau today",
            "in Guinea-Bissau today",
            [("inside_line", "high")],
            [],
            id="inside a line, a name",
        ),
    ],
)
def test_how_sure_a_divided_word_is(raw, clean_form, repairs, flagged):
    draft = clean(raw, "fr" if "’" in raw else "en")
    assert draft.text == clean_form
    told = [(repair.rule.removeprefix("hyphenation."), repair.confidence) for repair in draft.sorted_repairs]
    assert told == repairs
    assert [flag.surface for flag in draft.flags] == flagged
    assert {flag.flag for flag in draft.flags} <= {"suspect_word"}


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("to re-⏎estab-⏎lish it", "to re-establish it", "en"),
        ("the vice-⏎presi-⏎dent", "the vice-president", "en"),
        ("a coun-⏎try-⏎wide plan", "a country-wide plan", "en"),
        ("un sous-⏎comi-⏎té", "un sous-comité", "fr"),
    ],
)
def test_of_a_word_divided_twice_the_end_is_joined_first(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    # half a word (``presi``) is no word to ask about
    assert draft.flags == ()


def test_a_division_that_nothing_explains_keeps_its_hyphen_and_is_flagged():
    draft = clean("they met Mr. Dhoul-⏎zenfar twice", "en")
    assert draft.text == "they met Mr. Dhoul-zenfar twice"
    assert [(flag.flag, flag.surface) for flag in draft.flags] == [("suspect_word", "Dhoul-zenfar")]
    assert [repair.confidence for repair in draft.sorted_repairs] == ["low"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("عقد دورته الـ 45 في جدة", "ar"),
        ("وفاز بـ«الجائزة» وبـ(الثانية)", "ar"),
        ("أ- نص، ب- نص، جـ- نص، هـ- نص", "ar"),
        ("في 5 رجب 1434هـ الموافق 15 مايو", "ar"),
        ("السيد پرویز مشرف والسيد چنگیز", "ar"),
        ("السيد شہباز شریف والسيد آصف علی زرداری", "ar"),
        ("كل شىء بطىء وملىء", "ar"),
        ("صلاحالدين وعبدالمقصود ونصرالله", "ar"),
        ("call **kwargs and v2__final and __init__ here", "en"),
        ("2**3 is 8 and 3**2 is 9", "en"),
        ("see www.example.org/page.php?id=3&lang=en", "en"),
        ("Why?Because it is so", "en"),
        ("M. Lamontagne et Mme Desforges", "fr"),
        ("Kidal and Lasalmane", "en"),
    ],
)
def test_what_is_right_is_not_repaired(text, language):
    assert clean(text, language).sorted_repairs == ()


def test_a_persian_name_is_not_half_converted():
    draft = clean("السيد شہباز شریف وصل", around=["في بین الدول کل شيء", "التی"])
    assert draft.text == "السيد شہباز شریف وصل"
    assert [flag.surface for flag in draft.flags] == ["شریف"]


def test_persian_letters_of_a_name_change_where_the_text_writes_all_its_words_so():
    assert clean("السيد روحانی", around=["فی المؤتمر"]).text == "السيد روحاني"
    draft = clean("السيد روحانی", around=["في المؤتمر"])
    assert draft.sorted_repairs == ()
    assert [flag.flag for flag in draft.flags] == ["letter_form"]


def test_an_alef_maksura_inside_an_unknown_word_is_flagged():
    draft = clean("قال زثطىقع أمس")
    assert draft.sorted_repairs == ()
    assert [(flag.flag, flag.expected) for flag in draft.flags] == [("suspect_word", "زثطيقع")]


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


def test_a_sign_behind_a_whole_word_is_no_letter_of_it():
    assert clean("la Réunion □ est close", "fr").sorted_repairs == ()


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("the K?ngdom was br?nging tents w?th speed", "the Kingdom was bringing tents with speed", "en"),
        ("la R?union des mus?es, sa coop?ration", "la Réunion des musées, sa coopération", "fr"),
        ("l?Organisation", "l’Organisation", "fr"),
        ("شكر الاجتم?ع على التعا?ن", "شكر الاجتماع على التعاون", "ar"),
    ],
)
def test_question_marks_inside_words(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    assert set(kinds(draft)) == {"glyph_loss"}


@pytest.mark.parametrize(
    ("raw", "language"), [("in C?te d’Ivoire", "en"), ("Mr. Zhu?rquan", "en"), ("قال زث?طع", "ar"), ("الحك?مة", "ar")]
)
def test_a_question_mark_that_more_words_fit_or_none_is_flagged(raw, language):
    draft = clean(raw, language)
    assert draft.sorted_repairs == ()
    assert [flag.flag for flag in draft.flags] == ["lost_glyph_unresolved"]


@pytest.mark.parametrize(
    ("raw", "clean_form", "language"),
    [
        ("في هذا الا جتماع أمس", "في هذا الاجتماع أمس", "ar"),
        ("منظمة التعاون الإ سلامي", "منظمة التعاون الإسلامي", "ar"),
        ("دعم الأممالمتحدة له", "دعم الأمم المتحدة له", "ar"),
        ("المتحدةفي جدة", "المتحدة في جدة", "ar"),
        ("the Conferencewas held", "the Conference was held", "en"),
        ("Determiningto act", "Determining to act", "en"),
        ("the Organi sation met", "the Organisation met", "en"),
        ("sur laquestion posée", "sur la question posée", "fr"),
    ],
)
def test_blanks_that_were_lost_or_added(raw, clean_form, language):
    draft = clean(raw, language)
    assert draft.text == clean_form
    assert kinds(draft) == ["spacing"]


@pytest.mark.parametrize(
    ("raw", "expected", "language"),
    [
        ("prendre théla nuit", "thé la", "fr"),
        ("IN THECONFERENCE HALL", "THE CONFERENCE", "en"),
        ("وزراء الخار جية", "الخارجية", "ar"),
    ],
)
def test_blanks_that_nothing_proves_are_flagged(raw, expected, language):
    draft = clean(raw, language)
    assert draft.sorted_repairs == ()
    assert [(flag.flag, flag.expected) for flag in draft.flags] == [("suspect_word", expected)]


def test_a_word_that_its_author_writes_again_and_again_is_meant():
    assert clean("the Conferencewas held", "en", ["Conferencewas", "Conferencewas"]).sorted_repairs == ()


def test_a_bold_mark_without_its_pair_is_flagged_at_an_edge():
    draft = clean("**The Meeting agreed", "en")
    assert draft.text == "**The Meeting agreed"
    assert [flag.flag for flag in draft.flags] == ["markup_artefact"]


def test_a_latin_name_in_an_arabic_text_goes_on_behind_its_hyphen():
    draft = clean("ومعهد Al-⏎Biruni للدراسات")
    assert draft.text == "ومعهد Al-Biruni للدراسات"
    assert kinds(draft) == ["hyphenation"]
    # inside a line the blank is the author's, and Arabic words are not divided
    assert clean("الفقرتان A- B").text == "الفقرتان A- B"
    assert clean("الفقرة أ-⏎ب").text == "الفقرة أ- ب"


@pytest.mark.parametrize(
    ("raw", "language", "parted", "is_sure"),
    [
        pytest.param("the groupwas there", "en", "group was", True, id="five letters before a word of three"),
        pytest.param("the treewas there", "en", "tree was", False, id="four letters before a word of three"),
        pytest.param("the reportof it", "en", "report of", True, id="six letters before a word of two"),
        pytest.param("the groupof it", "en", "group of", False, id="five letters before a word of two"),
        pytest.param("thegroup met", "en", "the group", True, id="five letters behind an article"),
        pytest.param("thetree fell", "en", "the tree", False, id="four letters behind an article"),
        pytest.param("ofgroups met", "en", "of groups", True, id="six letters behind a word of two"),
        pytest.param("the reportis there", "en", "report is", False, id="a word that others are written to"),
        pytest.param("رئيسالجمهورية", "ar", "رئيس الجمهورية", True, id="four letters before an article"),
        pytest.param("المجلسالأعلى", "ar", "المجلس الأعلى", True, id="four letters behind an article, ar"),
        pytest.param("لجنةمن", "ar", "لجنة من", True, id="two letters behind a teh marbuta"),
        pytest.param("مدينةو", "ar", "مدينة و", False, id="a letter behind a teh marbuta"),
    ],
)
def test_two_words_that_were_joined_are_parted_where_that_is_sure(raw, language, parted, is_sure):
    draft = clean(raw, language)
    if is_sure:
        assert parted in draft.text
        assert [(repair.rule, repair.confidence) for repair in draft.sorted_repairs] == [
            ("spacing.joined_words", "medium")
        ]
        return
    assert (draft.text, draft.sorted_repairs) == (raw, ())
    assert [(flag.rule, flag.surface, flag.expected) for flag in draft.flags] == [
        ("spacing.joined_words", parted.replace(" ", ""), parted)
    ]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("عقدالاجتماع", id="three letters before an article"),
        pytest.param("مجلسالأمن", id="three letters behind an article"),
    ],
)
def test_short_parts_around_an_article_may_be_those_of_a_name(raw):
    draft = clean(raw)
    assert (draft.text, draft.sorted_repairs, draft.flags) == (raw, (), ())


def test_what_is_written_together_three_times_is_meant():
    again = "the Conferencewas held, the Conferencewas"
    assert clean(again, "en").text == again.replace("wa", " wa")
    draft = clean(f"{again}, the Conferencewas", "en")
    assert (draft.sorted_repairs, draft.flags) == ((), ())


def test_a_parted_word_is_joined_by_its_own_rule():
    (repair,) = clean("الا جتماع").sorted_repairs
    assert (repair.rule, repair.confidence) == ("spacing.parted_word", "medium")
