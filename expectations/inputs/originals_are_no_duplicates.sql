-- why: What a duplicate names is no duplicate itself.
-- blocks: row
select d.address as key
from catalogue as d join catalogue as o on o.address = d.duplicate_of
where o.state = 'duplicate'
