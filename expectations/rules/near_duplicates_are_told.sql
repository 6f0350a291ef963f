-- why: Two documents of one meeting that share most long paragraphs are one, or say of each other that they are alike.
-- blocks: release
with long as (
    select p.document_id, md5(lower(regexp_replace(p.text, '[^[:alnum:]]+', '', 'g'))) as mark
    from paragraphs as p
    where length(p.text) >= 80 and p.role not in ('boilerplate', 'running_header', 'page_mark')
    group by all
),
sizes as (select document_id, count(*) as n from long group by document_id),
shared as (
    select a.document_id as one, b.document_id as other, count(*) as n
    from long as a
    join long as b on a.mark = b.mark and a.document_id < b.document_id
    join documents as d on d.document_id = a.document_id
    join documents as e on e.document_id = b.document_id
    where d.language = e.language and d.meeting_id = e.meeting_id
      and d.document_type is not distinct from e.document_type
      and (d.resolution_number is null or e.resolution_number is null or d.resolution_number = e.resolution_number)
      and d.source_id <> e.source_id
    group by all
)
select s.one as key, s.other as row_key
from shared as s
join sizes as a on a.document_id = s.one
join sizes as b on b.document_id = s.other
where s.n >= 3 and s.n >= 0.8 * greatest(a.n, b.n)
  and not exists (
      select 1 from flags as f
      where f.flag = 'near_duplicate_of' and f.document_id = s.one and starts_with(f.note, s.other || ' ')
  )
