"""The command ``oic-reports``; its sub-commands stand in ``commands``."""

from __future__ import annotations

import argparse
import io
import os
import platform
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from oic_reports.commands import COMMANDS
from oic_reports.commands.failure import FAILED, WRONGLY_CALLED, fail
from oic_reports.environment import WrongSettingError
from oic_reports.errors import ForeseenError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is its exit status, which ``--help`` explains."""
    given = sys.argv[1:] if arguments is None else arguments
    options = _make_parser(given).parse_args(given)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except WrongSettingError as error:
        return fail(error, WRONGLY_CALLED)
    except BrokenPipeError:
        # the reader of our output has seen enough; nothing may be written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ForeseenError as error:
        return fail(error, options.stopped)
    except OSError as error:
        # what the disk refuses is no fault of the code; which file it is stands in the error
        return fail(": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error)))), options.stopped)
    return status


class _Parser(argparse.ArgumentParser):
    """A parser whose exit status tells a wrong call from a refused file."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONGLY_CALLED, f"{self.prog}: {message}\n")


class _Version(argparse.Action):
    """Print which code this is; what is asked for seldom is imported only then."""

    def __init__(self, option_strings: list[str], dest: str, **given: Any) -> None:  # noqa: ANN401  (argparse's)
        super().__init__(option_strings, dest, nargs=0, **given)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version as find_version  # noqa: PLC0415

        from oic_reports.tables.schema import load_schema_version  # noqa: PLC0415

        code, python = find_version("oic-reports"), platform.python_version()
        sys.stdout.write(f"oic-reports {code}, schema {load_schema_version()}, Python {python}\n")
        parser.exit()


def _make_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows all commands by name, and the arguments of the one that is asked for."""
    parser = _Parser(
        prog="oic-reports",
        description="Reports of the OIC, paragraph by paragraph.",
        epilog="Exit status: 0 done, 1 failed, 2 a file or a row is refused, 64 wrongly called.",
    )
    parser.add_argument("--version", action=_Version, help="print the versions of code, schema and Python")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary)
        if name in arguments[:1]:
            module = import_module(f"oic_reports.commands.{name.replace('-', '_')}")
            command.description = module.run.__doc__
            module.add_arguments(command)
            command.set_defaults(run=module.run, stopped=getattr(module, "STOPPED", FAILED))
    return parser


if __name__ == "__main__":
    sys.exit(main())
