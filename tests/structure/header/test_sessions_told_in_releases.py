"""A press release is of what its headline says: a session that only its text names is not its own."""

import pytest

from oic_reports.reading.reader import read_bytes
from oic_reports.structure.report import build_reports

COMMISSION = (
    "OIC Independent Permanent Human Rights Commission",
    "Press Release",
    "IPHRC condemns the violations of human rights in the occupied territory",
    (
        "Jeddah, 25 April 2019: The Independent Permanent Human Rights Commission of the Organisation of Islamic "
        "Cooperation, meeting in its 15th regular session, condemned the use of force against civilians and called "
        "upon the authorities to admit its mission."
    ),
    "The Commission requested the Member States to take part in its work.",
)
COMMISSION_FR = (
    "Commission Permanente Indépendante des Droits de l’Homme de l’OCI",
    "Communiqué de presse",
    "La CPIDH condamne les violations des droits de l’homme dans le territoire occupé",
    (
        "Djeddah, le 25 avril 2019 : Au cours de sa 15e session ordinaire, la Commission Permanente Indépendante des Droits "
        "de l’Homme de l’OCI a réuni son mécanisme permanent. La Commission condamne l’usage de la force contre des civils "
        "et demande aux autorités d’admettre sa mission."
    ),
    "La Commission prie les États membres de prendre part à ses travaux.",
)


@pytest.mark.parametrize("lines", [COMMISSION, COMMISSION_FR])
def test_a_session_below_a_headline_that_does_not_name_it_is_withheld(lines):
    (report,) = build_reports(read_bytes("\n\n".join(lines).encode(), "release.txt"))
    assert report.header.document_type == "press_release"
    assert (report.header.session, report.header.meeting_id) == (None, None)
    (flag,) = [flag for flag in report.flags if flag.flag == "session_unsure"]
    assert flag.surface is not None
    assert flag.surface.startswith("15")


def test_a_session_of_the_headline_is_the_release_s():
    headline = "IPHRC concludes its 15th regular session in Jeddah"
    lines = (*COMMISSION[:2], headline, *COMMISSION[3:])
    (report,) = build_reports(read_bytes("\n\n".join(lines).encode(), "release.txt"))
    assert report.header.session == 15
    assert not any(flag.flag == "session_unsure" for flag in report.flags)


@pytest.mark.parametrize(
    "told",
    [
        "The opening of the 38th session of the Council of Foreign Ministers of the OIC took place in Niamey on 4 May 2011.",
        "The 38th session of the Council of Foreign Ministers of the OIC was opened in Niamey on 4 May 2011.",
    ],
)
def test_a_session_that_the_release_is_about_is_stated_whatever_its_headline_says(told):
    lines = (
        "OIC",
        "Press Release",
        "Ministers meet",
        "Niamey, 4 May 2011",
        told,
        "The Secretary General called on them to act.",
    )
    (report,) = build_reports(read_bytes("\n\n".join(lines).encode(), "release.txt"))
    assert report.header.session == 38
