"""Numbers without a text: those whose first item stands in their line, and those whose text a page cuts."""

from __future__ import annotations

import pytest

from oic_reports.identity.eids import name_blocks
from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

HEADS = {
    "en": "FINAL COMMUNIQUE OF THE MEETING OF THE OIC CONTACT GROUP ON SOMALIA\n\nJeddah, 4 March 2013\n\n",
    "fr": "COMMUNIQUE FINAL DE LA REUNION DU GROUPE DE CONTACT DE L'OCI SUR LA SOMALIE\n\nDjeddah, 4 mars 2013\n\n",
    "ar": "البيان الختامي لاجتماع فريق الاتصال المعني بالصومال التابع لمنظمة التعاون الإسلامي\n\nجدة، 4 مارس 2013\n\n",
}
BODIES = {
    "en": (
        "1. The Meeting of the OIC Contact Group on Somalia was held in Jeddah.\n\n{second} The following Member States took "
        "part in the Meeting:\n- Republic of Djibouti\n- State of Qatar\n\n{later} The African Union was an observer.\n\n"
        "3. The Meeting adopted its agenda.\n\n"
    ),
    "fr": (
        "1. La réunion du Groupe de contact de l'OCI sur la Somalie s'est tenue à Djeddah.\n\n{second} Les Etats membres "
        "suivants ont pris part à la réunion :\n- République de Djibouti\n- Etat du Qatar\n\n{later} L'Union africaine était "
        "observatrice.\n\n3. La réunion a adopté son ordre du jour.\n\n"
    ),
    "ar": (
        "1- عقد اجتماع فريق الاتصال المعني بالصومال في جدة.\n\n{second} شاركت في الاجتماع الدول الأعضاء الآتية:\n"
        "- جمهورية جيبوتي\n- دولة قطر\n\n{later} حضر الاتحاد الأفريقي مراقباً.\n\n3- أقر الاجتماع جدول أعماله.\n\n"
    ),
}
LABELS = {"en": ("2. (a)", "(b)"), "fr": ("2. a)", "b)"), "ar": ("2- أ)", "ب)")}


def read(text):
    return build_reports(read_bytes(text.encode(), "page.txt"))[0]


@pytest.mark.parametrize("language", HEADS)
def test_a_number_may_hold_items_alone(language):
    second, later = LABELS[language]
    report = read(HEADS[language] + BODIES[language].format(second=second, later=later))
    named = {block.eid: block for block in name_blocks(report.blocks)}
    assert (named["para_2"].role, named["para_2"].text) == ("operative", "")
    assert [block.label for block in named.values() if block.parent == "para_2"] == [second.split()[1], later]
    assert named["para_3"].flags == ()


@pytest.mark.parametrize("language", HEADS)
def test_a_number_whose_text_is_lost_is_no_paragraph(language):
    second, later = LABELS[language]
    text = HEADS[language] + BODIES[language].format(second=second, later=later)
    last = "4-" if language == "ar" else "4."
    (bare,) = read(text + last).blocks[-1:]
    assert (bare.role, bare.label, bare.text) == ("boilerplate", None, last)
    assert {flag.flag for flag in bare.flags} == {"unrecognised_line"}
