-- What is known around a post, what became of it on X afterwards, and direct messages.

alter table ticket drop constraint ticket_status_check;
alter table ticket add constraint ticket_status_check
    check (status in ('waiting', 'assigned', 'claimed', 'resolved', 'monitored', 'let_stand', 'withdrawn'));

-- Reasons used to quote what the rule had found in the post. What a customer wrote stands with the post alone, and goes with it.
update ticket set decision_why = regexp_replace(decision_why, ' \(It says “[^\n]*?”\.\)', '', 'g')
 where decision_why like '%(It says “%';
update ticket_history set why = regexp_replace(why, ' \(It says “[^\n]*?”\.\)', '', 'g')
 where why like '%(It says “%';

-- first_id: of the first version; version_id: of the newest that we know. kind 'message': private.
alter table ticket_post add column first_id text;
alter table ticket_post add column version_id text;
update ticket_post set first_id = id, version_id = id;
alter table ticket_post alter column first_id set not null, alter column version_id set not null;
alter table ticket_post
    add column evidence              text,
    add column media                 text,
    add column parent_id             text,
    add column parent_author_id      text,
    add column parent_author_handle  text,
    add column parent_text           text,
    add column parent_created_at     timestamptz,
    add column parent_withdrawn      text,
    add column followers             bigint,
    add column verified              boolean,
    add column member_since          timestamptz,
    add column mentions_before       integer,
    add column first_heard_at        timestamptz,
    add column customer_tier         text,
    add column watch                 text,
    add column by_api                boolean,
    add column by_api_why            text,
    add column edited_at             timestamptz,
    add column withdrawn_reason      text,
    add column withdrawn_at          timestamptz,
    -- Withdrawn is erased: nothing that its author wrote is left.
    add constraint ticket_post_erased
        check (withdrawn_at is null or (text = '' and evidence is null and media is null)),
    add constraint ticket_post_parent_erased check (parent_withdrawn is null or parent_text is null);
-- All versions of a post are one post.
create unique index ticket_post_first on ticket_post (first_id);
create index ticket_post_version on ticket_post (version_id) where version_id <> id;
create index ticket_post_parent on ticket_post (parent_id) where parent_id is not null;

-- What is known of a post whether or not it was heard: a withdrawal stays, so that its text is never taken in late; a newer
-- version waits for the post that it belongs to.
create table post_ahead (
    post_id           text        primary key,
    withdrawn_reason  text,
    version_id        text,
    text              text,
    media             text,
    at                timestamptz not null,
    check (withdrawn_reason is null or (text is null and media is null))
);
