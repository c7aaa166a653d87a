-- Tickets and what belongs to them. A ticket's id follows from its account, conversation and customer.

create table ticket (
    id                uuid        primary key,
    version           bigint      not null,
    account_id        text        not null,
    account_handle    text        not null,
    customer_id       text        not null,
    customer_handle   text        not null,
    customer_name     text        not null,
    conversation_id   text        not null,
    status            text        not null
        check (status in ('waiting', 'assigned', 'claimed', 'resolved', 'monitored', 'let_stand')),
    owner             text        check ((status in ('assigned', 'claimed')) <= (owner is not null)),
    tier              text,
    decision_kind     text        not null,
    decision_rule     text        not null,
    decision_why      text        not null,
    decision_priority integer     not null check (decision_priority between 0 and 100),
    decision_tier     text,
    policy_version    text        not null,
    traceparent       text        not null,
    opened_at         timestamptz not null,
    updated_at        timestamptz not null,
    unique (account_id, conversation_id, customer_id)
);
-- Lists, from the oldest; and the queue, from the most urgent.
create index ticket_opened on ticket (opened_at, id);
create index ticket_queue on ticket (decision_priority desc, opened_at, id) where status in ('waiting', 'assigned', 'claimed');
-- How many open tickets each owner has.
create index ticket_owner_open on ticket (owner) where status in ('assigned', 'claimed');
create index ticket_owner on ticket (owner, opened_at, id);
-- The customer's known owner.
create index ticket_customer on ticket (account_id, customer_id, updated_at desc);

-- A post is on exactly one ticket: the first that hears it keeps it. The ticket may be written after its posts.
create table ticket_post (
    id               text        primary key,
    ticket_id        uuid        not null references ticket deferrable initially deferred,
    text             text        not null,
    author_id        text        not null,
    author_handle    text        not null,
    kind             text        not null,
    in_reply_to      text,
    created_at       timestamptz not null,
    heard_at         timestamptz not null
);
create index ticket_post_ticket on ticket_post (ticket_id, created_at, id);

create table ticket_reply (
    id               text        primary key,
    ticket_id        uuid        not null references ticket,
    post_id          text        not null,
    in_reply_to      text        not null,
    text             text        not null,
    author           text        not null,
    published_at     timestamptz not null
);
create index ticket_reply_ticket on ticket_reply (ticket_id, published_at);

-- One line for each version of the ticket.
create table ticket_history (
    ticket_id        uuid        not null references ticket,
    version          bigint      not null,
    at               timestamptz not null,
    what             text        not null,
    who              text        not null,
    why              text,
    primary key (ticket_id, version)
);

-- Numbered from the first started: X tells the time of a post to the second only, so two may start at once.
create table ticket_clock (
    ticket_id        uuid        not null references ticket,
    number           integer     not null,
    kind             text        not null check (kind in ('acknowledge', 'first_response', 'next_response')),
    started_at       timestamptz not null,
    due_at           timestamptz not null,
    stopped_at       timestamptz,
    primary key (ticket_id, number)
);
-- The running clocks by what is due next: the lists today, the timers to come.
create index ticket_clock_due on ticket_clock (due_at) where stopped_at is null;

-- The people of the tiers, with what a fair assignment must remember.
create table owner (
    name             text        primary key,
    last_assigned_at timestamptz
);
