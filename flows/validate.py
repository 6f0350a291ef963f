"""Check the tables that ``extract`` left."""

from __future__ import annotations

from prefect import flow, get_run_logger

from flows.parameters import Stage
from oic_reports.jobs.build import check_stage
from oic_reports.settings import Settings


@flow(
    name="validate",
    flow_run_name="validate",
    description="Check the extracted tables; failing documents become rejects, the others go on.",
)
def validate(stage: Stage = "current") -> dict[str, int]:
    """Check and leave what may be published; how many checks hold and fail."""
    logger = get_run_logger()
    settings = Settings()
    logger.info("checking (this takes some seconds)")
    verdict = check_stage(settings.stage / stage, settings)
    failures = verdict.release_failures
    for failure in failures:
        logger.error(
            "stops the release: %s does not hold: %s %s", failure.name, failure.why, ", ".join(failure.keys[:3])
        )
    held = sum(result.success for result in verdict.results)
    logger.info("%d of %d checks hold", held, len(verdict.results))
    return {"held": held, "failed": len(verdict.results) - held, "stopping": len(failures)}
