"""What runs and when: thin Prefect flows around ``oic_reports.jobs.build``.

``pipeline`` runs ``fetch``, ``extract``, ``validate`` and ``publish`` in this order; each runs by itself too, and
leaves its result in a folder for the next. Prefect is known here and nowhere else.
"""

import os
from importlib import import_module

from oic_reports.loading import load_at_once

# Prefect reads these when it is imported: nothing is sent to anybody
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")

# a fifth of its import would be looks for garbage
with load_at_once():
    import_module("prefect.flows")
