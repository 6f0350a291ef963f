-- why: Arabic documents hold mostly Arabic letters, English and French ones mostly Latin letters.
-- blocks: document
-- looks at: one document
with letters as (
    select
        document_id, language,
        sum(length(regexp_replace(text, '[^\p{Arabic}]', '', 'g'))) as arabic,
        sum(length(regexp_replace(text, '[^\p{Latin}]', '', 'g'))) as latin,
        sum(length(regexp_replace(text, '[^\p{L}]', '', 'g'))) as all_letters
    from paragraphs
    where role in ('title', 'preamble', 'operative', 'list_item', 'heading')
    group by document_id, language
)
select document_id as key
from letters
where (case when language = 'ar' then arabic else latin end) < 0.7 * all_letters
