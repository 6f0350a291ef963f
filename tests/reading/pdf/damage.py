"""Damaged copies of sound files: what their fonts' maps give for some characters is changed."""

from pdfminer.pdftypes import PDFObjRef

from oic_reports.reading.pdf.increment import append_objects, write_stream, write_value
from oic_reports.reading.pdf.labels import FontFile, _find_size, _write_map


def damage_maps(content, change):
    """The file with each text of its fonts' maps put through ``change``, which gives ``None`` to leave a code out."""
    file = FontFile(content)
    objects = {}
    fresh = _find_size(file._document)
    for font in file.fonts:
        if font.has_map:
            font.raws = {code: text for code, raw in font.raws.items() if (text := change(raw)) is not None}
            objects[fresh] = write_stream(_write_map(font, {}))
            objects[font.object_number] = write_value({**font.spec, "ToUnicode": PDFObjRef(None, fresh)})
            fresh += 1
    return append_objects(content, objects, file._document.xrefs[0].get_trailer())
