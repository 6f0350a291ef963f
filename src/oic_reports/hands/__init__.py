"""Hands for the maintainer: what the commands ``sidecar``, ``supersede``, ``correct`` and ``withdraw`` write.

Each looks at what is there before it writes, writes one guarded thing, and gives lines that say what comes of it. What
does not fit is refused with a ``HandsError`` before anything is written.
"""
