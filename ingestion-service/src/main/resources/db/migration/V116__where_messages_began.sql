-- Where an account's first walk over its messages began. X shows 30 days, and what is older than the first walk wanted is
-- not news to any later walk.
alter table message_cursor add column heard_from timestamptz;

-- Accounts that are listened to already have heard what they wanted up to their cursor, a sweep's hour aside; those that
-- have no cursor yet begin anew.
update message_cursor
   set heard_from = greatest(
         to_timestamp(((highest >> 22) + 1288834974657) / 1000.0) - interval '1 hour',
         walked_at - interval '7 days')
 where highest > 0 or walked_at is not null;
