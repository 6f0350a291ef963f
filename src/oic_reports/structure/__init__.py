"""From a ``Reading`` to a ``Report``: which lines make a paragraph, which role and number it has, what the header says.

In: lines in logical order. Out: blocks in order, every line in exactly one of them (promise 2), and a ``Header``.
Labelled, never deleted: menus, running headers and page marks are blocks too. Files, ids and tables may not be known
here.
"""
