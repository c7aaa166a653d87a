-- A parent that is kept after the look-ups of the mention that it belongs to, since somebody looked at that one later, is looked
-- up from then on; before its mention is stored there is nobody who would pay, and the mention's own trigger sees to it.
create function look_up_late_parent() returns trigger language plpgsql as $$
begin
    insert into look_up (post_id, account_id, heard_at, due_at)
    select kept.post_id, m.account_id, kept.told_at, kept.told_at + interval '5 minutes'
      from kept cross join lateral (
            select account_id from mention where in_reply_to_post_id = kept.post_id
            union all
            select account_id from mention where quoted_post_id = kept.post_id
            limit 1) m
     where kept.text is not null
     order by kept.post_id
    -- not "do nothing": one that is being dropped just now, because nothing was kept, must not be taken for one that stays
    on conflict (post_id) do update set due_at = least(look_up.due_at, excluded.due_at);
    return null;
end
$$;
create trigger look_up_late_parent after insert on parent_post referencing new table as kept
    for each statement execute function look_up_late_parent();
create trigger look_up_late_parent_again after update on parent_post referencing new table as kept
    for each statement execute function look_up_late_parent();

insert into look_up (post_id, account_id, heard_at, due_at)
select p.post_id, m.account_id, p.told_at, p.told_at + interval '5 minutes'
  from parent_post p cross join lateral (
        select account_id from mention where in_reply_to_post_id = p.post_id
        union all
        select account_id from mention where quoted_post_id = p.post_id
        limit 1) m
 where p.text is not null and p.told_at > now() - interval '30 days'
on conflict (post_id) do nothing;

-- What was worked is not read again: its body, which may quote what is taken back later, goes at once.
update delivery set body = null where state in ('done', 'ignored') and body is not null;
create index delivery_unreadable on delivery (position) where state = 'unreadable';
create index delivery_by_account on delivery (account_id, arrived_at);
