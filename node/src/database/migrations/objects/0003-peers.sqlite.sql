-- Whom this node is paired with: the card as its party signed it, the root key that proves it, and how far we are.
-- cursor: `date_added` of the last page taken in. checkpoint: the last one that was verified.
create table peers (
  party text primary key references parties,
  card text not null,
  root_key text not null,
  number integer not null,
  expires integer not null,
  host text not null,
  port integer not null,
  tls_current text not null,
  tls_next text,
  paired_at integer not null,
  cursor integer,
  checkpoint text,
  checked_at integer,
  last_contact integer,
  lag_ms integer,
  error text,
  error_detail text
) strict, without rowid;
create index peers_by_tls_current on peers (tls_current);
create index peers_by_tls_next on peers (tls_next);

-- What the subjects of a peer's entries hide, proven against them before it was kept (ledger.md).
create table peer_openings (
  party text not null references peers,
  entry integer not null,
  id text not null,
  modified text,
  digest text not null,
  labels text not null,
  opening text not null,
  primary key (party, entry)
) strict, without rowid;
create index peer_openings_by_object on peer_openings (party, id, digest);
