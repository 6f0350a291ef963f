"""Every setting once, with the reason for its default. Each can be set by an environment variable ``OIC_REPORTS_…``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oic_reports.environment import WrongSettingError, setting, take_values

_PREFIX = "OIC_REPORTS_"
# variables of the deployments, which are not settings of a run
_OTHERS = frozenset({"OIC_REPORTS_CHECKOUT"})
_CHECKOUT = Path(__file__).resolve().parents[2]


def _default_home() -> Path:
    """The checkout if this is one, else the working directory."""
    return _CHECKOUT if (_CHECKOUT / "raw").is_dir() else Path.cwd()


@dataclass(frozen=True, init=False)
class Settings:
    """The settings of a run: what is given, the rest from the environment.

    Raises:
        WrongSettingError: a value is not as described, or a variable ``OIC_REPORTS_…`` sets nothing.
    """

    data_home: Path = setting(
        default_factory=_default_home,
        description="Folder of raw/, processed/ and corrections/. A server sets it, to keep its checkout clean.",
    )
    release_without: str = setting(
        default="",
        description="Parts that releases are to be without, by commas (schemas/files.yaml): each costs time and disk.",
    )
    read_seconds: float = setting(
        default=180.0,
        above=0,
        description="Wall seconds for reading and structuring one file: a text takes 0.5, a thousand Arabic pages 20.",
    )
    read_memory_bytes: int = setting(
        default=1 << 30,
        above=0,
        description="Address space for one file: a large page takes 200 MB, a bomb all.",
    )
    read_output_bytes: int = setting(
        default=256 << 20,
        above=0,
        description="Largest answer of the process that reads one file: five times the largest file.",
    )
    max_file_bytes: int = setting(
        default=50 << 20, above=0, description="Largest file that is read: the longest OIC collections have 20 MB."
    )
    ocr_seconds: float = setting(
        default=1800.0,
        above=0,
        description="Wall seconds for a file whose pages must be recognised: 8 a page, two hundred pages.",
    )
    ocr_page_seconds: float = setting(
        default=120.0, above=0, description="Wall seconds for one run of Tesseract on one page: it takes 1 to 4."
    )
    convert_seconds: float = setting(
        default=120.0,
        above=0,
        description="Wall seconds for LibreOffice to convert one old Word file: it takes 1, for 300 pages 3.",
    )
    convert_memory_bytes: int = setting(
        default=2 << 30,
        above=0,
        description="Address space for LibreOffice: it starts with 600 MB, 300 pages fit into 800.",
    )
    convert_file_bytes: int = setting(
        default=128 << 20,
        above=0,
        description="Largest file that LibreOffice may write: above the largest that is read, below what fills a disk.",
    )
    contact: str | None = setting(
        default=None,
        least_length=5,
        description="Who runs the fetch: a mail address or web page, sent with each request; without it none is sent.",
    )
    raw_url: str | None = setting(
        default=None,
        pattern=r"^[a-z0-9+]+://.+",
        description="Object store of received files, such as s3://bucket/raw (extra s3); a folder where it is not set.",
    )
    fetch_delay_seconds: float = setting(
        default=3.0,
        least=0,
        description="Seconds between two requests to a site: a reader clicks about as often. robots.txt may ask more.",
    )
    fetch_sites: int = setting(
        default=6, above=0, description="Sites that are visited side by side; one request at a time each."
    )
    fetch_connect_seconds: float = setting(
        default=15.0, above=0, description="Seconds for a connection: far servers take 2."
    )
    fetch_read_seconds: float = setting(
        default=60.0, above=0, description="Seconds without a byte: old servers think for 30."
    )
    fetch_body_seconds: float = setting(
        default=900.0, above=0, description="Seconds for a whole body: 50 MB at the 60 kB/s of a slow server."
    )
    fetch_tries: int = setting(default=3, above=0, description="Tries of one request before its failure counts.")
    fetch_pause_seconds: float = setting(
        default=5.0,
        least=0,
        description="First pause before another try; it doubles, and is drawn at random below that.",
    )
    fetch_longest_wait_seconds: float = setting(
        default=300.0,
        above=0,
        description="Longest wait for one request; a site that asks for more (Retry-After) is left alone in this run.",
    )
    fetch_redirects: int = setting(
        default=5, least=0, description="Redirects that are followed: browsers follow 20, robots 5."
    )
    fetch_failures: int = setting(
        default=5, above=0, description="Addresses of a site that fail in a row before it is left alone in this run."
    )
    fetch_hours: float = setting(
        default=6.0,
        above=0,
        description="Hours that a fetch may last; what was not visited comes first in the next run.",
    )
    fetch_failing_days: float = setting(
        default=3.0,
        least=0,
        description="Days of failures after which an address is reported, once: servers rest at weekends.",
    )
    allow_loopback: bool = setting(
        default=False,
        description="Whether addresses of this machine itself may be fetched: for tests with a local server.",
    )
    leaves_url: str | None = setting(
        default=None,
        pattern=r"^[a-z0-9+]+://.+",
        description="Object store of leaves, for several machines; a folder in processed/.work where it is not set.",
    )
    leaf_days: float = setting(
        default=30.0,
        above=0,
        description="Days after which leaves of a code that no longer runs are removed: time to go back to it.",
    )
    workers: int = setting(
        default_factory=lambda: max(1, min(8, os.cpu_count() or 1)),
        above=0,
        description="Files read at once: one a processor, at most 8, since one disk feeds them.",
    )
    batch_size: int = setting(
        default=200, above=0, description="Files in one Prefect task: a task costs about 7 ms whatever it does."
    )
    batches_at_once: int = setting(
        default=2,
        above=0,
        description="Batches in work at once: two, so that a slow file holds none up; for a cluster twice its workers.",
    )
    cluster: str | None = setting(
        default=None,
        pattern=r"^(tcp|tls)://.+",
        description="Dask scheduler whose workers read the batches; where it is not set, this machine does.",
    )

    lease_seconds: float = setting(
        default=30.0,
        above=0,
        description="Seconds without a beat of a run on another machine until it counts as dead: six beats.",
    )
    lease_beat_seconds: float = setting(
        default=5.0, above=0, description="Seconds between two beats of a run: one small file is written at each."
    )
    lost_seconds: float = setting(
        default=600.0,
        above=0,
        description="Seconds that a run may be about to begin until it counts as lost: 10 on a quiet machine.",
    )

    log_file: Path | None = setting(
        default=None, description="File to which runs append what they log, as JSON lines; none where it is not set."
    )
    metrics_file: Path | None = setting(
        default=None,
        description="Prometheus textfile that each run writes anew: *.prom in the folder that the node exporter reads.",
    )
    quiet_days: int = setting(
        default=30, above=0, description="Days without a new report after which that is told: the OIC meets monthly."
    )

    site: bool = setting(
        default=False,
        description="Whether a run that publishes also makes the dataset's pages: off, since they need a host.",
    )
    site_contact: str | None = setting(
        default=None,
        least_length=5,
        description="Where readers of the pages report errors: a mail address or web page; a text to copy without it.",
    )

    def __init__(self, **given: Any) -> None:  # noqa: ANN401  (each is held against what it is declared as)
        for name, value in take_values(type(self), given, _PREFIX, _OTHERS).items():
            object.__setattr__(self, name, value)
        if self.without:
            self._refuse_unknown_parts()

    def _refuse_unknown_parts(self) -> None:
        from oic_reports.release.files import list_parts  # noqa: PLC0415  (slow, and seldom asked)

        unknown = sorted(set(self.without) - set(list_parts()))
        if unknown:
            msg = f"{_PREFIX}RELEASE_WITHOUT: there is no part {', '.join(unknown)}; it has {', '.join(list_parts())}"
            raise WrongSettingError(msg)

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
