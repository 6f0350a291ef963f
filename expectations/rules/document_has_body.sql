-- why: A report holds at least one paragraph of its body; the cover of a collection (part 0) has none.
-- blocks: document
-- looks at: one document
select d.document_id as key
from documents as d
where coalesce(d.part, 1) > 0 and not exists (
    select 1 from paragraphs as p where p.document_id = d.document_id and p.role in ('preamble', 'operative')
)
