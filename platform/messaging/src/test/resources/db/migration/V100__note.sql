-- Stands for a service's own table.
create table note (
    id    uuid primary key,
    text  text not null unique
);
