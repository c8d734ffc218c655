-- Persons are named elsewhere by `person` alone, a random id, so that a name can be erased here and nowhere else.
create table persons (
  person text collate "C" primary key,
  function text collate "C" not null unique,
  role text collate "C" not null,
  created_at bigint not null
);

-- One-time links and what they open. Only SHA-256 of a token is kept: a stolen file opens nothing.
create table sign_in_links (
  token_hash text collate "C" primary key,
  person text collate "C" not null references persons,
  expires bigint not null,
  used_at bigint
);

create table sign_ins (
  token_hash text collate "C" primary key,
  person text collate "C" not null references persons,
  purpose text collate "C" not null,
  created_at bigint not null,
  expires bigint not null,
  ended_at bigint
);
