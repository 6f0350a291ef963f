"""What running needs: who runs, what the last run came to, whether all is well.

In: settings, locks, the server's answers, summaries of runs. Out: a lease, a page and figures for people and monitors.
What reports are, and how they are read, may not be known here.
"""
