-- What own tools read, by TAXII: a row for every version of its writer, in each collection at or above its label.
-- collection: the TLP level that the collection goes up to. date_added: microseconds, the row's place in its collection.
-- version_key: microseconds of `modified` (definitions: `created`), for observables date_added. Rows are closed, never
-- removed, so that no place is given out twice.
create table holdings (
  collection text collate "C" not null,
  date_added bigint not null,
  version_id bigint not null references versions,
  id text collate "C" not null,
  type text collate "C" not null,
  version_key bigint not null,
  closed_at bigint,
  unique (collection, date_added)
);
create index holdings_by_id on holdings (collection, id, version_key);
create index holdings_by_type on holdings (collection, type, date_added);

-- What became of each object that a tool posted, for that tool (TAXII 4.3).
create table posts (
  post text collate "C" primary key,
  token text collate "C" not null,
  at bigint not null,
  objects text collate "C" not null
);
create index posts_by_time on posts (at);
