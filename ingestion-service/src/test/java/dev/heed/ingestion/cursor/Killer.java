package dev.heed.ingestion.cursor;

import dev.heed.ingestion.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets every transaction break that writes to a table, while it is told to: as if the process were killed there. */
@ApplicationScoped
public class Killer {

    private static final List<String> STEPS = List.of(
            "mention_version", "mention", "outbox", "walk_cursor", "account", "parent_post", "gap", "connection");

    private final Database database;

    Killer(Database database) {
        this.database = database;
    }

    /** Is there, and spares everybody. */
    public void arrive() {
        database.sql("create table if not exists kill_at (place text primary key)");
        database.sql("create sequence if not exists kills start 1");
        database.sql("""
                create or replace function kill_here() returns trigger language plpgsql as $$ begin
                  if exists (select 1 from kill_at where place = tg_table_name) then
                    perform nextval('kills'); -- which no rollback takes back
                    raise exception 'killed';
                  end if;
                  return null; end $$
                """);
        for (String table : STEPS) {
            database.sql("create or replace trigger kill before insert or update on " + table
                    + " for each statement execute function kill_here()");
        }
        spare();
    }

    public void killAt(String table) {
        database.sql("insert into kill_at values ('" + table + "')");
    }

    /** How many transactions were broken so far. */
    public long kills() {
        return database.count("select case when is_called then last_value else 0 end from kills");
    }

    public void spare() {
        database.sql("delete from kill_at");
    }
}
