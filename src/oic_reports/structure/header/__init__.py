"""What a report says of itself: symbol, type, body, date, place, title, each with where it was found.

In: the cleaned blocks of one report. Out: a ``Header`` and flags. What stands higher goes first: the printed header,
then the title, then the first sentences; a symbol never overrides the text's own date.
"""
