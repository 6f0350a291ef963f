"""How right the facts of fronts are read, by what a front is like (``tests/structure/composed/fronts.py``).

Real pages show few fronts each. Here types of texts, kinds of meetings, orders of covers, line breaks, writings of days
and places, frames of sites and layouts are crossed, and what each page prints is known.
``python benchmarks/fronts.py --seeds 2`` prints, by each value of each dimension and by the worst pairs of values, how
many stated facts are true and printed facts stated, how many headers are wholly right, and which facts are wrong;
``--only ar-speech`` takes pages whose name contains that, ``--show`` prints the differences, ``--keep FOLDER`` keeps
the pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from composed.fronts import list_fronts, write_front  # noqa: E402
from composed_pages import run  # noqa: E402

if __name__ == "__main__":
    sys.exit(run(__doc__, list_fronts, write_front))
