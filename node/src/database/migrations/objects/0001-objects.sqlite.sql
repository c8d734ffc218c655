-- One row per version that an origin handed in, append-only. version_key: microseconds of `modified` (definitions:
-- `created`), for observables the digest. bytes: exactly as received. Erased rows keep their key and lose the rest.
create table versions (
  version_id integer primary key,
  origin text not null,
  id text not null,
  type text not null,
  version_key text not null,
  micros integer,
  modified text,
  digest text not null,
  bytes blob not null,
  title text not null,
  unknown text not null,
  assigned text not null,
  label text,
  author text,
  admitted_at integer not null,
  unique (origin, id, version_key)
) strict;
create index versions_by_id on versions (id, origin);
create index versions_by_origin on versions (origin, type);

-- The newest version by the id's writer: what a reader sees when it names the id alone.
create table heads (
  id text primary key,
  origin text not null,
  type text not null,
  version_id integer not null references versions
) strict, without rowid;
create index heads_by_type on heads (type, version_id);

create table object_references (
  version_id integer not null references versions,
  path text not null,
  target text not null,
  primary key (version_id, path, target)
) strict, without rowid;
create index references_by_target on object_references (target, version_id);

-- What an object says about observables, normalised: a look-up asks this and nothing else.
create table observables (
  value text not null,
  type text not null,
  version_id integer not null references versions,
  primary key (value, type, version_id)
) strict, without rowid;
create index observables_by_version on observables (version_id);

-- What waits before it may be admitted: too far in the future, or without proof.
create table quarantine (
  quarantine_id integer primary key,
  origin text not null,
  id text not null,
  digest text not null,
  bytes blob not null,
  assigned text not null,
  reason text not null,
  admit_at integer,
  received_at integer not null,
  unique (origin, id, digest)
) strict;

create table settings (
  name text primary key,
  value text not null
) strict, without rowid;

create table audit (
  audit_id integer primary key,
  at integer not null,
  person text,
  action text not null,
  subject text not null,
  detail text not null
) strict;
