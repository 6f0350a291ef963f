-- why: A published report has a source with its day of receipt and its bytes.
-- blocks: document
select d.document_id as key
from documents as d join sources as s using (source_id)
where s.received is null or s.sha256 is null or s.outcome <> 'published'
