"""What the page about quality shows: warnings, checks, flags, repairs and rejects of a release."""

from __future__ import annotations

from typing import Any

from oic_reports.site.page_words import Words
from oic_reports.site.release_contents import Holdings

# rejects on the page; the rest is in the file
_MOST = 500


def describe_quality(holdings: Holdings, words: Words) -> dict[str, Any]:
    """Warnings in general and by rule, checks by table, what is flagged, repaired and rejected, and how often."""
    checks = holdings.read_json("validation.json") or []
    made: dict[str, list[bool]] = {}
    for check in checks:
        made.setdefault(check["table"], []).append(bool(check["success"]))
    severities = holdings.count_together("flags", ("flag", "severity"))
    rejects = holdings.rows("rejects", _MOST)
    return {
        "version": holdings.version,
        "warnings": [words[key] for key in words if key.startswith("warning_")],
        "ruled": [
            {
                "value": warning,
                "name": words.name("warnings", warning),
                "advice": words.advice("warnings", warning),
                "count": count,
            }
            for warning, count in holdings.count_values("warnings", "warning").items()
        ],
        "checks": [{"table": table, "made": len(held), "held": sum(held)} for table, held in made.items()],
        "failed": [check for check in checks if not check["success"]],
        "flags": [
            {
                "value": flag,
                "name": words.name("flag_values", flag),
                "severity": words.name("severities", severity),
                "count": count,
            }
            for (flag, severity), count in sorted(severities.items(), key=lambda item: (-item[1], item[0]))
        ],
        "repairs": [
            {"value": kind, "name": words.name("repair_kinds", kind), "count": count}
            for kind, count in holdings.count_values("repairs", "repair_kind").items()
        ],
        "rejects": rejects,
        "rejects_more": holdings.count_rows("rejects") - len(rejects),
    }
