"""What was computed, from what, and what is still to do.

In: files of the raw store. Out: leaves. A leaf is all that one file gives: its reports, or why it gives none. It
follows from the file, what its sidecar says of reading, and the code and vocabularies of reading, cleaning and
structure: the key under which it lies is a hash of these. A leaf that is there is not made again, and all leaves may be
deleted at any time. What needs other files (ids, corrections, checks, tables) may not be known here.
"""
