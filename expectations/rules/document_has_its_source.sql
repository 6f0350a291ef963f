-- why: A document has one published source, that of its row; of the others the text is told how far it is the same.
-- blocks: document
select d.document_id as key
from documents as d
where (select count(*) from document_sources as s where s.document_id = d.document_id and s.relation = 'published') <> 1
   or not exists (
       select 1 from document_sources as s
       where s.document_id = d.document_id and s.relation = 'published' and s.source_id = d.source_id
   )
   or exists (
       select 1 from document_sources as s
       where s.document_id = d.document_id
         and (s.relation in ('same_text', 'near_copy')) <> (s.likeness is not null)
   )
