-- why: The counts of a document are those of its rows.
-- blocks: document
-- looks at: one document
select d.document_id as key
from documents as d
where d.paragraph_count <> (select count(*) from paragraphs as p where p.document_id = d.document_id)
   or d.operative_count <> (
       select count(*) from paragraphs as p
       where p.document_id = d.document_id and p.role = 'operative' and p.ordinal is not null
   )
   or d.repair_count <> (
       select count(*) from repairs as r join paragraphs as p using (paragraph_id) where p.document_id = d.document_id
   )
   or d.flag_count <> (select count(*) from flags as f where f.document_id = d.document_id)
