-- why: No letter of another script stands between Arabic letters, unless it is flagged.
-- blocks: document
-- looks at: one document
select p.document_id as key, p.paragraph_id as row_key
from paragraphs as p
where regexp_matches(p.text, '[\x{0621}-\x{064A}][\p{Devanagari}\p{Bengali}\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Thai}]|[\p{Devanagari}\p{Bengali}\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Thai}][\x{0621}-\x{064A}]')
  and not exists (
      select 1 from flags as f where f.paragraph_id = p.paragraph_id and f.flag = 'foreign_letter_unresolved'
  )
