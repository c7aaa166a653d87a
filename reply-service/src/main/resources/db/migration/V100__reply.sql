-- The reply service's own tables. Times are UTC; ids of X are text, since X says so.

-- What this service has heard of tickets: one row each, the highest version wins.
create table conversation (
    ticket_id        text    primary key,
    version          bigint  not null,
    account_id       text    not null,
    account_handle   text    not null,
    customer_handle  text,
    status           text    not null,
    owner            text,
    policy_version   text,
    latest_post_id   text    not null,
    post_ids         text    not null,
    traceparent      text
);

create table draft (
    id              uuid         primary key,
    version         bigint       not null,
    ticket_id       text         not null,
    account_id      text         not null,
    in_reply_to     text         not null,
    text            text         not null,
    author          text         not null,
    checks          text         not null,
    created_at      timestamptz  not null,
    updated_at      timestamptz  not null,
    handed_over_at  timestamptz
);
create index draft_of_ticket on draft (ticket_id, id desc);

-- A repeated request makes no second draft.
create table idempotency_key (
    user_name     text         not null,
    key           text         not null,
    request_hash  text         not null,
    draft_id      uuid         not null references draft deferrable initially deferred,
    taken_at      timestamptz  not null default clock_timestamp(),
    primary key (user_name, key)
);

create table publication (
    id              uuid         primary key references draft,
    version         bigint       not null,
    ticket_id       text         not null,
    account_id      text         not null,
    account_handle  text         not null,
    in_reply_to     text         not null,
    text            text         not null,
    text_sha256     text         not null,
    author          text         not null,
    guards          text         not null,
    policy_version  text,
    intended_at     timestamptz  not null,
    traceparent     text         not null,
    state           text         not null check (state in ('intended', 'sending', 'published', 'refused', 'unknown')),
    sealed          boolean      not null,
    attempt         integer      not null check (attempt between 1 and 2),
    due_at          timestamptz,
    hold_reason     text,
    sending_epoch   bigint,
    sending_since   timestamptz,
    unknown_cause   text,
    unknown_since   timestamptz,
    absences        integer      not null,
    needs_person    boolean      not null,
    post_id         text,
    how_known       text,
    reason          text,
    detail          text,
    ended_at        timestamptz,
    settled_by      text,
    settled_why     text,
    settled_at      timestamptz,
    -- No record, no post: nothing leaves 'intended' before its intent is sealed.
    check (sealed or state = 'intended'),
    check ((state = 'published') = (post_id is not null)),
    check (state <> 'sending' or sending_epoch is not null)
);
-- The hard block, below the courteous one: two replies to one post are never under way at once.
create unique index publication_one_in_flight on publication (account_id, in_reply_to)
    where state in ('intended', 'sending', 'unknown');
-- One post is one reply.
create unique index publication_post on publication (post_id) where post_id is not null;
-- The timers.
create index publication_due on publication (due_at) where due_at is not null;
create index publication_unknown on publication (ticket_id) where state in ('sending', 'unknown');
create index publication_in_reply_to on publication (account_id, in_reply_to);

-- From when on X lets an account post again, as its headers said.
create table account_pace (
    account_id    text         primary key,
    posting_from  timestamptz  not null
);

-- The right to post for an account. The tokens are AES-GCM ciphertext.
create table connection (
    account_id      text         primary key,
    version         bigint       not null,
    account_handle  text         not null,
    status          text         not null check (status in ('connected', 'revoked')),
    access_token    bytea        not null,
    refresh_token   bytea        not null,
    expires_at      timestamptz  not null,
    scopes          text         not null,
    detail          text,
    connected_by    text         not null,
    connected_at    timestamptz  not null,
    updated_at      timestamptz  not null
);

-- Consents that were asked for; the state parameter is single-use.
create table consent (
    state           text         primary key,
    account_handle  text         not null,
    code_verifier   bytea        not null,
    asked_by        text         not null,
    expires_at      timestamptz  not null
);
create index consent_expires_at on consent (expires_at);
