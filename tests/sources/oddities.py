"""What may lie where a file is expected, and is none."""

from __future__ import annotations

import contextlib
import os
import socket


def make(kind, path, tmp_path):
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a socket":
        # a socket's address may have 107 bytes
        with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    elif kind == "a dangling link":
        path.symlink_to(tmp_path / "nowhere")
    elif kind == "a link out":
        (tmp_path / "secret.txt").write_text("The Meeting agreed.")
        path.symlink_to(tmp_path / "secret.txt")
    else:
        path.symlink_to(path.name)


KINDS = ("a folder", "a pipe", "a socket", "a dangling link", "a link out", "a link to itself")
