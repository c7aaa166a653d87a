-- What X was asked and what it costs: a row per UTC day, account, endpoint and whose token asked. Micros are millionths of
-- a dollar. account_id is '' for what is read for nobody in particular; it is no foreign key, since the ledger outlives the
-- account.
create table spending (
    day         date    not null,
    account_id  text    not null,
    endpoint    text    not null,
    caller      text    not null,
    calls       bigint  not null,
    resources   bigint  not null,
    billed      bigint  not null,
    micros      bigint  not null,
    primary key (day, account_id, endpoint, caller)
);
create index spending_by_account on spending (account_id, day);

-- What was read on a UTC day: X bills each resource once a day. Rows of days that are over are thrown away.
create table resource_read (
    day   date  not null,
    kind  text  not null check (kind in ('post', 'user', 'message')),
    id    text  not null,
    primary key (day, kind, id)
);

-- How the last turn of each source went, told by whichever process had it, so that every process can tell and the next one
-- knows how lively a source was.
create table source_turn (
    source         text         primary key,
    account_id     text         not null,
    ended_at       timestamptz  not null,
    ended          text         not null,
    detail         text,
    last_heard_at  timestamptz,
    next_at        timestamptz  not null,
    every_millis   bigint       not null
);
create index source_turn_by_account on source_turn (account_id);

-- What X told of its limits last, for people to look at. Deciding by it would be deciding by old news.
create table quota_told (
    endpoint      text         not null,
    token         text         not null,
    calls_limit   integer      not null,
    calls_left    integer      not null,
    resets_at     timestamptz  not null,
    told_at       timestamptz  not null,
    primary key (endpoint, token)
);
