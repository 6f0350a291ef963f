"""From one received file to a ``Reading``: its text as lines in logical order.

In: the bytes of a file, hostile until read, and what the sidecar says of their encoding. Out: a ``Reading``, or
``UnreadableFileError`` with a reason code. Everything here runs in a child process with limits (``isolation``). What
a line means for the report (label, title, residue) may not be known here.
"""
