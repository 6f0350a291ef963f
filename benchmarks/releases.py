"""How right releases are read, by what a release is like (``tests/structure/composed/releases.py``).

More than half of the public pages of the organisation are releases, statements and speeches. Here kinds, frames of
sites, datelines, orders, endings and forms are crossed, with texts of others that are like them.
``python benchmarks/releases.py --seeds 2`` prints, by each value of each dimension and by the worst pairs of values,
how many judgements (ours or not) are right, stated facts true, printed facts stated, headers wholly right and blocks
right; ``--only ar-speech`` takes pages whose name contains that, ``--show`` prints the differences, ``--keep FOLDER``
keeps the pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from composed.releases import list_releases, write_release  # noqa: E402
from composed_pages import run  # noqa: E402

if __name__ == "__main__":
    sys.exit(run(__doc__, list_releases, write_release))
