-- why: A session is of a body: where that has no id, both stay blank and the note says the name.
-- blocks: row
select address as key from catalogue where session is not null and body_id is null
