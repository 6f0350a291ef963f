"""Everything that brings files into the raw store, and the store itself: files as received, each with a sidecar.

In: the catalogue of addresses, the inbox, and what servers send. Out: files with sidecars, an ``Outcome`` for each
address, and for each file of the store a ``Source`` and its path, or a ``Reject``. This package alone touches the
network (``client`` and ``network`` within it). What a file holds may not be known here: the judge of what arrived is an
input.
"""
