-- why: Paragraphs of a document are counted 1 to n without holes.
-- blocks: document
-- looks at: one document
select document_id as key
from paragraphs
group by document_id
having min(seq) <> 1 or max(seq) <> count(*) or count(distinct seq) <> count(*)
