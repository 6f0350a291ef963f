-- why: Each address in other_languages has a row of its own.
-- blocks: row
select a.owner as key
from addresses as a
where a.kind = 'other_languages' and a.host is not null
    and not exists (select 1 from catalogue as c where c.address = a.address)
