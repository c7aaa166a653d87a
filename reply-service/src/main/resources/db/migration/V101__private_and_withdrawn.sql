-- What may not be answered in public: direct messages, and posts that their author took back. Ids only; no text of customers.
alter table conversation alter column latest_post_id drop not null;
alter table conversation add column withdrawn_ids text not null default '';
alter table conversation add column message_ids text not null default '';
