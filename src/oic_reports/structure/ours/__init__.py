"""Whether a text is the OIC's own: whose it is, of which kind, whether it has enough; by signs, kept as data.

In: the blocks of a document. Out: a judgement with its signs. How lines became blocks may not be known here.
"""
