"""A letter that carries a text stands above its title, and is none."""

import pytest
from extracts import outline, read

ENGLISH_LETTER = """Letter dated 4 May 2011 from the Permanent Representative of Mali addressed to the Secretary-General

May I draw your attention to the session which the Al-Quds Committee of the OIC held in Fez on 2 May 2011.

Its communiqué is set out in the annex.

(Signed) A. Keita
Ambassador

{}

Final communiqué of the twentieth session of the Al-Quds Committee

Fez, Kingdom of Morocco, 2 May 2011

1. The Al-Quds Committee held its twentieth session in Fez on 2 May 2011.

2. The Committee condemned the closure of schools.

3. The Committee thanked its host.
"""
FRENCH_LETTER = """Lettre datée du 4 mai 2011, adressée au Secrétaire général par le Représentant permanent du Mali

Je tiens à appeler votre attention sur la session que le Comité Al-Qods de l’OCI a tenue à Fès le 2 mai 2011.

(Signé) A. Keita

{}

Communiqué final de la vingtième session du Comité Al-Qods

1. Le Comité Al-Qods a tenu sa vingtième session à Fès le 2 mai 2011.

2. Le Comité a condamné la fermeture des écoles.

3. Le Comité a remercié son hôte.
"""
ARABIC_LETTER = """رسالة مؤرخة 4 مايو 2011 موجهة إلى الأمين العام من الممثل الدائم لمالي

أود أن أوجه انتباهكم إلى الدورة التي عقدتها لجنة القدس التابعة لمنظمة التعاون الإسلامي في فاس يوم 2 مايو 2011.

(توقيع) أ. كيتا

{}

البيان الختامي للدورة العشرين للجنة القدس

1- عقدت لجنة القدس دورتها العشرين في فاس يوم 2 مايو 2011.

2- أدانت اللجنة إغلاق المدارس.

3- شكرت اللجنة البلد المضيف.
"""


@pytest.mark.parametrize(
    ("page", "annex", "title"),
    [
        (ENGLISH_LETTER, "Annex", "Final communiqué of the twentieth session of the Al-Quds Committee"),
        (FRENCH_LETTER, "Annexe", "Communiqué final de la vingtième session du Comité Al-Qods"),
        (ARABIC_LETTER, "المرفق", "البيان الختامي للدورة العشرين للجنة القدس"),
    ],
    ids=["en", "fr", "ar"],
)
def test_a_signed_letter_carries_its_annex_whatever_it_says_of_it(page, annex, title):
    report = read(page.format(annex))
    assert outline(report, "title") == [("title", title)]
    assert (report.header.title, report.header.body_id) == (title, "al-quds")
    assert report.header.document_type == "final_communique"
    letter = [block for block in report.blocks if block.subrole == "covering_letter"]
    assert letter[0].text.startswith(page[:10])


def test_a_link_to_a_letter_above_a_text_that_is_signed_is_no_letter():
    page = """Letter dated 4 May 2011 from the Permanent Representative of Mali

OIC/CG-9/2011/FC

Final communiqué of the Contact Group on Mali

1. The Contact Group on Mali met in Niamey on 2 May 2011.

2. The Contact Group condemned the attack.

(Signed) A. Keita

Annex

Declaration of the Contact Group
"""
    report = read(page)
    assert not [block for block in report.blocks if block.subrole == "covering_letter"]
    assert len(outline(report, "preamble", "operative")) == 2
