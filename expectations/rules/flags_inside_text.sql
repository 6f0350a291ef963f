-- why: A flag shows what stands at its place; the mark of a note, taken out of the text, its place.
-- blocks: document
-- looks at: one document
select f.document_id as key, f.paragraph_id as row_key
from flags as f join paragraphs as p using (paragraph_id)
where f.start is not null
  and case f.flag
    when 'note_mark' then f.start <> f."end" or f.start > length(p.text)
    else f.start = f."end" or f."end" > length(p.text)
      or substring(p.text, f.start + 1, f."end" - f.start) <> f.surface
  end
