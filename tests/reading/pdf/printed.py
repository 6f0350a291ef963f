"""Lines of pages set by hand, for what looks across lines."""

from oic_reports.reading.pdf.page_line import PageLine


def make_line(text, baseline, left=70.0, right=None, page=1, **more):
    """A line of 6 points a letter; ``right`` overrides its end."""
    end = left + 6.0 * len(text) if right is None else right
    values = {
        "text": text,
        "page": page,
        "left": left,
        "right": end,
        "baseline": baseline,
        "size": 12.0,
        "is_rtl": False,
        "first_word": 6.0 * len(text.split()[0]),
        "region": 0,
        "turn": 0,
        "page_width": 595.0,
        "page_height": 842.0,
        "rtl_letters": 0,
        "margins": (70.0, 525.0),
    }
    return PageLine(**{**values, **more})


def make_lines(*rows, first=100.0, lead=16.0, **more):
    """Lines one below the other; a row is a text, or a text with the values that differ."""
    lines = []
    baseline = first
    for row in rows:
        text, values = row if isinstance(row, tuple) else (row, {})
        step = values.pop("gap", lead)
        baseline += step if lines else 0.0
        lines.append(make_line(text, baseline, **{**more, **values}))
    return lines
