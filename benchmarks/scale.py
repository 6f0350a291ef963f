"""What runs cost as reports grow in number: wall and CPU seconds, and the peak memory of all processes together.

``python benchmarks/scale.py 100 1000 10000``: for each size a first run, a run in which nothing changed, and a run with
one new report. Anonymous memory is what a machine must have; mapped files may leave it at any time. With ``--prefect``
the flow runs, with a server of its own, whose database is there, as ``make setup`` leaves it (``--new-home``: it is
not); ``--workers 1`` beside the default tells what a second worker is worth, by wall seconds of a machine that does
nothing else.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from generated import write_reports

ROOT = Path(__file__).resolve().parents[1]
# seconds between two looks at memory
_PAUSE = 0.1


def measure(command: list[str], environment: dict[str, str]) -> tuple[float, float, float, float, str]:
    """Run a command: wall seconds, CPU seconds, peaks of anonymous and of all memory in MB, its last line."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    peaks = [0.0, 0.0]
    watcher = threading.Thread(target=_watch, args=(process, peaks))
    watcher.start()
    output, _ = process.communicate()
    wall = time.perf_counter() - start
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if process.returncode:
        sys.exit(output)
    return wall, cpu, peaks[0], peaks[1], output.strip().splitlines()[-1]


def _watch(process: subprocess.Popen[str], peaks: list[float]) -> None:
    while process.poll() is None:
        anonymous = total = 0
        for pid in _list_family(process.pid):
            try:
                status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
            except (FileNotFoundError, ProcessLookupError):
                continue
            facts = dict(line.split(":", 1) for line in status.splitlines())
            anonymous += int(facts.get("RssAnon", "0").split()[0])
            total += int(facts.get("VmRSS", "0").split()[0])
        peaks[0], peaks[1] = max(peaks[0], anonymous / 1024), max(peaks[1], total / 1024)
        time.sleep(_PAUSE)


def _list_family(root: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents.setdefault(int(fields[1]), []).append(int(path.parent.name))
    family, waiting = [], [root]
    while waiting:
        family.append(waiting.pop())
        waiting += parents.get(family[-1], [])
    return family


def main() -> None:
    """Print one row a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--prefect", action="store_true", help="run the flow, not the plain command")
    parser.add_argument("--new-home", action="store_true", help="let the run's server make its database")
    parser.add_argument("--workers", type=int, help="files read at once")
    arguments = parser.parse_args()
    plain = [str(Path(sys.executable).parent / "oic-reports"), "build"]
    command = [sys.executable, "-m", "flows.pipeline"] if arguments.prefect else plain
    print(f"{'run':32} {'wall s':>8} {'CPU s':>8} {'anon MB':>8} {'RSS MB':>8}  last line")
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            (home / "corrections").mkdir()
            environment = {**os.environ, "OIC_REPORTS_DATA_HOME": folder, "PREFECT_HOME": str(home / "prefect")}
            if arguments.workers:
                environment["OIC_REPORTS_WORKERS"] = str(arguments.workers)
            write_reports(home / "raw" / "reports", size)
            if arguments.prefect and not arguments.new_home:
                made = [str(Path(sys.executable).parent / "prefect"), "server", "database", "upgrade", "--yes"]
                subprocess.run(made, env=environment, check=True, capture_output=True)
            for name in ("first", "nothing new", "one new report"):
                if name == "one new report":
                    write_reports(home / "raw" / "reports", 1, first=size)
                wall, cpu, anonymous, total, last = measure(command, environment)
                print(
                    f"{size:>7} {name:24} {wall:>8.1f} {cpu:>8.1f} {anonymous:>8.0f} {total:>8.0f}  {last}", flush=True
                )


if __name__ == "__main__":
    main()
