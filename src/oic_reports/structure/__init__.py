"""From a ``Reading`` to a ``Report``: which lines make a paragraph, which role and number it has, what the header says.

In: lines in logical order. Out: blocks in order, every line in exactly one of them (promise 2), and a ``Header``.
Labelled, never deleted: menus, running headers and page marks are blocks too. Files, ids and tables may not be known
here.

The way of a file: ``segment`` parts its lines (``lines``, ``parting``), puts aside what the page adds (``page``), and
makes blocks of the rest (``front``, ``body``); ``report`` states what they say (``header``) and judges whether the text
is the OIC's (``ours``). ``names`` knows what words name, for all of them (decision 0086).
"""
