-- A removed account of which something is still to be cleared away: tokens, cursors, open gaps. Tried again until it is done.
alter table account add column to_clear boolean not null default false;

-- When an account's messages were last walked to the end: a quiet account's cursor is old, and nothing is lost.
alter table message_cursor add column walked_at timestamptz;
update message_cursor set walked_at = moved_at where next_token is null and highest > 0;

-- Handles change on X. What an account was called last, and since when it no longer is.
alter table account add column former_handle text;
alter table account add column renamed_at timestamptz;
