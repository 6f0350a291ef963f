"""Time and memory of whole runs: the dataset, a run on unchanged input, the command on one file."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def measure(name: str, command: list[str], environment: dict[str, str]) -> None:
    """Run a command once; print wall seconds and the peak memory of the largest process so far."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{name:44} {seconds:>7.1f} s   {peak:>6.0f} MB (largest process so far)")


def main() -> None:
    """Print one row a command, the smallest first, since the peak of memory only grows."""
    command = str(Path(sys.executable).parent / "oic-reports")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("raw", "corrections"):
            shutil.copytree(ROOT / name, home / name)
        environment = {**os.environ, "OIC_REPORTS_DATA_HOME": folder, "PREFECT_HOME": str(home / "prefect")}
        reports = sorted((home / "raw" / "reports").glob("*.txt"))
        measure("read one English report", [command, "read", str(reports[1])], environment)
        measure("read one damaged Arabic report", [command, "read", str(reports[0])], environment)
        measure("pipeline, first run", [sys.executable, "-m", "flows.pipeline"], environment)
        measure("pipeline, unchanged input", [sys.executable, "-m", "flows.pipeline"], environment)


if __name__ == "__main__":
    main()
