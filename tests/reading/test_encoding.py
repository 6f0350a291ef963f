from __future__ import annotations

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.encoding import decode_text, find_declared

ARABIC = (
    "اجتمع فريق الاتصال في مقر المنظمة على هامش الدورة، وقد أكد الاجتماع التزامه بما جاء في القرار من أحكام إلى حين."
)
FRENCH = "La Réunion a réaffirmé son attachement à la souveraineté et à l’intégrité de la région dans le cadre des résolutions."
ENGLISH = (
    "The Meeting reaffirmed its commitment to the principles of the Charter and called on the Member States’ support."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso8859-6", "mac-arabic"])
def test_arabic_is_found(encoding):
    assert decode_text(ARABIC.encode(encoding)).text == ARABIC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "mac-roman"])
def test_french_is_found(encoding):
    assert decode_text(FRENCH.encode(encoding)).text == FRENCH


def test_wrong_declaration_is_said():
    decoded = decode_text(ARABIC.encode(), "windows-1256")
    assert decoded.text == ARABIC
    assert "encoding_declared_wrong" in decoded.notes


def test_right_declaration_is_followed():
    decoded = decode_text(ARABIC.encode("cp1256"), "windows-1256")
    assert (decoded.text, decoded.encoding, decoded.notes) == (ARABIC, "cp1256", ())


def test_declaration_in_html():
    assert find_declared(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">') == "cp1256"
    assert find_declared(b'<meta charset="no-such-thing">') is None


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (ARABIC, "latin-1", "cp1256"),
        (ARABIC, "latin-1", "utf-8"),
        (FRENCH, "cp1252", "utf-8"),
        (ENGLISH, "cp1252", "utf-8"),
    ],
)
def test_wrongly_decoded_text_is_turned_back(text, wrong, right):
    garbled = text.encode(right).decode(wrong)
    decoded = decode_text(garbled.encode())
    assert decoded.text == text
    assert "mojibake_undone" in decoded.notes


@pytest.mark.parametrize(
    "text", [ARABIC, FRENCH, ENGLISH, "Café « Ã la carte » and §4, £5, ½ of it for the rest of the year"]
)
def test_right_text_is_left_alone(text):
    assert decode_text(text.encode()).notes == ()


def test_cut_in_the_middle_of_a_letter():
    decoded = decode_text((ARABIC + "ر").encode()[:-1])
    assert decoded.text == ARABIC
    assert "truncated" in decoded.notes


def test_a_few_damaged_bytes_are_shown_not_hidden():
    damaged = (ARABIC * 10).encode().replace("المنظمة".encode(), b"\xd8\xa7\xd9\xff\xff", 1)
    decoded = decode_text(damaged)
    assert "\ufffd" in decoded.text
    assert "replacement" in decoded.notes


def test_noise_is_refused():
    with pytest.raises(UnreadableFileError) as caught:
        decode_text(bytes(range(0xA0, 0x100)) * 30)
    assert caught.value.reason == "encoding_unknown"


@pytest.mark.parametrize("times", [1, 2, 3])
def test_text_that_was_misread_several_times_is_turned_back(times):
    text = FRENCH
    for _ in range(times):
        text = text.encode().decode("latin-1")
    decoded = decode_text(text.encode())
    assert decoded.text == FRENCH
    assert decoded.notes == ("mojibake_undone",)
