from oic_reports.reading.pdf.learnt_map import learn_map

WORDS = ["الاجتماع", "الاتصال", "العلاقات", "الإسلامي", "الاحتلال", "البلاد", "الأخلاق", "الاقتصادية"]
CODE = (0, 39)


def damage(word, letters, sign="'"):
    """A word in logical order whose ``letters`` one glyph shows as a sign."""
    head, _, tail = word.partition(letters)
    return [*((c, None) for c in head), (sign, CODE), *((c, None) for c in tail)]


def test_a_ligature_is_learnt_from_words():
    assert learn_map([damage(word, "لا") for word in WORDS]) == {CODE: "لا"}


def test_a_letter_is_learnt_from_words():
    words = [word for word in ("المقرر", "الخارجية", "جمهورية", "دورته", "القرارات", "الصادرة") if "ر" in word]
    assert learn_map([damage(word, "ر", "7") for word in words]) == {CODE: "ر"}


def test_a_prefix_that_might_be_a_particle_is_not_guessed():
    assert learn_map([damage(word, "ال") for word in ("الدولية", "المتحدة", "المنظمة", "العامة", "القرارات")]) == {}


def test_few_words_teach_nothing():
    assert learn_map([damage("من", "م"), damage("عن", "ع")]) == {}


def test_words_that_are_none_teach_nothing():
    assert learn_map([[("ظ", None), ("'", CODE), ("ث", None), ("ض", None)] for _ in range(9)]) == {}
