"""What a page puts around a text: a banner, its site, a host's list, a newspaper's lead, a covering letter, an index.

In: printed lines, or the blocks of a text. Out: which of them are the page's. Whose the text itself is may not be
known here.
"""
