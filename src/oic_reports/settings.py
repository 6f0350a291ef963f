"""Every setting once, with the reason for its default. Each can be set by an environment variable ``OIC_REPORTS_…``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

_PREFIX = "OIC_REPORTS_"
# variables of the deployments, which are not settings of a run
_OTHERS = frozenset({"OIC_REPORTS_CHECKOUT"})
_CHECKOUT = Path(__file__).resolve().parents[2]


def _default_home() -> Path:
    """The checkout if this is one, else the working directory."""
    return _CHECKOUT if (_CHECKOUT / "raw").is_dir() else Path.cwd()


class Settings(BaseModel):
    """The settings of a run.

    Raises:
        pydantic.ValidationError: a value is not as described, or a variable ``OIC_REPORTS_…`` sets nothing;
            ``print_faults`` says it in words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __init__(self, **given: Any) -> None:  # noqa: ANN401  (pydantic says what is wrong with a value)
        """Take what is given, the rest from the environment.

        pydantic-settings does the same and more; its import took a fifth of the start of ``oic-reports read``.
        """
        names = {f"{_PREFIX}{name}".upper(): name for name in type(self).model_fields}
        found = {names[name.upper()]: value for name, value in os.environ.items() if name.upper() in names}
        super().__init__(**{**found, **given})

    data_home: Path = Field(
        default_factory=_default_home,
        description="Folder of raw/, processed/ and corrections/. A server sets it, to keep its checkout clean.",
    )
    release_without: str = Field(
        default="",
        description="Parts that releases are to be without, by commas (schemas/files.yaml): each costs time and disk.",
    )
    read_seconds: float = Field(
        default=180.0,
        gt=0,
        description="Wall seconds for reading and structuring one file: a text takes 0.5, a thousand Arabic pages 20.",
    )
    read_memory_bytes: int = Field(
        default=1 << 30,
        gt=0,
        description="Address space for one file: a large page takes 200 MB, a bomb all.",
    )
    read_output_bytes: int = Field(
        default=256 << 20,
        gt=0,
        description="Largest answer of the process that reads one file: five times the largest file.",
    )
    max_file_bytes: int = Field(
        default=50 << 20, gt=0, description="Largest file that is read: the longest OIC collections have 20 MB."
    )
    ocr_seconds: float = Field(
        default=1800.0,
        gt=0,
        description="Wall seconds for a file whose pages must be recognised: 8 a page, two hundred pages.",
    )
    ocr_page_seconds: float = Field(
        default=120.0, gt=0, description="Wall seconds for one run of Tesseract on one page: it takes 1 to 4."
    )
    convert_seconds: float = Field(
        default=120.0,
        gt=0,
        description="Wall seconds for LibreOffice to convert one old Word file: it takes 1, for 300 pages 3.",
    )
    convert_memory_bytes: int = Field(
        default=2 << 30,
        gt=0,
        description="Address space for LibreOffice: it starts with 600 MB, 300 pages fit into 800.",
    )
    convert_file_bytes: int = Field(
        default=128 << 20,
        gt=0,
        description="Largest file that LibreOffice may write: above the largest that is read, below what fills a disk.",
    )
    contact: str | None = Field(
        default=None,
        min_length=5,
        description="Who runs the fetch: a mail address or web page, sent with each request; without it none is sent.",
    )
    raw_url: str | None = Field(
        default=None,
        pattern=r"^[a-z0-9+]+://.+",
        description="Object store of received files, such as s3://bucket/raw (extra s3); a folder where it is not set.",
    )
    fetch_delay_seconds: float = Field(
        default=3.0,
        ge=0,
        description="Seconds between two requests to a site: a reader clicks about as often. robots.txt may ask more.",
    )
    fetch_sites: int = Field(
        default=6, gt=0, description="Sites that are visited side by side; one request at a time each."
    )
    fetch_connect_seconds: float = Field(
        default=15.0, gt=0, description="Seconds for a connection: far servers take 2."
    )
    fetch_read_seconds: float = Field(
        default=60.0, gt=0, description="Seconds without a byte: old servers think for 30."
    )
    fetch_body_seconds: float = Field(
        default=900.0, gt=0, description="Seconds for a whole body: 50 MB at the 60 kB/s of a slow server."
    )
    fetch_tries: int = Field(default=3, gt=0, description="Tries of one request before its failure counts.")
    fetch_pause_seconds: float = Field(
        default=5.0, ge=0, description="First pause before another try; it doubles, and is drawn at random below that."
    )
    fetch_longest_wait_seconds: float = Field(
        default=300.0,
        gt=0,
        description="Longest wait for one request; a site that asks for more (Retry-After) is left alone in this run.",
    )
    fetch_redirects: int = Field(
        default=5, ge=0, description="Redirects that are followed: browsers follow 20, robots 5."
    )
    fetch_failures: int = Field(
        default=5, gt=0, description="Addresses of a site that fail in a row before it is left alone in this run."
    )
    fetch_hours: float = Field(
        default=6.0, gt=0, description="Hours that a fetch may last; what was not visited comes first in the next run."
    )
    fetch_failing_days: float = Field(
        default=3.0,
        ge=0,
        description="Days of failures after which an address is reported, once: servers rest at weekends.",
    )
    allow_loopback: bool = Field(
        default=False,
        description="Whether addresses of this machine itself may be fetched: for tests with a local server.",
    )
    leaves_url: str | None = Field(
        default=None,
        pattern=r"^[a-z0-9+]+://.+",
        description="Object store of leaves, for several machines; a folder in processed/.work where it is not set.",
    )
    leaf_days: float = Field(
        default=30.0,
        gt=0,
        description="Days after which leaves of a code that no longer runs are removed: time to go back to it.",
    )
    workers: int = Field(
        default_factory=lambda: max(1, min(8, os.cpu_count() or 1)),
        gt=0,
        description="Files read at once: one a processor, at most 8, since one disk feeds them.",
    )
    batch_size: int = Field(
        default=200, gt=0, description="Files in one Prefect task: a task costs about 7 ms whatever it does."
    )
    batches_at_once: int = Field(
        default=2,
        gt=0,
        description="Batches in work at once: two, so that a slow file holds none up; for a cluster twice its workers.",
    )
    cluster: str | None = Field(
        default=None,
        pattern=r"^(tcp|tls)://.+",
        description="Dask scheduler whose workers read the batches; where it is not set, this machine does.",
    )

    lease_seconds: float = Field(
        default=30.0,
        gt=0,
        description="Seconds without a beat of a run on another machine until it counts as dead: six beats.",
    )
    lease_beat_seconds: float = Field(
        default=5.0, gt=0, description="Seconds between two beats of a run: one small file is written at each."
    )
    lost_seconds: float = Field(
        default=600.0,
        gt=0,
        description="Seconds that a run may be about to begin until it counts as lost: 10 on a quiet machine.",
    )

    log_file: Path | None = Field(
        default=None, description="File to which runs append what they log, as JSON lines; none where it is not set."
    )
    metrics_file: Path | None = Field(
        default=None,
        description="Prometheus textfile that each run writes anew: *.prom in the folder that the node exporter reads.",
    )
    quiet_days: int = Field(
        default=30, gt=0, description="Days without a new report after which that is told: the OIC meets monthly."
    )

    site: bool = Field(
        default=False,
        description="Whether a run that publishes also makes the dataset's pages: off, since they need a host.",
    )
    site_contact: str | None = Field(
        default=None,
        min_length=5,
        description="Where readers of the pages report errors: a mail address or web page; a text to copy without it.",
    )

    @model_validator(mode="after")
    def _refuse_unknown_variables(self) -> Self:
        """A misspelt name would be passed over in silence."""
        known = {f"{_PREFIX}{name}".upper() for name in type(self).model_fields} | _OTHERS
        unknown = sorted(name for name in os.environ if name.startswith(_PREFIX) and name.upper() not in known)
        if unknown:
            msg = f"no setting is called {', '.join(unknown)}"
            raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _refuse_unknown_parts(self) -> Self:
        if self.without:
            from oic_reports.release.files import list_parts  # noqa: PLC0415  (slow, and seldom asked)

            unknown = sorted(set(self.without) - set(list_parts()))
            if unknown:
                msg = f"a release has no part {', '.join(unknown)}; it has {', '.join(list_parts())}"
                raise ValueError(msg)
        return self

    @property
    def raw(self) -> Path:
        """What was received."""
        return self.data_home / "raw"

    @property
    def without(self) -> tuple[str, ...]:
        """The parts that releases are to be without."""
        return tuple(part.strip() for part in self.release_without.split(",") if part.strip())

    @property
    def copies(self) -> Path:
        """Copies of files of an object store, to be read; may be deleted at any time."""
        return self.data_home / "processed" / ".stage" / "raw-copies"

    @property
    def processed(self) -> Path:
        """What was published."""
        return self.data_home / "processed"

    @property
    def corrections(self) -> Path:
        """What people found wrong."""
        return self.data_home / "corrections"

    @property
    def recognised(self) -> Path:
        """Texts of recognised files, by sha256: kept beside what was received, so that a rebuild needs no engine."""
        return self.raw / "recognised"

    @property
    def leaves(self) -> Path:
        """What was computed of each file alone; may be deleted at any time."""
        return self.processed / ".work" / "leaves"

    @property
    def lease(self) -> Path:
        """Lock and record of the run that is going on; not to be deleted while one is."""
        return self.processed / ".run"

    @property
    def runs(self) -> Path:
        """Summaries of runs."""
        return self.processed / ".runs"

    @property
    def pages(self) -> Path:
        """The dataset's pages; may be deleted at any time."""
        return self.processed / "site"

    @property
    def stage(self) -> Path:
        """Where one step of a run leaves its result for the next; never part of a release."""
        return self.processed / ".stage"


def print_faults(error: ValidationError) -> str:
    """What is wrong with the settings, each by the name of its variable."""
    faults = []
    for fault in error.errors():
        name = "".join(f"{_PREFIX}{str(place).upper()}: " for place in fault["loc"][:1])
        faults.append(f"{name}{fault['msg'].removeprefix('Value error, ')}")
    return "; ".join(faults)
