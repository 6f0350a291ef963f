-- why: char_count is the length of text in code points.
-- blocks: document
-- looks at: one document
select document_id as key, paragraph_id as row_key from paragraphs where char_count <> length(text)
