"""PDF files to lines in logical order, with page and box.

In: the bytes of one hostile file. Out: ``Line`` objects whose ``flow`` says where a paragraph begins. Glyphs come from
one of two sources (``pdfium``, by the arrays of ``textpage``, and ``plumber``); ``lines``, ``columns``, ``spaces``,
``vowel_signs``, ``kashida``, ``bidi`` and ``brackets`` make text of them, all lines of a region at once
(``glyph_rows``); ``furniture`` and ``flow`` look across lines and pages; ``gate`` decides page by page whether the text
may pass. What a paragraph means is not known here.
"""
