"""What the disk gives and refuses: locks between processes, and a sentence for a write that fails.

In: paths. Out: locks that are free as soon as their holder has ended, and errors that say where and why. On the ground
floor: what is kept there may not be known here.
"""
