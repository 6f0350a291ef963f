"""The process that has LibreOffice convert an old Word file to ``.docx``; it is asked as ``reading_child`` is.

What it runs has no network, no macros, no links that are followed, a profile and a folder of its own that go away with
it, and limits of time, memory and size of file. It is given a copy, since it writes beside what it opens.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from oic_reports.codes import RejectReason
from oic_reports.errors import UnreadableFileError, describe_end
from oic_reports.reading.docx_package import MAIN_PART, Package
from oic_reports.reading.kinds import detect_media_type
from oic_reports.reading.no_network import NoSandboxError, block_network
from oic_reports.reading.old_word import DOC, INSTALL, ODT, RTF, find_lost_cells

COMMAND = "soffice"
_ENDINGS = {DOC: ".doc", RTF: ".rtf", ODT: ".odt"}
# a file is opened as what it was found to be; Word's own format has several versions, which LibreOffice tells apart
_FILTERS = {RTF: "Rich Text Format", ODT: "writer8"}
_TARGET = "docx:MS Word 2007 XML"
_NOT_LOADED = "could not be loaded"
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def _limit(request: dict[str, Any]) -> None:
    os.umask(0o077)
    memory, size = int(request["convert_memory_bytes"]), int(request["convert_file_bytes"])
    seconds = int(request["convert_seconds"]) + 1
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    block_network()


def _convert(request: dict[str, Any], command: str) -> dict[str, str]:
    """The converted file, its media type before, and the converter's name and version.

    Raises:
        UnreadableFileError: ``damaged_file``, if LibreOffice cannot open the file; ``file_unreadable``, if it changed;
            ``time_limit``, ``reader_failed``.
    """
    content = Path(request["path"]).read_bytes()
    if request["sha256"] and hashlib.sha256(content).hexdigest() != request["sha256"]:
        raise UnreadableFileError("file_unreadable", "the file has changed since the run began")
    media_type = detect_media_type(content, "")
    folder = Path(request["folder"])
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    source = folder / f"source{_ENDINGS[media_type]}"
    source.write_bytes(content)
    seconds = float(request["convert_seconds"])
    version = " ".join(_run([command, "--version"], folder, seconds).split()[:2])
    names = [f"--infilter={_FILTERS[media_type]}"] if media_type in _FILTERS else []
    start = [command, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nolockcheck"]
    said = _run(
        [*start, *names, "--convert-to", _TARGET, "--outdir", str(folder / "out"), str(source)], folder, seconds
    )
    made = folder / "out" / "source.docx"
    if not made.is_file():
        if _NOT_LOADED in said:
            raise UnreadableFileError("damaged_file", f"{version} cannot open it as {media_type}")
        raise UnreadableFileError("reader_failed", f"{version} gave nothing: {said.strip()[-200:]}")
    if media_type == DOC and (word := find_lost_cells(content, Package(made.read_bytes()).unpack(MAIN_PART))):
        raise UnreadableFileError("damaged_file", f"{version} runs the cells of a table together ({word})")
    return {"file": str(made), "media_type": media_type, "converter": version}


def _run(command: list[str], folder: Path, seconds: float) -> str:
    """What a command says; it and all that it started end with this call.

    Raises:
        UnreadableFileError: ``time_limit``, ``reader_failed``.
    """
    environment = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    # LibreOffice starts itself through two other programs: the whole group is ended
    with subprocess.Popen(  # noqa: S603  (a fixed command with a file name of our own)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env={**environment, "SAL_USE_VCLPLUGIN": "svp"},
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise UnreadableFileError("time_limit", f"conversion took more than {seconds:g} s") from error
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode != 0:
        raise UnreadableFileError("reader_failed", f"the converter {describe_end(process.returncode)}")
    return said.decode("utf-8", errors="replace")


def _answer(request: dict[str, Any]) -> dict[str, str]:
    command = shutil.which(COMMAND)
    if command is None:
        return _refusal("converter_missing", f"the file is read through LibreOffice: install {INSTALL}")
    try:
        _limit(request)
        return _convert(request, command)
    except UnreadableFileError as error:
        return _refusal(error.reason, error.detail)
    except NoSandboxError as error:
        return _refusal("converter_missing", f"old Word files are not converted here: {error}")
    except FileNotFoundError:
        return _refusal("file_vanished", "the file was there when the run began and is gone")


def _refusal(reason: RejectReason, detail: str) -> dict[str, str]:
    return {"reason": reason, "detail": detail}


def main() -> int:
    """Answer one request."""
    request = json.loads(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(_answer(request), ensure_ascii=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
