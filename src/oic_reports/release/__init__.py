"""A release: one immutable directory ``processed/<version>/``, whole or not at all.

In: checked tables, a verdict, a date. Out: files for every tool, metadata in several dialects, and an entry of
``processed/versions.json``. This package alone writes to ``processed/``. How a report was read may not be known here.
"""
