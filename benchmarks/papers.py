"""How right papers are read, by what a paper is like (``tests/structure/composed/papers.py``).

Statutes and agreements, reports of meetings, letters with an annex, plans of action and collections are crossed with
the layouts in which they are found, and with papers of others that are like them.
``python benchmarks/papers.py --seeds 2`` prints, by each value of each dimension and by the worst pairs of values, how
many stated facts are true, printed facts stated, headers wholly right, blocks right and judgements (ours or not) right;
``--only ar-rules`` takes pages whose name contains that, ``--show`` prints the differences, ``--keep FOLDER`` keeps the
pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "structure"))

from composed.papers import list_papers, write_paper  # noqa: E402
from composed_pages import run  # noqa: E402

if __name__ == "__main__":
    sys.exit(run(__doc__, list_papers, write_paper))
