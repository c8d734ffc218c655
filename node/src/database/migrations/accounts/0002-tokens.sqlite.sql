-- Tokens of own tools. Only SHA-256 of a token is kept. source, label: what it writes is admitted under these.
create table tokens (
  name text primary key,
  token_hash text not null unique,
  source text,
  label text,
  created_at integer not null
) strict, without rowid;

create table token_rights (
  name text not null references tokens,
  collection text not null,
  can_read integer not null,
  can_write integer not null,
  can_delete integer not null,
  primary key (name, collection)
) strict, without rowid;
