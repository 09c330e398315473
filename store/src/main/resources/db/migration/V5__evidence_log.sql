-- The evidence log: what evidence_pending committed, numbered without a gap, hashed and signed.
-- How it is read over HTTP: docs/reference/log.md. Why it is so: docs/decisions/0024.

-- Kinds are named by the code that writes them; the shape is all that is asked here.
alter table evidence_pending drop constraint evidence_pending_kind_check;
alter table evidence_pending
  add constraint evidence_pending_kind_check check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  add column leaf bytea;

-- Rows from before the log get the leaf that their commitment allows: there was no SM3 then.
alter table evidence_pending disable trigger evidence_pending_append_only;
update evidence_pending set leaf = convert_to(
  '{"at":"' || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  || '","commitment":{"sha256":"' || encode(commitment, 'hex')
  || '"},"kind":"' || kind || '","v":1}', 'UTF8');
alter table evidence_pending enable trigger evidence_pending_append_only;
alter table evidence_pending
  alter column leaf set not null,
  add constraint evidence_pending_leaf_check check (octet_length(leaf) between 1 and 65535);

-- Which rows still wait for their number. A late commit shows up here when it becomes visible,
-- whatever its id; a rolled back one never does.
-- No foreign key: only the trigger below writes here, and every business change would pay for it.
create table evidence_queue (
  pending bigint primary key
);
insert into evidence_queue select id from evidence_pending;

create function queue_evidence() returns trigger language plpgsql as $$
begin
  insert into evidence_queue values (new.id);
  return null;
end $$;
create trigger evidence_pending_queued after insert on evidence_pending
  for each row execute function queue_evidence();

-- A log under one name. A second epoch begins only after a restore that the first cannot follow.
create table log_epoch (
  epoch integer primary key check (epoch >= 0),
  origin text not null unique check (origin ~ '^[a-z0-9][a-z0-9./-]{0,199}$'),
  opened_at timestamptz not null,
  size bigint not null default 0 check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  -- The signed note over size and root; empty until the first is signed.
  checkpoint text not null default '',
  signed_at timestamptz,
  check ((checkpoint = '') = (signed_at is null))
);

-- Which program writes: whoever holds the lease; the rest wait. An advisory lock guards the step.
create table log_lease (
  only_row boolean primary key default true check (only_row),
  holder uuid not null,
  until timestamptz not null
);

create table log_entry (
  epoch integer not null references log_epoch (epoch),
  index bigint not null check (index >= 0),
  pending bigint not null references evidence_pending (id),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  -- Of the pending row, to be searched; indexed here, so that the business change does not pay.
  commitment bytea not null check (octet_length(commitment) = 32),
  primary key (epoch, index),
  unique (pending)
);
create index log_entry_by_hash on log_entry using hash (leaf_hash);
create index log_entry_by_commitment on log_entry using hash (commitment);

-- Finished documents by their plain digest, for whoever holds a copy and asks whether it was changed.
-- A document that people signed cannot be guessed; the row goes when its matter is erased.
create table log_document (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  pending bigint not null references evidence_pending (id)
);
create index log_document_of on log_document (pending);

-- Hash tiles as C2SP cuts them, 256 hashes of 32 bytes; the last of a level grows.
create table log_tile (
  epoch integer not null references log_epoch (epoch),
  level smallint not null check (level between 0 and 7),
  index bigint not null check (index >= 0),
  hashes bytea not null check (octet_length(hashes) % 32 = 0 and octet_length(hashes) between 32 and 8192),
  primary key (epoch, level, index)
);
-- Hashes do not compress.
alter table log_tile alter column hashes set storage external;

-- Checkpoints that somebody outside relies on: a witness or an authority for time has seen them.
create table log_checkpoint (
  epoch integer not null references log_epoch (epoch),
  size bigint not null check (size > 0),
  checkpoint text not null,
  signed_at timestamptz not null,
  primary key (epoch, size)
);

create table log_cosignature (
  epoch integer not null,
  size bigint not null,
  witness text not null,
  line text not null,
  received_at timestamptz not null,
  primary key (epoch, size, witness),
  foreign key (epoch, size) references log_checkpoint (epoch, size)
);

create table log_timestamp (
  epoch integer not null,
  size bigint not null,
  authority text not null,
  token bytea not null,
  asserted_at timestamptz not null,
  received_at timestamptz not null,
  primary key (epoch, size, authority),
  foreign key (epoch, size) references log_checkpoint (epoch, size)
);

-- What a tile or the head of a log may become: longer, and nothing else.
create function allow_only_growth() returns trigger language plpgsql as $$
begin
  if new.epoch <> old.epoch or new.level <> old.level or new.index <> old.index
      or octet_length(new.hashes) <= octet_length(old.hashes)
      or substring(new.hashes for octet_length(old.hashes)) <> old.hashes then
    raise exception 'log_tile only grows: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create function allow_only_next_head() returns trigger language plpgsql as $$
begin
  if new.epoch <> old.epoch or new.origin <> old.origin or new.opened_at <> old.opened_at
      or new.size < old.size or (new.size = old.size and old.checkpoint <> '') then
    raise exception 'log_epoch only moves on: UPDATE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- What leaves the queue has its number; else it would be lost in silence.
create function refuse_to_forget() returns trigger language plpgsql as $$
begin
  if exists (
      select 1 from removed
      where not exists (select 1 from log_entry where log_entry.pending = removed.pending)) then
    raise exception 'evidence_queue is append-only but for what has its number: DELETE refused'
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create trigger evidence_queue_forgets_nothing after delete on evidence_queue
  referencing old table as removed for each statement execute function refuse_to_forget();
create trigger evidence_queue_append_only before update or truncate on evidence_queue
  for each statement execute function refuse_change();
create trigger log_tile_grows before update on log_tile
  for each row execute function allow_only_growth();
create trigger log_tile_append_only before delete or truncate on log_tile
  for each statement execute function refuse_change();
create trigger log_epoch_moves_on before update on log_epoch
  for each row execute function allow_only_next_head();
create trigger log_epoch_append_only before delete or truncate on log_epoch
  for each statement execute function refuse_change();
create trigger log_entry_append_only before update or delete or truncate on log_entry
  for each statement execute function refuse_change();
create trigger log_checkpoint_append_only before update or delete or truncate on log_checkpoint
  for each statement execute function refuse_change();
create trigger log_cosignature_append_only before update or delete or truncate on log_cosignature
  for each statement execute function refuse_change();
create trigger log_timestamp_append_only before update or delete or truncate on log_timestamp
  for each statement execute function refuse_change();
