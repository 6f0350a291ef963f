"""Sidecars by hand: what is known of a file, and that it takes the place of an earlier version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from oic_reports.hands.done import Change, HandsError
from oic_reports.hands.published import Current
from oic_reports.release.index import load_index
from oic_reports.sources.inbox import INBOX
from oic_reports.sources.raw_store import FOLDER, hash_file, name_source
from oic_reports.sources.receipts import find_described
from oic_reports.sources.regular import find_kind, is_there, print_name
from oic_reports.sources.sidecar import (
    Sidecar,
    SidecarError,
    guess_media_type,
    load_sidecar,
    parse_sidecar,
    print_sidecar,
)
from oic_reports.sources.sidecar_place import find_sidecar


def describe(path: Path, told: Mapping[str, str], raw: Path, today: date) -> Change:
    """The sidecar of a file: a new one, or the one that is there with what is told put into it.

    Args:
        path: the file; its sha256 and size are measured, and never told.
        told: fields of a sidecar, as text; the word ``null`` says that something is not known.
        raw: the folder ``raw/``.
        today: the day of receipt where none is known.

    Raises:
        HandsError: it is no file, or its sidecar is damaged or that of other bytes, or a value is not as declared.
    """
    sha256, size = _measure(path)
    before: dict[str, Any] = {}
    if is_there(find_sidecar(path)):
        before = _load_own(path, sha256, size).model_dump(mode="json")
    fresh = {"url": None, "received": today.isoformat(), "media_type": guess_media_type(path)}
    given = {name: None if value == "null" else value for name, value in told.items()}
    facts = {**(before or fresh), **given, "sha256": sha256, "bytes": size}
    sidecar = _parse(facts)
    after = sidecar.model_dump(mode="json")
    if before and after == before:
        msg = f"{print_name(find_sidecar(path).name)} says that already"
        raise HandsError(msg)
    shown = given if before else {name: value for name, value in after.items() if value not in (None, {})}
    lines = [f"{name}: {_show(before.get(name))} → {_show(after[name])}" for name in shown]
    unknown = [name for name in ("url", "how_obtained", "rights_note") if after[name] is None]
    if unknown:
        lines.append(f"not known, and so null: {', '.join(unknown)}")
    return Change(str(find_sidecar(path)), print_sidecar(sidecar), (*lines, _say_next(path, raw)))


def supersede(newer: Path, older: Path, settings_raw: Path, processed: Path) -> Change:
    """The sidecar of a newer version with the word of a person that it takes the place of an older one.

    Raises:
        HandsError: one of them is no file with a sound sidecar, both are one, or they share no address.
    """
    new_sha256, new_size = _measure(newer)
    old_sha256, old_size = _measure(older)
    if new_sha256 == old_sha256:
        msg = f"{newer} and {older} are the same bytes"
        raise HandsError(msg)
    new, old = _load_own(newer, new_sha256, new_size), _load_own(older, old_sha256, old_size)
    if old.supersedes == new_sha256:
        msg = f"{older} is said to supersede {newer}: only one of them can"
        raise HandsError(msg)
    if new.supersedes is not None:
        what = "that already" if new.supersedes == old_sha256 else f"that it supersedes {new.supersedes}"
        msg = f"{print_name(find_sidecar(newer).name)} says {what}"
        raise HandsError(msg)
    shared = _list_addresses(newer) & _list_addresses(older)
    if not shared:
        msg = (
            f"{newer} and {older} share no address, so neither is a version of the other:"
            " give the newer one the address with `oic-reports sidecar`, or withdraw the older document"
        )
        raise HandsError(msg)
    facts = new.model_dump(mode="json") | {"supersedes": old_sha256}
    lines = [
        f"from the next release on {newer} is read in place of {older}, whatever is missing in it",
        f"both came from {min(shared)}",
        *_say_heirs(old_sha256, processed),
        f"{older} stays where it is and is listed in rejects as superseded_version",
    ]
    if not newer.resolve().is_relative_to((settings_raw / FOLDER).resolve()):
        lines.append(_say_next(newer, settings_raw))
    return Change(str(find_sidecar(newer)), print_sidecar(_parse(facts)), tuple(lines))


def _measure(path: Path) -> tuple[str, int]:
    try:
        kind = find_kind(path)
        if kind is not None:
            msg = f"{path} is {kind}, no file"
            raise HandsError(msg)
        return hash_file(path)
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}"
        raise HandsError(msg) from error


def _load_own(path: Path, sha256: str, size: int) -> Sidecar:
    try:
        sidecar = load_sidecar(path)
    except SidecarError as error:
        raise HandsError(error.detail) from error
    if (sidecar.sha256, sidecar.bytes) != (sha256, size):
        msg = f"{print_name(find_sidecar(path).name)} is of other bytes: the file or its sidecar was changed"
        raise HandsError(msg)
    return sidecar


def _parse(facts: Mapping[str, Any]) -> Sidecar:
    try:
        return Sidecar.model_validate(facts)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        msg = f"nothing is written: {faults}"
        raise HandsError(msg) from error


def _list_addresses(path: Path) -> set[str]:
    """All addresses that a file was received from."""
    names = {each.name for each in path.parent.iterdir()}
    found = set()
    for name in sorted(names):
        if find_described(name, names) == path.name:
            try:
                found.add(parse_sidecar(name, (path.parent / name).read_bytes()).url)
            except (SidecarError, OSError):
                continue
    return {address for address in found if address is not None}


def _say_heirs(sha256: str, processed: Path) -> list[str]:
    if not load_index(processed):
        return []
    names = Current.find(processed).list_documents_of(name_source(sha256))
    return [f"it takes over the ids of {', '.join(names)}"] if names else []


def _say_next(path: Path, raw: Path) -> str:
    place = path.resolve()
    if place.is_relative_to((raw / INBOX).resolve()):
        return "the next run files both"
    if place.is_relative_to((raw / FOLDER).resolve()):
        return "the next release says so in the table sources"
    return f"put both into {raw / INBOX}: the next run files them"


def _show(value: object) -> str:
    return "null" if value is None else str(value)
