"""Each description of a release before the validator of its own standard, offline; and damage that each must reject.

``.venv-validators/bin/python tests/validators/check_metadata.py FOLDER`` (``make check-metadata``): one line a check, exit
status 1 where one fails. The validators clash with the locked environment, so they have their own
(``requirements-validators.lock``); nothing of oic_reports is imported here.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

# before any of the libraries is imported: none may ask a hub
os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "CROISSANT_GCP": "0"}
os.environ["HF_HOME"] = tempfile.mkdtemp(prefix="oic-reports-validators-")

import datacite.schema45
import datasets
import frictionless
import mlcroissant
import pyarrow.parquet as pq
import pyshacl
import rdflib
import yaml
from cffconvert.cli.create_citation import create_citation
from reuse.lint import lint_files_lines  # noqa: F401  (named so that a missing part is told at once)

SHAPES = Path(__file__).with_name("shapes.ttl")
Damage = Callable[[Path], None]
