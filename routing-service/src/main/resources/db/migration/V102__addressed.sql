-- Whether a post names one of our accounts itself: the policy asks for it again when its author changes the post. Not known of
-- older posts: then what the text names decides.
alter table ticket_post add column addressed boolean;
