"""One more row of ``corrections/``: written only where all rows, the new one too, are as they must be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from oic_reports.correcting.correction_rows import (
    ENDINGS,
    Correction,
    CorrectionError,
    load_corrections,
    parse_corrections,
    parse_row,
)
from oic_reports.hands.done import Change, HandsError

# what makes two rows of one action the same
_SAME = ("paragraph_id", "document_id", "expect", "field")


def add_row(folder: Path, facts: Mapping[str, Any], today: date, lines: tuple[str, ...]) -> Change:
    """The corrections with one row more, in the file that is read last, since rows take effect in their order.

    Args:
        folder: the folder of the corrections.
        facts: ``action``, what it needs, and ``reason``.
        today: the day that the row is reported.
        lines: what comes of it.

    Raises:
        HandsError: a row does that already, or nothing can be added to the file.
        CorrectionError: a row that is there, or the new one, is malformed.
    """
    known = load_corrections(folder)
    _refuse_repetition(facts, known)
    row = {"id": _name(facts, known, today), **facts, "reported": today}
    path = _choose(folder, today)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    printed = yaml.safe_dump([row], allow_unicode=True, sort_keys=False, width=110)
    parse_row(yaml.safe_load(printed)[0], "the new row")
    text = f"{before.rstrip()}\n{printed}" if before.strip() else printed
    earlier = [each for each in known if each.name.startswith(f"corrections/{path.name}, ")]
    try:
        is_added = len(parse_corrections(text, path.name)) == len(earlier) + 1
    except CorrectionError:
        is_added = False
    if not is_added:
        msg = f"nothing can be added to corrections/{path.name} as it is written: add the row by hand"
        raise HandsError(msg)
    return Change(str(path), text.encode(), (f"row {row['id']} in corrections/{path.name}", *lines))


def _refuse_repetition(facts: Mapping[str, Any], known: tuple[Correction, ...]) -> None:
    wanted = (facts["action"], *(facts.get(name) for name in _SAME))
    for each in known:
        if (each.action, *(each.values.get(name) for name in _SAME)) == wanted:
            msg = f"{each.name} does that already"
            raise HandsError(msg)


def _name(facts: Mapping[str, Any], known: tuple[Correction, ...], today: date) -> str:
    """An id for the row: the day, and a count where the day has several."""
    taken = {each.name.rsplit(" ", 1)[-1] for each in known}
    action = str(facts["action"]).replace("_", "-")
    number = 1
    while (name := f"{today.isoformat()}-{action}-{number}") in taken:
        number += 1
    return name


def _choose(folder: Path, today: date) -> Path:
    """The file of this month, or one that is read after it."""
    own = f"{today:%Y-%m}.yaml"
    names = [path.name for path in folder.iterdir() if path.suffix in ENDINGS] if folder.is_dir() else []
    return folder / max([own, *(name for name in names if not name.startswith("."))])
