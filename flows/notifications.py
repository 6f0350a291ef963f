"""Have the server tell somebody: automations that call a webhook. ``python -m flows.notifications ADDRESS``."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import cast
from uuid import UUID

from prefect.blocks.webhook import Webhook
from prefect.client.orchestration import get_client
from prefect.events.actions import CallWebhook
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from pydantic import SecretStr

_BLOCK = "oic-reports"
_FLOW: dict[str, str | list[str]] = {"prefect.resource.role": "flow", "prefect.resource.name": "pipeline"}
# a night may be long, and the next one is due a day after it began
_SILENCE = timedelta(hours=36)
# what chat services take: one field with a sentence
_OF_RUN = (
    '{"text": "oic-reports: run {{ flow_run.name }} ended as {{ flow_run.state.name }}:'
    " {{ flow_run.state.message | replace('\\\\', ' ') | replace('\"', ' ') | replace('\\n', ' ') }}\"}"
)
_OF_EVENT = '{"text": "oic-reports: {{ event.payload.message | replace(\'"\', \' \') }}"}'
_OF_SILENCE = '{"text": "oic-reports: no run has ended well for 36 hours: look at the worker and the schedule"}'


def make_automations(block: UUID) -> list[AutomationCore]:
    """The automations, each with its trigger: a run that failed, a notice of a run, and silence."""

    def make(name: str, description: str, trigger: EventTrigger, payload: str) -> AutomationCore:
        action = CallWebhook(block_document_id=block, payload=payload)
        return AutomationCore(name=f"oic-reports: {name}", description=description, trigger=trigger, actions=[action])

    return [
        make(
            "a run failed",
            "A run ended as failed or crashed.",
            EventTrigger(expect={"prefect.flow-run.Failed", "prefect.flow-run.Crashed"}, match_related=_FLOW),
            _OF_RUN,
        ),
        make(
            "something to look at",
            "A run ended well and found that rejects have jumped, or that no new report has come for long.",
            EventTrigger(expect={"oic-reports.*"}),
            _OF_EVENT,
        ),
        make(
            "silence",
            "No run has ended well for a day and a half.",
            EventTrigger(
                posture=Posture.Proactive,
                after={"prefect.flow-run.Completed"},
                expect={"prefect.flow-run.Completed"},
                match_related=_FLOW,
                within=_SILENCE,
            ),
            _OF_SILENCE,
        ),
    ]


def install(address: str) -> list[str]:
    """Make or replace block and automations; the names of the automations."""
    saved = Webhook(url=SecretStr(address), method="POST").save(_BLOCK, overwrite=True)
    automations = make_automations(cast("UUID", saved))
    with get_client(sync_client=True) as client:
        for automation in automations:
            for old in client.read_automations_by_name(automation.name):
                client.delete_automation(old.id)
            client.create_automation(automation)
    return [automation.name for automation in automations]


def main() -> int:
    """Install them for the address that is given."""
    if len(sys.argv) != 2 or not sys.argv[1].startswith(("http://", "https://")):  # noqa: PLR2004  (program and address)
        sys.stderr.write("usage: python -m flows.notifications https://ADDRESS\n")
        return 2
    for name in install(sys.argv[1]):
        sys.stdout.write(f"{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
