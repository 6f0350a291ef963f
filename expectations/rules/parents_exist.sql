-- why: The paragraph that another one belongs to is in the same document.
-- blocks: document
-- looks at: one document
select p.document_id as key, p.paragraph_id as row_key
from paragraphs as p
where p.parent_eid is not null
  and not exists (select 1 from paragraphs as q where q.document_id = p.document_id and q.eid = p.parent_eid)
