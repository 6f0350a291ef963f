"""The dataset's pages: from one release to a folder that any static host serves.

In: a release as it stands on disk (its tables, its files, its list), and, for pictures of printed pages, where the raw
files are. Out: a folder of pages, scripts, pictures and the release's own files, written piece by piece: what has not
changed is not written again. How a report is read, structured or checked may not be known here, nor Prefect; no page
needs a server, a network beyond its own host, or a script to be read. No script of
others is served.
"""
