"""PDFs written by hand, one object after the other, for tests of what a page shows."""

HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def make_stream(content: str, keys: str = "") -> bytes:
    """A stream object; ``keys`` are further entries of its dictionary."""
    written = content.encode("latin-1")
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (keys.encode(), len(written), written)


def make_file(*objects: bytes | str) -> bytes:
    """A file of numbered objects, the first of which is its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        content = written if isinstance(written, bytes) else written.encode("latin-1")
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def make_page(
    content: str, *more: bytes | str, box: str = "/MediaBox[0 0 595 842]", tree: str = "", catalog: str = ""
) -> bytes:
    """One page with the font F1 (Helvetica); ``box`` are keys of the page, ``tree`` of its parent.

    ``more`` are objects from number 6 on, to which keys and content may refer.
    """
    return make_file(
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[3 0 R]/Count 1{tree}>>",
        f"<</Type/Page/Parent 2 0 R/Contents 4 0 R{box}>>"
        if "/Resources" in box
        else f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R{box}>>",
        make_stream(content),
        HELVETICA,
        *more,
    )
