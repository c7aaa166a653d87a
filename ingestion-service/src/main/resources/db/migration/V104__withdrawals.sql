-- What its author, or X, took back: the text is erased, the row stays.
alter table mention add column withdrawn_at timestamptz;
alter table mention add column withdrawn_reason text;
alter table mention add constraint mention_withdrawn_reason_check check (
    (withdrawn_at is null) = (withdrawn_reason is null)
    and withdrawn_reason in ('deleted', 'protected', 'suspended', 'withheld', 'unavailable'));
-- Whose text answers or quotes a post that is withdrawn.
create index mention_in_reply_to on mention (in_reply_to_post_id) where in_reply_to_post_id is not null;
create index mention_quoted on mention (quoted_post_id) where quoted_post_id is not null;

-- When a post whose text is kept is to be asked for again: a mention by its first id, or what one answers or quotes.
create table look_up (
    post_id         text         primary key,
    account_id      text         not null references account,
    heard_at        timestamptz  not null,
    due_at          timestamptz  not null,
    missing_reason  text,
    ticket_version  bigint       not null default 0,
    ticket_ended    boolean      not null default false
);
create index look_up_due on look_up (account_id, due_at);

-- Whatever stores a mention, by whichever way it was heard, has it looked up later: nobody can forget to.
create function look_up_later() returns trigger language plpgsql as $$
begin
    insert into look_up (post_id, account_id, heard_at, due_at)
    select distinct on (id) id, account_id, heard_at, heard_at + interval '5 minutes'
      from (select first_id as id, account_id, heard_at from heard
            union all
            select in_reply_to_post_id, account_id, heard_at from heard where in_reply_to_post_id is not null
            union all
            select quoted_post_id, account_id, heard_at from heard where quoted_post_id is not null) kept
     order by id, heard_at desc
    on conflict (post_id) do nothing;
    return null;
end
$$;
create trigger look_up_later after insert on mention referencing new table as heard
    for each statement execute function look_up_later();

insert into look_up (post_id, account_id, heard_at, due_at)
select first_id, account_id, heard_at, heard_at + interval '5 minutes' from mention
 where heard_at > now() - interval '30 days';
