"""Covers of texts, and the blocks that are read from them."""

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.segment import segment

ENGLISH = """{}
Dakar, Republic of Senegal
9-11 December 1991

1. The Conference thanked its host.

2. It asked for schools.
"""
FRENCH = """{}
Dakar, République du Sénégal
9-11 décembre 1991

1. La Conférence a remercié son hôte.

2. Elle a demandé des écoles.
"""
ARABIC = """{}
داكار، جمهورية السنغال
9-11 ديسمبر 1991

1- شكر المؤتمر البلد المضيف.

2- طلب المؤتمر بناء المدارس.
"""


def read(text):
    """The blocks above the body without place and days."""
    blocks = segment(read_bytes(text.encode(), "x.txt"))
    body = next(place for place, block in enumerate(blocks) if block.label)
    return [(block.subrole or block.role, block.text) for block in blocks[:body] if block.subrole != "place_date"]


ACTS = {
    "en": "The Islamic Summit Conference, meeting in Dakar,\n\nRecalling its resolutions,\n\n1. Invites all Member States "
    "to build schools.\n\n2. Requests the Secretary General to follow the matter.\n",
    "fr": "La Conférence islamique au Sommet, réunie à Dakar,\n\nRappelant ses résolutions,\n\n1. Invite les Etats "
    "membres à construire des écoles.\n\n2. Prie le Secrétaire général de suivre la question.\n",
    "ar": "إن مؤتمر القمة الإسلامي المنعقد في داكار،\n\nإذ يستذكر قراراته السابقة،\n\n1- يدعو الدول الأعضاء إلى بناء "
    "المدارس.\n\n2- يطلب من الأمين العام متابعة الموضوع.\n",
}
TITLES = {
    "en": "RESOLUTION NO. 5/11-C THE WELLS OF THE SAHEL",
    "fr": "RÉSOLUTION N° 5/11-C LES PUITS DU SAHEL",
    "ar": "قرار رقم 5/11-س بشأن آبار الساحل",
}
