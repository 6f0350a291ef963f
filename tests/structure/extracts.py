"""The end of a communiqué in three languages, to stand below a title, and what is read of a page."""

from __future__ import annotations

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import Report, build_reports

EXTRACTS = {
    "en": """{}

41. The Conference condemned the attacks on schools.

42. The Conference called upon Member States to give to the Islamic Solidarity Fund.

43. The Conference thanked the OIC Secretary General.
""",
    "fr": """{}

41. La Conférence a condamné les attaques contre les écoles.

42. La Conférence a appelé les États membres à verser au Fonds de solidarité islamique.

43. La Conférence a remercié le Secrétaire général de l’OCI.
""",
    "ar": """{}

41- أدان المؤتمر الهجمات على المدارس.

42- دعا المؤتمر الدول الأعضاء إلى التبرع لصندوق التضامن الإسلامي.

43- شكر المؤتمر الأمين العام لمنظمة التعاون الإسلامي.
""",
}


def read(text: str) -> Report:
    """The one report that a page holds."""
    (report,) = build_reports(read_bytes(text.encode(), "page.txt"))
    return report


def outline(report: Report, *roles: str) -> list[tuple[str, str]]:
    """The blocks of some roles, in order: role and text."""
    return [(block.role, block.text) for block in report.blocks if block.role in roles]
