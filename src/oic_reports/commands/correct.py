"""``oic-reports correct``."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime

from oic_reports.commands.failure import REFUSED, WRONGLY_CALLED, fail
from oic_reports.hands.carrying_out import do
from oic_reports.hands.correct import correct_text, set_fact
from oic_reports.hands.done import Change
from oic_reports.hands.published import Current
from oic_reports.settings import Settings

# what stops the command is a refusal: nothing was written
STOPPED = REFUSED


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("target", metavar="ID", help="of a paragraph (with --replace or --sic) or a document (--field)")
    parser.add_argument("--expect", help="what stands there now: a part of the text that occurs once, or the fact")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--replace", metavar="TEXT", help="the text that is printed: reading it went wrong")
    what.add_argument("--sic", metavar="TEXT", help="what the author meant: the text stays as printed")
    what.add_argument("--field", metavar="NAME", help="the fact of the header that --value sets")
    parser.add_argument("--value", help="the fact's value; null: the report does not tell it")
    parser.add_argument("--reason", required=True, help="how you know: 'seen on page 3 of the file'")
    parser.add_argument("--this-file", action="store_true", help="bind the row to the file that is published now")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def run(options: argparse.Namespace) -> int:
    """Correct what was read wrong, name an author's error, or set a fact: one row of corrections/."""
    settings = Settings()
    is_fact = options.field is not None
    if is_fact != (options.value is not None) or (not is_fact and options.expect is None):
        return fail("--field goes with --value; --replace and --sic with --expect", WRONGLY_CALLED)
    change = _prepare(options, settings, datetime.now(UTC).date())
    return do(change, dry_run=options.dry_run)


def _prepare(options: argparse.Namespace, settings: Settings, today: date) -> Change:
    current = Current.find(settings.processed)
    if options.field is not None:
        return set_fact(
            current,
            settings.corrections,
            today,
            document_id=options.target,
            field=options.field,
            expect=options.expect,
            value=options.value,
            reason=options.reason,
            is_bound=options.this_file,
        )
    return correct_text(
        current,
        settings.corrections,
        today,
        paragraph_id=options.target,
        expect=options.expect,
        after=options.replace if options.sic is None else options.sic,
        is_sic=options.sic is not None,
        reason=options.reason,
        is_bound=options.this_file,
    )
