-- What each stored mention costs is what bursts cost. An account's row is never deleted (one that is removed keeps it), so
-- nothing is won by looking for it again with each mention and each look-up: a quarter of the time that storing one takes.
alter table mention drop constraint mention_account_id_fkey;
alter table look_up drop constraint look_up_account_id_fkey;
-- That no version is two mentions is mention_version's to say, and where a version is looked for, it is looked for there.
alter table mention drop constraint mention_post_id_key;
