"""The raw store: files as received, each with a sidecar that says where it is from.

In: what lies in ``raw/`` and ``raw/inbox/``. Out: ``Source`` and path of each file, or a ``Reject``. This package
alone will touch the network. What a file holds may not be known here.
"""
