-- why: A body is one of schemas/vocabularies/bodies.csv.
-- blocks: row
select address as key
from catalogue
where body_id is not null and body_id not in (select body_id from bodies)
