"""Openings of reports composed at random, each with its truth: what a rule knows by heart is no rule.

In: a language and a seed. Out: the text of a page and its truth, in the form of ``benchmarks/first_sight.py``. The
words stand in the CSVs beside this file, none of them taken from ``schemas/vocabularies``: bodies, places, ordinals,
months, verbs, clauses. Nothing here may look at the rules.
"""
