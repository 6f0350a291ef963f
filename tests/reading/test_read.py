from __future__ import annotations

import pytest

from oic_reports.errors import UnreadableFileError
from oic_reports.reading.reader import read_bytes

SENTENCE = "The Meeting reaffirmed its commitment to the unity of the country and called on all of the States. "


@pytest.mark.parametrize(
    ("text", "detail"), [(SENTENCE * 1100, "a line of"), ((SENTENCE * 100 + "\n") * 500, "a text of")]
)
def test_what_has_no_end_is_refused(text, detail):
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(text.encode(), "x.txt")
    assert caught.value.reason == "too_large"
    assert caught.value.detail.startswith(detail)


def test_markdown_and_html_and_text_say_the_same():
    text = "Report of the Meeting\n\n1. The Meeting agreed on the plan for it.\n\n2. It called on all of the States.\n"
    html = "<html><body>" + "".join(f"<p>{p}</p>" for p in text.strip().split("\n\n")) + "</body></html>"
    plain = [line.text for line in read_bytes(text.encode(), "x.txt").lines if line.text]
    assert [line.text for line in read_bytes(text.encode(), "x.md").lines if line.text] == plain
    assert [line.text for line in read_bytes(html.encode(), "x.html").lines if line.text] == plain
