"""Blocks of the body: clauses in one line, formulas at the end, who took part, lists, what a page cut."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.segment import segment


def read(text, name="page.txt"):
    return segment(read_bytes(text.encode(), name))


def roles(blocks):
    return [block.role for block in blocks if block.role not in {"title", "header", "boilerplate"}]


RESOLUTION = """Resolution on Village Schools

The Islamic Conference of Education Ministers, held in Tripoli, Libya, on 4-5 June 2011;

{}

Recalling its own resolutions on the matter;

Noting that roofs leak;

Asks the Secretary General to print the primer.
"""


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Inspired by the masters of Fez; Noting the want of chalk; Troubled by the roofs which leak;", 3),
        ("Recalling the meeting of Sfax; Recalls the gift of ten looms (two; Ten of wood); takes note of the wool;", 2),
        ("Recalling the offers of the Sudan; the Republic of Chad; and Mali on the printing of primers;", 1),
        ("Recalling the offers of the Sudan; Chad; and Mali to print the primers of all the others at cost;", 1),
    ],
)
def test_a_capital_behind_a_semicolon_begins_a_participle_or_an_act(line, parts):
    assert roles(read(RESOLUTION.format(line))) == ["preamble"] * (parts + 3) + ["operative"]


def test_acts_in_one_line_without_numbers_are_parted_where_they_are_decided_now():
    page = RESOLUTION.replace("Asks the Secretary General", "Calls for a school ship; Asks the Secretary General")
    assert roles(read(page.format("Noting the want of chalk;")))[-2:] == ["operative", "operative"]
    told = page.replace("Calls for", "Called for").replace("; Asks", "; Asked")
    assert roles(read(told.format("Noting the want of chalk;")))[-2:] == ["preamble", "operative"]


def test_french_clauses_that_no_vocabulary_knows_are_parted():
    page = """Résolution sur les écoles de village

Faisant siens les vœux de Sfax ; Voyant que la craie manque ; Soucieuse du sort des maîtres ; 1. Invite les Etats
membres à imprimer des abécédaires ; 2. Charge le Secrétaire général d’en rendre compte ; 3. Remercie le pays hôte.
"""
    page = page.replace("Etats\nmembres", "Etats membres")
    assert roles(read(page)) == ["preamble"] * 3 + ["operative"] * 3


def test_clauses_that_end_with_full_stops_and_what_tells_above_them_are_preamble():
    page = """Draft Resolution on Village Schools

At the end of its 17th Session the Council of Foreign Ministers handed the press a draft on schools.

The draft says that the Council of Foreign Ministers of the Organization of Islamic Cooperation sat in Tripoli

Recalling the vows of Sfax on the schools of the steppe.

Noting that chalk is dear.

Noting also that roofs leak.

Decides to open a chalk pit.
"""
    assert roles(read(page)) == ["preamble"] * 5 + ["operative"]
    acts = page.replace("Noting that chalk is dear.", "Noting that chalk is dear, the Council called for a chalk pit.")
    assert roles(read(acts))[3] == "operative"


CLOSED = {
    "ar": ("قرار بشأن الأسواق\n\nإن مجلس مجمع الفقه الإسلامي الدولي المنعقد في دورته الثالثة في عمّان،\n\nقرر ما يلي:\n\n{}", "يؤجل النظر."),
    "en": ("Resolution on Markets\n\nThe Council of the Islamic Fiqh Academy, held in Amman on 4 June 2011,\n\nResolves:\n\n{}", "It defers."),
    "fr": ("Résolution sur les marchés\n\nLe Conseil de l’Académie islamique du Fiqh, réuni à Amman le 4 juin 2011,\n\nDécide :\n\n{}", "Renvoi."),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "formula"),
    [
        ("ar", "والله سبحانه وتعالى أعلم"),
        ("ar", "والحمد لله في البدء والختام."),
        ("ar", "وبالله التوفيق ؛؛"),
        ("en", "And Allah is All-Knowing."),
        ("en", "Verily, Allāh knows best - Unquote."),
        ("fr", "Et Allah est Omniscient."),
        ("fr", "Certes, Allah sait mieux."),
    ],
)
def test_formulas_below_the_text_close_it(language, formula):
    page, item = CLOSED[language]
    report = read(page.format(f"1. {item}\n\n2. {item}\n\n{formula}\n"))
    assert roles(report)[-3:] == ["operative", "operative", "closing"]
    between = read(page.format(f"1. {item}\n\n{formula}\n\n2. {item}\n"))
    assert "closing" not in roles(between)


def test_a_long_sentence_that_begins_as_a_formula_is_of_the_text():
    page, item = CLOSED["en"]
    sentence = (
        f"Praise be to Allah, says the market law of Amman, {'which each trader learns by heart, ' * 4}as printed."
    )
    assert roles(read(page.format(f"1. {item}\n\n2. {item}\n\n{sentence}\n")))[-1] == "operative"


ATTENDED = """البيان الختامي

