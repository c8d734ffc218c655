-- Whoever may receive: each peer's party, and PUBLIC (R12). ceiling: the highest TLP level agreed with it (R4).
create table parties (
  party text primary key,
  short text not null,
  ceiling text not null
) strict, without rowid;

create table decisions (
  decision text primary key,
  party text not null references parties,
  state text not null,
  reason text not null,
  title text not null,
  selection text not null,
  pending text not null,
  first_person text not null,
  first_function text not null,
  first_at integer not null,
  second_person text,
  second_function text,
  second_at integer,
  not_before integer,
  expires integer not null
) strict, without rowid;
create index decisions_by_state on decisions (state);

-- What a decision binds to, in the order in which it goes: those that refer to each other share a slice.
create table decision_objects (
  decision text not null references decisions,
  position integer not null,
  slice integer not null,
  version_id integer not null references versions,
  id text not null,
  digest text not null,
  labels text not null,
  entry integer,
  primary key (decision, position)
) strict, without rowid;

-- One log per writer and reader (ledger.md): ours, and our copies of the peers'. frontier: what the next root needs.
create table logs (
  log text primary key,
  writer text not null,
  reader text not null,
  size integer not null,
  frontier text not null,
  last_time integer not null
) strict, without rowid;

create table entries (
  log text not null references logs,
  entry integer not null,
  bytes blob not null,
  leaf_hash text not null,
  kind text not null,
  subject text not null,
  primary key (log, entry)
) strict, without rowid;
create index entries_by_subject on entries (log, subject);

-- All that a party can reach (R12). Rows are closed, never removed.
create table views (
  party text not null references parties,
  sequence integer not null,
  version_id integer not null references versions,
  id text not null,
  type text not null,
  version_key text not null,
  digest text not null,
  date_added integer not null,
  entry integer not null,
  opening blob not null,
  labels text not null,
  decision text not null,
  expires integer,
  closed_at integer,
  primary key (party, sequence)
) strict, without rowid;
create unique index views_by_date on views (party, date_added);
create index views_by_id on views (id, party);
create index views_by_version on views (version_id);

create table reference_sets (
  subject text primary key,
  publisher text not null,
  name text not null,
  version text not null,
  count integer not null,
  sha256 text not null
) strict, without rowid;

create table reference_members (
  id text not null,
  subject text not null references reference_sets,
  primary key (id, subject)
) strict, without rowid;
