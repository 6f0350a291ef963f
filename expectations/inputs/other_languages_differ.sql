-- why: What other_languages names is in another language.
-- blocks: row
select a.owner as key
from addresses as a
join catalogue as c on c.address = a.owner
join catalogue as o on o.address = a.address
where a.kind = 'other_languages' and o.language = c.language
