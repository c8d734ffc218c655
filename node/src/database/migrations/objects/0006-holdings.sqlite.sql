-- What own tools read, by TAXII: a row for every version of its writer, in each collection at or above its label.
-- collection: the TLP level that the collection goes up to. date_added: microseconds, the row's place in its collection.
-- version_key: microseconds of `modified` (definitions: `created`), for observables date_added. Rows are closed, never
-- removed, so that no place is given out twice. A table with row ids: by the name of the collection alone, of which
-- there are five, a primary key that begins with it would be searched from end to end.
create table holdings (
  collection text not null,
  date_added integer not null,
  version_id integer not null references versions,
  id text not null,
  type text not null,
  version_key integer not null,
  closed_at integer,
  unique (collection, date_added)
) strict;
create index holdings_by_id on holdings (collection, id, version_key);
create index holdings_by_type on holdings (collection, type, date_added);

-- What became of each object that a tool posted, for that tool (TAXII 4.3).
create table posts (
  post text primary key,
  token text not null,
  at integer not null,
  objects text not null
) strict, without rowid;
create index posts_by_time on posts (at);
