-- Who is to get the newsletter. An address stands here and in no other table; leaving erases the row, and with it
-- (on delete cascade) every link and message.
create table subscribers (
  subscriber text primary key,
  address text not null,
  -- The address as it is compared: whoever writes it in capitals is the same subscriber.
  address_key text not null unique,
  language text not null,
  state text not null check (state in ('waiting', 'confirmed')),
  policy_version text not null,
  -- SHA-256 of the sentence that was agreed to, in the language in which it was shown.
  text_digest text not null,
  asked_at integer not null,
  confirmed_at integer
) strict, without rowid;

-- What is sent in links. Only SHA-256 of a token is kept: a stolen file opens nothing.
create table links (
  token_hash text primary key,
  subscriber text not null references subscribers on delete cascade,
  purpose text not null check (purpose in ('confirm', 'leave')),
  expires integer
) strict, without rowid;
create index links_by_subscriber on links (subscriber);

-- The consent receipt, under a keyed hash of the address: the key lies in the data folder, not in this database.
create table receipts (
  receipt text primary key,
  address_hash text not null,
  language text not null,
  policy_version text not null,
  text_digest text not null,
  asked_at integer not null,
  confirmed_at integer not null,
  ended_at integer
) strict, without rowid;

-- One per joint text that became public, under its accord's id: it is announced once.
create table bulletins (
  bulletin text primary key,
  title text not null,
  queued_at integer not null,
  delivered integer not null default 0
) strict, without rowid;

create table outbox (
  message text primary key,
  subscriber text not null references subscribers on delete cascade,
  kind text not null check (kind in ('confirm', 'known', 'bulletin')),
  bulletin text references bulletins,
  state text not null check (state in ('queued', 'sending', 'sent', 'dead')),
  attempts integer not null default 0,
  next_at integer not null,
  reason text,
  created_at integer not null,
  sent_at integer,
  -- A bulletin goes to a subscriber once, however often it is queued.
  unique (subscriber, bulletin)
) strict, without rowid;
create index outbox_due on outbox (state, next_at);
