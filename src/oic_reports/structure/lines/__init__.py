"""Printed lines with their facts: each is asked once what it is (label, mark, heading, note), every rule reads it.

In: the lines of a reading. Out: each as a ``PrintedLine``, which of their labels make a sequence, the layout of the
whole file. What a line is for, in a document, may not be known here.
"""
