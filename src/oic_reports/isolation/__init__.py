"""A process of its own for each file: what a stranger's file does to a parser stays there.

In: a path, what is known of the file, limits of time, memory and output. Out: an ``Extraction`` (or a reading,
pictures, links), or why there is none; what a child says is believed only as far as it is as declared. A child reads
and structures; what needs other files (ids, corrections, tables) may not be known here.
"""
