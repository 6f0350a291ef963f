-- why: char_count is the length of text in code points.
-- blocks: release
select paragraph_id as key from paragraphs where char_count <> length(text)
