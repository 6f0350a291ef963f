"""The proof of a release, offline, beside its list or downloaded alone.

In: a folder. Out: lines that say what is wrong with it, and how far it is vouched for: files that agree with each other
are consistent; only a signature, or a hash that came another way, proves that they are those that were published. How a
release came about may not be known here.
"""
