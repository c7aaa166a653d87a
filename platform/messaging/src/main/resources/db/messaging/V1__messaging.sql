-- What every service of the suite keeps beside its own tables. Owned by platform/messaging; never edited, only followed by V2...

-- Events that are written with the state change and not yet confirmed by the broker. Rows go when they are confirmed.
create table outbox (
    position    bigint generated always as identity primary key,
    event_id    uuid        not null unique,
    type        text        not null,
    subject     text        not null,
    envelope    text        not null,
    written_at  timestamptz not null default clock_timestamp(),
    attempts    integer     not null default 0,
    not_before  timestamptz not null default '-infinity',
    last_error  text
);
-- A message that the broker refused holds back the later ones of its subject, and only those.
create index outbox_held on outbox (subject, position) where attempts > 0;

-- Events that were handled: their effect and this row are one transaction.
create table inbox (
    queue       text        not null,
    event_id    uuid        not null,
    handled_at  timestamptz not null default clock_timestamp(),
    primary key (queue, event_id)
);
create index inbox_handled_at on inbox using brin (handled_at);

-- Who may act alone. The row outlives its holder, so that the epoch never goes back.
create table lease (
    name        text        primary key,
    holder      text        not null,
    epoch       bigint      not null,
    ttl         interval    not null,
    expires_at  timestamptz not null
);