انعقد المؤتمر الإسلامي الثالث لوزراء الخارجية في جدة بالمملكة العربية السعودية يوم 3 مارس 1972م.

كما حضرتها الوفود الآتية:

{}

وقرر المؤتمر إنشاء وكالة للأنباء.
"""


def test_those_who_took_part_are_a_list_in_one_line_below_a_line_that_heads_nothing():
    report = read(ATTENDED.format("جمهورية مالي - دولة قطر - الجمهورية التونسية - جمهورية تشاد."))
    assert roles(report) == ["preamble", "preamble", "list_item", "operative"]
    two = read(ATTENDED.format("جمهورية مالي، دولة قطر."))
    assert "list_item" not in roles(two)
    other = read(ATTENDED.format("ولم تحضر وفود من المغرب العربي، وكان البرد شديدا، فقل عدد الحاضرين."))
    assert "list_item" not in roles(other)


def test_a_text_may_begin_with_those_who_came():
    page = """7-8 شعبان 1399هـ

حضر اجتماع اللجنة:

السيد: محمد بن علي وزير خارجية المملكة المغربية.

السيد: عمر كامارا وزير خارجية السنغال.

وقررت اللجنة ما يأتي:

أولاً: يطلب المؤتمر من الدول الأعضاء إيفاد ثلاثة من الأعضاء.

ثانياً: يطلب المؤتمر من الأمين العام فتح حساب خاص في منظمة المؤتمر الإسلامي.
"""
    report = read(page)
    assert roles(report) == ["preamble", "list_item", "list_item", "preamble", "operative", "operative"]


def test_the_rest_of_a_paragraph_above_participles_is_of_the_preamble():
    page = """(تابع) مؤتمر وزراء الخارجية الإسلامي الثالث والعشرين، كوناكري، جمهورية غينيا، القرار الرقم 4/23 - س

{}

        وإذ يساوره القلق لما لحق بالمدارس من نقص في الأقلام والدفاتر،

        وإذ يثني على المعلمين،

1 - يطلب من الدول الأعضاء إرسال الدفاتر.

2 - يدعو الأمين العام إلى تقديم تقرير.
"""
    cut = "والمدارس القديمة فيها، وبخاصة مدرسة الحي، بعد أن أغلقت أبوابها ورحل تلاميذها،"
    assert roles(read(page.format(cut)))[0] == "preamble"
    assert roles(read(page.format("مدارس الحي")))[0] != "preamble" or len(roles(read(page.format("مدارس الحي")))) == 4


def test_numbers_in_one_of_several_bullets_are_items_of_it():
    page = """<html><body><h1>Resolution No. 4</h1>
<p>The International Islamic Fiqh Academy, holding its first session, in Makkah, on 19 to 22 November 1984,</p>
<p>Adopted the following rules for its library:</p>
<ul><li>The keeper shall hold the key.</li><li>Books shall be sought from these houses
<ol><li>The Dar al-Kutub, Cairo.</li><li>The Rampur Library, {}.</li></ol></li>
<li>Lamps shall be put out at dusk.</li></ul></body></html>"""
    report = read(page.format("India"), "page.html")
    assert [block.role for block in report if block.label in {"1.", "2."}] == ["list_item"] * 2
    assert sum(block.label == "•" for block in report) == 3


def test_numbers_below_bullets_of_a_preamble_are_decisions():
    page = """Resolution on Libraries

The Islamic Conference of Culture Ministers, held in Tripoli on 4 June 2011,

• Recalling the vows of Sfax,

• Noting the want of shelves,

1. Asks the Member States for shelves.

2. Thanks the host.

