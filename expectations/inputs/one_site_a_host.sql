-- why: A host stands once in sites.csv: each has one delay.
-- blocks: release
select host as key from site_hosts group by host having count(*) > 1
