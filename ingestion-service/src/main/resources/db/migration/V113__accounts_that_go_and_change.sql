-- A removed account of which something is still to be cleared away: tokens, cursors, open gaps. Tried again until it is done.
alter table account add column to_clear boolean not null default false;
