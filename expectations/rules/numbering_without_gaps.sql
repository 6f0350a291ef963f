-- why: Numbers of paragraphs follow each other from 1, anew below a heading; where the print does not, the paragraph is flagged.
-- blocks: document
-- looks at: one document
with numbered as (
    select
        p.document_id, p.paragraph_id, p.ordinal, p.seq,
        lag(p.ordinal, 1, 0) over (partition by p.document_id order by p.seq) as before,
        lag(p.seq, 1, 0) over (partition by p.document_id order by p.seq) as before_seq
    from paragraphs as p
    where p.role in ('operative', 'preamble') and p.ordinal is not null
)
select n.document_id as key, n.paragraph_id as row_key
from numbered as n
where n.ordinal <> n.before + 1
  and not (
      n.ordinal = 1
      and exists (
          select 1 from paragraphs as h
          where h.document_id = n.document_id and h.role = 'heading' and h.seq > n.before_seq and h.seq < n.seq
      )
  )
  and not exists (
      select 1 from flags as f
      where f.paragraph_id = n.paragraph_id and f.flag in ('number_gap', 'number_repeat')
  )
