-- why: A repair names what stands in text_raw at its place.
-- blocks: document
-- looks at: one document
select p.document_id as key, p.paragraph_id as row_key
from repairs as r join paragraphs as p using (paragraph_id)
where r.raw_end > length(p.text_raw)
   or substring(p.text_raw, r.raw_start + 1, r.raw_end - r.raw_start) <> r.from_text
