-- why: Ids are composed of what they name.
-- blocks: document
-- looks at: one document
select p.document_id as key, p.paragraph_id as row_key
from paragraphs as p join documents as d using (document_id)
where p.paragraph_id <> p.document_id || '/' || p.eid
   or d.language <> p.language
   or d.document_id <> d.language || '-' || d.work_id
