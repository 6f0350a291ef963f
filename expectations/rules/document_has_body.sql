-- why: A report holds at least one paragraph of its body; a cover has none, of a collection (part 0) or flagged as an excerpt with its index.
-- blocks: document
-- looks at: one document
select d.document_id as key
from documents as d
where coalesce(d.part, 1) > 0
  and not exists (
      select 1 from paragraphs as p where p.document_id = d.document_id and p.role in ('preamble', 'operative')
  )
  and not (
      exists (select 1 from flags as f where f.document_id = d.document_id and f.flag = 'excerpt')
      and exists (select 1 from paragraphs as p where p.document_id = d.document_id and p.role = 'table')
  )
