"""The catalogue: which addresses reports are fetched from, as people keep it in three CSV files of ``raw/``.

What the columns mean is declared in ``schemas/inputs.yaml``; what must hold is checked by ``checks/inputs.py``. Here a
file is only refused where its rows cannot be told apart.
"""

from __future__ import annotations

import csv
import io
import ipaddress
import math
import re
import string
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import quote

from oic_reports.errors import ForeseenError

CATALOGUE = "catalogue.csv"
SITES = "sites.csv"
DISCOVERY = "discovery.csv"

_ADDRESS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.IGNORECASE)
_AUTHORITY = re.compile(r"(\[[^\]]*\]|[^:\[\]]+)(?::([0-9]*))?")
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_ENCODED = re.compile(r"%([0-9A-Fa-f]{2})")
_PORTS = {"http": 80, "https": 443}
# the largest port (RFC 9293, 3.1)
_LAST_PORT = 65535
_UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")
# RFC 3986, 3.3 and 3.4: what a path or a query holds besides unreserved characters; "?" only in a query
_KEPT = "/?:@!$&'()*+,;=%"
# categories of Unicode: controls, formats (marks of direction among them), surrogates
_REFUSED = frozenset({"Cc", "Cf", "Cs"})


class CatalogueError(ForeseenError):
    """A file of the catalogue cannot be read; the message names the file, and the line where one is meant."""


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One address to fetch from; addresses are canonical where they are valid, dates are ISO strings as written.

    A blank cell is None, or an empty string where a value is required (``check_inputs`` names that row).
    """

    address: str
    site: str
    language: str
    document_type: str | None
    body_id: str | None
    session: str | None
    date: str | None
    symbol: str | None
    title: str | None
    archive_address: str | None
    printer_address: str | None
    other_languages: tuple[str, ...]
    state: str
    duplicate_of: str | None
    first_seen: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """One site: its host names (with a port that is not the scheme's), and least seconds between two requests."""

    site: str
    hosts: tuple[str, ...]
    delay_seconds: float | None
    note: str | None


@dataclass(frozen=True, slots=True)
class DiscoveryRule:
    """A page whose links are proposed where their whole absolute address matches ``link_pattern``."""

    site: str
    index_address: str
    link_pattern: str
    language: str | None
    document_type: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rows in file order, sites by id, and rules of discovery."""

    rows: tuple[CatalogueRow, ...]
    sites: Mapping[str, Site]
    rules: tuple[DiscoveryRule, ...]


def load_catalogue(raw: Path, name: str = CATALOGUE) -> Catalogue:
    """The three files of a folder; no ``discovery.csv`` means no rules.

    Args:
        raw: the folder.
        name: the file of addresses; proposals have the form of the catalogue.

    Raises:
        CatalogueError: a file is missing or not UTF-8, a column is missing or unknown, a line has too many or too few
            cells, a row has no key, a site stands twice, or its delay is no number of seconds.
    """
    sites: dict[str, Site] = {}
    for line, row in read_rows(raw / SITES, _columns(Site), ("site", "hosts")):
        site = _make_site(row, f"{raw / SITES}, line {line}")
        if site.site in sites:
            msg = f"{raw / SITES}, line {line}: site {site.site} stands twice; keep one row"
            raise CatalogueError(msg)
        sites[site.site] = site
    rows = read_rows(raw / name, _columns(CatalogueRow), ("address",))
    rules = []
    if (raw / DISCOVERY).exists():
        rules = read_rows(raw / DISCOVERY, _columns(DiscoveryRule), ("site", "index_address", "link_pattern"))
    return Catalogue(
        rows=tuple(_make_row(row) for _, row in rows), sites=sites, rules=tuple(_make_rule(row) for _, row in rules)
    )


def find_lines(raw: Path) -> dict[str, list[int]]:
    """The lines (1-based) of ``catalogue.csv`` that each address stands on.

    Raises:
        CatalogueError: as in ``load_catalogue``.
    """
    lines: dict[str, list[int]] = {}
    for line, row in read_rows(raw / CATALOGUE, _columns(CatalogueRow), ("address",)):
        lines.setdefault(_make_row(row).address, []).append(line)
    return lines


def _columns(row: type[CatalogueRow | Site | DiscoveryRule]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(row))


def read_rows(path: Path, columns: Sequence[str], keys: Sequence[str]) -> list[tuple[int, dict[str, str | None]]]:
    """The rows of a CSV file with their lines (1-based); a blank cell is None, a row of blank cells is left out.

    A byte order mark and CRLF are taken, as spreadsheets write them; columns may stand in any order.

    Args:
        path: the file.
        columns: the columns that it must have, and no others.
        keys: the columns that may not be blank.

    Raises:
        CatalogueError: as in ``load_catalogue``.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        fault = "the file is missing" if isinstance(error, FileNotFoundError) else f"not readable ({error.strerror})"
        msg = f"{path}: {fault}"
        raise CatalogueError(msg) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        msg = f"{path}, line {line}: not UTF-8; save it as CSV UTF-8"
        raise CatalogueError(msg) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = []
    try:
        header = next(reader, [])
        _check_header(header, columns, path)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                msg = f"{path}, line {reader.line_num}: {len(cells)} cells, but the header has {len(header)}"
                raise CatalogueError(msg)
            row = {name: cell.strip() or None for name, cell in zip(header, cells, strict=True)}
            blank = [name for name in keys if row[name] is None]
            if blank:
                msg = f"{path}, line {reader.line_num}: {', '.join(blank)} is blank"
                raise CatalogueError(msg)
            rows.append((reader.line_num, row))
    except csv.Error as error:
        msg = f"{path}, line {reader.line_num}: no valid CSV ({error})"
        raise CatalogueError(msg) from error
    return rows


def _check_header(header: Sequence[str], columns: Sequence[str], path: Path) -> None:
    faults = [
        ("missing columns", [name for name in columns if name not in header]),
        ("unknown columns", [name or "(no name)" for name in header if name not in columns]),
        ("columns that stand twice", sorted({name for name in header if header.count(name) > 1})),
    ]
    found = [f"{fault}: {', '.join(names)}" for fault, names in faults if names]
    if found:
        msg = f"{path}, line 1: {'; '.join(found)}"
        raise CatalogueError(msg)


def _make_row(row: Mapping[str, str | None]) -> CatalogueRow:
    return CatalogueRow(
        address=tidy_address(row["address"]) or "",
        site=row["site"] or "",
        language=row["language"] or "",
        document_type=row["document_type"],
        body_id=row["body_id"],
        session=row["session"],
        date=row["date"],
        symbol=row["symbol"],
        title=row["title"],
        archive_address=tidy_address(row["archive_address"]),
        printer_address=tidy_address(row["printer_address"]),
        other_languages=tuple(tidy_address(address) or "" for address in (row["other_languages"] or "").split()),
        state=row["state"] or "",
        duplicate_of=tidy_address(row["duplicate_of"]),
        first_seen=row["first_seen"] or "",
        note=row["note"],
    )


def _make_site(row: Mapping[str, str | None], where: str) -> Site:
    delay = row["delay_seconds"]
    try:
        seconds = None if delay is None else float(delay)
    except ValueError:
        seconds = math.nan
    if seconds is not None and not 0 <= seconds < math.inf:
        msg = f"{where}: delay_seconds is {delay}, which is no number of seconds"
        raise CatalogueError(msg)
    return Site(row["site"] or "", tuple((row["hosts"] or "").split()), seconds, row["note"])


def _make_rule(row: Mapping[str, str | None]) -> DiscoveryRule:
    return DiscoveryRule(
        site=row["site"] or "",
        index_address=tidy_address(row["index_address"]) or "",
        link_pattern=row["link_pattern"] or "",
        language=row["language"],
        document_type=row["document_type"],
        note=row["note"],
    )


def tidy_address(address: str | None) -> str | None:
    """An address in its canonical form, or as it is where it has none; None stays None."""
    try:
        return None if address is None else canonical_address(address)
    except ValueError:
        return address


def canonical_address(address: str) -> str:
    """The one way to write an address (RFC 3986, 6.2.2 and 6.2.3, without the removal of dot segments).

    Scheme and host in lower case, the host as A-label; no default port, no fragment, ``/`` for an empty path; percent
    signs with two capital digits, decoded where the character is unreserved; other characters than those of RFC 3986
    encoded as UTF-8. The case of the path, and the order of the query, are kept.

    Raises:
        ValueError: no http or https address, or one with credentials, white space, a control or format character, or a
            backslash.
    """
    if any(letter.isspace() or letter == "\\" or unicodedata.category(letter) in _REFUSED for letter in address):
        msg = f"the address {address!r} holds white space, a control character or a backslash"
        raise ValueError(msg)
    parts = _ADDRESS.fullmatch(address)
    if not parts:
        msg = f"{address!r} is no http or https address"
        raise ValueError(msg)
    scheme, authority, path, query = parts[1].lower(), parts[2], parts[3], parts[4] or ""
    if "@" in authority:
        msg = f"the address on {authority.rpartition('@')[2]!r} holds credentials"
        raise ValueError(msg)
    return f"{scheme}://{_canonical_authority(authority, scheme)}{_encode(path) or '/'}{_encode(query)}"


def _canonical_authority(authority: str, scheme: str) -> str:
    parts = _AUTHORITY.fullmatch(authority)
    if not parts:
        msg = f"{authority!r} is no host"
        raise ValueError(msg)
    host = _canonical_host(parts[1])
    if not parts[2]:
        return host
    port = int(parts[2]) if len(parts[2]) <= len(str(_LAST_PORT)) else 0
    if not 1 <= port <= _LAST_PORT:
        msg = f"{parts[2]} is no port"
        raise ValueError(msg)
    return host if port == _PORTS[scheme] else f"{host}:{port}"


def _canonical_host(host: str) -> str:
    if host.startswith("["):
        if "%" in host:
            msg = f"{host!r} has a zone, which has a meaning on one machine only"
            raise ValueError(msg)
        return f"[{ipaddress.IPv6Address(host[1:-1])}]"
    lowered = (host if host.isascii() else host.encode("idna").decode("ascii")).lower()
    # after the A-label: compatibility letters may have become "/" or "@"
    if not _HOST.fullmatch(lowered):
        msg = f"{host!r} is no host name"
        raise ValueError(msg)
    return lowered


def _encode(text: str) -> str:
    """A path, or a query with its question mark."""
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(_ENCODED.sub(_decode_unreserved, whole), safe=_KEPT)


def _decode_unreserved(found: re.Match[str]) -> str:
    letter = chr(int(found[1], 16))
    return letter if letter in _UNRESERVED else f"%{found[1].upper()}"
