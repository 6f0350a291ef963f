"""What words name: bodies, sessions, organisations and their officers, places, datelines, meetings in a clause.

In: texts. Out: what is named, where it stands in the text, and whether a clause tells of this meeting or of another.
Lines, blocks and pages may not be known here.
"""
