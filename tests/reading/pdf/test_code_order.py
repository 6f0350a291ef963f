import pytest

from oic_reports.reading.pdf.code_order import CodeOrder


@pytest.mark.parametrize("offset", [0, 29])
def test_a_digit_is_told_by_the_order_of_the_codes_about_it(offset):
    raws = {ord(sign) - offset: sign for sign in "12346789abcdefmnoprstTMR"} | {
        48 - offset: "\ufffd",
        53 - offset: "\ufffd",
    }
    assert CodeOrder(raws).tell(48 - offset) == "0"
    assert CodeOrder(raws).tell(53 - offset) == "5"


def test_codes_in_the_order_of_their_use_tell_nothing():
    raws = dict(enumerate("The Mting12dcoul48", 1)) | {30: "\ufffd"}
    assert CodeOrder(raws).tell(30) is None
