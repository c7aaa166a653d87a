-- All versions of a post, asked for when it is withdrawn. Nearly every version is the first and only one, and costs nothing here.
create index mention_version_later on mention_version (first_id) where version_id <> first_id;
