"""Ids: ``(reports, tables of the last release) -> reports with ids``; the only place that looks at earlier releases.

Ids come from what is printed, are minted once and never reused (docs/id-policy.md). How a paragraph was read or
cleaned, and how tables are written, may not be known here.
"""
