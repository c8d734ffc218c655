-- Whom this node is paired with: the card as its party signed it, the root key that proves it, and how far we are.
-- cursor: `date_added` of the last page taken in. checkpoint: the last one that was verified.
create table peers (
  party text collate "C" primary key references parties,
  card text collate "C" not null,
  root_key text collate "C" not null,
  number bigint not null,
  expires bigint not null,
  host text collate "C" not null,
  port bigint not null,
  tls_current text collate "C" not null,
  tls_next text collate "C",
  paired_at bigint not null,
  cursor bigint,
  checkpoint text collate "C",
  checked_at bigint,
  last_contact bigint,
  lag_ms bigint,
  error text collate "C",
  error_detail text collate "C"
);
create index peers_by_tls_current on peers (tls_current);
create index peers_by_tls_next on peers (tls_next);

-- What the subjects of a peer's entries hide, proven against them before it was kept (ledger.md).
create table peer_openings (
  party text collate "C" not null references peers,
  entry bigint not null,
  id text collate "C" not null,
  modified text collate "C",
  digest text collate "C" not null,
  labels text collate "C" not null,
  opening text collate "C" not null,
  primary key (party, entry)
);
create index peer_openings_by_object on peer_openings (party, id, digest);
