"""What runs and when: thin Prefect flows around ``oic_reports.jobs.build``.

``pipeline`` runs ``fetch``, ``extract``, ``validate`` and ``publish`` in this order; each runs by itself too, and
leaves its result in a folder for the next. Prefect is known here and nowhere else.
"""

import os

# Prefect reads these when it is imported: nothing is sent to anybody
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
