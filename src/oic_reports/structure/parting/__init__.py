"""Lines that hold more than one paragraph, and files that hold more than one document, parted.

In: printed lines. Out: printed lines that each begin at most one paragraph, and where each document begins.
"""
