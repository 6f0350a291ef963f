-- Paragraphs in which all words of a question stand, the best first. The question is folded as the index is (letters of
-- one sound, vowel signs, capitals, accents; then article and particles), so write it as you like. Bind :question, or put
-- your words in quotes in its place. For a word exactly as it is spelled: where search match 'folded : "..."'.
with recursive
letters (place, letter) as (
  select 1, substr(:question, 1, 1)
  union all
  select place + 1, substr(:question, place + 1, 1) from letters where place < length(:question)
),
joined (text) as (
  select group_concat(coalesce(f.folded, l.letter), '')
  from (select letter from letters order by place) as l left join folding as f on f.letter = l.letter
),
folded (text) as (
  select replace(replace(replace(text, 'ئو', 'و'), 'ئ', 'ي'), 'وو', 'و') from joined
),
words (place, word, rest) as (
  select 0, '', text || ' ' from folded
  union all
  select place + 1, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) from words where rest <> ''
),
shorter (place, word) as (
  select place, word from words where word <> ''
  union all
  select place, substr(word, case when substr(word, 1, 2) in ('ال', 'لل') then 3 else 2 end)
  from shorter
  where word <> 'الله'
    and length(word) >= 4
    and (substr(word, 1, 2) in ('ال', 'لل') or substr(word, 1, 1) in ('و', 'ف', 'ب', 'ك', 'ل'))
),
stripped (place, word, size) as (
  select place, word, min(length(word)) from shorter group by place
),
asked (words) as (
  select group_concat('"' || word || '"', ' ') from (select word from stripped order by place)
),
-- to put the best first costs a microsecond for each paragraph that matches: what stands in more than 30,000 of them (of,
-- and) is given in the order of ids
common (yes) as (
  select count(*) > 30000
  from (select 1 from search where search match coalesce((select words from asked), '""') limit 30001)
),
best (place, id) as (
  select row_number() over (), rowid
  from (
    select rowid from search
    where search match (select case when yes then '""' else coalesce((select words from asked), '""') end from common)
    order by rank limit 50
  )
),
first (place, id) as (
  select row_number() over (), rowid
  from (
    select rowid from search
    where search match (select case when yes then coalesce((select words from asked), '""') else '""' end from common)
    order by rowid limit 50
  )
)
select p.paragraph_id, d.date, d.language, p.role, p.text
from (select place, id from best union all select place, id from first) as found
join paragraphs as p on p.rowid = found.id
join documents as d on d.document_id = p.document_id
order by found.place
