-- Whoever may receive: each peer's party, and PUBLIC (R12). ceiling: the highest TLP level agreed with it (R4).
create table parties (
  party text collate "C" primary key,
  short text collate "C" not null,
  ceiling text collate "C" not null
);

create table decisions (
  decision text collate "C" primary key,
  party text collate "C" not null references parties,
  state text collate "C" not null,
  reason text collate "C" not null,
  title text collate "C" not null,
  selection text collate "C" not null,
  pending text collate "C" not null,
  first_person text collate "C" not null,
  first_function text collate "C" not null,
  first_at bigint not null,
  second_person text collate "C",
  second_function text collate "C",
  second_at bigint,
  not_before bigint,
  expires bigint not null
);
create index decisions_by_state on decisions (state);

-- What a decision binds to, in the order in which it goes: those that refer to each other share a slice.
create table decision_objects (
  decision text collate "C" not null references decisions,
  position bigint not null,
  slice bigint not null,
  version_id bigint not null references versions,
  id text collate "C" not null,
  digest text collate "C" not null,
  labels text collate "C" not null,
  entry bigint,
  primary key (decision, position)
);

-- One log per writer and reader (ledger.md): ours, and our copies of the peers'. frontier: what the next root needs.
create table logs (
  log text collate "C" primary key,
  writer text collate "C" not null,
  reader text collate "C" not null,
  size bigint not null,
  frontier text collate "C" not null,
  last_time bigint not null
);

create table entries (
  log text collate "C" not null references logs,
  entry bigint not null,
  bytes bytea not null,
  leaf_hash text collate "C" not null,
  kind text collate "C" not null,
  subject text collate "C" not null,
  primary key (log, entry)
);
create index entries_by_subject on entries (log, subject);

-- All that a party can reach (R12). Rows are closed, never removed.
create table views (
  party text collate "C" not null references parties,
  sequence bigint not null,
  version_id bigint not null references versions,
  id text collate "C" not null,
  type text collate "C" not null,
  version_key text collate "C" not null,
  digest text collate "C" not null,
  date_added bigint not null,
  entry bigint not null,
  opening bytea not null,
  labels text collate "C" not null,
  decision text collate "C" not null,
  expires bigint,
  closed_at bigint,
  primary key (party, sequence)
);
create unique index views_by_date on views (party, date_added);
create index views_by_id on views (id, party);
create index views_by_version on views (version_id);

create table reference_sets (
  subject text collate "C" primary key,
  publisher text collate "C" not null,
  name text collate "C" not null,
  version text collate "C" not null,
  count bigint not null,
  sha256 text collate "C" not null
);

create table reference_members (
  id text collate "C" not null,
  subject text collate "C" not null references reference_sets,
  primary key (id, subject)
);