• Done in three languages
"""
    assert [block.role for block in read(page) if block.label in {"1.", "2."}] == ["operative"] * 2


def test_dots_alone_say_that_text_was_left_out_and_numbers_may_leap():
    page = """Final communiqué of the Fifteenth Islamic Conference of Foreign Ministers

1. The Fifteenth Islamic Conference of Foreign Ministers met in Sana'a from 18 to 22 December 1984.

2. It elected its Chairman.

{}

41. The Conference asked its Chairman to thank the people of Yemen.
"""
    report = read(page.format("..."))
    assert [block.label for block in report if block.role == "operative"] == ["2.", "41."]
    assert any(flag.flag == "excerpt" for block in report for flag in block.flags)
    rule = read(page.format("....................."))
    assert [block.label for block in rule if block.role == "operative"] == ["2.", None]


def test_a_sentence_that_leads_to_a_list_heads_nothing():
    page = """The Committee on Culture of the Islamic Summit Conference met on 8 June 1994 in Rabat.

It adopted the following resolutions:

1. On the University of Uganda.

2. On the calendar.
"""
    assert "heading" not in roles(read(page))


def test_what_was_done_on_the_following_lines_is_no_lead_of_a_newspaper():
    page = """تقرير لجنة الشؤون الثقافية

افتتح السيد كمال حسين أولى جلسات اللجنة في صنعاء يوم 19 ديسمبر 1984م نيابة عن رئيس المؤتمر الإسلامي لوزراء الخارجية.

وانتخبت اللجنة نواب الرئيس على النحو التالي:

- جمهورية مالي
- دولة قطر

وأوصت اللجنة المؤتمر باعتماد القرارات المرفقة.

وطلب المؤتمر من الأمين العام طبعها.
"""
    report = read(page)
    assert not any(block.subrole == "press_lead" for block in report)
    assert roles(report).count("list_item") == 2


def test_an_arabic_filler_with_a_blank_is_a_bullet():
    page = """إن مجمع الفقه الإسلامي المنبثق عن منظمة المؤتمر الإسلامي في دورته الثانية في جدة يوم 22 ديسمبر 1985م.
وبعد النظر في الأسئلة تبين منها:
ـ أن الأسئلة كثيرة ولا جواب لها.
ـ أنه لا بد من لجنة للنظر فيها.
قرر:
١ - تكليف الأمانة العامة بإعداد الأجوبة.
٢ - تكليف الأمانة العامة بطبعها.
"""
    assert [block.role for block in read(page) if block.label == "ـ"] == ["list_item"] * 2


def test_a_lone_number_before_those_who_act_counts_nothing():
    page = """DECLARATION DE SFAX

1. Nous, Ministres de la Culture des Etats membres de l’Organisation de la Coopération Islamique, réunis à Sfax ;

Proclamons ce qui suit :

• Demandons à chaque village une école ;

• Sachant que la craie est chère, nous souhaitons qu’elle soit donnée ;

• Remercions la ville de Sfax.
"""
    assert roles(read(page)) == ["preamble", "preamble", "operative", "operative", "operative"]
    counted = page.replace("• Remercions", "2. Remercions")
    assert roles(read(counted))[-1] == "operative"
    assert "list_item" in roles(read(counted))


def test_later_letters_above_numbers_are_items_that_a_page_cut():
    page = """(تابع) مؤتمر وزراء الخارجية الإسلامي السابع عشر - البيان الختامي

ج -

المؤسسات التابعة لمنظمة المؤتمر الإسلامي.

د -

المنظمات الدولية.

5 -

وافتتح المؤتمر بتلاوة آيات من القرآن الكريم.

6 -

وقرر المؤتمر اعتبار الخطاب وثيقة من وثائقه.

7 -

وطلب المؤتمر طبعه.
"""
    assert roles(read(page)) == ["list_item"] * 2 + ["operative"] * 3


def test_organisations_in_one_line_below_a_colon_are_a_list():
    page = ATTENDED.format("البنك الإسلامي للتنمية، رابطة العالم الإسلامي، جامعة الدول العربية.")
    assert roles(read(page)) == ["preamble", "preamble", "list_item", "operative"]
    told = "رابطة العالم الإسلامي التي أوفدت أمينها، جامعة الدول العربية ووفدها الكبير، منظمة الوحدة الأفريقية وأمينها العام."
    assert "list_item" not in roles(read(ATTENDED.format(told)))
