-- why: Addresses are of http or https, without credentials, white space, control characters or backslashes.
-- blocks: row
select owner as key from addresses where host is null
