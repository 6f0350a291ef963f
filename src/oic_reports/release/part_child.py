"""A process that writes parts of a release (``beside``): the request is a line, a refusal of the disk the answer."""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path

from oic_reports.release.facts import ReleaseFacts
from oic_reports.release.pieces import Pieces
from oic_reports.release.whole_parts import WHOLE_PARTS
from oic_reports.tables.on_disk import read_tables


def main() -> None:
    """Write the parts that are asked for."""
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_run, daemon=True).start()
    facts = ReleaseFacts(**{**request["facts"], "without": tuple(request["facts"]["without"])})
    tables = {name: table for folder in request["tables"] for name, table in read_tables(Path(folder)).items()}
    pieces = Pieces(Path(request["pieces"][0]), request["pieces"][1]) if request["pieces"] else Pieces()
    try:
        for part in request["parts"]:
            WHOLE_PARTS[part](Path(request["folder"]), facts, tables, pieces)
    except OSError as error:
        sys.stdout.write(json.dumps([error.errno, error.strerror, error.filename]))


def _end_with_run() -> None:
    """End at once where nobody waits any more: who asked holds the other end of the standard input."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
