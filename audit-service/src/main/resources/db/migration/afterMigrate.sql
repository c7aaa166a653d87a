-- Runs after every migration, also an empty one: an installation that learns of rights/append_only.sql later hands the
-- log over at the service's next start.
do $$
begin
    if to_regprocedure('public.heed_hand_over(regclass)') is not null
        and (select pg_get_userbyid(relowner) = session_user from pg_class where oid = 'entry'::regclass) then
        perform public.heed_hand_over('entry'::regclass);
    end if;
end
$$;
