-- Tokens of own tools. Only SHA-256 of a token is kept. source, label: what it writes is admitted under these.
create table tokens (
  name text collate "C" primary key,
  token_hash text collate "C" not null unique,
  source text collate "C",
  label text collate "C",
  created_at bigint not null
);

create table token_rights (
  name text collate "C" not null references tokens,
  collection text collate "C" not null,
  can_read bigint not null,
  can_write bigint not null,
  can_delete bigint not null,
  primary key (name, collection)
);
