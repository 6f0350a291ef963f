"""A whole run in a process that need not load its libraries: it is forked by one that has, and has a group of its own.

What is killed with it, its children included, is killed by the number of that group.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

from oic_reports.checks.gx_library import load_library, open_frames
from oic_reports.cli import main

_FORKS = multiprocessing.get_context("forkserver")


def start_run(home):
    """The process of ``oic-reports build`` in a data home, as started as it is loaded."""
    # the one that forks finds this module, and what it imports, by the path of its environment
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    try:
        _FORKS.set_forkserver_preload([__name__])
        process = _FORKS.Process(target=_run, args=(str(home),))
        process.start()
    finally:
        del os.environ["PYTHONPATH"]
    return process


def _run(home):
    os.setsid()
    silent = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silent, stream)
    os.environ["OIC_REPORTS_DATA_HOME"] = home
    sys.exit(main(["build"]))


load_library()
open_frames()
