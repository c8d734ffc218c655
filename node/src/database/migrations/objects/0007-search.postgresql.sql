-- What a search finds: the head of each id, in the rows below under its version. A change of what is written there
-- (node/src/search/object-text.ts, words.ts) needs a migration that empties these tables and fills search_waiting.
create table searchable (
  version_id bigint primary key references versions,
  id text collate "C" not null,
  type text collate "C" not null,
  origin text collate "C" not null,
  label text collate "C" not null,
  year text collate "C" not null,
  at bigint not null,
  name_size bigint not null,
  size bigint not null
);

-- Words and overlapping pairs of signs, made by us, at their places: A names, B texts, C the rest, D what is filtered by.
create table search_words (
  version_id bigint primary key references versions,
  words tsvector not null
);
create index search_words_by_word on search_words using gin (words);

-- Names, aliases and external ids as a whole, folded: what is found before all words. Observables have their own table.
create table search_values (
  value text collate "C" not null,
  kind text collate "C" not null,
  version_id bigint not null references versions,
  primary key (value, version_id, kind)
);

-- Addresses and ranges as 16 bytes from first to last, so that a range finds what lies in it.
create table search_addresses (
  first bytea not null,
  last bytea not null,
  version_id bigint not null references versions,
  primary key (first, last, version_id)
);

-- Which object is tied to which group or actor, and by which version that says so.
create table search_actors (
  actor text collate "C" not null,
  object text collate "C" not null,
  version_id bigint not null references versions,
  primary key (object, actor, version_id)
);
create index search_actors_by_actor on search_actors (actor);

-- What was held before this table was there, and is not searchable yet.
create table search_waiting (
  version_id bigint primary key references versions
);
insert into search_waiting (version_id) select version_id from heads;
