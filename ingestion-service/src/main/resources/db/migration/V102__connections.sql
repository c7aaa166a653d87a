-- The right to read as an account, given by its owner. Tokens only as ciphertext, and none once the right has ended.
create table connection (
    account_id     text         primary key references account,
    version        bigint       not null,
    status         text         not null check (status in ('connected', 'revoked', 'expired')),
    access_token   bytea,
    refresh_token  bytea,
    scopes         text         not null,
    expires_at     timestamptz  not null,
    detail         text,
    connected_by   text         not null,
    connected_at   timestamptz  not null,
    updated_at     timestamptz  not null
);

-- Consents that were asked for; a state is good once. Only its hash is kept: who reads the table cannot complete one.
create table consent (
    state_hash     bytea        primary key,
    account_id     text         not null references account,
    code_verifier  bytea        not null,
    asked_by       text         not null,
    expires_at     timestamptz  not null
);
create index consent_expires_at on consent (expires_at);

-- What X delivered to the webhook: kept before it is answered, worked afterwards. The body is ciphertext; it goes when the
-- post that it tells of is withdrawn, and the row after a week.
create table delivery (
    position    bigint       generated always as identity primary key,
    event_key   text         not null unique,
    event_type  text         not null,
    account_id  text,
    post_id     text,
    body        bytea,
    state       text         not null check (state in ('waiting', 'done', 'ignored', 'unreadable', 'erased')),
    why         text,
    attempts    integer      not null default 0,
    not_before  timestamptz  not null default '-infinity',
    arrived_at  timestamptz  not null
);
create index delivery_waiting on delivery (position) where state = 'waiting';
create index delivery_post on delivery (post_id) where post_id is not null;
create index delivery_arrived_at on delivery using brin (arrived_at);

-- What X was found to deliver of an account: the subscriptions that are in being, and why some are not.
create table subscription (
    account_id   text         primary key references account,
    state        text         not null check (state in ('on', 'off')),
    why          text,
    checked_at   timestamptz  not null
);

-- Direct messages that an account received. The text is ciphertext.
create table message (
    position         bigint       generated always as identity primary key,
    event_id         text         not null unique,
    account_id       text         not null references account,
    conversation_id  text         not null,
    sender_id        text         not null,
    sender_handle    text,
    sender_name      text,
    text             bytea        not null,
    media            integer      not null,
    created_at       timestamptz  not null,
    heard_at         timestamptz  not null,
    via              text         not null check (via in ('poll', 'webhook')),
    traceparent      text         not null
);
create index message_by_account on message (account_id, position desc);

-- How far an account's messages were walked to the end; where a walk broke off, how it goes on; why X
-- shows none; when one was sent last that X does not let us read.
create table message_cursor (
    account_id    text         primary key references account,
    highest       bigint       not null,
    next_token    text,
    next_highest  bigint       not null,
    refused       text,
    sealed_at     timestamptz,
    lease_epoch   bigint       not null,
    moved_at      timestamptz  not null
);
