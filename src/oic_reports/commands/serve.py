"""``oic-reports serve``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oic_reports.commands.failure import fail
from oic_reports.site.serving import open_server

# where the pages are shown if nothing else is asked for
_PORT = 8080


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("directory", type=Path, metavar="DIR")
    parser.add_argument("--port", type=int, default=_PORT, help=f"default: {_PORT}; 0 for any that is free")


def run(options: argparse.Namespace) -> int:
    """Show a folder of pages in a browser on this machine, and to nobody else, until it is stopped (Ctrl-C)."""
    if not (options.directory / "index.html").is_file():
        return fail(f"{options.directory} holds no pages: make them with oic-reports site")
    try:
        server = open_server(options.directory, options.port)
    except OSError as error:
        return fail(f"port {options.port} cannot be used: {error.strerror}; try another with --port")
    with server:
        sys.stdout.write(f"http://127.0.0.1:{server.server_port}/\n")
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0
