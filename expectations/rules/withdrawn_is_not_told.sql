-- why: The feed of changes holds no text and no value of a document that was withdrawn.
-- blocks: release
select row_key as key
from changes
where cause = 'withdrawal' and (old_text is not null or old_values is not null)
