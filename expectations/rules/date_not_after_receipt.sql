-- why: A report is not of a meeting that was held after the file was received.
-- blocks: document
select d.document_id as key
from documents as d join sources as s using (source_id)
where s.received is not null and greatest(d.date, coalesce(d.date_end, d.date)) > s.received
