-- why: A file is published, or there is a reject that says why not.
-- blocks: release
select s.source_id as key
from sources as s
where (s.outcome = 'published' and not exists (select 1 from documents as d where d.source_id = s.source_id))
   or (s.outcome <> 'published' and not exists (select 1 from rejects as r where r.source_id = s.source_id))
