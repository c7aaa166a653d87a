-- Webhooks at X that this installation registered, or found under its address: what it may remove when its address changes.
-- The app's other webhooks are somebody else's.
create table webhook_registered (
    id             text         primary key,
    url            text         not null,
    registered_at  timestamptz  not null default now()
);
