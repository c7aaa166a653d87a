-- Sources of which somebody knows that there is something to hear: their next turn is to come at once. The number grows with
-- every wish, so that a turn that began before the last one does not answer it.
create sequence turn_wanted_number;
create table turn_wanted (
    source     text         primary key,
    number     bigint       not null default nextval('turn_wanted_number'),
    wanted_at  timestamptz  not null default now()
);
