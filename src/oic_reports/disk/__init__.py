"""What the disk gives and refuses: locks between processes, and a sentence for a write that fails.

On the ground floor: nothing of reports and releases may be known here.
"""
