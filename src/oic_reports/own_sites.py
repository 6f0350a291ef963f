"""Sites that the OIC and its organs run themselves: what stands on one of them is published by the OIC.

Sites of subsidiary centres are not among them: they tell of other organisations' meetings as they do of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from oic_reports.model import Source
from oic_reports.resources import load_vocabulary

# a copy of a page that the Internet Archive keeps: moment, form of the copy, the page's own address
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{1,14}(?:[a-z]{2}_)?/(https?://.+)", re.IGNORECASE)


def find_own_site(addresses: Iterable[str | None]) -> str | None:
    """The host, in lower case, of the first address that is on a site of the OIC's own (``own_sites.csv``), or None.

    A server whose name is below that of a site is of the site (``ww1.oic-oci.org``), and so is a copy in the Internet
    Archive. What is no web address is passed over.
    """
    hosts = (_find_host(address) for address in addresses if address)
    return next((host for host in hosts if host and _find_row(host)), None)


def list_addresses(source: Source) -> list[str]:
    """The addresses from which a file was received, and the one from which its sidecar says that it is."""
    return [address for address in (source.url, *(one.address for one in source.sightings)) if address]


def prints_day_first(host: str) -> bool:
    """Whether ``03/04/2010`` is the third of April on a site of the OIC's own."""
    row = _find_row(host)
    return row is not None and row["day_first"] == "yes"


def prints_month_first(host: str) -> bool:
    """Whether ``03/04/2010`` is the fourth of March on a site of the OIC's own, in each of its languages."""
    row = _find_row(host)
    return row is not None and row["day_first"] == "no"


def _find_host(address: str) -> str | None:
    copied = _ARCHIVED.match(address.strip())
    try:
        parts = urlsplit(copied.group(1) if copied else address.strip())
        host = parts.hostname
    except ValueError:
        return None
    return host.rstrip(".").lower() if parts.scheme in {"http", "https"} and host else None


def _find_row(host: str) -> dict[str, str] | None:
    return next((row for name, row in _load_sites().items() if host == name or host.endswith(f".{name}")), None)


@cache
def _load_sites() -> dict[str, dict[str, str]]:
    return {row["host"]: row for row in load_vocabulary("own_sites")}
