-- why: A delay is at most ten minutes; a site that wants more is not fetched in a night.
-- blocks: release
select site as key from sites where try_cast(delay_seconds as double) > 600
