-- The log. One row is one leaf. What an entry says stands in its bytes alone; the other columns are copies of it to
-- search by, and the verification compares them with the bytes.
create table entry (
    index        bigint primary key check (index >= 0),
    kind         text not null check (kind in ('ticket', 'intent', 'response', 'refusal', 'unknown', 'conflict')),
    source_event uuid not null,
    account      text not null,
    ticket_id    text,
    reply_id     text,
    post_id      text,
    leaf_hash    bytea not null check (octet_length(leaf_hash) = 32),
    -- Raw, not json or text: the database must not re-write what the hash commits to.
    bytes        bytea not null check (octet_length(bytes) < 65535)
);

create unique index entry_of_event on entry (source_event, kind);
create unique index response_of_reply on entry (reply_id) where kind = 'response';
create index entry_by_account on entry (account, index);
create index entry_by_ticket on entry (ticket_id, index) where ticket_id is not null;
create index entry_by_reply on entry (reply_id, index) where reply_id is not null;
create index entry_by_post on entry (post_id, index) where post_id is not null;
create index entry_by_kind on entry (kind, index);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege',
              hint = 'What is on the record stays. A correction is a new entry.';
end
$$;

-- ALWAYS: it fires under session_replication_role = replica as well, which otherwise lets a superuser pass unseen.
create trigger entry_is_append_only before update or delete or truncate on entry
    for each statement execute function refuse_change();
alter table entry enable always trigger entry_is_append_only;

-- The owner of a table could grant itself these again; rights/append_only.sql takes the ownership away too.
revoke all on entry from public;
revoke update, delete, truncate, references, trigger on entry from current_user;
