"""The command ``oic-reports``; its sub-commands stand in ``commands``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from pydantic import ValidationError

from oic_reports.commands import COMMANDS
from oic_reports.commands.failure import REFUSED, fail
from oic_reports.settings import print_faults


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is its exit status: 0 done, 1 failed, 2 refused or wrongly called."""
    given = sys.argv[1:] if arguments is None else arguments
    options = _make_parser(given).parse_args(given)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ValidationError as error:
        return fail(print_faults(error), REFUSED)
    except BrokenPipeError:
        # the reader of our output has seen enough; nothing may be written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _make_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows all commands by name, and the arguments of the one that is asked for."""
    parser = argparse.ArgumentParser(prog="oic-reports", description="Reports of the OIC, paragraph by paragraph.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary)
        if name in arguments[:1]:
            module = import_module(f"oic_reports.commands.{name.replace('-', '_')}")
            command.description = module.run.__doc__
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
