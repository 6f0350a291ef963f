"""What changed between two releases: made by comparing them, proved by replaying it, told to people.

In: the tables of a release and of the one that it follows, as they lie on disk. Out: the table ``changes``, the earlier
release brought to the state of the later one, release notes, a page. How a report is read, named or checked may not be
known here.
"""
