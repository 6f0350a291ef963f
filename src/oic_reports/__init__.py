"""The reports of the Organisation of Islamic Cooperation, from received files to published tables.

The order of a run is the order of the folders: ``sources`` -> ``reading`` -> ``cleaning`` and
``structure`` -> ``identity`` -> ``tables`` -> ``checks`` -> ``release``. An arrow never runs back up, and nothing
here knows Prefect: ``flows/`` calls this package.
"""
