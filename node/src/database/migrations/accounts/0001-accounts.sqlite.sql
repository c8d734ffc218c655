-- Persons are named elsewhere by `person` alone, a random id, so that a name can be erased here and nowhere else.
create table persons (
  person text primary key,
  function text not null unique,
  role text not null,
  created_at integer not null
) strict, without rowid;

-- One-time links and what they open. Only SHA-256 of a token is kept: a stolen file opens nothing.
create table sign_in_links (
  token_hash text primary key,
  person text not null references persons,
  expires integer not null,
  used_at integer
) strict, without rowid;

create table sign_ins (
  token_hash text primary key,
  person text not null references persons,
  purpose text not null,
  created_at integer not null,
  expires integer not null,
  ended_at integer
) strict, without rowid;
