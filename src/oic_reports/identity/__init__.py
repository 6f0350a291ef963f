"""Ids: which report has which name, and which of several files is the report's own.

In: cards of reports, and the registry of what was published. Out: the same with document ids and eids. Ids come from
what is printed, are minted once and never reused (docs/id-policy.md). How a paragraph was read or cleaned, and how
tables are written, may not be known here.
"""
