-- What the company listens for beside its accounts: a search each.
create table watch (
    id             uuid        primary key,
    account_id     text        not null references account,
    name           text        not null,
    -- as somebody wrote it, and as X is asked: in normal form, without reposts and without what our own accounts write
    query          text        not null,
    asked          text        not null,
    status         text        not null check (status in ('active', 'paused', 'refused')),
    -- why X does not answer it, in X's words
    refusal        text,
    -- what was posted before is not asked for
    listens_from   timestamptz not null,
    created_by     text        not null,
    created_at     timestamptz not null,
    -- how often it began anew: with another query, or after a pause
    beginnings     integer     not null default 0
);
create unique index watch_by_name on watch (account_id, lower(name));
create index mention_by_watch on mention (watch_id, heard_at) where watch_id is not null;

-- How often, and since when, somebody wrote to an account.
-- In place of the index without the time, which it covers.
drop index mention_by_author;
create index mention_by_author on mention (account_id, author_id, heard_at);
create index message_by_sender on message (account_id, sender_id, heard_at);
