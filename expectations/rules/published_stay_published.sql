-- why: A report that was published is there again, unless a row in corrections/ withdraws it.
-- blocks: release
select d.document_id as key
from previous_documents as d
where not exists (select 1 from documents as n where n.document_id = d.document_id)
  and not exists (
      select 1 from rejects as r where r.document_id = d.document_id and r.reason = 'withdrawn'
  )
