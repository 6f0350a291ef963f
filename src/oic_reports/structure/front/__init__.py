"""The lines above the body of a document: symbol, title, cover, place and date, in the groups that are printed.

In: the printed lines before the body. Out: their blocks. What the header states of them may not be known here.
"""
