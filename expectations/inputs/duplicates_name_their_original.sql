-- why: duplicate_of is given exactly for the state duplicate.
-- blocks: row
select address as key
from catalogue
where (coalesce(state, '') = 'duplicate') <> (duplicate_of is not null)
