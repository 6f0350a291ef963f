"""The jobs of the pipeline as plain functions, each from folders to folders: fetch, build, review; and read one file.

Here the rooms meet: this is what flows and commands call. In: settings and days. Out: what a job came to. Prefect,
command lines and the clock may not be known here.
"""
