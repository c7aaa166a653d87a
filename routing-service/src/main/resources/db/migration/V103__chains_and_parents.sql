-- Which ids a post has had besides its first: whoever answers any version reads the newest.
create table post_version (
    version_id  text  primary key,
    first_id    text  not null
);
create index post_version_first on post_version (first_id);
insert into post_version (version_id, first_id)
select id, first_id from ticket_post where id <> first_id
union
select version_id, first_id from ticket_post where version_id <> first_id
on conflict do nothing;

-- The author of what a post answers goes with its text.
update ticket_post set parent_author_id = null, parent_author_handle = null, parent_created_at = null
 where parent_withdrawn is not null;
