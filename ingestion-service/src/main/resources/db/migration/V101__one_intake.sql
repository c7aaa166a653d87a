-- Accounts can be paused, and removed: their own posts stay known as ours, so a removed one keeps its row.
alter table account drop constraint account_status_check;
alter table account add constraint account_status_check
    check (status in ('active', 'paused', 'refused', 'removed'));
alter table account add column refused_why text;
alter table account add column monthly_budget_micros bigint check (monthly_budget_micros >= 0);

-- A cursor per source: an account is listened to in several ways, and a watch has one of its own.
alter table walk_cursor drop constraint walk_cursor_pkey;
alter table walk_cursor add column source text;
update walk_cursor set source = 'mentions:' || account_id;
alter table walk_cursor alter column source set not null;
alter table walk_cursor add primary key (source);

-- A post is one mention however often it is edited: first_id stays, post_id is the version whose text is kept.
alter table mention add column first_id text;
update mention set first_id = post_id;
alter table mention alter column first_id set not null;
alter table mention add constraint mention_first_id_key unique (first_id);
alter table mention add column quoted_post_id text;
alter table mention add column media json;
alter table mention add column watch_id text;
alter table mention add column watch_name text;
alter table mention add column by_api boolean not null default true;
alter table mention add column by_api_why text not null default 'It was heard before this was asked.';
alter table mention alter column by_api drop default;
alter table mention alter column by_api_why drop default;
alter table mention drop constraint mention_kind_check;
alter table mention add constraint mention_kind_check check (kind in ('mention', 'reply', 'quote', 'watch'));
alter table mention drop constraint mention_via_check;
alter table mention add constraint mention_via_check
    check (via in ('poll', 'sweep', 'search', 'webhook', 'backfill'));
-- What an author said to an account before.
create index mention_by_author on mention (account_id, author_id);

-- Every version that X told of, met or only named in a history, and the mention that it belongs to.
create table mention_version (
    version_id  text  primary key,
    first_id    text  not null
);
insert into mention_version (version_id, first_id) select post_id, first_id from mention;

-- What mentions answer or quote, where it is no mention itself. Others' text: erased by post_id. Without a text, X showed
-- no such post when it was asked.
create table parent_post (
    post_id        text         primary key,
    author_id      text,
    author_handle  text,
    text           text,
    created_at     timestamptz,
    told_at        timestamptz  not null,
    check ((text is null) = (author_id is null) and (text is null) = (created_at is null))
);

-- What was posted between two ids and may not have been heard. Filled from the newest down: what is newer than reached is.
create table gap (
    id           uuid         primary key,
    account_id   text         not null references account,
    source       text         not null,
    from_id      bigint       not null,
    to_id        bigint       not null,
    reached      bigint       not null,
    state        text         not null check (state in ('open', 'filled', 'partly', 'unfillable')),
    filled       integer      not null default 0,
    why          text         not null,
    lease_epoch  bigint,
    opened_at    timestamptz  not null,
    closed_at    timestamptz,
    check (from_id < to_id and reached between from_id and to_id)
);
create index gap_open on gap (account_id) where state = 'open';
create index gap_by_account on gap (account_id, opened_at desc);
