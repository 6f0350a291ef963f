"""Third-party scripts: what npm put into ``npm/node_modules`` by the lock beside it, copied into the site.

Nothing is fetched here: ``make site`` installs (``npm ci`` proves each package by its hash), and where nothing is
installed the pages are made without search.
"""

from __future__ import annotations

from pathlib import Path

HOME = Path(__file__).resolve().parent / "npm"
FOLDER = "vendor"
# package: the folder of it that is served; its licence goes along
_SERVED = {"hyparquet": "src", "fzstd": "esm"}
# readers of files on a disk, types of an editor: nothing that a browser asks for
_LEFT_OUT = frozenset({"node.js", "types.d.ts"})


def list_modules(home: Path = HOME) -> dict[str, Path] | None:
    """Address in the site to file, of all that search needs; None where it is not installed."""
    found: dict[str, Path] = {}
    for package, folder in _SERVED.items():
        root = home / "node_modules" / package
        if not (root / folder).is_dir():
            return None
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.name not in _LEFT_OUT:
                # servers know the kind of .js, not all that of .mjs
                name = path.relative_to(root).with_suffix(".js" if path.suffix == ".mjs" else path.suffix)
                found[f"{FOLDER}/{package}/{name.as_posix()}"] = path
        found[f"{FOLDER}/{package}/LICENSE.txt"] = root / "LICENSE"
    return found
