-- why: A paragraph holds text, and its label is not its text; a numbered one may hold items alone.
-- blocks: document
-- looks at: one document
select p.document_id as key, p.paragraph_id as row_key
from paragraphs as p
where not regexp_matches(p.text, '\S')
  and not (
      p.text = ''
      and p.ordinal is not null
      and exists (
          select 1 from paragraphs as item
          where item.document_id = p.document_id and item.parent_eid = p.eid and item.role = 'list_item'
      )
  )
