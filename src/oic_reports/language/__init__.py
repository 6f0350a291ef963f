"""What the three languages are: scripts and marks, numerals, particles, words and how usual they are, dates, states.

In: text. Out: what it is, by rules and by ``schemas/vocabularies``. On the ground floor: used by reading, cleaning,
structure and identity; where a text came from, and what it means for a report, may not be known here.
"""
