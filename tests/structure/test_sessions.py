import pytest

from oic_reports.structure.names.sessions import find_session


@pytest.mark.parametrize(
    ("text", "language", "session"),
    [
        ("ADOPTED BY THE THIRTY-FOURTH SESSION OF", "en", 34),
        ("46TH SESSION OF THE COUNCIL", "en", 46),
        ("THIRTEENTH ISLAMIC SUMMIT", "en", 13),
        ("the 44 th Session", "en", 44),
        ("Fortieth session", "en", 40),
        ("ONZIEME SESSION", "fr", 11),
        ("TRENTE ET UNIEME SESSION", "fr", 31),
        ("trente-troisième session", "fr", 33),
        ("la XIIe session", "fr", 12),
        ("34ème Session", "fr", 34),
        ("الدورة الرابعة والأربعين لمجلس", "ar", 44),
        ("للدورة الثلاثين", "ar", 30),
        ("دورته الاستثنائية الواحدة والعشرين", "ar", 21),
        ("الدورة الواحدة والثلاثون", "ar", 31),
        ("في الدورة الواحدة", "ar", None),
        ("الدورة الثانية عشرة", "ar", 12),
        ("القمة الإسلامية الاستثنائية الرابعة", "ar", 4),
        ("الدورة الـ 44", "ar", 44),
        ("المؤتمر الإسلامي السادس لوزراء الخارجية", "ar", 6),
        ("ADOPTED BY THE TWENTY-FOUR SESSION OF", "en", 24),
        ("Report of the Thirty Two Islamic Conference", "en", 32),
        ("LA TRENTE-CINQ SESSION DU CONSEIL", "fr", 35),
        ("in all its twenty-four sessions", "en", None),
        ("Twenty-Four Sessions of the Council", "en", None),
        ("Thirty Member States of the Islamic Conference", "en", None),
        ("Vingt Etats membres de la Conférence", "fr", None),
        ("the second paragraph of the report", "en", None),
        ("27 مارس 2015", "ar", None),
        ("le premier ministre", "fr", None),
    ],
)
def test_the_session_that_a_text_names(text, language, session):
    assert find_session(text, language) == session
