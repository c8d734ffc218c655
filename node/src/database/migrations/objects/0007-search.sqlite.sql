-- What a search finds: the head of each id, in the rows below under its version. A change of what is written there
-- (node/src/search/object-text.ts, words.ts) needs a migration that empties these tables and fills search_waiting.
create table searchable (
  version_id integer primary key references versions,
  id text not null,
  type text not null,
  origin text not null,
  label text not null,
  year text not null,
  at integer not null,
  name_size integer not null,
  size integer not null
) strict;

-- Words and overlapping pairs of signs, made by us and told apart by blanks alone. Contentless: the text is that of the
-- stored version. An erased text must leave the file, so without contentless_delete, and with secure-delete.
create virtual table search_words using fts5(
  names, texts, rest, facets,
  content = '', tokenize = 'ascii', prefix = '2 3'
);
insert into search_words (search_words, rank) values ('secure-delete', 1);

-- Names, aliases and external ids as a whole, folded: what is found before all words. Observables have their own table.
create table search_values (
  value text not null,
  kind text not null,
  version_id integer not null references versions,
  primary key (value, version_id, kind)
) strict, without rowid;

-- Addresses and ranges as 16 bytes from first to last, so that a range finds what lies in it.
create table search_addresses (
  first blob not null,
  last blob not null,
  version_id integer not null references versions,
  primary key (first, last, version_id)
) strict, without rowid;

-- Which object is tied to which group or actor, and by which version that says so.
create table search_actors (
  actor text not null,
  object text not null,
  version_id integer not null references versions,
  primary key (object, actor, version_id)
) strict, without rowid;
create index search_actors_by_actor on search_actors (actor);

-- What was held before this table was there, and is not searchable yet.
create table search_waiting (
  version_id integer primary key references versions
) strict;
insert into search_waiting (version_id) select version_id from heads;
