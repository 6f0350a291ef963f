"""Names of received files: readable, safe, and the same whenever the same bytes come from an address."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_ENDINGS = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
}
# bytes of a file name, and hexadecimal digits that part two files of one name
_LONGEST = 80
_HASH_DIGITS = 16


def name_file(address: str, media_type: str | None) -> str:
    """The file name for what came from an address: the last part of its path and its query, with the type's ending."""
    parts = urlsplit(address)
    last = PurePosixPath(unquote(parts.path)).name or (parts.hostname or "")
    stem = re.sub(r"\.(?:pdf|html?|txt|docx?|json|aspx?|php|jsp|cfm)$", "", last, flags=re.IGNORECASE)
    if parts.query:
        stem = f"{stem}-{unquote(parts.query)}"
    ending = _ENDINGS.get(media_type or "", ".bin")
    return f"{make_safe(stem)}{ending}"


def make_safe(name: str) -> str:
    """A name of letters, digits, dots and hyphens of any script, not hidden, of at most 80 bytes."""
    safe = re.sub(r"[^\w.-]+", "_", unicodedata.normalize("NFC", name)).strip("._-")
    return safe.encode()[:_LONGEST].decode(errors="ignore").strip("._-") or "file"


def name_folder(group: str, file_name: str, sha256: str) -> str:
    """The folder of a received file, below a group (a site, or a year): its name and the beginning of its sha256."""
    return f"{group}/{PurePosixPath(file_name).stem}-{sha256[:_HASH_DIGITS]}"
