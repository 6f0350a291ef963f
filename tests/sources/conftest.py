"""Fixtures of the small internet (see ``sources_world``)."""

from __future__ import annotations

import hashlib
import logging

import pytest
from index_pages import Index
from server import FakeClock, Server
from sources_world import World

from oic_reports.sources.folder import FolderStore
from oic_reports.sources.object_store import ObjectStore


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def server(clock):
    with Server(clock) as server:
        yield server


@pytest.fixture(scope="session")
def bucket_server():
    """An S3-compatible server on loopback; its address."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(bucket_server, monkeypatch, request):
    """A bucket of one test, as an address that fsspec takes."""
    access = {"AWS_ENDPOINT_URL": bucket_server, "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x"}
    for name, value in (access | {"AWS_DEFAULT_REGION": "us-east-1"}).items():
        monkeypatch.setenv(name, value)
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    name = f"b{hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:20]}"
    s3fs.S3FileSystem().mkdir(name)
    return f"s3://{name}/raw"


@pytest.fixture(params=["folder", "objects"])
def store(request, tmp_path):
    """A raw store of each kind."""
    if request.param == "folder":
        return FolderStore(tmp_path / "raw")
    return ObjectStore(request.getfixturevalue("bucket"), tmp_path / "copies")


@pytest.fixture
def world(tmp_path, clock, server, store):
    return World(tmp_path / "raw", clock, server, store)


@pytest.fixture
def index(tmp_path, clock, server):
    """Index pages of two sites; proposals lie in the folder ``raw/`` wherever received files are."""
    (tmp_path / "raw").mkdir()
    return Index(World(tmp_path / "raw", clock, server, FolderStore(tmp_path / "raw")))
