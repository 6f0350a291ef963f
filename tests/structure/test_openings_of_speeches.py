"""Those whom a speech addresses are no headings, whatever they are called, and no part of a formula above them."""

from __future__ import annotations

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

SPEECHES = {
    "en": (
        "Address of H.E. the Secretary General of the OIC to the Ministerial Meeting on Wells",
        ["In the name of Allah, the Merciful, the Compassionate", "Your Excellency", "Honorable Ministers,"],
        "Excellencies,",
        "It is an honour for me to speak to you on behalf of the Organization of Islamic Cooperation in this city.",
    ),
    "fr": (
        "Allocution de S.E. le Secrétaire général de l’OCI à la réunion ministérielle sur les puits",
        [
            "Au nom de Dieu, le Clément, le Miséricordieux",
            "Excellence, Monsieur le Ministre,",
            "Mesdames et Messieurs,",
        ],
        "Excellences,",
        "C’est pour moi un honneur de vous parler au nom de l’Organisation de la Coopération islamique dans cette ville.",
    ),
    "ar": (
        "كلمة معالي الأمين العام لمنظمة التعاون الإسلامي أمام الاجتماع الوزاري للآبار",
        ["بسم الله الرحمن الرحيم", "صاحب السمو الملكي", "أصحاب المعالي"],
        "صاحب السمو",
        "يشرفني أن أتحدث إليكم باسم منظمة التعاون الإسلامي في هذه المدينة العريقة، وأن أشكركم على حسن استقبالكم.",
    ),
}


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize("language", SPEECHES)
def test_who_is_addressed_is_a_paragraph(language, joint):
    title, above, again, said = SPEECHES[language]
    text = joint.join([title, *above, said, again, said])
    (report,) = build_reports(read_bytes(f"{text}\n".encode(), "page.txt"))
    assert report.header.document_type == "speech"
    body = [(block.role, block.text) for block in report.blocks if block.role not in {"title", "header"}]
    assert body[-5:] == [
        *(("operative", line) for line in above[1:]),
        *[("operative", said), ("operative", again), ("operative", said)],
    ]
