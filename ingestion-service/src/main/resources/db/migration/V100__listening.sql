-- X accounts that the company runs. The id is X's: it outlives a change of the handle.
create table account (
    id                  text        primary key,
    handle              text        not null,
    name                text        not null,
    status              text        not null check (status in ('active', 'refused')),
    registered_at       timestamptz not null,
    last_heard_post_id  text,
    last_polled_at      timestamptz
);

-- How far an account's mentions were walked to the end. Moves only with the last page of a walk, and only forward.
create table walk_cursor (
    account_id   text        primary key references account,
    highest      bigint      not null,
    lease_epoch  bigint      not null,
    moved_at     timestamptz not null
);

-- What was heard: one row per post, whichever account's walk met it first.
create table mention (
    position             bigint      generated always as identity primary key,
    post_id              text        not null unique,
    account_id           text        not null references account,
    account_handle       text        not null,
    text                 text        not null,
    author_id            text        not null,
    author_handle        text        not null,
    author_name          text        not null,
    created_at           timestamptz not null,
    conversation_id      text        not null,
    in_reply_to_post_id  text,
    in_reply_to_user_id  text,
    lang                 text,
    kind                 text        not null check (kind in ('mention', 'reply', 'quote')),
    addressed            boolean     not null,
    heard_at             timestamptz not null,
    via                  text        not null check (via in ('poll', 'sweep')),
    traceparent          text        not null
);
create index mention_by_account on mention (account_id, position desc);
