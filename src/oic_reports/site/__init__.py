"""The dataset's pages: from one release to a folder that any static host serves.

In comes a release as it stands on disk (its tables, its files, its list), and, for pictures of printed pages, the raw
files by their sha256. Out goes a folder of pages, scripts, pictures and the release's own files, written piece by piece:
what has not changed is not written again. Nothing here knows how a report is read, structured or checked, nor Prefect;
no page needs a server, a network, or a script to be read. Third-party scripts are taken from ``npm/node_modules`` where
they were installed, else the pages are made without search and say so. See docs/decisions/0036-pages.md.
"""
