-- When what was said in private was erased, since its ticket had been over for long enough.
alter table ticket_post add column expired_at timestamptz,
    add constraint ticket_post_expired check (expired_at is null or (text = '' and evidence is null and media is null));
create index ticket_post_message on ticket_post (ticket_id) where kind = 'message' and expired_at is null;
