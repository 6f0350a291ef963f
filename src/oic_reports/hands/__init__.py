"""Hands for the maintainer: what the commands ``sidecar``, ``supersede``, ``correct`` and ``withdraw`` write.

In: what a person says of a file or a document. Out: one guarded thing that is written, and lines that say what comes of
it. Each looks at what is there before it writes; what does not fit is refused with a ``HandsError`` before anything is
written. How a run goes may not be known here.
"""
