-- Who is to get the newsletter. An address stands here and in no other table; leaving erases the row, and with it
-- (on delete cascade) every link and message.
create table subscribers (
  subscriber text collate "C" primary key,
  address text collate "C" not null,
  -- The address as it is compared: whoever writes it in capitals is the same subscriber.
  address_key text collate "C" not null unique,
  language text collate "C" not null,
  state text collate "C" not null check (state in ('waiting', 'confirmed')),
  policy_version text collate "C" not null,
  -- SHA-256 of the sentence that was agreed to, in the language in which it was shown.
  text_digest text collate "C" not null,
  asked_at bigint not null,
  confirmed_at bigint
);

-- What is sent in links. Only SHA-256 of a token is kept: a stolen file opens nothing.
create table links (
  token_hash text collate "C" primary key,
  subscriber text collate "C" not null references subscribers on delete cascade,
  purpose text collate "C" not null check (purpose in ('confirm', 'leave')),
  expires bigint
);
create index links_by_subscriber on links (subscriber);

-- The consent receipt, under a keyed hash of the address: the key lies in the data folder, not in this database.
create table receipts (
  receipt text collate "C" primary key,
  address_hash text collate "C" not null,
  language text collate "C" not null,
  policy_version text collate "C" not null,
  text_digest text collate "C" not null,
  asked_at bigint not null,
  confirmed_at bigint not null,
  ended_at bigint
);

-- One per joint text that became public, under its accord's id: it is announced once.
create table bulletins (
  bulletin text collate "C" primary key,
  title text collate "C" not null,
  queued_at bigint not null,
  delivered bigint not null default 0
);

create table outbox (
  message text collate "C" primary key,
  subscriber text collate "C" not null references subscribers on delete cascade,
  kind text collate "C" not null check (kind in ('confirm', 'known', 'bulletin')),
  bulletin text collate "C" references bulletins,
  state text collate "C" not null check (state in ('queued', 'sending', 'sent', 'dead')),
  attempts bigint not null default 0,
  next_at bigint not null,
  reason text collate "C",
  created_at bigint not null,
  sent_at bigint,
  -- A bulletin goes to a subscriber once, however often it is queued.
  unique (subscriber, bulletin)
);
create index outbox_due on outbox (state, next_at);
