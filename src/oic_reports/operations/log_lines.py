"""What a run logs, as JSON lines in a file: for the tools of whoever runs many services."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

# what a line may say beside its message (``extra`` of a call of the logger)
FIELDS = ("flow_run_id", "flow_run_name", "task_run_id", "document_id", "source_id", "file_name", "reason", "kind")


class JsonLines(logging.FileHandler):
    """Appends one JSON object a line."""

    def __init__(self, path: Path) -> None:
        """Open the file; its folder is made if it is missing.

        Raises:
            OSError: it cannot be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(path, encoding="utf-8")
        self.path = path

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record; fields that it does not have are left out."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: str(value) for name in FIELDS if (value := getattr(record, name, None)) is not None}
        if record.exc_info:
            line["exception"] = logging.Formatter().formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def add_json_lines(path: Path, names: tuple[str, ...]) -> None:
    """Have loggers write to the file too; more than once does no harm.

    Raises:
        OSError: it cannot be written.
    """
    handler = JsonLines(path)
    for name in names:
        logger = logging.getLogger(name)
        for old in [each for each in logger.handlers if isinstance(each, JsonLines)]:
            logger.removeHandler(old)
            old.close()
        logger.addHandler(handler)
