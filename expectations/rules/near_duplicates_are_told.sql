-- why: Two documents of one meeting that share most long paragraphs are one, or say of each other that they are alike.
-- blocks: release
with shared_meetings as (
    select language, meeting_id from documents
    where meeting_id is not null group by all having count(distinct source_id) > 1
),
long as (
    select distinct
        d.document_id, d.language, d.meeting_id, d.document_type, d.resolution_number, d.source_id,
        md5(lower(regexp_replace(p.text, '[^\p{L}\p{N}]+', '', 'g'))) as mark
    from paragraphs as p
    join documents as d on d.document_id = p.document_id
    join shared_meetings as m on m.language = d.language and m.meeting_id = d.meeting_id
    where length(p.text) >= 80
      and p.role not in ('boilerplate', 'running_header', 'page_mark')
),
sizes as (select document_id, count(*) as n from long group by document_id),
shared as (
    select a.document_id as one, b.document_id as other, count(*) as n
    from long as a
    join long as b
      on a.meeting_id = b.meeting_id and a.language = b.language and a.mark = b.mark and a.document_id < b.document_id
    where a.document_type is not distinct from b.document_type
      and (a.resolution_number is null or b.resolution_number is null or a.resolution_number = b.resolution_number)
      and a.source_id <> b.source_id
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
