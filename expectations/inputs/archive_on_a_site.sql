-- why: The host of the archive’s copy is a host of a site, which says how often it may be asked.
-- blocks: row
select a.owner as key
from addresses as a
where a.kind = 'archive_address' and a.host is not null
    and not exists (select 1 from site_hosts as h where h.host = a.host)
