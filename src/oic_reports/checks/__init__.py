"""What must hold: Great Expectations suites, one per table, and rules in SQL across rows and tables.

In: Arrow tables, and those of the last release. Out: a ``Verdict`` of results, and tables without the documents that
failed. How tables came about, and how they are published, may not be known here.
"""
