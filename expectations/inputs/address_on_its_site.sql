-- why: The host of an address, and of its printer’s version, is a host of its site.
-- blocks: row
select a.owner as key
from addresses as a
where a.kind in ('address', 'printer_address') and a.host is not null
    and exists (select 1 from sites as s where s.site = a.site)
    and not exists (select 1 from site_hosts as h where h.site = a.site and h.host = a.host)
