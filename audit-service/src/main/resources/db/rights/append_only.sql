-- Takes the audit log out of the hands of the service that writes it.
--
-- Run once by a superuser, connected to the audit service's database, which at that time is owned by the service's own
-- role; best before the service starts for the first time. Running it again does nothing. Afterwards
--   * heed_audit_owner, a role that cannot log in, owns the database, its schema public and (once the service has
--     started) the table entry with its trigger;
--   * the service's role may create tables of its own, and may only read the log and add to it.
do $$
declare
    service name := (select pg_get_userbyid(datdba) from pg_database where datname = current_database());
begin
    if not exists (select from pg_roles where rolname = 'heed_audit_owner') then
        create role heed_audit_owner nologin;
    end if;
    if service <> 'heed_audit_owner' then
        execute format('alter database %I owner to heed_audit_owner', current_database());
        alter schema public owner to pg_database_owner;
        execute format('grant usage, create on schema public to %I', service);
    end if;
end
$$;

-- Lets the owner of a table give it away, and get back no more than to read it and to add to it. It can give nobody
-- more than they had, so the service's role may keep the right to call it.
create or replace function public.heed_hand_over(log regclass) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    guard regprocedure;
begin
    if (select pg_get_userbyid(relowner) <> session_user from pg_class where oid = log) then
        raise exception 'only its owner may hand % over', log using errcode = 'insufficient_privilege';
    end if;
    for guard in
        select tgfoid from pg_trigger join pg_proc on pg_proc.oid = tgfoid
        where tgrelid = log and not tgisinternal and pg_get_userbyid(proowner) = session_user
    loop
        execute format('alter function %s owner to heed_audit_owner', guard);
    end loop;
    execute format('alter table %s owner to heed_audit_owner', log);
    execute format('revoke all on table %s from public, %I', log, session_user);
    execute format('grant select, insert on table %s to %I', log, session_user);
end
$$;

-- What a later version needs altered in a log that is out of the service's hands already. No log yet: nothing to do.
do $$
begin
    -- Apart from the next condition: its name for the table is looked up before anything of it is asked.
    if to_regclass('public.entry') is null then
        return;
    end if;
    if not exists (
        select from pg_constraint
        where conrelid = 'public.entry'::regclass and pg_get_constraintdef(oid) like '%finding%') then
        alter table public.entry drop constraint entry_kind_check;
        alter table public.entry add constraint entry_kind_check
            check (kind in ('ticket', 'intent', 'response', 'refusal', 'unknown', 'conflict', 'finding'));
    end if;
end
$$;
