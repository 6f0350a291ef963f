"""What is said of a release to programs: one file for each standard, all made of the same description.

In: the facts of the release, its tables, and its files with their hashes. Out: text by path. Nothing here reads a clock
or a file, and nothing is typed twice: fields come from ``schemas/``, rights from ``schemas/licences.yaml``, numbers,
languages, bodies and years from the rows.
"""
