-- why: Numbers of paragraphs follow each other from 1; where the print does not, the paragraph is flagged.
-- blocks: document
-- looks at: one document
with numbered as (
    select
        p.document_id, p.paragraph_id, p.ordinal,
        lag(p.ordinal, 1, 0) over (partition by p.document_id order by p.seq) as before
    from paragraphs as p
    where p.role in ('operative', 'preamble') and p.ordinal is not null
)
select n.document_id as key, n.paragraph_id as row_key
from numbered as n
where n.ordinal <> n.before + 1
  and not exists (
      select 1 from flags as f
      where f.paragraph_id = n.paragraph_id and f.flag in ('number_gap', 'number_repeat')
  )
