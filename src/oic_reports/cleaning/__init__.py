"""Repairs with evidence: from a block's ``text_raw`` to its ``text``, every change logged.

In: raw paragraphs in one language and what the document and the vocabularies attest. Out: ``text`` and ``Repair`` rows
that lead from ``text_raw`` to it (promise 1), and flags where there is damage but not just one candidate. An author's
error is never repaired. Where a block came from, and ids, may not be known here.
"""
