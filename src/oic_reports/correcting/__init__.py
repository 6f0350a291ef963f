"""What people found wrong: rows of ``corrections/``, checked, and applied to reports that have their names.

In: the folder of corrections, named reports. Out: reports with every row applied, or a ``CorrectionError`` that names
the row. A correction is no part of a leaf. How a text was read, and how it is published, may not be known here.
"""
