-- Up to which id a stream was looked at again for what X shows late. Absent where a service of before began it.
alter table walk_cursor add column swept bigint;
update walk_cursor set swept = greatest(0, highest - (3600000::bigint << 22));
