"""Each description of a release before the validator of its own standard, offline; and damage that each must reject.

``make check-metadata``, or ``.venv-validators/bin/python tests/validators/check_metadata.py FOLDER``: one line a check,
exit status 1 where one fails. Several validators clash with the locked environment, so they have one of their own
(``requirements-validators.lock``); nothing of oic_reports is imported here. No network: a connection is an error.

What is the standard's own validator: Data Package (frictionless, CSV and Parquet), Croissant (mlcroissant, every record
and every hash), DataCite (its JSON schema 4.5 and its XML), CITATION.cff (cffconvert), REUSE (reuse lint), the card of
Hugging Face (``datasets.load_dataset``). What is ours: shapes of DCAT-AP 3 and schema.org (``shapes.ttl``), run by pySHACL.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# said before the libraries are imported: none may ask a hub
os.environ |= {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
os.environ["HF_HOME"] = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="oic-reports-validators-")

import datacite.schema45
import datasets
import frictionless
import mlcroissant
import pyarrow.parquet as pq
import pyshacl
import rdflib

SHAPES = Path(__file__).with_name("shapes.ttl")
BINARIES = Path(sys.executable).parent
BASE = "https://example.org/release/"


def _refuse(*_: object) -> None:
    msg = "a validator asked the network"
    raise OSError(msg)


def _edit(name: str, change: Callable[[Any], object]) -> Callable[[Path], None]:
    """Damage of a JSON file."""

    def damage(folder: Path) -> None:
        content = json.loads((folder / name).read_text(encoding="utf-8"))
        change(content)
        (folder / name).write_text(json.dumps(content), encoding="utf-8")

    return damage


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Damage of a text file."""

    def damage(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, f"{name} does not say {old}"
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return damage


def check_csv(folder: Path) -> None:
    """Every table of the data package, as CSV."""
    _check_package(folder, json.loads((folder / "datapackage.json").read_text(encoding="utf-8")))


def check_parquet(folder: Path) -> None:
    """The same schemas over the alternates of the tables, their Parquet files."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        (alternate,) = resource.pop("alternates")
        for name in ("compression", "dialect", "encoding"):
            resource.pop(name)
        resource |= {"path": alternate["path"], "format": "parquet", "mediatype": alternate["mediatype"]}
    # a table without rows has no column of a type there: nothing to check
    package["resources"] = [row for row in package["resources"] if row["rowCount"]]
    names = {row["name"] for row in package["resources"]}
    for resource in package["resources"]:
        keys = resource["schema"].get("foreignKeys", [])
        resource["schema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] in names]
    _check_package(folder, package)


def _check_package(folder: Path, package: dict[str, Any]) -> None:
    report = frictionless.Package.from_descriptor(package, basepath=str(folder)).validate()
    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "message"])[:3]
    assert len(report.tasks) == len(package["resources"])


def check_croissant(folder: Path) -> None:
    """Every record of every record set; hashes are compared as files are opened."""
    dataset = mlcroissant.Dataset(str(folder / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors, dataset.metadata.ctx.issues.report()
    assert not dataset.metadata.ctx.issues.warnings, dataset.metadata.ctx.issues.report()
    for record_set in dataset.metadata.record_sets:
        records = sum(1 for _ in dataset.records(record_set.name))
        rows = pq.read_metadata(folder / f"{record_set.name}.parquet").num_rows
        assert records == rows, f"{record_set.name}: {records} records, {rows} rows"


def check_dcat(folder: Path) -> None:
    """The mandatory parts of DCAT-AP 3."""
    graph = _check_shapes(folder / "dcat.jsonld")
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.DCAT.Distribution))) > 1


def check_schema_org(folder: Path) -> None:
    """The parts that search engines for datasets require."""
    graph = _check_shapes(folder / "schema-org.jsonld")
    assert any(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/DataDownload")))


def _check_shapes(path: Path) -> rdflib.Graph:
    graph = rdflib.Graph().parse(path, format="json-ld", publicID=BASE)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(SHAPES), inference="none", advanced=False)
    assert conforms, text[:600]
    return graph


def check_datacite(folder: Path) -> None:
    """DataCite's JSON schema 4.5; and that its XML can be made of it."""
    described = json.loads((folder / "datacite.json").read_text(encoding="utf-8"))
    datacite.schema45.validator.validate(described)
    assert "<resource " in datacite.schema45.tostring(described)


def check_citation(folder: Path) -> None:
    """The schema of CFF 1.2, and that a citation can be made of it."""
    command = [BINARIES / "cffconvert", "--infile", folder / "CITATION.cff"]
    _run([*command, "--validate"], folder)
    for form, wanted in (("bibtex", "title = {OIC reports"), ("apalike", "version 20")):
        assert wanted in _run([*command, "--format", form], folder)


def check_reuse(folder: Path) -> None:
    """REUSE 3.3: each file has a licence and a holder, each licence its notice."""
    _run([BINARIES / "reuse", "--root", folder, "lint"], folder)


def check_card(folder: Path) -> None:
    """What ``load_dataset`` gives of the folder: paragraphs, and each table with rows, with the types of the files."""
    assert set(datasets.load_dataset(str(folder), cache_dir=_cache())["train"].column_names) >= {"paragraph_id", "text"}
    names = datasets.get_dataset_config_names(str(folder))
    filled = {path.stem for path in folder.glob("*.parquet") if pq.read_metadata(path).num_rows}
    assert set(names) == filled, f"configs {sorted(names)}, tables {sorted(filled)}"
    for name in names:
        loaded = datasets.load_dataset(str(folder), name, cache_dir=_cache())["train"]
        stored = pq.read_schema(folder / f"{name}.parquet")
        assert loaded.num_rows == pq.read_metadata(folder / f"{name}.parquet").num_rows
        assert [field.type for field in loaded.features.arrow_schema] == stored.types, f"{name}: other types"


def _cache() -> str:
    """A new folder: what was loaded once is not loaded again."""
    return tempfile.mkdtemp(dir=os.environ["HF_HOME"])


def _run(command: list[Any], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-600:]
    return done.stdout


def _break_hash(content: dict[str, Any]) -> None:
    for file in content["distribution"]:
        file["sha256"] = "0" * 64


# each check, and damages that it must find
CHECKS: dict[Callable[[Path], None], list[Callable[[Path], None]]] = {
    check_csv: [
        _edit(
            "datapackage.json", lambda p: p["resources"][0]["schema"]["fields"][2]["constraints"].update(enum=["xx"])
        ),
        _edit("datapackage.json", lambda p: p["resources"][0].pop("path")),
        _edit("datapackage.json", lambda p: p["resources"][0]["schema"]["fields"].pop()),
    ],
    check_parquet: [
        _edit(
            "datapackage.json", lambda p: p["resources"][0]["schema"]["fields"][2]["constraints"].update(enum=["xx"])
        ),
        _edit("datapackage.json", lambda p: p["resources"][0]["schema"].update(primaryKey=["organisation"])),
    ],
    check_croissant: [
        _edit("croissant.json", _break_hash),
        _edit("croissant.json", lambda c: c["recordSet"][0]["field"][0]["source"]["extract"].update(column="none")),
        _edit("croissant.json", lambda c: c["recordSet"][0]["field"][0].pop("dataType")),
    ],
    check_dcat: [
        _edit("dcat.jsonld", lambda c: c["@graph"][0].pop("dct:title")),
        _edit("dcat.jsonld", lambda c: c["@graph"][0]["dcat:distribution"][0].pop("dcat:accessURL")),
        _edit("dcat.jsonld", lambda c: c["@graph"][0]["dcat:distribution"][0].pop("dct:license")),
        _edit("dcat.jsonld", lambda c: c["@graph"][0].update({"dct:issued": "yesterday"})),
    ],
    check_schema_org: [
        _edit("schema-org.jsonld", lambda c: c.pop("name")),
        _edit("schema-org.jsonld", lambda c: c["distribution"][0].update(sha256="x")),
        _edit("schema-org.jsonld", lambda c: c.update(description="short")),
    ],
    check_datacite: [
        _edit("datacite.json", lambda c: c.pop("creators")),
        _edit("datacite.json", lambda c: c["types"].update(resourceTypeGeneral="Corpus")),
        _edit("datacite.json", lambda c: c["rightsList"][0].update(licence="x")),
    ],
    check_citation: [
        _replace("CITATION.cff", "title:", "titel:"),
        _replace("CITATION.cff", "date-released:", "date-released: 2026-13-01\nrest:"),
    ],
    check_reuse: [
        lambda folder: next((folder / "LICENSES").iterdir()).unlink(),
        lambda folder: (folder / "REUSE.toml").unlink(),
        _replace("REUSE.toml", "CC-BY-4.0", "CC0-1.0"),
    ],
    check_card: [
        _replace("README.md", "  default: true\n", ""),
        _replace("README.md", "path: paragraphs.parquet", "path: validation.json"),
    ],
}


def main() -> int:
    """Check the folder that is named; 1 where a check fails, or finds nothing wrong with a damaged copy."""
    folder = Path(sys.argv[1]).resolve()
    socket.socket.connect = _refuse  # type: ignore[assignment,method-assign]
    datasets.utils.logging.set_verbosity_error()
    datasets.disable_progress_bars()
    lines = list(_judge(folder))
    print("\n".join(lines))
    return int(any(line.startswith("WRONG") for line in lines))


def _judge(folder: Path) -> Iterator[str]:
    for check, damages in CHECKS.items():
        said = _ask(check, folder)
        yield f"WRONG {check.__name__}: {said}" if said else f"right {check.__name__}"
        for place, damage in enumerate(damages, 1):
            with tempfile.TemporaryDirectory() as name:
                copy = Path(name) / "release"
                shutil.copytree(folder, copy)
                damage(copy)
                found = _ask(check, copy)
            yield (
                f"right   damage {place} is found" if found else f"WRONG {check.__name__}: damage {place} is not found"
            )


def _ask(check: Callable[[Path], None], folder: Path) -> str | None:
    """What a check says is wrong; None where nothing is."""
    try:
        check(folder)
    except Exception as error:  # noqa: BLE001  (each validator has errors of its own)
        return f"{type(error).__name__}: {error}"[:800] or "error"
    return None


if __name__ == "__main__":
    sys.exit(main())
