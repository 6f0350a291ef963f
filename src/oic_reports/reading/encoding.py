"""Which characters the bytes stand for: declared, detected, and wrong encodings.

Order of trust: a byte order mark; valid UTF-8 (whatever is declared: bytes are very seldom valid UTF-8 by chance);
the declared encoding, if the text then reads as prose; the best of the encodings that Arabic and French pages of the
time used. Text that was decoded wrongly before it was saved is turned back where that makes prose of it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from oic_reports.errors import UnreadableFileError
from oic_reports.language.plausibility import score_prose
from oic_reports.reading.kinds import guess_utf16

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CANDIDATES = ("cp1256", "cp1252", "iso8859-6", "mac-arabic", "cp720", "cp864", "iso8859-15", "mac-roman", "cp850")
_WRONG_READINGS = (
    ("cp1252", "utf-8"),
    ("cp1256", "utf-8"),
    ("latin-1", "cp1256"),
    ("cp1252", "cp1256"),
    ("mac-roman", "utf-8"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:-]{2,40})""",
    re.IGNORECASE,
)
# share of stop words from which a text is prose in the encoding that is tried
_PROSE = 0.02
_MARKUP = re.compile(rb"<[a-zA-Z/!][^<>]{0,1000}>")
# what another encoding must have beyond that; share of lost characters that is left; bytes that are tried
_CLEARLY_BETTER = 0.15
_DAMAGED_SHARE = 0.005
# wrong readings one upon the other that are turned back: a page that was saved by two programs has two
_READINGS = 3
_SAMPLE = 60_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read with, and flag names for what was odd about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode_text(content: bytes, declared: str | None = None) -> Decoded:
    """The text of a file.

    Args:
        content: the bytes as received.
        declared: the encoding that the sidecar or the server named, if any; one named inside HTML is found here.

    Raises:
        UnreadableFileError: ``encoding_unknown``, if no encoding makes prose of the bytes.
    """
    declared = _known(declared) or find_declared(content)
    decoded = _decode_marked(content) or _decode_utf8(content, declared) or _decode_other(content, declared)
    for _ in range(_READINGS):
        turned = _undo_wrong_reading(decoded)
        if turned is decoded:
            break
        decoded = turned
    return decoded


def find_declared(content: bytes) -> str | None:
    """The encoding that an HTML or XML file names in its first 4,096 bytes, as Python's codec name."""
    match = _DECLARED.search(content[:4096])
    return _known((match.group(1) or match.group(2)).decode("ascii")) if match else None


def _known(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip()).name
    except LookupError:
        return None
    # browsers read "latin-1" as windows-1252 (WHATWG Encoding Standard, section 4.2)
    return "cp1252" if known in {"iso8859-1", "ascii"} else known


def _decode_marked(content: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(name, errors="replace")
            return Decoded(text, name, ("replacement",) if "\ufffd" in text else ())
    unmarked = guess_utf16(content)
    if unmarked:
        return Decoded(content.decode(unmarked, errors="replace"), unmarked, ("encoding_detected",))
    return None


def _decode_utf8(content: bytes, declared: str | None) -> Decoded | None:
    wrong = declared not in {None, "utf-8"} and not content.isascii()
    notes = ("encoding_declared_wrong",) if wrong else ()
    try:
        return Decoded(content.decode("utf-8"), "utf-8", notes)
    except UnicodeDecodeError as error:
        cut_short = error.reason == "unexpected end of data" and error.start >= len(content) - 3
    text = content.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in text)
    if cut_short and lost == 1:
        return Decoded(text.rstrip("\ufffd"), "utf-8", (*notes, "truncated"))
    if lost <= _DAMAGED_SHARE * len(text) and beyond_ascii > 20 * lost:
        return Decoded(text, "utf-8", (*notes, "replacement"))
    return None


def _decode_other(content: bytes, declared: str | None) -> Decoded:
    # mark-up is no prose in any encoding
    sample = _MARKUP.sub(b" ", content[:_SAMPLE])
    scores: dict[str, float] = {}
    for name in dict.fromkeys((declared, *_CANDIDATES)):
        if name is None or name == "utf-8":
            continue
        scores[name] = score_prose(_decode_loosely(sample, name)) + (_PROSE if name == declared else 0)
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _PROSE:
        raise UnreadableFileError("encoding_unknown", f"no encoding makes prose of the bytes (best try: {best})")
    note = "encoding_detected" if declared is None else "encoding_declared_wrong"
    return Decoded(_decode_loosely(content, best), best, () if best == declared else (note,))


def _decode_loosely(content: bytes, name: str) -> str:
    """Decode; the few bytes that a Windows code page leaves undefined become the control of the same number."""
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        if not name.startswith("cp125"):
            return content.decode(name, errors="replace")
        return "".join(_decode_byte(byte, name) for byte in content)


def _decode_byte(byte: int, name: str) -> str:
    try:
        return bytes([byte]).decode(name)
    except UnicodeDecodeError:
        return chr(byte)


def _undo_wrong_reading(decoded: Decoded) -> Decoded:
    """Turn back text that was read with a wrong code page and saved: ``Ø§Ù„`` for ``ال``, ``ÇáÃãã`` for ``الأمم``."""
    sample = decoded.text[:_SAMPLE]
    if decoded.text.isascii():
        return decoded
    before = score_prose(sample)
    best: tuple[float, Decoded] | None = None
    for wrong, right in _WRONG_READINGS:
        turned = _turn_back(decoded.text, wrong, right)
        if turned is None:
            continue
        score = score_prose(turned[:_SAMPLE])
        # text that is valid UTF-8 once more when turned back was hardly written so; another code page must read better
        is_sure = right == "utf-8" and wrong == "cp1252" and score >= before
        is_better = score > max(before + _CLEARLY_BETTER, _PROSE)
        if (is_sure or is_better) and (best is None or score > best[0]):
            notes = tuple(dict.fromkeys((*decoded.notes, "mojibake_undone")))
            best = (score, Decoded(turned, f"{decoded.encoding} over {wrong} over {right}", notes))
    return best[1] if best else decoded


def _turn_back(text: str, wrong: str, right: str) -> str | None:
    """The text as it was before ``right`` bytes were read as ``wrong``; None where that cannot have happened."""
    pieces = bytearray()
    for character in text:
        try:
            pieces += character.encode(wrong)
        except UnicodeEncodeError:
            if character > "\xff":
                return None
            pieces.append(ord(character))
    try:
        return bytes(pieces).decode(right)
    except UnicodeDecodeError:
        return None
