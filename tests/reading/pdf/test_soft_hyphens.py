import pytest

from oic_reports.reading.pdf.soft_hyphens import settle_soft_hyphens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Govern\u00adment", "the Government"),
        ("a fac\u00adil\u00adity", "a facility"),
        ("well\u00adknown Franco\u00adphone", "well-known Francophone"),
        ("12/48\u00adPOL", "12/48-POL"),
        ("the Govern\u00ad", "the Govern-"),
    ],
)
def test_the_word_tells_whether_a_soft_hyphen_is_of_it(text, expected):
    assert settle_soft_hyphens(text) == expected
